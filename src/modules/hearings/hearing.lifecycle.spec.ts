import { DomainError } from '../../kernel/domain-error';
import { HEARING_STATES, type HearingRole, type HearingState } from './conferencing/protocol';
import {
  hearingLifecycle,
  type HearingEvent,
  type HearingFacts,
  type OpeningFacts,
} from './hearing.lifecycle';

const at = (text: string): Date => new Date(`2026-12-01T${text}:00+08:00`);
const everybody = new Set<HearingRole>(['arbitrator', 'recorder', 'claimant', 'respondent']);
const without = (...roles: HearingRole[]): Set<HearingRole> =>
  new Set([...everybody].filter((role) => !roles.includes(role)));

const GOOD: HearingFacts = {
  'open-lobby': { now: at('08:00'), startsAt: at('09:00') },
  open: { present: everybody, statedAbsence: null, notified: new Set() },
  recess: { reason: '休庭十分钟' },
  resume: { present: everybody },
  adjourn: { reason: '需要补充鉴定' },
  close: {},
  cancel: { reason: '误设' },
};

const refusal = (
  state: HearingState,
  event: HearingEvent,
  facts: HearingFacts[HearingEvent],
): string | null => {
  try {
    hearingLifecycle.step(state, event, facts);
    return null;
  } catch (error) {
    return (error as DomainError).code;
  }
};

describe('hearing lifecycle', () => {
  it('has a sound table', () => {
    expect(hearingLifecycle.defects()).toEqual([]);
    expect([...hearingLifecycle.states()].sort()).toEqual([...HEARING_STATES].sort());
  });

  it('is this matrix', () => {
    const matrix = Object.fromEntries(
      HEARING_STATES.map((state) => [state, hearingLifecycle.eventsFrom(state).sort()]),
    );
    expect(matrix).toEqual({
      scheduled: ['adjourn', 'cancel', 'open-lobby'],
      'lobby-open': ['adjourn', 'cancel', 'open'],
      'in-session': ['adjourn', 'close', 'recess'],
      recess: ['adjourn', 'resume'],
      closed: [],
      adjourned: [],
      cancelled: [],
    });
  });

  it.each<[HearingEvent, HearingState, HearingState]>([
    ['open-lobby', 'scheduled', 'lobby-open'],
    ['open', 'lobby-open', 'in-session'],
    ['recess', 'in-session', 'recess'],
    ['resume', 'recess', 'in-session'],
    ['adjourn', 'recess', 'adjourned'],
    ['close', 'in-session', 'closed'],
    ['cancel', 'scheduled', 'cancelled'],
  ])('%s takes %s to %s', (event, from, to) => {
    expect(hearingLifecycle.step(from, event, GOOD[event] as never).to).toBe(to);
  });

  it.each<[string, string, string | null]>([
    ['an hour before, to the minute', '08:00', null],
    ['a minute earlier', '07:59', 'hearing.lobby-not-yet'],
    ['late', '15:00', null],
  ])('opens the waiting room %s', (_name, now, expected) => {
    expect(refusal('scheduled', 'open-lobby', { now: at(now), startsAt: at('09:00') })).toBe(expected);
  });

  const stated = { role: 'respondent', reason: '经合法通知无正当理由拒不到庭' } as const;
  it.each<[string, Partial<OpeningFacts>, string | null]>([
    ['everybody is there', {}, null],
    ['no recorder (Rules 41)', { present: without('recorder') }, 'hearing.recorder-absent'],
    ['no claimant (Rules 39)', { present: without('claimant') }, 'hearing.claimant-absent'],
    ['no respondent and nothing said', { present: without('respondent') }, 'hearing.respondent-absent'],
    [
      'no respondent, no reason',
      { present: without('respondent'), statedAbsence: { ...stated, reason: ' ' } },
      'hearing.respondent-absent',
    ],
    [
      'no respondent, never notified',
      { present: without('respondent'), statedAbsence: stated },
      'hearing.respondent-not-notified',
    ],
    [
      'no respondent, notified (Rules 39)',
      { present: without('respondent'), statedAbsence: stated, notified: new Set(['respondent']) },
      null,
    ],
  ])('opening: %s', (_name, facts, expected) => {
    expect(refusal('lobby-open', 'open', { ...GOOD.open, ...facts })).toBe(expected);
  });

  it.each<[HearingEvent, HearingState, HearingFacts[HearingEvent], string]>([
    ['recess', 'in-session', { reason: '' }, 'hearing.reason-missing'],
    ['adjourn', 'recess', { reason: '  ' }, 'hearing.reason-missing'],
    ['cancel', 'scheduled', { reason: '' }, 'hearing.reason-missing'],
    ['resume', 'recess', { present: without('recorder') }, 'hearing.recorder-absent'],
    ['close', 'closed', {}, 'lifecycle.not-now'],
  ])('%s from %s is refused', (event, state, facts, code) => {
    expect(refusal(state, event, facts)).toBe(code);
  });
});
