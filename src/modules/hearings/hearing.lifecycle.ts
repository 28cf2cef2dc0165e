import { Lifecycle } from '../../kernel/lifecycle';
import { article, citation } from '../../law/articles';
import type { HearingRole, HearingState } from './conferencing/protocol';

type Side = Extract<HearingRole, 'claimant' | 'respondent'>;

export interface OpeningFacts {
  /** Who is in the room now, before the tribunal. */
  present: ReadonlySet<HearingRole>;
  /** The side whose absence the arbitrator states, with what was found about it. */
  statedAbsence: { role: Side; reason: string } | null;
  /** Sides that have received the written notice of this hearing. */
  notified: ReadonlySet<Side>;
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

const cite = (instrument: 'rules' | 'online-rules', number: number): string =>
  citation(article(instrument, number), 'zh-CN');
const NOTICE = [cite('rules', 38)];
const COURSE = [cite('rules', 41)];
const ABSENCE = [cite('rules', 39)];

/** The waiting room opens this long before the time in the notice. */
export const LOBBY_MINUTES = 60;

const minutesBefore = (instant: Date, minutes: number): number => instant.getTime() - minutes * 60_000;
const hasReason = ({ reason }: { reason: string }): string | null =>
  reason.trim() === '' ? 'hearing.reason-missing' : null;

/** The recorder keeps the record from the first word (Rules 41, 42); an arbitrator alone opens nothing. */
const recorderIsThere = ({ present }: { present: ReadonlySet<HearingRole> }): string | null =>
  present.has('recorder') ? null : 'hearing.recorder-absent';

/** Absence of the claimant may end the case as withdrawn and is never heard over; a respondent's may be, when notified. */
const sidesAreThere = ({ present, statedAbsence, notified }: OpeningFacts): string | null => {
  if (!present.has('claimant')) return 'hearing.claimant-absent';
  if (present.has('respondent')) return null;
  if (statedAbsence?.role !== 'respondent' || statedAbsence.reason.trim() === '')
    return 'hearing.respondent-absent';
  return notified.has('respondent') ? null : 'hearing.respondent-not-notified';
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
      guards: [recorderIsThere, sidesAreThere],
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
