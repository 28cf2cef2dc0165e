import { LocalDate, localDate, maxDate } from '../../kernel/local-date';
import { Fen } from '../../kernel/money';
import { article } from '../articles';
import { finding, Finding, Problem, Step, step } from '../finding';
import { ClaimRule } from './claim';
import { FactReader } from './facts';
import { readSeverance, severance, SeveranceFacts } from './severance';

export const END_KINDS = [
  'dismissed',
  'laid-off',
  'employer-ended',
  'resigned',
  'resigned-for-cause',
  'agreed-by-employer',
  'agreed-by-worker',
  'expired',
] as const;

export type EndKind = (typeof END_KINDS)[number];

/**
 * What the employer dismissed for, in its own words: a ground of art. 40, which is nobody's fault; one of art. 39, the
 * worker's; or none that the law knows.
 */
export const DISMISSAL_GROUNDS = ['no-fault', 'fault', 'none'] as const;

export interface EconomicCompensationFacts extends SeveranceFacts {
  readonly endKind: EndKind;
  /** Of a dismissal only. */
  readonly dismissalGround?: (typeof DISMISSAL_GROUNDS)[number] | null;
  /** The employer offered to renew on the same or better terms and the worker declined (art. 46(5)). */
  readonly hasDeclinedRenewal?: boolean | null;
}

/** The Labour Contract Law counts years from the day it came into force (art. 97(3)). */
const LAW_IN_FORCE = localDate('2008-01-01');

export const economicCompensation: ClaimRule<EconomicCompensationFacts> = {
  head: 'economic-compensation',
  claimedBy: 'worker',
  remedy: 'money',
  kind: 'economic-compensation',
  titleKey: 'claim.economic-compensation',

  validate(facts: unknown, filedOn: LocalDate): Problem[] {
    const read = new FactReader(facts, filedOn);
    readSeverance(read);
    const endKind = read.choice('endKind', END_KINDS);
    if (endKind === 'dismissed') read.choice('dismissalGround', DISMISSAL_GROUNDS);
    else read.ignore('dismissalGround');
    read.flag('hasDeclinedRenewal');
    return read.done();
  },

  compute(facts, tables): Finding<Fen> {
    const basis = [
      article('contract-law', 46),
      article('contract-law', 47),
      article('contract-regulation', 27),
    ];
    const ground = groundFor(facts);
    const steps: Step[] = [...ground.steps];
    if (!ground.isOwed) {
      steps.push(step('claim.total', { amountFen: 0 }, { amount: 0 }));
      return finding(0, basis, steps);
    }
    const countFrom = maxDate(facts.startDate, LAW_IN_FORCE);
    if (facts.startDate < LAW_IN_FORCE) {
      steps.push(
        step(
          'economic-compensation.before-2008',
          { startedOn: facts.startDate },
          { article: article('contract-law', 97, 3) },
        ),
        step('economic-compensation.years-before', {}, { article: article('contract-law', 97, 3) }),
      );
    }
    const owed = severance(facts, countFrom, 1, tables);
    steps.push(...owed.steps, step('claim.total', { amountFen: owed.amount }, { amount: owed.amount }));
    return finding(owed.amount, basis, steps);
  },
};

interface Ground {
  readonly isOwed: boolean;
  readonly steps: readonly Step[];
}

/** Whether the way the contract ended is one of art. 46. */
function groundFor(facts: EconomicCompensationFacts): Ground {
  const at = (item: number) => ({ article: article('contract-law', 46, undefined, item) });
  const owed = (key: string, item: number): Ground => ({ isOwed: true, steps: [step(key, {}, at(item))] });
  switch (facts.endKind) {
    case 'resigned-for-cause':
      return owed('economic-compensation.for-cause', 1);
    case 'agreed-by-employer':
      return owed('economic-compensation.agreed', 2);
    case 'laid-off':
      return owed('economic-compensation.laid-off', 4);
    case 'employer-ended':
      return owed('economic-compensation.employer-ended', 6);
    case 'dismissed':
      return dismissed(facts.dismissalGround);
    case 'expired':
      return facts.hasDeclinedRenewal
        ? { isOwed: false, steps: [step('economic-compensation.declined-renewal', {}, at(5))] }
        : owed('economic-compensation.expired', 5);
    case 'resigned':
    case 'agreed-by-worker':
      return {
        isOwed: false,
        steps: [
          step('economic-compensation.own-wish', {}, { article: article('contract-law', 46) }),
          step('economic-compensation.choose-cause'),
        ],
      };
  }
}

/** Art. 46 names the dismissals of art. 40 only; for one without a ground the law gives damages instead (art. 87). */
function dismissed(ground: EconomicCompensationFacts['dismissalGround']): Ground {
  const ifUnlawful = step('economic-compensation.if-unlawful', {}, { article: article('contract-law', 87) });
  switch (ground) {
    case 'no-fault':
      return {
        isOwed: true,
        steps: [
          step('economic-compensation.dismissed', {}, { article: article('contract-law', 46, undefined, 3) }),
          ifUnlawful,
        ],
      };
    case 'fault':
      return {
        isOwed: false,
        steps: [
          step('economic-compensation.fault', {}, { article: article('contract-law', 39) }),
          ifUnlawful,
        ],
      };
    default:
      return {
        isOwed: false,
        steps: [
          step('economic-compensation.no-ground', {}, { article: article('contract-law', 46) }),
          ifUnlawful,
        ],
      };
  }
}
