import { calendar } from '../../../test/support/law';
import { DomainError } from '../../kernel/domain-error';
import { localDate as d } from '../../kernel/local-date';
import { HEARING_STATES, type HearingRole, type HearingState } from './conferencing/protocol';
import {
  hearingLifecycle,
  type HearingEvent,
  type HearingFacts,
  type OpeningFacts,
  type OpeningParty,
} from './hearing.lifecycle';

const at = (text: string): Date => new Date(`2026-12-01T${text}:00+08:00`);
const everybody = new Set<HearingRole>(['arbitrator', 'recorder', 'claimant', 'respondent']);
const without = (...roles: HearingRole[]): Set<HearingRole> =>
  new Set([...everybody].filter((role) => !roles.includes(role)));

const party = (
  role: OpeningParty['role'],
  name: string,
  change: Partial<Omit<OpeningParty, 'notice'>> & { servedOn?: string; waivedOn?: string } = {},
): OpeningParty => {
  const { servedOn, waivedOn, ...rest } = change;
  return {
    partyId: name,
    role,
    isPresent: true,
    absence: null,
    defence: 'over',
    notice: {
      party: name,
      servedOn: servedOn ? d(servedOn) : null,
      waivedOn: waivedOn ? d(waivedOn) : null,
    },
    ...rest,
  };
};

const GOOD: HearingFacts = {
  'open-lobby': { now: at('08:00'), startsAt: at('09:00') },
  open: {
    present: everybody,
    parties: [party('claimant', '李小明'), party('respondent', '甲公司')],
    hearingOn: d('2026-12-01'),
    calendar,
  },
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
    const { code, params } = error as DomainError;
    return [code, ...(code.startsWith('hearing.') ? Object.values(params) : [])].join(' ');
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

  const stayedAway = (name: string, change: Parameters<typeof party>[2] = {}): OpeningParty =>
    party('respondent', name, { isPresent: false, absence: '经书面通知无正当理由拒不到庭', ...change });
  const claimant = party('claimant', '李小明');
  // 1 December 2026 is a Tuesday: the notice is to be there on 24 November.
  it.each<[string, Partial<OpeningFacts>, string | null]>([
    ['everybody is there', {}, null],
    ['no recorder (Rules 41)', { present: without('recorder') }, 'hearing.recorder-absent'],
    [
      'no claimant (Rules 39)',
      { parties: [party('claimant', '李小明', { isPresent: false }), party('respondent', '甲公司')] },
      'hearing.claimant-absent 李小明',
    ],
    [
      'no claimant, and it is stated',
      { parties: [party('claimant', '李小明', { isPresent: false, absence: '未到' })] },
      'hearing.claimant-absent 李小明',
    ],
    [
      'no respondent and nothing said',
      { parties: [claimant, stayedAway('甲公司', { absence: null, servedOn: '2026-11-20' })] },
      'hearing.respondent-absent 甲公司',
    ],
    [
      'no respondent, no reason',
      { parties: [claimant, stayedAway('甲公司', { absence: ' ', servedOn: '2026-11-20' })] },
      'hearing.respondent-absent 甲公司',
    ],
    [
      'no respondent, never notified',
      { parties: [claimant, stayedAway('甲公司')] },
      'hearing.respondent-not-notified 甲公司',
    ],
    [
      'given up the days but never notified: the notice itself cannot be given up',
      { parties: [claimant, stayedAway('甲公司', { waivedOn: '2026-11-20' })] },
      'hearing.respondent-not-notified 甲公司',
    ],
    [
      'notified on the last day (Law 35)',
      { parties: [claimant, stayedAway('甲公司', { servedOn: '2026-11-24' })] },
      null,
    ],
    [
      'notified a day late',
      { parties: [claimant, stayedAway('甲公司', { servedOn: '2026-11-25' })] },
      'hearing.notice-late 甲公司 2026-11-25 2026-11-24',
    ],
    [
      'notified the day before',
      { parties: [claimant, stayedAway('甲公司', { servedOn: '2026-11-30' })] },
      'hearing.notice-late 甲公司 2026-11-30 2026-11-24',
    ],
    [
      'notified the day before, having given up the days',
      { parties: [claimant, stayedAway('甲公司', { servedOn: '2026-11-30', waivedOn: '2026-11-26' })] },
      null,
    ],
    [
      'notified after the day',
      { parties: [claimant, stayedAway('甲公司', { servedOn: '2026-12-02', waivedOn: '2026-11-26' })] },
      'hearing.respondent-not-notified 甲公司',
    ],
    [
      'notified late but there',
      { parties: [claimant, party('respondent', '甲公司', { servedOn: '2026-11-30' })] },
      null,
    ],
    [
      'one respondent is there, another is not and nothing is said of it',
      { parties: [claimant, party('respondent', '甲公司'), stayedAway('乙公司', { absence: null })] },
      'hearing.respondent-absent 乙公司',
    ],
    [
      'proof on one respondent is none on another (Law 36)',
      { parties: [claimant, stayedAway('甲公司', { servedOn: '2026-11-20' }), stayedAway('乙公司')] },
      'hearing.respondent-not-notified 乙公司',
    ],
    [
      'in time for one respondent, late for another',
      {
        parties: [
          claimant,
          stayedAway('甲公司', { servedOn: '2026-11-20' }),
          stayedAway('乙公司', { servedOn: '2026-11-27' }),
        ],
      },
      'hearing.notice-late 乙公司 2026-11-27 2026-11-24',
    ],
    [
      'all respondents stayed away, each notified in time',
      {
        parties: [
          claimant,
          stayedAway('甲公司', { servedOn: '2026-11-20' }),
          stayedAway('乙公司', { servedOn: '2026-11-23' }),
        ],
      },
      null,
    ],
    [
      'notified in time, but still within its ten days to answer (Rules 33)',
      {
        parties: [
          claimant,
          stayedAway('甲公司', { servedOn: '2026-11-20', defence: { until: d('2026-12-04') } }),
        ],
      },
      'hearing.defence-open 甲公司 2026-12-04',
    ],
    [
      'there, and within its ten days',
      { parties: [claimant, party('respondent', '甲公司', { defence: { until: d('2026-12-04') } })] },
      null,
    ],
    [
      'notified in time, and the application has not reached it',
      { parties: [claimant, stayedAway('甲公司', { servedOn: '2026-11-20', defence: 'unserved' })] },
      'hearing.application-unserved 甲公司',
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
