import { LocalDate } from '../kernel/local-date';
import { Fen } from '../kernel/money';
import { article } from './articles';
import { finding, Finding, Step, step } from './finding';
import { rowOn, TableRow } from './tables/table';

/** Simple handling (Rules 56 to 61). */

export interface SimpleFacts {
  /** (1) Clear facts and rights, little in dispute. */
  readonly isClear: boolean;
  /** (2) The amount in dispute. */
  readonly amount: Fen;
  /** Average yearly wage of the province in the year before; null while it has not been loaded. */
  readonly averageYearlyWage: Fen | null;
  /** (3) Both sides agree to it. */
  readonly haveBothAgreed: boolean;
}

export interface SimpleBlockers {
  /** Rules 57 (1) to (4). */
  readonly touchesPublicInterest: boolean;
  readonly hasMajorSocialEffect: boolean;
  readonly isRespondentMissing: boolean;
  readonly isUnfitForSimple: boolean;
}

/** Which of the three grounds are met; any one is enough. */
export function simpleGrounds(facts: SimpleFacts): Step[] {
  const item = (number: number) => ({ article: article('rules', 56, 1, number) });
  const grounds: Step[] = [];
  if (facts.isClear) grounds.push(step('tribunal.simple-clear', {}, item(1)));
  if (facts.averageYearlyWage !== null && facts.amount <= facts.averageYearlyWage) {
    grounds.push(
      step(
        'tribunal.simple-amount',
        { amountFen: facts.amount, averageFen: facts.averageYearlyWage },
        item(2),
      ),
    );
  }
  if (facts.haveBothAgreed) grounds.push(step('tribunal.simple-agreed', {}, item(3)));
  return grounds;
}

/** What rules it out, whatever speaks for it and whoever agrees. */
export function simpleBlockers(facts: SimpleBlockers): Step[] {
  const item = (number: number) => ({ article: article('rules', 57, undefined, number) });
  const blockers: Step[] = [];
  if (facts.touchesPublicInterest) blockers.push(step('tribunal.three-public-interest', {}, item(1)));
  if (facts.hasMajorSocialEffect) blockers.push(step('tribunal.three-social-effect', {}, item(2)));
  if (facts.isRespondentMissing) blockers.push(step('tribunal.three-respondent-missing', {}, item(3)));
  if (facts.isUnfitForSimple) blockers.push(step('tribunal.three-unfit', {}, item(4)));
  return blockers;
}

export interface SimplifiedFacts extends Omit<SimpleFacts, 'averageYearlyWage'>, SimpleBlockers {
  readonly province: string;
  /** The day of the decision: the average of the year before is the one in force on it. */
  readonly on: LocalDate;
}

/** Whether a case may be handled simply. The parties have to be told (Rules 56(2)). */
export function decideSimplified(
  facts: SimplifiedFacts,
  averageYearlyWage: readonly TableRow[],
): Finding<boolean> {
  const row = rowOn(averageYearlyWage, facts.province, facts.on);
  const grounds = simpleGrounds({ ...facts, averageYearlyWage: row?.value ?? null });
  const blockers = simpleBlockers(facts);
  const notes: Step[] = [];
  if (row === null) {
    notes.push(
      step('simplified.average-missing', { dayOn: facts.on }, { article: article('rules', 56, 1, 2) }),
    );
  } else if (!row.isVerified) {
    notes.push(step('table.not-verified', { valueFen: row.value, fromOn: row.from }));
  }
  const basis = [article('rules', 56), article('rules', 57)];
  if (blockers.length > 0) return finding(false, basis, [...grounds, ...blockers, ...notes]);
  if (grounds.length === 0) {
    const none = step('simplified.no-ground', {}, { article: article('rules', 56, 1) });
    return finding(false, basis, [none, ...notes]);
  }
  const tell = step('simplified.tell-parties', {}, { article: article('rules', 56, 2) });
  return finding(true, basis, [...grounds, tell, ...notes]);
}

/** Defence period where nothing else has been agreed, in working days (Rules 33(2), 80). */
export const DEFENCE_DAYS = 10;

export interface DefenceAgreement {
  readonly respondent: string;
  /** Working days agreed with this respondent, 0 where the period is given up; null where nothing was agreed. */
  readonly agreedDays: number | null;
}

export interface DefenceDays {
  readonly respondent: string;
  readonly days: number;
}

/**
 * The defence period of each respondent. Only simple handling lets it be shortened or given up, and only with the
 * respondent it belongs to (Rules 58).
 * Throws RangeError for days that are no whole number from 0 to 10: a period is not agreed longer than the Rules give.
 */
export function defencePeriods(
  isSimplified: boolean,
  agreements: readonly DefenceAgreement[],
): Finding<readonly DefenceDays[]> {
  const steps: Step[] = [];
  const rule = { article: article('rules', 58) };
  const periods = agreements.map(({ respondent, agreedDays }): DefenceDays => {
    if (agreedDays === null) {
      steps.push(step('simplified.defence-whole', { respondent }, { article: article('rules', 33, 2) }));
      return { respondent, days: DEFENCE_DAYS };
    }
    if (!Number.isInteger(agreedDays) || agreedDays < 0 || agreedDays > DEFENCE_DAYS) {
      throw new RangeError(`not a defence period in working days: ${agreedDays}`);
    }
    if (!isSimplified) {
      steps.push(step('simplified.defence-not-simple', { respondent }, rule));
      return { respondent, days: DEFENCE_DAYS };
    }
    steps.push(
      agreedDays === 0
        ? step('simplified.defence-given-up', { respondent }, rule)
        : step('simplified.defence-agreed', { respondent, days: agreedDays }, rule),
    );
    return { respondent, days: agreedDays };
  });
  return finding(periods, [article('rules', 33, 2), article('rules', 58)], steps);
}

export type ServedPaper = 'mediation-statement' | 'award' | 'hearing-notice' | 'other';

/** Whether a paper may be served by telephone, message, fax or e-mail (Rules 59(1)). */
export function maySimplyServe(isSimplified: boolean, paper: ServedPaper): Finding<boolean> {
  const rule = { article: article('rules', 59, 1) };
  if (!isSimplified) return finding(false, [], [step('simplified.service-not-simple', {}, rule)]);
  switch (paper) {
    case 'mediation-statement':
    case 'award':
      return finding(false, [], [step('simplified.service-barred', {}, rule)]);
    case 'hearing-notice':
      return finding(
        true,
        [],
        [
          step('simplified.service-allowed', {}, rule),
          step('simplified.service-confirm', {}, { article: article('rules', 59, 2) }),
        ],
      );
    case 'other':
      return finding(true, [], [step('simplified.service-allowed', {}, rule)]);
  }
}

export interface ConversionFacts extends SimpleBlockers {
  readonly isSimplified: boolean;
  readonly decidedOn: LocalDate;
  /** Last day of the period for the award, extensions and stops included. */
  readonly periodEndsOn: LocalDate;
}

/**
 * Whether the case goes over to the ordinary procedure (Rules 61). The period goes on from acceptance; facts that
 * both sides have confirmed need no proof again. After the period's end it is too late to convert.
 */
export function decideConversion(facts: ConversionFacts): Finding<'convert' | 'stay' | 'too-late'> {
  const rule = (paragraph: number) => ({ article: article('rules', 61, paragraph) });
  if (!facts.isSimplified) return finding('stay', [], [step('simplified.is-ordinary', {}, rule(1))]);
  const blockers = simpleBlockers(facts);
  if (blockers.length === 0) return finding('stay', [], [step('simplified.still-fit', {}, rule(1))]);
  const params = { decidedOn: facts.decidedOn, endsOn: facts.periodEndsOn };
  if (facts.decidedOn > facts.periodEndsOn) {
    return finding('too-late', [], [...blockers, step('simplified.convert-late', params, rule(1))]);
  }
  return finding(
    'convert',
    [],
    [
      ...blockers,
      step('simplified.convert', {}, rule(1)),
      step('simplified.period-goes-on', {}, rule(2)),
      step('simplified.confirmed-facts', {}, rule(2)),
    ],
  );
}
