import { addDays, LocalDate } from '../../../kernel/local-date';
import { Fen, mulDiv } from '../../../kernel/money';
import { daysIn } from '../../../kernel/period';
import { article } from '../../articles';
import { finding, Finding, Problem, Step, step } from '../../finding';
import { ClaimRule } from '../claim';
import { FactReader } from '../facts';

/** How a worker bound by a period of service left. */
export const SERVICE_ENDS = ['resigned', 'resigned-for-cause', 'dismissed-for-fault', 'otherwise'] as const;

export interface TrainingPenaltyFacts {
  /** What the training cost, with receipts (Regulation 16). */
  readonly trainingCost: Fen;
  readonly agreedPenalty: Fen;
  /** The agreed period of service; its end may lie ahead. */
  readonly serviceFrom: LocalDate;
  readonly serviceTo: LocalDate;
  /** Last day of employment. */
  readonly leftOn: LocalDate;
  readonly leftHow: (typeof SERVICE_ENDS)[number];
}

/** 违反服务期约定的违约金 (Labour Contract Law 22). */
export const trainingPenalty: ClaimRule<TrainingPenaltyFacts> = {
  head: 'training-penalty',
  claimedBy: 'employer',
  remedy: 'money',
  kind: 'other',
  titleKey: 'claim.training-penalty',

  validate(facts: unknown, filedOn: LocalDate): Problem[] {
    const read = new FactReader(facts, filedOn);
    read.money('trainingCost', { isPositive: true });
    read.money('agreedPenalty', { isPositive: true });
    const from = read.pastDate('serviceFrom');
    const to = read.agreedDate('serviceTo');
    const leftOn = read.pastDate('leftOn');
    read.inOrder(from, to, 'serviceTo');
    read.inOrder(from, leftOn, 'leftOn');
    read.choice('leftHow', SERVICE_ENDS);
    return read.done();
  },

  compute(facts): Finding<Fen> {
    const basis = [
      article('contract-law', 22, 2),
      article('contract-regulation', 16),
      article('contract-regulation', 26),
    ];
    const steps: Step[] = [];
    const owed = isBreach(facts, steps) ? penalty(facts, steps) : 0;
    steps.push(step('claim.total', { amountFen: owed }, { amount: owed }));
    return finding(owed, basis, steps);
  },
};

function isBreach({ leftHow, leftOn, serviceTo }: TrainingPenaltyFacts, steps: Step[]): boolean {
  if (leftOn >= serviceTo) {
    steps.push(step('training.served', { toOn: serviceTo }, { article: article('contract-law', 22, 2) }));
    return false;
  }
  switch (leftHow) {
    case 'resigned':
      steps.push(step('training.resigned', { leftOn }, { article: article('contract-law', 22, 2) }));
      return true;
    case 'dismissed-for-fault':
      steps.push(step('training.for-fault', { leftOn }, { article: article('contract-regulation', 26, 2) }));
      return true;
    case 'resigned-for-cause':
      steps.push(step('training.for-cause', {}, { article: article('contract-regulation', 26, 1) }));
      return false;
    case 'otherwise':
      steps.push(step('training.no-breach', {}, { article: article('contract-law', 22, 2) }));
      return false;
  }
}

/** The agreed sum, and no more than the part of the cost that falls on the days not served. */
function penalty(facts: TrainingPenaltyFacts, steps: Step[]): Fen {
  const { trainingCost, agreedPenalty, serviceFrom, serviceTo, leftOn } = facts;
  const days = daysIn({ from: serviceFrom, to: serviceTo });
  const unserved = daysIn({ from: addDays(leftOn, 1), to: serviceTo });
  const most = mulDiv(trainingCost, unserved, days);
  const owed = Math.min(agreedPenalty, most);
  const params = { agreedFen: agreedPenalty, mostFen: most, amountFen: owed };
  const rule = { amount: owed, article: article('contract-law', 22, 2) };
  steps.push(
    step(
      'training.share',
      { costFen: trainingCost, days, unserved, mostFen: most },
      { amount: most, article: article('contract-law', 22, 2) },
    ),
    agreedPenalty > most ? step('training.capped', params, rule) : step('training.as-agreed', params, rule),
  );
  return owed;
}
