import { Lifecycle, type GuardRefusal } from '../../kernel/lifecycle';
import type { LocalDate } from '../../kernel/local-date';
import { decideAbsence } from '../../law/absence';
import { article, citation } from '../../law/articles';
import { subtractWorkingDays, type WorkCalendar } from '../../law/calendar';
import { isNoticeSufficient, NOTICE_DAYS, type PartyNotice } from '../../law/hearing-notice';
import type { HearingRole, HearingState } from './conferencing/protocol';
import type { Defence } from './hearing-cases';

type Side = Extract<HearingRole, 'claimant' | 'respondent'>;

/** One party when a hearing is to be opened: there, or stated to be absent, and what its notice came to. */
export interface OpeningParty {
  partyId: string;
  role: Side;
  isPresent: boolean;
  /** What the arbitrator finds about its absence; null where nothing is stated. */
  absence: string | null;
  notice: PartyNotice;
  /** Whether it may still answer; a claimant has nothing to answer. */
  defence: Defence;
}

export interface OpeningFacts {
  /** Who is before the tribunal now. */
  present: ReadonlySet<HearingRole>;
  parties: readonly OpeningParty[];
  /** The day in the notice. */
  hearingOn: LocalDate;
  calendar: WorkCalendar;
}

// A type and not an interface: the lifecycle wants an index signature.
export type HearingFacts = {
  'open-lobby': { now: Date; startsAt: Date };
  open: OpeningFacts;
  recess: { reason: string };
  resume: { present: ReadonlySet<HearingRole> };
  adjourn: { reason: string };
  close: Record<string, never>;
  cancel: { reason: string };
};
export type HearingEvent = keyof HearingFacts;

export type HearingEffect =
  | {
      publish:
        'hearing.opened' | 'hearing.recessed' | 'hearing.resumed' | 'hearing.adjourned' | 'hearing.closed';
    }
  | { publish: 'hearing.cancelled' }
  /** People and room are free again for other hearings. */
  | { release: 'bookings' }
  | { case: 'adjourn' | 'hear' };

const cite = (instrument: 'law' | 'rules' | 'online-rules', number: number): string =>
  citation(article(instrument, number), 'zh-CN');
const NOTICE = [cite('rules', 38)];
const COURSE = [cite('rules', 41)];
const ABSENCE = [cite('law', 35), cite('law', 36), cite('rules', 33), cite('rules', 38), cite('rules', 39)];

/** The waiting room opens this long before the time in the notice. */
export const LOBBY_MINUTES = 60;

const minutesBefore = (instant: Date, minutes: number): number => instant.getTime() - minutes * 60_000;
const hasReason = ({ reason }: { reason: string }): string | null =>
  reason.trim() === '' ? 'hearing.reason-missing' : null;

/** The recorder keeps the record from the first word (Rules 41, 42); an arbitrator alone opens nothing. */
const recorderIsThere = ({ present }: { present: ReadonlySet<HearingRole> }): string | null =>
  present.has('recorder') ? null : 'hearing.recorder-absent';

const absent = ({ parties }: OpeningFacts, side: Side): OpeningParty[] =>
  parties.filter(({ role, isPresent }) => role === side && !isPresent);
const named = (code: string, parties: readonly OpeningParty[]): GuardRefusal | null =>
  parties.length === 0
    ? null
    : { code, params: { who: parties.map(({ notice }) => notice.party).join('、') } };

/** A hearing is never held over an absent claimant. */
const claimantsAreThere = (facts: OpeningFacts): GuardRefusal | null =>
  named('hearing.claimant-absent', absent(facts, 'claimant'));

/** Over an absent respondent it may be; each of them is stated to be absent by name. */
const absencesAreStated = (facts: OpeningFacts): GuardRefusal | null =>
  named(
    'hearing.respondent-absent',
    absent(facts, 'respondent').filter(({ absence }) => absence === null || absence.trim() === ''),
  );

/** What the law has against hearing one absent respondent over its notice; proof on one says nothing of another. */
function noticeBars({ notice }: OpeningParty, { hearingOn, calendar }: OpeningFacts): readonly string[] {
  const { bars } = decideAbsence({
    role: 'respondent',
    happened: 'did-not-come',
    hasGoodReason: false,
    notice: {
      channel: 'written',
      isReceiptProven: notice.servedOn !== null && notice.servedOn <= hearingOn,
      isConfirmed: false,
      isInTime: isNoticeSufficient([notice], hearingOn, calendar).value,
    },
    isSimplified: false,
    isTechnicalFailure: false,
  }).value;
  return bars.map(({ key }) => key);
}

/** Whoever is heard over has received the written notice (Law 36). */
const absentWereNotified = (facts: OpeningFacts): GuardRefusal | null =>
  named(
    'hearing.respondent-not-notified',
    absent(facts, 'respondent').filter((party) =>
      noticeBars(party, facts).includes('absence.receipt-unproven'),
    ),
  );

/**
 * And in time (Law 35), unless it gave the five days up. Asked of the absent alone: who comes and takes part has been
 * able to.
 */
const absentWereNotifiedInTime = (facts: OpeningFacts): GuardRefusal | null => {
  const { hearingOn, calendar } = facts;
  const late = absent(facts, 'respondent').find((party) =>
    noticeBars(party, facts).includes('absence.notice-late'),
  );
  if (!late) return null;
  const { party: who, servedOn } = late.notice;
  const lastOn = subtractWorkingDays(hearingOn, NOTICE_DAYS, calendar);
  return { code: 'hearing.notice-late', params: { who, servedOn: servedOn ?? '', lastOn } };
};

/** Nor is anybody heard over who has not got the application (Rules 33(1)). */
const absentHaveTheApplication = (facts: OpeningFacts): GuardRefusal | null =>
  named(
    'hearing.application-unserved',
    absent(facts, 'respondent').filter(({ defence }) => defence === 'unserved'),
  );

/** Or whose ten days to answer still run (Rules 33(2)). Whoever comes takes part in its own time. */
const absentHadTheirTime = (facts: OpeningFacts): GuardRefusal | null => {
  for (const { defence, notice } of absent(facts, 'respondent')) {
    if (typeof defence === 'string') continue;
    return { code: 'hearing.defence-open', params: { who: notice.party, until: defence.until } };
  }
  return null;
};

export const hearingLifecycle = new Lifecycle<HearingState, HearingFacts, HearingEffect>(
  'hearing',
  'scheduled',
  ['closed', 'adjourned', 'cancelled'],
  [
    {
      on: 'open-lobby',
      from: ['scheduled'],
      to: 'lobby-open',
      guards: [
        ({ now, startsAt }) =>
          now.getTime() < minutesBefore(startsAt, LOBBY_MINUTES) ? 'hearing.lobby-not-yet' : null,
      ],
      basis: NOTICE,
    },
    {
      on: 'open',
      from: ['lobby-open'],
      to: 'in-session',
      guards: [
        recorderIsThere,
        claimantsAreThere,
        absencesAreStated,
        absentWereNotified,
        absentWereNotifiedInTime,
        absentHaveTheApplication,
        absentHadTheirTime,
      ],
      effects: [{ publish: 'hearing.opened' }],
      basis: [...COURSE, ...ABSENCE],
    },
    {
      on: 'recess',
      from: ['in-session'],
      to: 'recess',
      guards: [hasReason],
      effects: [{ publish: 'hearing.recessed' }],
      basis: COURSE,
    },
    {
      on: 'resume',
      from: ['recess'],
      to: 'in-session',
      guards: [recorderIsThere],
      effects: [{ publish: 'hearing.resumed' }],
      basis: COURSE,
    },
    {
      on: 'adjourn',
      from: ['scheduled', 'lobby-open', 'in-session', 'recess'],
      to: 'adjourned',
      guards: [hasReason],
      effects: [{ publish: 'hearing.adjourned' }, { release: 'bookings' }, { case: 'adjourn' }],
      basis: NOTICE,
    },
    {
      on: 'close',
      from: ['in-session'],
      to: 'closed',
      effects: [{ publish: 'hearing.closed' }, { release: 'bookings' }, { case: 'hear' }],
      basis: COURSE,
    },
    {
      on: 'cancel',
      from: ['scheduled', 'lobby-open'],
      to: 'cancelled',
      guards: [hasReason],
      effects: [{ publish: 'hearing.cancelled' }, { release: 'bookings' }, { case: 'adjourn' }],
      basis: NOTICE,
    },
  ],
);
