import { addDays, LocalDate } from '../../kernel/local-date';
import { article } from '../articles';
import { finding, Problem, step } from '../finding';
import { ClaimRule } from './claim';
import { FactReader } from './facts';

/** Claims for something else than money: a finding, a paper, the job itself. They have no figure. */

export interface RelationFacts {
  /** First day of work (用工之日). */
  readonly from: LocalDate;
  /** Last day of employment; absent while it goes on. */
  readonly to?: LocalDate | null;
}

/** 确认劳动关系. */
export const relationConfirmation: ClaimRule<RelationFacts, null> = {
  head: 'relation-confirmation',
  claimedBy: 'worker',
  remedy: 'act',
  kind: 'relation-confirmation',
  titleKey: 'claim.relation-confirmation',

  validate(facts: unknown, filedOn: LocalDate): Problem[] {
    const read = new FactReader(facts, filedOn);
    const from = read.pastDate('from');
    const to = read.pastDate('to', { isOptional: true });
    read.inOrder(from, to, 'to');
    return read.done();
  },

  compute({ from, to }) {
    const rule = { article: article('contract-law', 7) };
    return finding(
      null,
      [article('contract-law', 7), article('law', 2, undefined, 1)],
      [
        to
          ? step('relation.between', { fromOn: from, toOn: to }, rule)
          : step('relation.since', { fromOn: from }, rule),
        step('relation.proof', {}, { article: article('law', 6) }),
      ],
    );
  },
};

export interface EndedFacts {
  /** Last day of employment. */
  readonly endDate: LocalDate;
}

function readEnd(facts: unknown, filedOn: LocalDate): Problem[] {
  const read = new FactReader(facts, filedOn);
  read.pastDate('endDate');
  return read.done();
}

/** 继续履行劳动合同, instead of damages for unlawful dismissal. */
export const reinstatement: ClaimRule<EndedFacts, null> = {
  head: 'reinstatement',
  claimedBy: 'worker',
  remedy: 'act',
  kind: 'other',
  titleKey: 'claim.reinstatement',
  validate: readEnd,

  compute({ endDate }) {
    return finding(
      null,
      [article('contract-law', 48)],
      [
        step('reinstatement.instead', { endOn: endDate }, { article: article('contract-law', 48) }),
        step('reinstatement.impossible', {}, { article: article('interpretation-2', 16) }),
        step('unlawful-dismissal.proof', {}, { article: article('interpretation-1', 44) }),
      ],
    );
  },
};

/** 出具解除、终止劳动合同证明. */
export const leavingCertificate: ClaimRule<EndedFacts, null> = {
  head: 'leaving-certificate',
  claimedBy: 'worker',
  remedy: 'act',
  kind: 'other',
  titleKey: 'claim.leaving-certificate',
  validate: readEnd,

  compute({ endDate }) {
    return finding(
      null,
      [article('contract-law', 50, 1), article('contract-law', 89)],
      [
        step('certificate.due', { endOn: endDate }, { article: article('contract-law', 50, 1) }),
        step('certificate.content', {}, { article: article('contract-regulation', 24) }),
        step('certificate.loss', {}, { article: article('contract-law', 89) }),
      ],
    );
  },
};

const DAYS_TO_TRANSFER = 15;

/** 办理档案和社会保险关系转移手续. */
export const fileTransfer: ClaimRule<EndedFacts, null> = {
  head: 'file-transfer',
  claimedBy: 'worker',
  remedy: 'act',
  kind: 'other',
  titleKey: 'claim.file-transfer',
  validate: readEnd,

  compute({ endDate }) {
    const dueOn = addDays(endDate, DAYS_TO_TRANSFER);
    return finding(
      null,
      [article('contract-law', 50, 1)],
      [
        step(
          'transfer.due',
          { endOn: endDate, days: DAYS_TO_TRANSFER, dueOn },
          { date: dueOn, article: article('contract-law', 50, 1) },
        ),
        step('transfer.withheld', {}, { article: article('contract-law', 84, 3) }),
      ],
    );
  },
};
