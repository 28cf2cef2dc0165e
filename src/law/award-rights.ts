import { LocalDate } from '../kernel/local-date';
import { article } from './articles';
import { AwardDocument } from './finality';
import { finding, Finding, Step, step } from './finding';

/** Which remedies an award leaves, before which courts (Law 47 to 51, Rules 50(4), Interpretation (I) 3, 16, 21). */

/** Names of the commission's courts; null where none is set, so that the paragraph says 'the competent court'. */
export interface Courts {
  /** Court of first instance at the employer's seat or the place of performance (Interpretation (I) 3). */
  readonly base: string | null;
  /** Intermediate court at the seat of the commission (Law 49(1)). */
  readonly intermediate: string | null;
}

export interface Remedy {
  readonly who: 'worker' | 'employer';
  readonly remedy: 'sue' | 'apply-to-set-aside';
  /** Natural days from the receipt of the award, the day of receipt not counted. */
  readonly days: number;
  readonly court: string | null;
}

/** What each side may do against one award document, and the sentences that tell it. */
export function awardRights(
  document: Pick<AwardDocument, 'kind' | 'workerSuitDays' | 'employerSuitDays' | 'employerSetAsideDays'>,
  courts: Courts,
): Finding<readonly Remedy[]> {
  const remedies: Remedy[] = [
    { who: 'worker', remedy: 'sue', days: document.workerSuitDays, court: courts.base },
  ];
  if (document.employerSuitDays !== null) {
    remedies.push({ who: 'employer', remedy: 'sue', days: document.employerSuitDays, court: courts.base });
  }
  if (document.employerSetAsideDays !== null) {
    const days = document.employerSetAsideDays;
    remedies.push({ who: 'employer', remedy: 'apply-to-set-aside', days, court: courts.intermediate });
  }
  const enforce = step('rights.enforce', {}, { article: article('law', 51) });
  const steps: Step[] = remedies.map((each) => remedyStep(each, document.kind));
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

function remedyStep({ who, remedy, days, court }: Remedy, kind: AwardDocument['kind']): Step {
  if (remedy === 'apply-to-set-aside') {
    const rule = { article: article('law', 49, 1) };
    return court === null
      ? step('rights.set-aside', { days }, rule)
      : step('rights.set-aside-at', { days, court }, rule);
  }
  const rule = { article: article('law', kind === 'final' ? 48 : 50) };
  if (who === 'worker') {
    return court === null
      ? step('rights.worker-sues', { days }, rule)
      : step('rights.worker-sues-at', { days, court }, rule);
  }
  return court === null
    ? step('rights.employer-sues', { days }, rule)
    : step('rights.employer-sues-at', { days, court }, rule);
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
