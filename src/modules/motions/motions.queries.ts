import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { SignedInActor, StaffActor } from '../../kernel/actor';
import type { JsonObject } from '../../kernel/json';
import { FieldEncryption } from '../../platform/database/field-encryption';
import type { Locale } from '../../platform/http/locale';
import { sentence } from '../../platform/http/message-catalogue';
import { lawText } from '../../platform/law-texts';
import { Awards } from '../awards';
import { CaseAccess, CaseQueries, type CaseParty, type LabourCase } from '../cases';
import { Users } from '../identity';
import { Reference } from '../reference';
import { DefenceWaivers } from './defence-waivers';
import { MotionCases } from './motion-cases';
import { Motion } from './motion.entity';
import {
  capacityOf,
  choicesOf,
  decidesByFiling,
  hasDefence,
  isAmong,
  MOTION_KINDS,
  MOTIONS,
  type MotionDecision,
  type MotionDetails,
  type MotionKind,
} from './motion.kinds';
import { motionLifecycle } from './motion.lifecycle';
import { isShownToParties, motionPolicy, type MotionRelation } from './motion.policy';
import { windowOf, type MotionSituation } from './motion-window';
import type { MotionDto, MotionOptionDto, MotionsDto, PendingMotionDto } from './motions.dto';

interface PendingRow {
  id: string;
  case_id: string;
  kind: MotionKind;
  subject: string | null;
  filed_at: Date;
  filed_by: string;
  number: string;
  claimant_names: string;
  respondent_names: string;
  side: PendingMotionDto['side'];
  is_arbitrator: boolean;
}

/** Motions as screens show them: what was asked for, and what the reader could ask for or do now. */
@Injectable()
export class MotionQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cases: MotionCases,
    private readonly caseAccess: CaseAccess,
    private readonly caseQueries: CaseQueries,
    private readonly awards: Awards,
    private readonly users: Users,
    private readonly encryption: FieldEncryption,
    private readonly waivers: DefenceWaivers,
    private readonly reference: Reference,
  ) {}

  /** What somebody still has to decide in the case. */
  async countWaiting(caseId: string, manager: EntityManager = this.dataSource.manager): Promise<number> {
    return manager.countBy(Motion, { caseId, state: 'filed' });
  }

  async ofCase(actor: SignedInActor, caseId: string, locale: Locale): Promise<MotionsDto> {
    const labourCase = await this.caseAccess.get(caseId);
    const relations = (await this.cases.relations(actor, caseId)) ?? new Set<MotionRelation>();
    const all = await this.dataSource.manager.find(Motion, {
      where: { caseId },
      order: { filedAt: 'ASC', id: 'ASC' },
    });
    const motions = all.filter((motion) => actor.kind === 'staff' || isShownToParties(motion));
    const parties = await this.caseAccess.parties(caseId);
    const own = await this.caseQueries.partiesOf(caseId, actor.userId);
    const situation = await this.cases.situation(labourCase, this.dataSource.manager, own);
    const commissions = await this.reference.commissions();
    const awards = labourCase.state === 'decided' ? await this.awards.ofCase(caseId) : [];
    const users = await this.users.byIds(
      motions.flatMap(({ filedBy, decidedBy }) => [filedBy, ...(decidedBy ? [decidedBy] : [])]),
    );
    const isWaiting = (kind: MotionKind): boolean =>
      all.some(
        (motion) =>
          motion.kind === kind &&
          motion.state === 'filed' &&
          (actor.kind === 'staff' ? motion.partyId === null : own.includes(motion.partyId ?? '')),
      );
    const waivers = await this.waivers.of(motions.map(({ id }) => id));
    const nameOf = (id: string | null): string => (id ? (users.get(id)?.name ?? '') : '');
    return {
      items: motions.map((motion) =>
        this.describe(motion, actor, {
          labourCase,
          relations,
          parties,
          own,
          nameOf,
          waived: waivers.get(motion.id) ?? [],
        }),
      ),
      options: options(labourCase, relations, situation, locale).map((option) => ({
        ...option,
        problem: isWaiting(option.kind) ? sentence(locale, 'motion.already-filed') : option.problem,
      })),
      evidenceUntil: situation.evidenceUntil,
      commissions: commissions
        .filter(({ id }) => id !== labourCase.commissionId)
        .map(({ id, name }) => ({ id, name })),
      awards: awards.map(({ id, number }) => ({ id, number })),
      lostDays: [...situation.lostDays],
    };
  }

  /** One query, however many cases the house has; an arbitrator sees those they sit in. */
  async pending(actor: StaffActor): Promise<PendingMotionDto[]> {
    const isHouse = actor.roles.some((role) => role !== 'arbitrator');
    const rows: PendingRow[] = await this.dataSource.query(
      `SELECT m.id, m.case_id, m.kind, m.subject, m.filed_at, m.filed_by, coalesce(c.number, c.receipt_number) AS number,
              c.claimant_names, c.respondent_names, coalesce(p.role, 'commission') AS side,
              EXISTS (SELECT 1 FROM case_member a WHERE a.case_id = c.id AND a.user_id = $2 AND a.until IS NULL
                        AND a.capacity = 'arbitrator') AS is_arbitrator
       FROM motion m JOIN labour_case c ON c.id = m.case_id LEFT JOIN case_party p ON p.id = m.party_id
       WHERE m.state = 'filed'
         AND (($1::text IS NOT NULL AND c.commission_id = $1)
              OR EXISTS (SELECT 1 FROM case_member a WHERE a.case_id = c.id AND a.user_id = $2 AND a.until IS NULL))
       ORDER BY m.filed_at, m.id LIMIT 200`,
      [isHouse ? actor.commissionId : null, actor.userId],
    );
    return rows.map((row) => ({
      id: row.id,
      caseId: row.case_id,
      caseNumber: row.number,
      claimantNames: row.claimant_names,
      respondentNames: row.respondent_names,
      kind: row.kind,
      side: row.side,
      filedAt: row.filed_at,
      canDecide:
        row.filed_by !== actor.userId &&
        !(row.kind === 'recusal' && row.subject === actor.userId) &&
        isAmong(
          MOTIONS[row.kind].deciders,
          new Set<MotionRelation>([
            ...(isHouse ? actor.roles.filter((role) => role !== 'arbitrator') : []),
            ...(row.is_arbitrator ? ['arbitrator' as const] : []),
          ]),
        ),
    }));
  }

  private describe(
    motion: Motion,
    actor: SignedInActor,
    { labourCase, relations, parties, own: ownParties, nameOf, waived }: InCase,
  ): MotionDto {
    const own = this.cases.relationsTo(motion, actor, relations);
    const party = parties.find(({ id }) => id === motion.partyId);
    const decision = motion.decisionSealed
      ? this.encryption.openJson<MotionDecision>(motion.decisionSealed)
      : null;
    const { isRefusable } = MOTIONS[motion.kind];
    const { proposed = [], ...details } = this.encryption.openJson<MotionDetails>(motion.detailsSealed);
    return {
      id: motion.id,
      caseId: motion.caseId,
      kind: motion.kind,
      state: motion.state,
      side: party?.role ?? 'commission',
      filerName: party?.name ?? nameOf(motion.filedBy),
      isMine: motion.filedBy === actor.userId,
      isLate: motion.isLate,
      filedAt: motion.filedAt,
      details,
      proposed,
      defenceWaivedBy: parties.filter(({ id }) => waived.includes(id)).map(({ name }) => name),
      decision: decision && {
        outcome: decision.outcome,
        reason: decision.reason,
        until: decision.until ?? null,
        days: decision.days ?? null,
        competent: decision.competent ?? null,
        deciderName: nameOf(motion.decidedBy),
      },
      closedAt: motion.decidedAt,
      isRefusable,
      actions: [
        ...actions(motion, own),
        ...(motionPolicy.allows('motion.waive-defence', own) &&
        hasDefence(motion, labourCase.state) &&
        !ownParties.some((id) => waived.includes(id))
          ? (['motion.waive-defence'] as const)
          : []),
      ],
    };
  }
}

/** What a motion is described with: how the reader stands to the case, and who is who in it. */
interface InCase {
  labourCase: LabourCase;
  relations: ReadonlySet<MotionRelation>;
  parties: readonly CaseParty[];
  /** Parties the reader acts for. */
  own: readonly string[];
  nameOf: (id: string | null) => string;
  /** Parties that have given up the time to answer the change. */
  waived: readonly string[];
}

/** Lifecycle ∩ policy. */
function actions(motion: Motion, relations: ReadonlySet<MotionRelation>): MotionDto['actions'] {
  const events = motionLifecycle.eventsFrom(motion.state);
  return [
    ...(events.includes('grant') && motionPolicy.allows('motion.decide', relations)
      ? (['motion.decide'] as const)
      : []),
    ...(events.includes('withdraw') && motionPolicy.allows('motion.withdraw', relations)
      ? (['motion.withdraw'] as const)
      : []),
  ];
}

/** What the table lets this person ask for in this state; with the law's word where it says no now. */
function options(
  { state, suspendedOn, isHeardInPublic }: LabourCase,
  relations: ReadonlySet<MotionRelation>,
  situation: MotionSituation,
  locale: Locale,
): MotionOptionDto[] {
  return MOTION_KINDS.filter((kind) => {
    const { filers, states, standing } = MOTIONS[kind];
    const stands = suspendedOn !== null;
    return (
      isAmong(filers, relations) &&
      states.includes(state) &&
      (standing === 'either' || (standing === 'suspended') === stands) &&
      (kind !== 'postponement' || situation.hearingOn !== null) &&
      (kind !== 'private-hearing' || isHeardInPublic) &&
      (kind !== 'outage-extension' || situation.lostDays.length > 0) &&
      (kind !== 'deemed-withdrawal' || situation.begunHearing !== null)
    );
  }).map((kind) => {
    const { required, optional } = MOTIONS[kind];
    const isParty = relations.has('claimant') || relations.has('respondent');
    const choices =
      kind === 'outage-extension'
        ? { period: situation.lostDays.map(({ period }) => period) }
        : choicesOf(kind, isParty, capacityOf(relations));
    const { problem, isLate, finding } = windowOf(kind, situation, null);
    return {
      kind,
      decidesAtOnce: decidesByFiling(kind, relations),
      required: [...required],
      optional: [...optional],
      choices: Object.entries(choices).map(([field, values]) => ({ field, values: [...values] })),
      problem: problem ? lawText(locale, problem.key, problem.params) : null,
      isLate,
      finding: finding as unknown as JsonObject | null,
    };
  });
}
