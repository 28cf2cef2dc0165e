import { article } from './articles';
import { finding, Finding, Step, step } from './finding';

/** What may follow when a party is not at the hearing (Law 36, Rules 39, 59). */

export interface HearingNotice {
  /** 'simple': by telephone, message, fax or e-mail, which only simple handling allows (Rules 59(1)). */
  readonly channel: 'written' | 'simple';
  /** The receipt of service, or of service by electronic means the party agreed to, shows that the party has it. */
  readonly isReceiptProven: boolean;
  /** The party has confirmed a simple notice. */
  readonly isConfirmed: boolean;
  /** Five working days lay between the notice and the hearing, or were given up. */
  readonly isInTime: boolean;
}

export interface AbsenceFacts {
  readonly role: 'claimant' | 'respondent';
  readonly happened: 'did-not-come' | 'left-without-leave';
  readonly hasGoodReason: boolean;
  /** Null where no notice was sent. */
  readonly notice: HearingNotice | null;
  readonly isSimplified: boolean;
  /** An online hearing was lost through the network, the device or the power. */
  readonly isTechnicalFailure: boolean;
}

export type AbsenceConsequence = 'deem-withdrawn' | 'default-award';

export interface AbsenceAnswer {
  /** What the tribunal may do, it need not; null where it must not. */
  readonly may: AbsenceConsequence | null;
  /** What bars it. */
  readonly bars: readonly Step[];
}

/**
 * Whether the application may be treated as withdrawn, or an award made by default. Proof that a written notice
 * reached the party is a hard condition of both; and that it came five working days before, unless they were given up
 * (Law 35): whoever was told too late has not stayed away without reason.
 */
export function decideAbsence(facts: AbsenceFacts): Finding<AbsenceAnswer> {
  const rule = { article: article('rules', 39) };
  const bars: Step[] = noticeBars(facts.notice, facts.isSimplified);
  if (facts.hasGoodReason) bars.push(step('absence.good-reason', {}, rule));
  // The court rule is a model here; what Guangdong's own rule says of it could not be read.
  if (facts.isTechnicalFailure) {
    bars.push(step('absence.technical-failure', {}, { article: article('online-rules', 25, 2) }));
  }
  if (facts.notice !== null && !facts.notice.isInTime) {
    bars.push(step('absence.notice-late', {}, { article: article('law', 35) }));
  }
  const basis = [article('law', 36), article('rules', 39)];
  if (bars.length > 0) return finding({ may: null, bars }, basis, bars);
  const happened =
    facts.happened === 'did-not-come'
      ? step('absence.did-not-come', {}, rule)
      : step('absence.left', {}, rule);
  const steps =
    facts.role === 'claimant'
      ? [happened, step('absence.may-deem-withdrawn', {}, rule), step('absence.no-refiling', {}, rule)]
      : [happened, step('absence.may-default', {}, rule)];
  const may = facts.role === 'claimant' ? 'deem-withdrawn' : 'default-award';
  return finding({ may, bars }, basis, steps);
}

function noticeBars(notice: HearingNotice | null, isSimplified: boolean): Step[] {
  const written = { article: article('rules', 39) };
  if (notice === null) return [step('absence.no-notice', {}, written)];
  if (notice.channel === 'written') {
    return notice.isReceiptProven ? [] : [step('absence.receipt-unproven', {}, written)];
  }
  if (!isSimplified) return [step('absence.simple-notice', {}, { article: article('rules', 59, 1) })];
  return notice.isConfirmed || notice.isReceiptProven
    ? []
    : [step('absence.not-confirmed', {}, { article: article('rules', 59, 2) })];
}
