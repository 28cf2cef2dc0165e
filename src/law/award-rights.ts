import { LocalDate } from '../kernel/local-date';
import { article } from './articles';
import { AwardDocument } from './finality';
import { finding, Finding, Step, step } from './finding';

/** Which remedies an award leaves, before which courts (Law 47 to 51, Rules 50(4), Interpretation (I) 3, 16, 21). */

/**
 * Where one may sue the law leaves two courts, at the employer's seat and at the place of performance, and the choice
 * to who sues (Interpretation (I) 3); only the court that sets aside can be named.
 */
export interface Courts {
  /** Intermediate court at the seat of the commission (Law 49(1)); null where its name is not known. */
  readonly intermediate: string | null;
}

export interface Remedy {
  readonly who: 'worker' | 'employer';
  readonly remedy: 'sue' | 'apply-to-set-aside';
  /** Natural days from the receipt of the award, the day of receipt not counted. */
  readonly days: number;
}

/** What each side may do against one award document, and the sentences that tell it. */
export function awardRights(
  document: Pick<AwardDocument, 'kind' | 'workerSuitDays' | 'employerSuitDays' | 'employerSetAsideDays'>,
  courts: Courts,
): Finding<readonly Remedy[]> {
  const remedies: Remedy[] = [{ who: 'worker', remedy: 'sue', days: document.workerSuitDays }];
  if (document.employerSuitDays !== null) {
    remedies.push({ who: 'employer', remedy: 'sue', days: document.employerSuitDays });
  }
  if (document.employerSetAsideDays !== null) {
    remedies.push({ who: 'employer', remedy: 'apply-to-set-aside', days: document.employerSetAsideDays });
  }
  const enforce = step('rights.enforce', {}, { article: article('law', 51) });
  const steps: Step[] = remedies.map((each) => remedyStep(each, document.kind, courts));
  return document.kind === 'final'
    ? finding(
        remedies,
        [article('rules', 50, 4)],
        [step('rights.final', {}, { article: article('law', 47) }), ...steps, enforce],
      )
    : finding(
        remedies,
        [article('rules', 50, 4)],
        [
          step('rights.non-final', {}, { article: article('law', 50) }),
          ...steps,
          step('rights.part', {}, { article: article('interpretation-1', 16) }),
          enforce,
        ],
      );
}

function remedyStep(
  { who, remedy, days }: Remedy,
  kind: AwardDocument['kind'],
  { intermediate: court }: Courts,
): Step {
  if (remedy === 'apply-to-set-aside') {
    const rule = { article: article('law', 49, 1) };
    return court === null
      ? step('rights.set-aside', { days }, rule)
      : step('rights.set-aside-at', { days, court }, rule);
  }
  const rule = { article: article('law', kind === 'final' ? 48 : 50) };
  return who === 'worker'
    ? step('rights.worker-sues', { days }, rule)
    : step('rights.employer-sues', { days }, rule);
}

export interface SetAsideFacts {
  readonly receivedOn: LocalDate;
  /** The worker's suit against the same final award. */
  readonly workersSuit:
    | { readonly state: 'none' }
    | { readonly state: 'pending' }
    /** Refused by the court, or withdrawn; the employer has got the ruling on the day. */
    | { readonly state: 'ended'; readonly rulingReceivedOn: LocalDate };
}

export interface SetAside {
  readonly mayApply: boolean;
  /** The day whose morrow begins the thirty days; null while they do not run. */
  readonly countedFrom: LocalDate | null;
}

/** Whether an employer may apply for setting aside a final award beside a worker who sues (Interpretation (I) 21). */
export function employersSetAside({ receivedOn, workersSuit }: SetAsideFacts): Finding<SetAside> {
  const rule = (paragraph: number) => ({ article: article('interpretation-1', 21, paragraph) });
  switch (workersSuit.state) {
    case 'none':
      return finding(
        { mayApply: true, countedFrom: receivedOn },
        [],
        [step('rights.set-aside-from', { receivedOn }, { date: receivedOn, article: article('law', 49, 1) })],
      );
    case 'pending':
      return finding(
        { mayApply: false, countedFrom: null },
        [],
        [step('rights.set-aside-waits', {}, rule(1))],
      );
    case 'ended': {
      const { rulingReceivedOn } = workersSuit;
      return finding(
        { mayApply: true, countedFrom: rulingReceivedOn },
        [],
        [step('rights.set-aside-again', { rulingReceivedOn }, { date: rulingReceivedOn, ...rule(2) })],
      );
    }
  }
}
