import { diffDays, LocalDate } from '../../kernel/local-date';
import { Fen } from '../../kernel/money';
import { article } from '../articles';
import { finding, Finding, Problem, Step, step } from '../finding';
import { ClaimRule } from './claim';
import { FactReader } from './facts';
import { lessPaid } from './wage-period';

/** The three grounds of Labour Contract Law 40, and everything else. */
export const NOTICE_GROUNDS = ['illness', 'incompetent', 'circumstances', 'other'] as const;

export interface NoticePayFacts {
  readonly ground: (typeof NOTICE_GROUNDS)[number];
  /** Last day of employment. */
  readonly endDate: LocalDate;
  /** Day on which the written notice came; absent when there was none. */
  readonly noticedOn?: LocalDate | null;
  /** The wage of the month before the dismissal (Regulation 20), not an average. */
  readonly lastMonthWage: Fen;
  readonly paid?: Fen | null;
}

const NOTICE_DAYS = 30;

/** 代通知金. */
export const noticePay: ClaimRule<NoticePayFacts> = {
  head: 'notice-pay',
  claimedBy: 'worker',
  remedy: 'money',
  kind: 'labour-remuneration',
  titleKey: 'claim.notice-pay',

  validate(facts: unknown, filedOn: LocalDate): Problem[] {
    const read = new FactReader(facts, filedOn);
    read.choice('ground', NOTICE_GROUNDS);
    const endDate = read.pastDate('endDate');
    const noticedOn = read.pastDate('noticedOn', { isOptional: true });
    read.inOrder(noticedOn, endDate, 'endDate');
    read.money('lastMonthWage', { isPositive: true });
    read.money('paid', { isOptional: true });
    return read.done();
  },

  compute(facts): Finding<Fen> {
    const basis = [article('contract-law', 40), article('contract-regulation', 20)];
    const steps: Step[] = [];
    const owed = notice(facts, steps) ? lessPaid(facts.lastMonthWage, facts.paid, steps) : 0;
    steps.push(step('claim.total', { amountFen: owed }, { amount: owed }));
    return finding(owed, basis, steps);
  },
};

/** Whether a month's wage takes the place of a notice that was not given. */
function notice({ ground, endDate, noticedOn, lastMonthWage }: NoticePayFacts, steps: Step[]): boolean {
  const item = { illness: 1, incompetent: 2, circumstances: 3, other: null }[ground];
  if (item === null) {
    steps.push(
      step('notice-pay.other-ground', {}, { article: article('contract-law', 40) }),
      step('notice-pay.damages-instead', {}, { article: article('contract-law', 87) }),
    );
    return false;
  }
  steps.push(step('notice-pay.ground', {}, { article: article('contract-law', 40, undefined, item) }));
  if (noticedOn) {
    const days = diffDays(noticedOn, endDate);
    const params = { noticeOn: noticedOn, endOn: endDate, days };
    const isInTime = days >= NOTICE_DAYS;
    steps.push(
      isInTime
        ? step('notice-pay.in-time', params, { article: article('contract-law', 40) })
        : step('notice-pay.too-short', params, { article: article('contract-law', 40) }),
    );
    if (isInTime) return false;
  } else {
    steps.push(step('notice-pay.none', {}, { article: article('contract-law', 40) }));
  }
  steps.push(
    step(
      'notice-pay.month',
      { wageFen: lastMonthWage },
      { amount: lastMonthWage, article: article('contract-regulation', 20) },
    ),
    step('notice-pay.besides', {}, { article: article('contract-law', 46, undefined, 3) }),
  );
  return true;
}
