import { Fen } from '../kernel/money';
import { LocalDate, maxDate } from '../kernel/local-date';
import { article } from './articles';
import { finding, Finding, Problem, problem, Step, step } from './finding';

/** Settlement through the tribunal (Law 42, Rules 71 to 73): its terms, whom they bind, and when they do. */

export interface Payment {
  /** The claim it is paid on; null for a sum paid on all the claims that are paid together. */
  readonly claimId: string | null;
  readonly payerId: string;
  readonly payeeId: string;
  readonly amount: Fen;
  readonly dueOn: LocalDate;
}

/** paid: by the payments. done: something else than money, in words. dropped: given up. */
export type ClaimResult = 'paid' | 'done' | 'dropped';

export interface SettledClaim {
  readonly claimId: string;
  readonly result: ClaimResult;
  /** What is done, and by which day; for `done` alone. */
  readonly text: string | null;
  readonly dueOn: LocalDate | null;
}

export interface SettlementTerms {
  readonly claims: readonly SettledClaim[];
  readonly payments: readonly Payment[];
}

export interface SettlementCase {
  /** Claims that no earlier statement has settled. */
  readonly openClaimIds: readonly string[];
  readonly parties: readonly { readonly id: string; readonly side: 'claimant' | 'respondent' }[];
  readonly on: LocalDate;
}

/** Whether terms can stand in a statement: which claims, who pays whom how much, by which day (Law 42(3)). */
export function checkTerms(terms: SettlementTerms, facts: SettlementCase): Finding<readonly Problem[]> {
  const problems = [
    ...(terms.claims.length === 0 ? [problem('/claims', 'settlement.no-claims')] : []),
    ...terms.claims.flatMap((claim, index) => claimProblems(claim, index, terms, facts)),
    ...terms.payments.flatMap((payment, index) => paymentProblems(payment, index, terms, facts)),
  ];
  return finding(
    problems,
    [article('law', 42, 3), article('rules', 72, 2)],
    problems.map((each) => step(each.key, each.params)),
  );
}

function claimProblems(
  claim: SettledClaim,
  index: number,
  { claims, payments }: SettlementTerms,
  { openClaimIds, on }: SettlementCase,
): Problem[] {
  const at = `/claims/${index}`;
  if (!openClaimIds.includes(claim.claimId)) return [problem(`${at}/claimId`, 'settlement.unknown-claim')];
  if (claims.findIndex(({ claimId }) => claimId === claim.claimId) !== index) {
    return [problem(`${at}/claimId`, 'settlement.claim-twice')];
  }
  switch (claim.result) {
    case 'paid':
      return payments.some(({ claimId }) => claimId === null || claimId === claim.claimId)
        ? []
        : [problem(`${at}/result`, 'settlement.not-paid')];
    case 'done':
      return [
        ...(claim.text?.trim() ? [] : [problem(`${at}/text`, 'settlement.act-missing')]),
        ...(claim.dueOn !== null && claim.dueOn < on
          ? [problem(`${at}/dueOn`, 'settlement.day-past', { dueOn: claim.dueOn })]
          : []),
      ];
    case 'dropped':
      return [];
  }
}

function paymentProblems(
  { claimId, payerId, payeeId, amount, dueOn }: Payment,
  index: number,
  { claims }: SettlementTerms,
  { parties, on }: SettlementCase,
): Problem[] {
  const at = `/payments/${index}`;
  const sideOf = (id: string): string | undefined => parties.find((each) => each.id === id)?.side;
  const [payer, payee] = [sideOf(payerId), sideOf(payeeId)];
  const isPaidOn = claims.some(
    (each) => each.result === 'paid' && (claimId ?? each.claimId) === each.claimId,
  );
  return [
    ...(isPaidOn ? [] : [problem(`${at}/claimId`, 'settlement.paid-on-nothing')]),
    ...(payer === undefined || payee === undefined || payer === payee
      ? [problem(`${at}/payerId`, 'settlement.payer')]
      : []),
    ...(amount > 0 ? [] : [problem(`${at}/amountFen`, 'settlement.amount')]),
    // What is to be done by a day that has passed would be late before it binds anybody.
    ...(dueOn < on ? [problem(`${at}/dueOn`, 'settlement.day-past', { dueOn })] : []),
  ];
}

export type SettlementScope = 'whole' | 'part';

/** Whether the case ends with it, or goes on over the rest (Rules 73). */
export function scopeOf(
  claimIds: readonly string[],
  openClaimIds: readonly string[],
): Finding<SettlementScope> {
  const left = openClaimIds.filter((id) => !claimIds.includes(id)).length;
  return left === 0
    ? finding('whole', [], [step('settlement.whole', {}, { article: article('rules', 72, 1) })])
    : finding('part', [], [step('settlement.part', { left }, { article: article('rules', 73) })]);
}

/** The last day to perform that the terms name; null where they name none. From it enforcement is counted. */
export function performBy({ claims, payments }: SettlementTerms): LocalDate | null {
  const [first, ...rest] = [...claims, ...payments].flatMap(({ dueOn }) => dueOn ?? []);
  return first ? maxDate(first, ...rest) : null;
}

/** How somebody acts for a party. */
export type ActingAs = 'in-person' | 'legal-representative' | 'agent';

/** Who accepts terms, or signs for them: an agent needs to be empowered for just that (Law 24, as in civil procedure). */
export function mayBind(actingAs: ActingAs, hasSpecialAuthority: boolean): Finding<boolean> {
  if (actingAs !== 'agent') {
    return finding(true, [], [step('settlement.binds-itself', {}, { article: article('law', 42, 2) })]);
  }
  const rule = { article: article('law', 24) };
  return hasSpecialAuthority
    ? finding(true, [], [step('settlement.special-authority', {}, rule)])
    : finding(false, [], [step('settlement.needs-special-authority', {}, rule)]);
}

/** The statement takes effect when all have signed for it, and not before (Law 42(3), Rules 72(2)). */
export function isInEffect(partyIds: readonly string[], signedIds: readonly string[]): Finding<boolean> {
  const missing = partyIds.filter((id) => !signedIds.includes(id)).length;
  const rule = { article: article('law', 42, 3) };
  return missing === 0
    ? finding(true, [article('rules', 72, 2)], [step('settlement.signed-by-all', {}, rule)])
    : finding(false, [article('rules', 72, 2)], [step('settlement.unsigned', { missing }, rule)]);
}

/**
 * Whether a party may still go back on it. The text says 送达前, before the statement is served: each party until it has
 * itself signed for it, so that nobody is bound alone for ever: who has signed waits for the other.
 */
export function mayRetract(partyId: string, signedIds: readonly string[]): Finding<boolean> {
  const rule = { article: article('law', 42, 4) };
  return signedIds.includes(partyId)
    ? finding(false, [article('rules', 72, 3)], [step('settlement.has-signed', {}, rule)])
    : finding(true, [article('rules', 72, 3)], [step('settlement.may-retract', {}, rule)]);
}

/** What the tribunal says of it in the award where nothing else shows it. */
export type StatedMediation = 'failed' | 'unwilling' | 'impossible';

export interface MediationFacts {
  /** Days on which the record shows that it was tried: in a hearing, or over an offer. */
  readonly triedOn: readonly LocalDate[];
  readonly stated: StatedMediation | null;
}

/** Before the award the tribunal has to mediate (Law 42(1), Rules 71); an award says what came of it. */
export function mediationBeforeAward({ triedOn, stated }: MediationFacts): Finding<StatedMediation | null> {
  const rule = { article: article('law', 42, 1) };
  const after = step('settlement.award-follows', {}, { article: article('law', 42, 4) });
  const tried: Step[] = triedOn.map((on) => step('settlement.tried', { on }, { date: on, ...rule }));
  const basis = [article('rules', 71)];
  switch (stated) {
    case 'unwilling':
      return finding(stated, basis, [...tried, step('settlement.unwilling', {}, rule), after]);
    case 'impossible':
      return finding(stated, basis, [...tried, step('settlement.impossible', {}, rule), after]);
    case 'failed':
      return finding(stated, basis, [...tried, step('settlement.failed', {}, rule), after]);
    case null:
      return tried.length > 0
        ? finding('failed', basis, [...tried, after])
        : finding(null, basis, [step('settlement.untried', {}, rule)]);
  }
}
