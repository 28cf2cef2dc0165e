import { article, citation, type Article } from '../../law/articles';
import type { ExtendablePeriod } from '../../law/clocks';
import { SUSPENSION_GROUNDS } from '../../law/course-of-case';
import type { ClaimHead } from '../../law/claims/claim';
import type { ClaimChange } from '../../law/later-claims';
import { RECUSAL_GROUNDS } from '../../law/recusal';
import type { AwardError, RevocationGround } from '../../law/requests';
import type { ApplicationClaimDto, CaseState } from '../cases';
import type { MotionRelation } from './motion.policy';

export const MOTION_KINDS = [
  'withdrawal',
  'extension',
  'suspension',
  'resumption',
  'postponement',
  'evidence-extension',
  'outage-extension',
  'deemed-withdrawal',
  'revocation',
  'termination',
  'award-correction',
  'private-hearing',
  'claims-change',
  'claims-waiver',
  'jurisdiction-objection',
  'transfer',
  'recusal',
] as const;
export type MotionKind = (typeof MOTION_KINDS)[number];

/** What is asked of whoever files, each by the name it has in the request. */
export type MotionField =
  | 'reason'
  | 'claims'
  | 'competent'
  | 'challenged'
  | 'isKnownSinceOpening'
  | 'ground'
  | 'days'
  | 'period'
  | 'until'
  | 'happened'
  | 'hasGoodReason'
  | 'isTechnicalFailure'
  | 'court'
  | 'courtNumber'
  | 'courtAcceptedOn'
  | 'awardId'
  | 'error'
  | 'wasDecided'
  | 'wrong'
  | 'right';

export interface MotionRow {
  /** Who may ask. Whoever may also decide the kind decides it by filing it. */
  readonly filers: readonly MotionRelation[];
  readonly deciders: readonly MotionRelation[];
  /** States of the case in which it can be asked for and granted. */
  readonly states: readonly CaseState[];
  /** Whether the case may, must or must not stand still. */
  readonly standing: 'running' | 'suspended' | 'either';
  /** In the order in which they are asked. */
  readonly required: readonly MotionField[];
  readonly optional: readonly MotionField[];
  readonly choices: Partial<Record<MotionField, readonly string[]>>;
  /** What the law leaves to the person who asks cannot be refused. */
  readonly isRefusable: boolean;
  /** What granting does to the state of the case; null where the case goes on. */
  readonly ends: 'withdraw' | 'deem-withdrawn' | 'revoke' | 'terminate' | 'transfer' | null;
  readonly basis: readonly Article[];
}

const PARTIES = ['claimant', 'respondent'] as const;
const UNTIL_RESULT = ['accepted', 'constituted', 'set-down', 'heard'] as const satisfies CaseState[];
const WITH_TRIBUNAL = ['constituted', 'set-down', 'heard'] as const satisfies CaseState[];

const GROUNDS = Object.keys(SUSPENSION_GROUNDS);
const REVOCATION_GROUNDS: readonly RevocationGround[] = [
  'scope',
  'claims',
  'parties',
  'same-matter',
  'jurisdiction',
];
/** Rules 25: state secrets of themselves; the rest on the written request of the party it concerns. */
const PRIVACY_GROUNDS = ['agreed', 'trade-secret', 'privacy', 'state-secret'] as const;
export type PrivacyGround = (typeof PRIVACY_GROUNDS)[number];
/** The periods that can be asked for by name, and the clock of each. */
export const PERIODS = { defence: 'D05', evidence: 'D08' } as const satisfies Record<
  string,
  ExtendablePeriod
>;
export type Period = keyof typeof PERIODS;
const RECUSAL = Object.keys(RECUSAL_GROUNDS);
const AWARD_ERRORS: readonly AwardError[] = ['writing', 'arithmetic', 'left-out'];

/** All kinds of motions as one table. What each does when it is granted: motion-effects.ts. */
export const MOTIONS: Readonly<Record<MotionKind, MotionRow>> = {
  withdrawal: {
    filers: ['claimant'],
    deciders: ['arbitrator', 'filing-clerk'],
    states: ['received', 'correcting', ...UNTIL_RESULT],
    standing: 'either',
    required: [],
    optional: ['reason'],
    choices: {},
    // 申请人可以自行撤回: the commission takes note of it; nothing in the text lets it say no.
    isRefusable: false,
    ends: 'withdraw',
    basis: [article('rules', 35)],
  },
  extension: {
    filers: ['arbitrator'],
    deciders: ['director'],
    states: WITH_TRIBUNAL,
    standing: 'running',
    required: ['days', 'reason'],
    optional: [],
    choices: {},
    isRefusable: true,
    ends: null,
    basis: [article('law', 43, 1), article('rules', 45)],
  },
  suspension: {
    filers: [...PARTIES, 'arbitrator', 'filing-clerk'],
    deciders: ['director'],
    states: UNTIL_RESULT,
    standing: 'running',
    required: ['ground', 'reason'],
    optional: [],
    choices: { ground: GROUNDS },
    isRefusable: true,
    ends: null,
    basis: [article('rules', 47)],
  },
  resumption: {
    filers: [...PARTIES, 'arbitrator', 'director'],
    deciders: ['arbitrator', 'director'],
    states: UNTIL_RESULT,
    standing: 'suspended',
    required: ['reason'],
    optional: [],
    choices: {},
    isRefusable: true,
    ends: null,
    basis: [article('rules', 47, 2)],
  },
  postponement: {
    filers: PARTIES,
    // 由仲裁委员会根据实际情况决定
    deciders: ['arbitrator', 'filing-clerk'],
    states: ['set-down'],
    standing: 'either',
    required: ['reason'],
    optional: [],
    choices: {},
    isRefusable: true,
    ends: null,
    basis: [article('law', 35), article('rules', 38)],
  },
  'evidence-extension': {
    filers: PARTIES,
    deciders: ['arbitrator', 'filing-clerk'],
    states: ['accepted', 'constituted', 'set-down'],
    standing: 'either',
    required: ['until', 'reason'],
    optional: [],
    choices: {},
    isRefusable: true,
    ends: null,
    basis: [article('rules', 15)],
  },
  // Our own service could not be reached on the last day: the commission decides whether to give more time.
  'outage-extension': {
    filers: PARTIES,
    deciders: ['arbitrator', 'filing-clerk'],
    states: UNTIL_RESULT,
    standing: 'either',
    required: ['period', 'until', 'reason'],
    optional: [],
    choices: { period: Object.keys(PERIODS) },
    isRefusable: true,
    ends: null,
    basis: [article('rules', 19, 2), article('civil-procedure', 86)],
  },
  'deemed-withdrawal': {
    filers: ['arbitrator'],
    deciders: ['arbitrator'],
    states: WITH_TRIBUNAL,
    standing: 'running',
    required: ['happened', 'hasGoodReason', 'isTechnicalFailure', 'reason'],
    optional: [],
    choices: { happened: ['did-not-come', 'left-without-leave'] },
    isRefusable: true,
    ends: 'deem-withdrawn',
    basis: [article('law', 36, 1), article('rules', 39)],
  },
  revocation: {
    filers: ['filing-clerk', 'arbitrator', 'director'],
    deciders: ['director'],
    states: UNTIL_RESULT,
    standing: 'either',
    required: ['ground', 'reason'],
    optional: [],
    choices: { ground: REVOCATION_GROUNDS },
    isRefusable: true,
    ends: 'revoke',
    basis: [article('rules', 32)],
  },
  termination: {
    filers: [...PARTIES, 'filing-clerk', 'arbitrator'],
    deciders: ['filing-clerk', 'arbitrator'],
    states: UNTIL_RESULT,
    standing: 'either',
    required: ['court', 'courtNumber', 'courtAcceptedOn'],
    optional: ['reason'],
    choices: {},
    isRefusable: true,
    ends: 'terminate',
    basis: [article('law', 43, 1), article('rules', 48)],
  },
  'award-correction': {
    filers: [...PARTIES, 'arbitrator'],
    deciders: ['arbitrator'],
    states: ['decided'],
    standing: 'either',
    required: ['awardId', 'error', 'right', 'reason'],
    optional: ['wrong', 'wasDecided'],
    choices: { error: AWARD_ERRORS },
    isRefusable: true,
    ends: null,
    basis: [article('rules', 54)],
  },
  'private-hearing': {
    filers: [...PARTIES, 'arbitrator'],
    deciders: ['arbitrator'],
    states: ['accepted', 'constituted', 'set-down'],
    standing: 'running',
    required: ['ground', 'reason'],
    optional: [],
    choices: { ground: PRIVACY_GROUNDS },
    isRefusable: true,
    ends: null,
    basis: [article('law', 26), article('rules', 25)],
  },
  'claims-change': {
    filers: ['claimant'],
    // 仲裁庭……审查后认为应当受理的
    deciders: ['arbitrator'],
    states: UNTIL_RESULT,
    standing: 'running',
    required: ['claims', 'reason'],
    optional: [],
    choices: {},
    isRefusable: true,
    ends: null,
    basis: [article('rules', 44)],
  },
  'claims-waiver': {
    filers: ['claimant'],
    deciders: ['arbitrator', 'filing-clerk'],
    states: UNTIL_RESULT,
    standing: 'either',
    required: ['claims'],
    optional: ['reason'],
    choices: {},
    // Who may take back the whole may take back a part.
    isRefusable: false,
    ends: null,
    basis: [article('rules', 35)],
  },
  'jurisdiction-objection': {
    // 答辩期满前: the period is the respondent's.
    filers: ['respondent'],
    // 仲裁委员会应当审查
    deciders: ['filing-clerk', 'director'],
    states: UNTIL_RESULT,
    standing: 'either',
    required: ['reason'],
    optional: ['competent'],
    choices: {},
    isRefusable: true,
    ends: 'transfer',
    basis: [article('rules', 10)],
  },
  transfer: {
    filers: ['filing-clerk', 'arbitrator', 'director'],
    deciders: ['director'],
    states: UNTIL_RESULT,
    standing: 'either',
    required: ['competent', 'reason'],
    optional: [],
    choices: {},
    isRefusable: true,
    ends: 'transfer',
    basis: [article('rules', 9)],
  },
  recusal: {
    // A party challenges; whoever has a ground against himself withdraws of himself (Law 33(1)).
    filers: [...PARTIES, 'arbitrator', 'recorder'],
    // 由仲裁委员会主任或者其委托的仲裁院负责人决定; whoever is challenged decides nothing.
    deciders: ['director'],
    states: WITH_TRIBUNAL,
    standing: 'either',
    required: ['challenged', 'ground', 'reason'],
    optional: ['isKnownSinceOpening'],
    choices: { challenged: ['arbitrator', 'recorder'], ground: RECUSAL },
    isRefusable: true,
    ends: null,
    basis: [article('law', 33), article('rules', 11), article('rules', 12)],
  },
};

/** What may be chosen: what a party has to ask for itself is not found by the tribunal of its own motion (Rules 25). */
export function choicesOf(
  kind: MotionKind,
  isParty: boolean,
  capacity: 'arbitrator' | 'recorder' = 'arbitrator',
): MotionRow['choices'] {
  // Of the tribunal each withdraws for itself alone.
  if (kind === 'recusal' && !isParty) return { ...MOTIONS.recusal.choices, challenged: [capacity] };
  return kind === 'private-hearing' && !isParty ? { ground: ['state-secret'] } : MOTIONS[kind].choices;
}

export const citations = (basis: readonly Article[]): string[] =>
  basis.map((each) => citation(each, 'zh-CN'));

/** Decided in the act of filing: nobody asks themselves. */
export function decidesByFiling(kind: MotionKind, relations: ReadonlySet<MotionRelation>): boolean {
  const row = MOTIONS[kind];
  return isAmong(row.filers, relations) && isAmong(row.deciders, relations);
}

export function isAmong(wanted: readonly MotionRelation[], relations: ReadonlySet<MotionRelation>): boolean {
  return wanted.some((relation) => relations.has(relation));
}

/** Kinds after which something else is claimed than before: one of them decided leaves the other nothing to speak of. */
export const CLAIM_KINDS: readonly MotionKind[] = ['claims-change', 'claims-waiver'];

/** What a proposal does to one claim, in the words of the day on which it was made. */
export interface ProposedClaim {
  change: ClaimChange;
  ordinal: number;
  head: ClaimHead;
  titleKey: string;
  /** Null where there was none, or for a claim that is not for money. */
  was: { amountFen: number | null; fromOn: string | null; toOn: string | null } | null;
  becomes: { amountFen: number | null; fromOn: string | null; toOn: string | null } | null;
}

export interface MotionDetails {
  reason?: string;
  /** Who is to withdraw. */
  challenged?: 'arbitrator' | 'recorder';
  /** The ground became known only after the hearing had opened (Rules 11(1)). */
  isKnownSinceOpening?: boolean;
  /** The commission that has jurisdiction: its id in this system, or its name. */
  competent?: string;
  /** All claims as they are to stand. */
  claims?: ApplicationClaimDto[];
  /** What that changes, as it was when it was asked for. */
  proposed?: ProposedClaim[];
  ground?: string;
  days?: number;
  /** After an outage: which period. */
  period?: Period;
  until?: string;
  happened?: 'did-not-come' | 'left-without-leave';
  hasGoodReason?: boolean;
  isTechnicalFailure?: boolean;
  court?: string;
  courtNumber?: string;
  courtAcceptedOn?: string;
  awardId?: string;
  error?: AwardError;
  wasDecided?: boolean;
  wrong?: string;
  right?: string;
}

export interface MotionDecision {
  outcome: 'granted' | 'refused';
  reason: string;
  /** More time for evidence, or after an outage: the new last day. */
  until?: string;
  /** Extension: the days approved. */
  days?: number;
  /** Transfer: name of the commission the case goes to. */
  competent?: string;
}

/** Changed claims wait for an answer until somebody has been heard on them. */
export const hasDefence = (
  { kind, state }: { kind: MotionKind; state: string },
  caseState: CaseState,
): boolean =>
  kind === 'claims-change' &&
  (state === 'filed' || state === 'granted') &&
  ['accepted', 'constituted', 'set-down'].includes(caseState);

/** In which capacity somebody of the tribunal speaks for itself. */
export const capacityOf = (relations: ReadonlySet<MotionRelation>): 'arbitrator' | 'recorder' =>
  relations.has('arbitrator') ? 'arbitrator' : 'recorder';

/** What is missing or not among the choices, as the code of each field; what the law makes of it comes afterwards. */
export function fieldProblems(
  kind: MotionKind,
  details: MotionDetails,
  isParty: boolean,
  capacity?: 'arbitrator' | 'recorder',
): { pointer: string; code: string }[] {
  const { required, optional } = MOTIONS[kind];
  const choices = choicesOf(kind, isParty, capacity);
  const known = new Set<string>([...required, ...optional]);
  const unknown = Object.keys(details)
    .filter((name) => !known.has(name))
    .map((name) => ({ pointer: `/details/${name}`, code: 'field.unknown' }));
  const missing = required
    .filter((name) => isBlank(details[name]))
    .map((name) => ({ pointer: `/details/${name}`, code: 'field.required' }));
  const odd = Object.entries(choices)
    .filter(([name, values]) => {
      const value = details[name as MotionField];
      return !isBlank(value) && !values.includes(String(value));
    })
    .map(([name]) => ({ pointer: `/details/${name}`, code: 'field.choice' }));
  return [...unknown, ...missing, ...odd];
}

const isBlank = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);
