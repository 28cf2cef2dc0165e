import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date';
import { withoutAdvice } from '../../law/claims/advice';
import type { Finding } from '../../law/finding';
import type { ClaimHead } from '../../law/claims/claim';
import { mediationBeforeAward } from '../../law/settlement';
import type { TableRow } from '../../law/tables/table';
import { legalDay } from '../../platform/clock';
import type { Tx } from '../../platform/database/unit-of-work';
import {
  CaseAccess,
  CasePapers,
  claimFacts,
  type CaseClaim,
  type CaseParty,
  type DecidingFacts,
  type LabourCase,
} from '../cases';
import { Clocks } from '../deadlines';
import { EvidenceQueries } from '../evidence';
import { HearingQueries } from '../hearings';
import { SettledClaims, type SettledPart } from '../mediation';
import { Reference, type Commission } from '../reference';
import { Tribunals } from '../tribunals';
import type { AwardCase, AwardParty } from './award-facts';
import type { AwardPlan, DraftContent, MadeDecision, Terms } from './award-decisions';

/** What is owed is wages, also where they are claimed as unpaid. */
const PAID: Partial<Record<ClaimHead, string>> = { 'unpaid-wages': '工资' };

/** What the case says before anything is decided. */
export interface AwardSubject {
  readonly labourCase: LabourCase;
  readonly commission: Commission;
  /** What is left to decide: claims that no mediation statement has settled (Rules 73). */
  readonly claims: readonly CaseClaim[];
  readonly allClaims: readonly CaseClaim[];
  readonly settled: readonly SettledPart[];
  readonly parties: readonly CaseParty[];
  readonly terms: Terms;
  readonly appliedOn: LocalDate;
  readonly minimumWage: readonly TableRow[];
}

/** Time that somebody still has to answer or to hand in evidence. */
export interface OpenPeriod {
  readonly kind: 'answer' | 'evidence';
  /** The respondent; null where the period is everybody's. */
  readonly partyName: string | null;
  readonly dueOn: string;
}

/** What an award wants to know of its case. */
@Injectable()
export class AwardCases {
  constructor(
    private readonly cases: CaseAccess,
    private readonly casePapers: CasePapers,
    private readonly evidence: EvidenceQueries,
    private readonly hearings: HearingQueries,
    private readonly settlements: SettledClaims,
    private readonly tribunals: Tribunals,
    private readonly reference: Reference,
    private readonly clocks: Clocks,
  ) {}

  async subject(caseId: string, manager?: EntityManager): Promise<AwardSubject> {
    const labourCase = await this.cases.get(caseId, manager);
    const commission = await this.reference.commission(labourCase.commissionId, manager);
    const allClaims = await this.cases.claims(caseId, manager);
    const settled = await this.settlements.parts(caseId, manager);
    const isSettled = ({ id }: CaseClaim): boolean => settled.some(({ claimIds }) => claimIds.includes(id));
    const claims = allClaims.filter((claim) => !isSettled(claim));
    const parties = await this.cases.parties(caseId, manager);
    return {
      labourCase,
      commission,
      claims,
      allClaims,
      settled,
      parties,
      appliedOn: legalDay(labourCase.receivedAt),
      minimumWage: (await this.reference.lawTables(commission.area)).minimumWage,
      terms: {
        claims,
        respondentIds: parties.filter((party) => party.role === 'respondent').map((party) => party.id),
        performanceDays: commission.performanceDays,
        mediatedOn: await this.mediatedOn(caseId, manager),
      },
    };
  }

  /** When the record shows that mediation was tried (Law 42(1)): in a hearing, or over what the tribunal had a part in. */
  private async mediatedOn(caseId: string, manager?: EntityManager): Promise<LocalDate[]> {
    return [
      ...(await this.hearings.mediatedOn(caseId, manager)),
      ...(await this.settlements.triedOn(caseId, manager)),
    ];
  }

  /** What the hearings must have brought before anything is decided on them (Law 38, 40; Rules 33). */
  async hearingFacts(
    { labourCase: { id }, parties }: AwardSubject,
    manager?: EntityManager,
  ): Promise<Omit<DecidingFacts, 'areAllClaimsDecided'>> {
    const held = await this.hearings.held(id, manager);
    const defence = await this.hearings.defences(id, manager);
    const hasCome = new Set(held.flatMap(({ attended }) => attended.map(({ partyId }) => partyId)));
    return {
      // Signed, or its refusal noted, by all.
      areRecordsConfirmed: held.every((hearing) => hearing.isRecordConfirmed),
      isSettlementPending: await this.settlements.isPending(id, manager),
      unheard: (await this.hearings.unheard(id, manager)).map(({ name }) => name),
      mayStillAnswer: parties.flatMap((party) => {
        const state = party.role === 'respondent' && !hasCome.has(party.id) ? defence(party.id) : 'over';
        return typeof state === 'string' ? [] : [{ who: party.name, until: state.until }];
      }),
    };
  }

  /** Periods that still run and that an award made today would cut short (Rules 15, 33). */
  async openPeriods({ labourCase, parties }: AwardSubject): Promise<OpenPeriod[]> {
    const clocks = await this.clocks.ofCase(labourCase.id);
    return clocks.flatMap(({ code, subject, dueOn, remaining }): OpenPeriod[] => {
      if (!dueOn || !remaining || remaining.isPast) return [];
      if (code === 'D08') return [{ kind: 'evidence', partyName: null, dueOn }];
      if (code !== 'D05') return [];
      return [{ kind: 'answer', partyName: parties.find(({ id }) => id === subject)?.name ?? null, dueOn }];
    });
  }

  /** Everything the documents print. */
  async printed(
    tx: Tx,
    { labourCase, commission, allClaims, settled, terms, parties }: AwardSubject,
    made: {
      draft: DraftContent;
      decisions: readonly MadeDecision[];
      plan: AwardPlan;
      /** PNG, base64; null when only the name was typed. */
      signature: string | null;
    },
  ): Promise<AwardCase> {
    const { id } = labourCase;
    const hearings = await this.hearings.held(id, tx.manager);
    const sitting = await this.tribunals.sitting(id, tx.manager);
    if (!sitting || !labourCase.number || !labourCase.acceptedAt) {
      throw new Error(`Case ${id} is heard without number or tribunal`);
    }
    const handedIn = await this.evidence.handedIn(id, tx.manager);
    const { application } = this.cases.application(labourCase);
    return {
      number: labourCase.number,
      cause: await this.casePapers.cause(tx, id),
      acceptedOn: legalDay(labourCase.acceptedAt),
      decidedOn: tx.today,
      parties: parties.map((party): AwardParty => ({
        id: party.id,
        role: party.role,
        kind: party.kind,
        name: party.name,
        attended: hearings.flatMap((hearing) =>
          hearing.attended.filter(({ partyId }) => partyId === party.id),
        ),
        paper: this.casePapers.partyFacts(party),
      })),
      mediation: mediationBeforeAward({ triedOn: terms.mediatedOn, stated: made.draft.mediation ?? null })
        .value,
      settled: settled.map(({ number, statedOn, claimIds }) => ({ number, statedOn, claimIds })),
      claims: allClaims.map((claim) => ({
        id: claim.id,
        ordinal: claim.ordinal,
        head: claim.head,
        paper: claimFacts(claim),
        paid: PAID[claim.head] ?? claimFacts(claim).what,
        basis: claim.finding ? withoutAdvice(claim.finding as unknown as Finding<unknown>).basis : [],
      })),
      statement: application.statement.text,
      answers: await this.cases.answers(id, tx.manager),
      answersDue: new Map(
        (await this.clocks.ofCase(id, tx.manager)).flatMap(({ code, subject, dueOn }) =>
          code === 'D05' && dueOn ? [[subject, dueOn as LocalDate]] : [],
        ),
      ),
      evidence: parties.map(({ id: partyId, role, name }) => ({
        role,
        party: name,
        names: handedIn.filter((each) => each.partyId === partyId).map((each) => each.name),
      })),
      hearings,
      draft: made.draft,
      decisions: made.decisions,
      documents: made.plan.documents,
      courts: { intermediate: commission.intermediateCourt },
      arbitrator: sitting.arbitrator.name,
      signature: made.signature,
      recorder: sitting.recorderName,
    };
  }
}
