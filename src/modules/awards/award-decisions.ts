import type { FieldError } from '../../kernel/domain-error';
import type { LocalDate } from '../../kernel/local-date';
import type { Fen } from '../../kernel/money';
import { citation } from '../../law/articles';
import { checkDecisions, documentTotals, type Decision, type DecisionResult } from '../../law/award';
import { claimRule, conflictingClaims } from '../../law/claims';
import type { ClaimHead } from '../../law/claims/claim';
import { decideFinality, type AwardDocument, type Finality, type FinalitySettings } from '../../law/finality';
import type { Finding } from '../../law/finding';
import { mediationBeforeAward, type StatedMediation } from '../../law/settlement';
import type { TableRow } from '../../law/tables/table';
import { documentNumber } from '../cases';

/** Pure: from what the tribunal has written to what it has decided, what is still missing, and what that makes. */

export interface ClaimRow {
  readonly id: string;
  readonly ordinal: number;
  readonly head: ClaimHead;
  /** Null for a claim that is not for money. */
  readonly amountFen: Fen | null;
}

export interface DraftDecision {
  readonly claimId: string;
  readonly outcome?: DecisionResult | null;
  readonly amountFen?: Fen | null;
  readonly reasons?: string;
  readonly performanceDays?: number | null;
  readonly payerIds?: readonly string[] | null;
  readonly liability?: Liability | null;
  /** 裁决主文 on a claim that is not for money, as it is to be printed; the usual words when left out. */
  readonly order?: string | null;
}

/** How several owe one sum: 共同支付, or each for the whole, 连带清偿责任. */
export type Liability = 'joint' | 'solidary';

export interface DraftContent {
  readonly facts?: string;
  readonly evidence?: string;
  readonly reasons?: string;
  readonly basis?: readonly string[];
  /** What came of mediation (Law 42(1)); left out where the record shows it. */
  readonly mediation?: StatedMediation | null;
  readonly decisions: readonly DraftDecision[];
}

/** A decision as it counts: the amount of a claim granted whole, or refused, follows from the claim. */
export interface MadeDecision extends Decision {
  readonly performanceDays: number;
  /** Respondents who owe it. */
  readonly payerIds: readonly string[];
  /** Null when one alone owes it. */
  readonly liability: Liability | null;
  /** Null for the usual words. */
  readonly order: string | null;
}

export interface Terms {
  readonly claims: readonly ClaimRow[];
  readonly respondentIds: readonly string[];
  /** The commission's days to perform. */
  readonly performanceDays: number;
  /** Days on which the record shows that mediation was tried. */
  readonly mediatedOn: readonly LocalDate[];
}

/** Stands for an amount that was not given; no amount is negative, so the law library reports it. */
const NO_AMOUNT = -1;

export function madeDecisions({ decisions }: DraftContent, terms: Terms): MadeDecision[] {
  return decisions.flatMap((decision) => {
    if (!decision.outcome) return [];
    const claim = terms.claims.find((each) => each.id === decision.claimId);
    const claimed = claim ? claim.amountFen : 0;
    const payerIds = decision.payerIds ?? terms.respondentIds;
    return [
      {
        claimId: decision.claimId,
        result: decision.outcome,
        amount: decision.amountFen ?? impliedAmount(decision.outcome, claimed),
        reasons: decision.reasons ?? '',
        performanceDays: decision.performanceDays ?? terms.performanceDays,
        payerIds,
        liability: payerIds.length > 1 ? (decision.liability ?? null) : null,
        order: decision.order?.trim() || null,
      },
    ];
  });
}

function impliedAmount(outcome: DecisionResult, claimed: Fen | null): Fen | null {
  if (claimed === null) return null;
  switch (outcome) {
    case 'granted':
      return claimed;
    case 'partly':
      return NO_AMOUNT;
    case 'refused':
      return 0;
  }
}

/** Everything that stands in the way of issuing, with the field of the draft it stands in. */
export function draftProblems(content: DraftContent, terms: Terms): FieldError[] {
  const problems: FieldError[] = [];
  if (!content.facts?.trim()) problems.push({ pointer: '/facts', code: 'award.facts-missing' });
  const { value: mediation, basis } = mediationBeforeAward({
    triedOn: terms.mediatedOn,
    stated: content.mediation ?? null,
  });
  if (mediation === null) {
    problems.push({
      pointer: '/mediation',
      code: 'award.mediation-missing',
      basis: basis.map((each) => citation(each, 'zh-CN')),
    });
  }
  const indexes = content.decisions.flatMap((decision, index) => (decision.outcome ? [index] : []));
  const made = madeDecisions(content, terms);
  const claims = terms.claims.map((claim) => ({ id: claim.id, amount: claim.amountFen }));
  for (const { pointer, key, params } of checkDecisions(claims, made).value) {
    const [, madeIndex, field] = /^\/decisions\/(\d+)\/(\w+)$/.exec(pointer) ?? [];
    if (madeIndex === undefined) {
      problems.push({ pointer, code: `law.${key}`, params: { ...params } });
      continue;
    }
    const index = indexes[Number(madeIndex)]!;
    const isMissing = field === 'amount' && made[Number(madeIndex)]?.amount === NO_AMOUNT;
    problems.push({
      pointer: `/decisions/${index}/${field === 'amount' ? 'amountFen' : field}`,
      ...(isMissing ? { code: 'field.required' } : { code: `law.${key}`, params: { ...params } }),
    });
  }
  content.decisions.forEach((decision, index) => {
    if (!decision.outcome) {
      problems.push({ pointer: `/decisions/${index}/outcome`, code: 'award.outcome-missing' });
    }
    const isAct = terms.claims.find((claim) => claim.id === decision.claimId)?.amountFen === null;
    if (isAct && decision.outcome === 'partly' && !decision.order?.trim()) {
      // What part of it is granted nobody can guess.
      problems.push({ pointer: `/decisions/${index}/order`, code: 'field.required' });
    }
    if (decision.payerIds?.some((payer) => !terms.respondentIds.includes(payer))) {
      problems.push({ pointer: `/decisions/${index}/payerIds`, code: 'award.payer-unknown' });
    }
    const owed = made.find((each) => each.claimId === decision.claimId);
    const isForMoney = terms.claims.some((each) => each.id === decision.claimId && each.amountFen !== null);
    if (
      isForMoney &&
      owed &&
      owed.result !== 'refused' &&
      owed.payerIds.length > 1 &&
      owed.liability === null
    ) {
      problems.push({ pointer: `/decisions/${index}/liability`, code: 'award.liability-missing' });
    }
  });
  return problems;
}

export interface PlannedDocument {
  readonly ordinal: number;
  /** Null when there is no other document of the case: then the case number is its number. */
  readonly part: number | null;
  readonly number: string;
  readonly document: AwardDocument;
  readonly total: Fen;
}

export interface AwardPlan {
  readonly finality: Finding<Finality>;
  readonly documents: readonly PlannedDocument[];
  /** Awards that cannot stand beside each other; for the tribunal to look at, no bar. */
  readonly warnings: Finding<boolean>;
}

/**
 * Which items are final, and which documents that makes (Rules 50). Only for decisions on claims of the case.
 * @throws MissingTableRow when no minimum wage is loaded for the day.
 */
export function planAward(
  made: readonly MadeDecision[],
  claims: readonly ClaimRow[],
  facts: {
    area: string;
    appliedOn: LocalDate;
    awardedOn: LocalDate;
    caseNumber: string;
    /** Mediation statements on part of the case: each of them has a number of it (Rules 73). */
    statements: number;
  },
  settings: FinalitySettings,
  minimumWage: readonly TableRow[],
): AwardPlan {
  const decided = claims.flatMap((claim) => {
    const decision = made.find((each) => each.claimId === claim.id && each.amount !== NO_AMOUNT);
    return decision ? [{ claim, decision }] : [];
  });
  const items = decided.map(({ claim, decision }) => ({
    id: claim.id,
    kind: claimRule(claim.head).kind,
    claimedBy: claimRule(claim.head).claimedBy,
    awarded: decision.amount ?? 0,
  }));
  const finality = decideFinality({ items, ...facts }, settings, minimumWage);
  const { documents } = finality.value;
  const totals = documentTotals(
    documents,
    decided.map(({ decision }) => decision),
  );
  const awardedHeads = decided
    .filter(({ decision }) => decision.result !== 'refused')
    .map(({ claim }) => claim.head);
  return {
    finality,
    documents: documents.map((document, index) => {
      const isOnly = documents.length === 1 && facts.statements === 0;
      const part = isOnly ? null : facts.statements + index + 1;
      return {
        ordinal: index + 1,
        part,
        number: documentNumber(facts.caseNumber, part),
        document,
        total: totals[index]!.total,
      };
    }),
    warnings: conflictingClaims(awardedHeads),
  };
}
