import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { SignedInActor } from '../../kernel/actor';
import { localDate, type LocalDate } from '../../kernel/local-date';
import type { HearingNotice } from '../../law/absence';
import type { CaseEvent } from '../../law/clocks';
import type { SuspensionGround } from '../../law/course-of-case';
import { isNoticeSufficient } from '../../law/hearing-notice';
import { Clock, legalDay } from '../../platform/clock';
import { FieldEncryption } from '../../platform/database/field-encryption';
import { readCase } from '../../platform/record/record';
import { CaseAccess, CaseRef, type CaseParty, type LabourCase } from '../cases';
import { Clocks, type ClockView } from '../deadlines';
import { PendingHearings } from '../hearings';
import { Reference } from '../reference';
import { Tribunals } from '../tribunals';
import { DefenceWaivers } from './defence-waivers';
import { MOTIONS, PERIODS, decidesByFiling, isAmong, type MotionDetails, type Period } from './motion.kinds';
import type { MotionRelation } from './motion.policy';
import type { LostDay, MotionSituation } from './motion-window';
import { Motion } from './motion.entity';

/** What motions want to know of a case: how people stand to it, and what the law is asked with. */
@Injectable()
export class MotionCases {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly cases: CaseAccess,
    private readonly caseRef: CaseRef,
    private readonly clocks: Clocks,
    private readonly hearings: PendingHearings,
    private readonly reference: Reference,
    private readonly encryption: FieldEncryption,
    private readonly waivers: DefenceWaivers,
    private readonly tribunals: Tribunals,
  ) {}

  /** Relations to the case; the head of its own commission decides what the Rules leave to the head. */
  async relations(actor: SignedInActor, caseId: string): Promise<ReadonlySet<MotionRelation> | null> {
    const relations = await this.caseRef.relationsTo(actor, caseId);
    if (!relations) return null;
    const isHead = actor.kind === 'staff' && actor.roles.includes('director') && relations.has('home-staff');
    return new Set<MotionRelation>([...relations, ...(isHead ? ['director' as const] : [])]);
  }

  /** …and to one motion of it. Whoever filed it does not decide it, unless filing decides the kind. */
  relationsTo(
    motion: Motion,
    actor: SignedInActor,
    relations: ReadonlySet<MotionRelation>,
  ): ReadonlySet<MotionRelation> {
    const isFiler = motion.filedBy === actor.userId;
    const isDecider =
      isAmong(MOTIONS[motion.kind].deciders, relations) &&
      (!isFiler || decidesByFiling(motion.kind, relations)) &&
      // Whoever is challenged decides nothing of it, be it the head of the commission (Rules 12).
      !(motion.kind === 'recusal' && motion.subject === actor.userId);
    return new Set<MotionRelation>([
      ...relations,
      ...(isFiler ? ['filer' as const] : []),
      ...(isDecider ? ['decider' as const] : []),
    ]);
  }

  /**
   * Facts as they stand now, read with `manager` where a transaction holds the case; `ofParties` are the parties for
   * whom something is asked: a last day that our service took belongs to somebody.
   */
  async situation(
    labourCase: LabourCase,
    manager: EntityManager = this.dataSource.manager,
    ofParties: readonly string[] = [],
  ): Promise<MotionSituation> {
    const sitting = await this.tribunals.sitting(labourCase.id, manager);
    const { id } = labourCase;
    const calendar = await this.reference.calendar();
    const today = this.clock.today();
    const decision = await this.cases.decision(id, manager);
    const clocks = await this.clocks.ofCase(id, manager);
    const ahead = await this.hearings.ahead(id, manager);
    const begun = await this.hearings.begun(id, this.clock.now(), manager);
    const history = await this.history(id, manager);
    const parties = await this.cases.parties(id, manager);
    const change = await manager.findOne(Motion, {
      where: { caseId: id, kind: 'claims-change' },
      order: { filedAt: 'DESC' },
    });
    return {
      today,
      calendar,
      isResultMade: labourCase.state === 'decided',
      evidenceUntil: decision?.evidenceUntil ? localDate(decision.evidenceUntil) : null,
      awardDueOn: awardDueOn(clocks),
      extendedBy: extendedBy(history),
      hearingOn: ahead ? legalDay(ahead.startsAt) : null,
      begunHearing: begun
        ? noticeToClaimant(history, parties, begun.id, legalDay(begun.startsAt), calendar)
        : null,
      lostDays: lostDays(clocks, ofParties),
      suspendedOn: labourCase.suspendedOn ? localDate(labourCase.suspendedOn) : null,
      suspension: await this.suspension(labourCase, manager),
      defenceEndsOn: defenceEndsOn(clocks, ofParties[0]),
      stage:
        labourCase.state === 'heard'
          ? 'after-debate'
          : await this.hearings.stage(id, sitting?.tribunal.constitutedAt ?? labourCase.receivedAt, manager),
      isOwnDuty: ofParties.length === 0,
      isTransferred: labourCase.transferredFromId !== null,
      isDefenceWaived: change?.state === 'filed' && (await this.waivers.haveAll(change.id, id, manager)),
    };
  }

  private async history(caseId: string, manager: EntityManager): Promise<CaseEvent[]> {
    return (await readCase(manager, caseId)).flatMap(
      ({ payload }) => (payload['clocks'] ?? []) as unknown as CaseEvent[],
    );
  }

  private async suspension(
    labourCase: LabourCase,
    manager: EntityManager,
  ): Promise<MotionSituation['suspension']> {
    if (labourCase.suspendedOn === null) return null;
    const motion = await manager.findOneOrFail(Motion, {
      where: { caseId: labourCase.id, kind: 'suspension', state: 'granted' },
      order: { decidedAt: 'DESC' },
    });
    const { ground, reason } = this.encryption.openJson<MotionDetails>(motion.detailsSealed);
    return { ground: ground as SuspensionGround, reason: reason ?? '' };
  }
}

/** The period as it stands: the longer one where it was lengthened. */
export function awardDueOn(clocks: readonly ClockView[]): LocalDate | null {
  const due = clocks
    .filter(({ code, state }) => (code === 'D13' || code === 'D14') && state !== 'extended')
    .map(({ dueOn }) => dueOn)
    .at(-1);
  return due ? localDate(due) : null;
}

/** Of the party that asks; as it stands, also when it has been answered. */
function defenceEndsOn(clocks: readonly ClockView[], partyId: string | undefined): LocalDate | null {
  const dueOn = clocks.find(({ code, subject }) => code === 'D05' && subject === partyId)?.dueOn;
  return dueOn ? localDate(dueOn) : null;
}

/** Of the parties named; the evidence period is everybody's. */
function lostDays(clocks: readonly ClockView[], ofParties: readonly string[]): LostDay[] {
  return (Object.entries(PERIODS) as [Period, string][]).flatMap(([period, code]) =>
    clocks
      .filter((clock) => clock.code === code && clock.outage !== null && clock.dueOn !== null)
      .filter(({ subject }) => (subject === '' ? ofParties.length > 0 : ofParties.includes(subject)))
      .map(({ dueOn, outage }) => ({ period, dueOn: localDate(dueOn!), endedOn: legalDay(outage!.to) })),
  );
}

/** An extension belongs to the period in which it was approved (Rules 46). */
function extendedBy(history: readonly CaseEvent[]): number {
  const from = history.findLastIndex(({ type }) => type === 'award-period-restarted');
  return history
    .slice(from + 1)
    .reduce((sum, event) => sum + (event.type === 'extension-approved' ? event.days : 0), 0);
}

/** What the record proves of the notice of one hearing to the claimant (Law 36). */
function noticeToClaimant(
  history: readonly CaseEvent[],
  parties: readonly CaseParty[],
  hearing: string,
  on: LocalDate,
  calendar: MotionSituation['calendar'],
): MotionSituation['begunHearing'] {
  const claimant = parties.find(({ role }) => role === 'claimant');
  const dayOf = (type: 'notice-served' | 'notice-waived'): LocalDate | null =>
    history.find((event) => event.type === type && event.hearing === hearing && event.party === claimant?.id)
      ?.on ?? null;
  const [servedOn, waivedOn] = [dayOf('notice-served'), dayOf('notice-waived')];
  const notices = [{ party: claimant?.name ?? '', servedOn, waivedOn }];
  const notice: HearingNotice = {
    channel: 'written',
    isReceiptProven: servedOn !== null,
    isConfirmed: false,
    isInTime: isNoticeSufficient(notices, on, calendar).value,
  };
  return { on, notice, noticeServedOn: servedOn };
}
