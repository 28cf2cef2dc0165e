import { Lifecycle, type GuardRefusal } from '../../kernel/lifecycle';

export type CaseState =
  | 'received'
  | 'correcting'
  | 'refused'
  | 'referred'
  | 'accepted'
  | 'constituted'
  | 'set-down'
  | 'heard'
  | 'decided'
  | 'withdrawn'
  | 'deemed-withdrawn'
  | 'revoked'
  | 'terminated'
  | 'transferred'
  | 'mediated';

/** What each step must know; whoever fires it brings it along, so that no guard has to fetch. */
export interface CaseFacts {
  'request-correction': { hasBeenRequestedBefore: boolean } & Arrival;
  correct: Record<string, never>;
  accept: { areConditionsMet: boolean };
  refuse: { groundCount: number } & Arrival;
  refer: { hasCompetentCommission: boolean } & Arrival;
  constitute: Record<string, never>;
  dissolve: Record<string, never>;
  'set-down': Record<string, never>;
  adjourn: Record<string, never>;
  'close-hearing': Record<string, never>;
  'reopen-hearing': { reason: string };
  decide: DecidingFacts;
  withdraw: Record<string, never>;
  'deem-withdrawn': { isReceiptProven: boolean };
  revoke: Record<string, never>;
  terminate: { isTakenByCourt: boolean };
  /** Name of the competent commission. */
  transfer: { competent: string };
  settle: { areAllClaimsSettled: boolean; haveAllSigned: boolean };
}

/** Whether it was filed here or sent here by another commission (Rules 9). */
export interface Arrival {
  isTransferred: boolean;
}

export interface DecidingFacts {
  areAllClaimsDecided: boolean;
  areRecordsConfirmed: boolean;
  /** Respondents for whom nobody was heard since their seat was taken back, and who did not stay away duly either. */
  unheard: readonly string[];
  /** Respondents that were at no hearing, have not answered and still may. */
  mayStillAnswer: readonly { who: string; until: string }[];
  /** Terms agreed, or a mediation statement made, that waits to be signed for. */
  isSettlementPending: boolean;
}

export type CaseEffect =
  | { stamp: 'accepted-at' | 'decided-at' }
  /** The draft that was to mend the application leads nowhere any more. */
  | { close: 'correction' };

const RULES = '《劳动人事争议仲裁办案规则》';
const LAW = '《劳动争议调解仲裁法》';

/** Whoever was heard in its name was not it: the right to examine and to argue was nobody's (Law 38). */
const everybodyWasHeard = ({ unheard }: DecidingFacts): GuardRefusal | null =>
  unheard.length === 0 ? null : { code: 'award.party-unheard', params: { who: unheard.join('、') } };

/** Nothing is decided over somebody who has not come and still has time to answer (Rules 33). */
const defenceIsOver = ({ mayStillAnswer: [first] }: DecidingFacts): GuardRefusal | null =>
  first === undefined ? null : { code: 'award.defence-open', params: { who: first.who, until: first.until } };

/** 受移送的仲裁委员会应当依法受理; who sees it otherwise asks the authority above both (Rules 9(2)). */
const arrivedHere = ({ isTransferred }: Arrival): GuardRefusal | null =>
  isTransferred ? 'case.transferred-must-be-accepted' : null;

export const caseLifecycle = new Lifecycle<CaseState, CaseFacts, CaseEffect>(
  'case',
  'received',
  [
    'refused',
    'referred',
    'decided',
    'withdrawn',
    'deemed-withdrawn',
    'revoked',
    'terminated',
    'transferred',
    'mediated',
  ],
  [
    {
      on: 'request-correction',
      from: ['received'],
      to: 'correcting',
      // All defects are told once and together; there is no second request.
      guards: [arrivedHere, (facts) => (facts.hasBeenRequestedBefore ? 'case.correction-only-once' : null)],
      basis: [`${RULES}第二十九条`, `${RULES}第九条`],
    },
    {
      on: 'correct',
      from: ['correcting'],
      to: 'received',
      basis: [`${RULES}第二十九条`, `${RULES}第四十六条`],
    },
    {
      on: 'accept',
      from: ['received'],
      to: 'accepted',
      guards: [(facts) => (facts.areConditionsMet ? null : 'case.conditions-not-met')],
      effects: [{ stamp: 'accepted-at' }],
      basis: [`${RULES}第三十条`],
    },
    {
      on: 'refuse',
      from: ['received', 'correcting'],
      to: 'refused',
      guards: [arrivedHere, (facts) => (facts.groundCount > 0 ? null : 'case.refusal-needs-ground')],
      basis: [`${RULES}第三十一条`, `${RULES}第九条`],
    },
    {
      on: 'refer',
      from: ['received', 'correcting'],
      to: 'referred',
      guards: [
        arrivedHere,
        (facts) => (facts.hasCompetentCommission ? null : 'case.referral-needs-commission'),
      ],
      basis: [`${RULES}第三十一条`, `${RULES}第九条`],
    },
    { on: 'constitute', from: ['accepted'], to: 'constituted', basis: [`${RULES}第三十七条`] },
    {
      // Somebody of the tribunal has withdrawn: another one is formed (Law 33).
      on: 'dissolve',
      from: ['constituted', 'heard'],
      to: 'accepted',
      basis: [`${LAW}第三十三条`, `${RULES}第十一条`, `${RULES}第十二条`],
    },
    { on: 'set-down', from: ['constituted'], to: 'set-down', basis: [`${RULES}第三十八条`] },
    { on: 'adjourn', from: ['set-down'], to: 'constituted', basis: [`${RULES}第三十八条`] },
    {
      on: 'close-hearing',
      from: ['set-down'],
      to: 'heard',
      basis: [`${RULES}第四十一条`, `${RULES}第四十二条`],
    },
    {
      // The commission is not bound by a hearing that heard somebody else, or too little.
      on: 'reopen-hearing',
      from: ['heard'],
      to: 'constituted',
      guards: [({ reason }) => (reason.trim() === '' ? 'hearing.reason-missing' : null)],
      basis: [`${LAW}第三十八条`, `${RULES}第四十一条`],
    },
    {
      on: 'decide',
      from: ['heard'],
      to: 'decided',
      guards: [
        everybodyWasHeard,
        defenceIsOver,
        // What the parties have agreed on is theirs until one of them goes back on it (Law 42(4)).
        (facts) => (facts.isSettlementPending ? 'award.settlement-pending' : null),
        // What was said is settled before it is judged by.
        (facts) => (facts.areRecordsConfirmed ? null : 'award.record-unconfirmed'),
        (facts) => (facts.areAllClaimsDecided ? null : 'award.claims-undecided'),
      ],
      effects: [{ stamp: 'decided-at' }],
      basis: [
        `${LAW}第三十八条`,
        `${LAW}第四十二条`,
        `${RULES}第三十三条`,
        `${RULES}第四十二条`,
        `${RULES}第四十五条`,
        `${RULES}第五十三条`,
      ],
    },
    {
      on: 'withdraw',
      from: ['received', 'correcting', 'accepted', 'constituted', 'set-down', 'heard'],
      to: 'withdrawn',
      effects: [{ close: 'correction' }],
      basis: [`${RULES}第三十五条`],
    },
    {
      // After an adjournment over the absence the case is constituted again; who leaves may leave near the end.
      on: 'deem-withdrawn',
      from: ['constituted', 'set-down', 'heard'],
      to: 'deemed-withdrawn',
      guards: [(facts) => (facts.isReceiptProven ? null : 'case.notice-unproven')],
      basis: [`${RULES}第三十九条`],
    },
    {
      on: 'revoke',
      from: ['accepted', 'constituted', 'set-down', 'heard'],
      to: 'revoked',
      basis: [`${RULES}第三十二条`],
    },
    {
      on: 'terminate',
      from: ['accepted', 'constituted', 'set-down', 'heard'],
      to: 'terminated',
      guards: [(facts) => (facts.isTakenByCourt ? null : 'case.not-taken-by-court')],
      basis: [`${RULES}第四十八条`],
    },
    {
      on: 'transfer',
      from: ['accepted', 'constituted', 'set-down', 'heard'],
      to: 'transferred',
      guards: [({ competent }) => (competent.trim() === '' ? 'case.referral-needs-commission' : null)],
      basis: [`${RULES}第九条`, `${RULES}第十条`],
    },
    {
      on: 'settle',
      from: ['constituted', 'set-down', 'heard'],
      to: 'mediated',
      guards: [
        // One signature binds nobody: the statement takes effect when all have signed for it.
        (facts) => (facts.haveAllSigned ? null : 'settlement.not-all-signed'),
        (facts) => (facts.areAllClaimsSettled ? null : 'settlement.claims-open'),
      ],
      basis: [`${LAW}第四十二条`, `${RULES}第七十二条`],
    },
  ],
);
