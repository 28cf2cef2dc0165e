import {
  HEARING_MODES,
  HEARING_ROLES,
  HEARING_STATES,
  RECORD_STATES,
  type HearingMode,
  type RoomAction,
} from './protocol';
import { actionsFor, mayDo, ROOM_POLICY, type Standing } from './room.policy';

const standing = (change: Partial<Standing>): Standing => ({
  role: 'claimant',
  space: 'main',
  state: 'in-session',
  record: 'typing',
  mode: 'online',
  ...change,
});

describe('room policy', () => {
  it.each<[RoomAction, string[]]>([
    ['tribunal:admit', ['arbitrator', 'recorder']],
    ['tribunal:return', ['arbitrator']],
    ['tribunal:mute', ['arbitrator']],
    ['tribunal:unmute', ['arbitrator']],
    ['tribunal:mute-all', ['arbitrator']],
    ['tribunal:recess', ['arbitrator']],
    ['tribunal:adjourn', ['arbitrator']],
    ['tribunal:close', ['arbitrator']],
    ['record:append', ['recorder']],
    ['record:amend', ['recorder']],
    ['record:present', ['arbitrator', 'recorder']],
    ['record:request-correction', ['claimant', 'respondent']],
    ['record:decide-correction', ['arbitrator']],
    ['media:produce', ['arbitrator', 'recorder', 'claimant', 'respondent']],
  ])('%s belongs to %j', (action, roles) => {
    expect(HEARING_ROLES.filter((role) => mayDo(action, standing({ role })) === 'yes')).toEqual(roles);
  });

  it('lets the waiting room do nothing but wait', () => {
    for (const role of HEARING_ROLES) {
      expect(actionsFor(standing({ role, space: 'lobby' })).sort()).toEqual(
        [
          'net:ping',
          'net:report',
          'probe:connect',
          'probe:produce',
          'probe:start',
          'probe:stop',
          'room:enter',
          'room:leave',
          'transport:connect',
          'transport:restart-ice',
        ].sort(),
      );
    }
  });

  it.each<[RoomAction, HearingMode[]]>([
    ['tribunal:admit', ['online', 'mixed']],
    ['tribunal:seat-in-chamber', ['on-site', 'mixed']],
    ['record:note-signature', ['on-site', 'mixed']],
    ['record:note-correction', ['on-site', 'mixed']],
    ['media:produce', ['online', 'mixed']],
    ['record:append', ['online', 'on-site', 'mixed']],
  ])('%s belongs to hearings held %j', (action, modes) => {
    const record = action === 'record:append' ? 'typing' : 'for-confirmation';
    expect(
      HEARING_MODES.filter((mode) => mayDo(action, standing({ role: 'recorder', record, mode })) === 'yes'),
    ).toEqual(modes);
  });

  it('tells the wrong person from the wrong time', () => {
    expect(mayDo('tribunal:open', standing({ role: 'recorder', state: 'lobby-open' }))).toBe('NOT_ALLOWED');
    expect(mayDo('tribunal:open', standing({ role: 'arbitrator', state: 'in-session' }))).toBe('BAD_STATE');
    expect(mayDo('tribunal:open', standing({ role: 'arbitrator', state: 'lobby-open' }))).toBe('yes');
    expect(mayDo('record:sign', standing({ record: 'typing' }))).toBe('BAD_STATE');
  });

  it('signs only what has been presented, types only what has not', () => {
    for (const record of RECORD_STATES) {
      const recorder = actionsFor(standing({ role: 'recorder', record }));
      expect(recorder.includes('record:append')).toBe(record === 'typing');
      expect(recorder.includes('record:sign')).toBe(record === 'for-confirmation');
    }
  });

  it('offers nothing in a cancelled hearing', () => {
    for (const role of HEARING_ROLES) expect(actionsFor(standing({ role, state: 'cancelled' }))).toEqual([]);
  });

  it('names every state it mentions', () => {
    for (const row of Object.values(ROOM_POLICY)) {
      for (const state of row.states) expect(HEARING_STATES).toContain(state);
    }
  });
});
