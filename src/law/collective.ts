import { article } from './articles';
import { finding, Finding, Step, step } from './finding';

/** Collective disputes (Law 7, Rules 5, 62 to 67). */

/** Workers with common claims from whom on a dispute is collective. */
export const COLLECTIVE_FROM = 10;
export const FEWEST_REPRESENTATIVES = 3;
export const MOST_REPRESENTATIVES = 5;

export interface CollectiveFacts {
  readonly workers: number;
  readonly hasCommonClaims: boolean;
  /** On the performance of a collective contract, however many workers. */
  readonly isCollectiveContract: boolean;
  /** One of the grounds of Rules 56(1) is met and none of Rules 57 (simplified-procedure.ts). */
  readonly isFitForSimple: boolean;
}

export interface CollectiveSettings {
  /**
   * Rules 62(2) lets a collective dispute be handled simply, free of the rule of three arbitrators; Organisation
   * Rules 13(1) says three without exception. The commission decides which it follows. Rules 65 tells disputes on a
   * collective contract apart from these, so they keep their tripartite tribunal either way.
   */
  readonly mayHandleSimply: boolean;
}

export const DEFAULT_COLLECTIVE_SETTINGS: CollectiveSettings = { mayHandleSimply: false };

export interface CollectiveAnswer {
  readonly isCollective: boolean;
  /** Filed and heard before others (Rules 5). */
  readonly hasPriority: boolean;
  /** Which rules it follows: the section on collective disputes, simple handling, or the ordinary ones. */
  readonly procedure: 'collective' | 'simplified' | 'ordinary';
  /** Three arbitrators are required because it is collective. */
  readonly needsThree: boolean;
  readonly needsTripartite: boolean;
  /** The workers may elect representatives. */
  readonly mayElect: boolean;
}

export function decideCollective(
  facts: CollectiveFacts,
  settings: CollectiveSettings = DEFAULT_COLLECTIVE_SETTINGS,
): Finding<CollectiveAnswer> {
  const isByNumber = facts.workers >= COLLECTIVE_FROM && facts.hasCommonClaims;
  const isCollective = isByNumber || facts.isCollectiveContract;
  if (!isCollective) {
    return finding(
      {
        isCollective,
        hasPriority: false,
        procedure: facts.isFitForSimple ? 'simplified' : 'ordinary',
        needsThree: false,
        needsTripartite: false,
        mayElect: false,
      },
      [article('law', 7)],
      [step('collective.not-collective', { workers: facts.workers }, { article: article('rules', 62, 1) })],
    );
  }
  const steps: Step[] = [
    isByNumber
      ? step('collective.by-number', { workers: facts.workers }, { article: article('rules', 62, 1) })
      : step('collective.by-contract', {}, { article: article('rules', 62, 1) }),
    step('collective.priority', {}, { article: article('rules', 5) }),
  ];
  const isSimplified = facts.isFitForSimple && settings.mayHandleSimply && !facts.isCollectiveContract;
  if (facts.isFitForSimple && !facts.isCollectiveContract) {
    steps.push(
      isSimplified
        ? step('collective.simple-by-setting', {}, { article: article('rules', 62, 2) })
        : step('collective.three-by-setting', {}, { article: article('org-rules', 13, 1) }),
    );
  } else {
    steps.push(step('collective.three', {}, { article: article('rules', 65, 1) }));
  }
  if (facts.isCollectiveContract) {
    steps.push(step('collective.tripartite', {}, { article: article('rules', 65, 2) }));
  }
  return finding(
    {
      isCollective,
      hasPriority: true,
      procedure: isSimplified ? 'simplified' : 'collective',
      needsThree: !isSimplified,
      needsTripartite: facts.isCollectiveContract,
      mayElect: isByNumber,
    },
    [article('law', 7), article('rules', 62), article('org-rules', 13)],
    steps,
  );
}

export interface Election {
  /** Everybody on the workers' side. */
  readonly workers: readonly string[];
  readonly hasCommonClaims: boolean;
  readonly representatives: readonly string[];
}

/** Whether these people can act for the others: three to five, and only from ten workers on (Rules 63(1)). */
export function checkElection(election: Election): Finding<boolean> {
  const { workers, representatives } = election;
  const rule = { article: article('rules', 63, 1) };
  const problems: Step[] = [];
  if (workers.length < COLLECTIVE_FROM || !election.hasCommonClaims) {
    problems.push(step('collective.not-collective', { workers: workers.length }, rule));
  }
  const count = new Set(representatives).size;
  if (count < representatives.length) problems.push(step('collective.elected-twice', {}, rule));
  if (count < FEWEST_REPRESENTATIVES) problems.push(step('collective.too-few', { count }, rule));
  if (count > MOST_REPRESENTATIVES) problems.push(step('collective.too-many', { count }, rule));
  return problems.length > 0
    ? finding(false, [article('law', 7)], problems)
    : finding(true, [article('law', 7)], [step('collective.election-valid', { count }, rule)]);
}

/** What a representative does. The last four need the consent of those represented. */
export type RepresentativeAct =
  'attend' | 'plead' | 'give-evidence' | 'change-claims' | 'waive-claims' | 'admit-claims' | 'settle';

const NEEDS_CONSENT: ReadonlySet<RepresentativeAct> = new Set<RepresentativeAct>([
  'change-claims',
  'waive-claims',
  'admit-claims',
  'settle',
]);

export interface RepresentativeActAnswer {
  readonly isEffective: boolean;
  /** Represented workers whose consent is needed and has not been given. */
  readonly missing: readonly string[];
}

/** Whether an act of the representatives binds those they represent (Rules 63(1)). */
export function decideRepresentativeAct(
  act: RepresentativeAct,
  represented: readonly string[],
  consenting: readonly string[],
): Finding<RepresentativeActAnswer> {
  const rule = { article: article('rules', 63, 1) };
  if (!NEEDS_CONSENT.has(act)) {
    return finding({ isEffective: true, missing: [] }, [], [step('collective.act-binds', {}, rule)]);
  }
  const missing = represented.filter((each) => !consenting.includes(each));
  return missing.length > 0
    ? finding(
        { isEffective: false, missing },
        [],
        [step('collective.consent-missing', { count: missing.length }, rule)],
      )
    : finding({ isEffective: true, missing }, [], [step('collective.all-consent', {}, rule)]);
}

/** What has to be told in one notice (Rules 64). */
export const COMBINED_NOTICE = {
  tribunal: 'collective.notice-tribunal',
  'defence-period': 'collective.notice-defence-period',
  'evidence-period': 'collective.notice-evidence-period',
  'hearing-day': 'collective.notice-hearing-day',
  'hearing-place': 'collective.notice-hearing-place',
} as const;
export type CombinedNoticeItem = keyof typeof COMBINED_NOTICE;

/** What a combined notice still lacks. */
export function missingFromCombinedNotice(
  given: readonly CombinedNoticeItem[],
): Finding<readonly CombinedNoticeItem[]> {
  const all = Object.keys(COMBINED_NOTICE) as CombinedNoticeItem[];
  const missing = all.filter((each) => !given.includes(each));
  return finding(
    missing,
    [article('rules', 64)],
    missing.map((each) => step(COMBINED_NOTICE[each], {}, { article: article('rules', 64) })),
  );
}

export interface ContractApplicantFacts {
  readonly applicant: 'union' | 'elected-representatives' | 'other';
  readonly hasUnion: boolean;
  /** The representatives were elected under the guidance of the union above. */
  readonly isGuidedByUpperUnion: boolean;
  /** Negotiation has been tried and has settled nothing. */
  readonly hasNegotiationFailed: boolean;
}

/** Who may apply in a dispute on the performance of a collective contract (Rules 63(2)). */
export function mayApplyOnCollectiveContract(facts: ContractApplicantFacts): Finding<boolean> {
  const rule = { article: article('rules', 63, 2) };
  const problems: Step[] = [];
  if (!facts.hasNegotiationFailed) problems.push(step('collective.negotiate-first', {}, rule));
  if (facts.hasUnion) {
    if (facts.applicant !== 'union') problems.push(step('collective.union-applies', {}, rule));
  } else if (facts.applicant !== 'elected-representatives' || !facts.isGuidedByUpperUnion) {
    problems.push(step('collective.guided-representatives', {}, rule));
  }
  return problems.length > 0
    ? finding(false, [], problems)
    : finding(true, [], [step('collective.applicant-proper', {}, rule)]);
}

/** Before a collective hearing opens the sides are guided to negotiate, or mediation is tried (Rules 66(1)). */
export function mayOpenCollectiveHearing(hasNegotiated: boolean, hasMediated: boolean): Finding<boolean> {
  const rule = { article: article('rules', 66, 1) };
  const place = step('collective.venue', {}, { article: article('rules', 67) });
  return hasNegotiated || hasMediated
    ? finding(true, [], [step('collective.may-open', {}, rule), place])
    : finding(false, [], [step('collective.mediate-first', {}, rule)]);
}

export interface WorkerEffect {
  readonly worker: string;
  readonly hasEffect: boolean;
}

/** An award on several workers takes effect for each apart: for those who sue it does not (Interpretation (I) 17). */
export function effectPerWorker(
  workers: readonly string[],
  suing: readonly string[],
): Finding<readonly WorkerEffect[]> {
  const effects = workers.map((worker) => ({ worker, hasEffect: !suing.includes(worker) }));
  const bound = effects.filter((each) => each.hasEffect).length;
  return finding(
    effects,
    [],
    [
      step(
        'collective.effect-per-worker',
        { bound, suing: effects.length - bound },
        { article: article('interpretation-1', 17) },
      ),
    ],
  );
}
