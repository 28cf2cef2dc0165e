import type { HearingMode, HearingRole, HearingState, RecordState, RoomAction, Space } from './protocol';

interface Row {
  roles: readonly HearingRole[];
  spaces: readonly Space[];
  states: readonly HearingState[];
  /** Only for what concerns the hearing record. */
  record?: readonly RecordState[];
  /** Only for what belongs to one way of sitting. */
  modes?: readonly HearingMode[];
}

export interface Standing {
  role: HearingRole;
  space: Space;
  state: HearingState;
  record: RecordState;
  mode: HearingMode;
}

const everybody: readonly HearingRole[] = ['arbitrator', 'recorder', 'claimant', 'respondent'];
const parties: readonly HearingRole[] = ['claimant', 'respondent'];
const tribunal: readonly HearingRole[] = ['arbitrator', 'recorder'];
const arbitrator: readonly HearingRole[] = ['arbitrator'];
const recorder: readonly HearingRole[] = ['recorder'];

const anywhere: readonly Space[] = ['lobby', 'main'];
const main: readonly Space[] = ['main'];

const byVideo: readonly HearingMode[] = ['online', 'mixed'];
const inChamber: readonly HearingMode[] = ['on-site', 'mixed'];

const always: readonly HearingState[] = ['lobby-open', 'in-session', 'recess', 'closed', 'adjourned'];
const sitting: readonly HearingState[] = ['lobby-open', 'in-session', 'recess'];
const afterOpening: readonly HearingState[] = ['in-session', 'recess', 'closed', 'adjourned'];

/** Who may do what in the room, where, in which state of the hearing and of its record. Not listed is not allowed. */
export const ROOM_POLICY: Readonly<Record<RoomAction, Row>> = {
  // Whether it is time already, the hearing's lifecycle says.
  'room:enter': { roles: everybody, spaces: anywhere, states: ['scheduled', ...always] },
  'room:leave': { roles: everybody, spaces: anywhere, states: always },
  'net:ping': { roles: everybody, spaces: anywhere, states: ['scheduled', ...always] },
  'net:report': { roles: everybody, spaces: anywhere, states: sitting },
  // The device check is open to everybody concerned from the day the hearing is set down.
  'probe:start': { roles: everybody, spaces: anywhere, states: ['scheduled', ...sitting] },
  'probe:connect': { roles: everybody, spaces: anywhere, states: ['scheduled', ...sitting] },
  'probe:produce': { roles: everybody, spaces: anywhere, states: ['scheduled', ...sitting] },
  'probe:stop': { roles: everybody, spaces: anywhere, states: ['scheduled', ...always] },
  'transport:connect': { roles: everybody, spaces: anywhere, states: sitting },
  'transport:restart-ice': { roles: everybody, spaces: anywhere, states: sitting },
  'media:produce': { roles: everybody, spaces: main, states: sitting, modes: byVideo },
  'media:pause': { roles: everybody, spaces: main, states: sitting },
  'media:resume': { roles: everybody, spaces: main, states: sitting },
  'media:close': { roles: everybody, spaces: main, states: sitting },
  'consumers:ready': { roles: everybody, spaces: main, states: sitting },
  'consumers:tiles': { roles: everybody, spaces: main, states: sitting },
  'tribunal:admit': { roles: tribunal, spaces: main, states: sitting, modes: byVideo },
  // The recorder establishes who has come to the chamber (Rules 41).
  'tribunal:seat-in-chamber': { roles: tribunal, spaces: main, states: sitting, modes: inChamber },
  'tribunal:return': { roles: arbitrator, spaces: main, states: sitting },
  'tribunal:mute': { roles: arbitrator, spaces: main, states: sitting },
  'tribunal:unmute': { roles: arbitrator, spaces: main, states: sitting },
  'tribunal:mute-all': { roles: arbitrator, spaces: main, states: sitting },
  'tribunal:open': { roles: arbitrator, spaces: main, states: ['lobby-open'] },
  'tribunal:recess': { roles: arbitrator, spaces: main, states: ['in-session'] },
  'tribunal:resume': { roles: arbitrator, spaces: main, states: ['recess'] },
  'tribunal:adjourn': { roles: arbitrator, spaces: main, states: sitting },
  'tribunal:close': { roles: arbitrator, spaces: main, states: ['in-session'] },
  'record:append': { roles: recorder, spaces: main, states: always, record: ['typing'] },
  'record:amend': { roles: recorder, spaces: main, states: always, record: ['typing'] },
  'record:present': { roles: tribunal, spaces: main, states: afterOpening, record: ['typing'] },
  'record:reopen': { roles: tribunal, spaces: main, states: afterOpening, record: ['for-confirmation'] },
  'record:sign': { roles: everybody, spaces: main, states: afterOpening, record: ['for-confirmation'] },
  // A party refuses for itself; the recorder notes that somebody refused or is no longer there (Rules 42).
  'record:refuse': {
    roles: ['claimant', 'respondent', 'recorder'],
    spaces: main,
    states: afterOpening,
    record: ['for-confirmation'],
  },
  // Signed by hand in the chamber: the recorder notes it, and the sheet goes into the file.
  'record:note-signature': {
    roles: recorder,
    spaces: main,
    states: afterOpening,
    record: ['for-confirmation'],
    modes: inChamber,
  },
  'record:request-correction': {
    roles: parties,
    spaces: main,
    states: afterOpening,
    record: ['typing', 'for-confirmation'],
  },
  // Asked for by word of mouth in the chamber.
  'record:note-correction': {
    roles: recorder,
    spaces: main,
    states: afterOpening,
    record: ['typing', 'for-confirmation'],
    modes: inChamber,
  },
  'record:decide-correction': {
    roles: arbitrator,
    spaces: main,
    states: afterOpening,
    record: ['typing', 'for-confirmation'],
  },
};

/** `yes`, or why not: wrong person or place, or right person at the wrong time. */
export function mayDo(action: RoomAction, standing: Standing): 'yes' | 'NOT_ALLOWED' | 'BAD_STATE' {
  const row = ROOM_POLICY[action];
  if (!row.roles.includes(standing.role) || !row.spaces.includes(standing.space)) return 'NOT_ALLOWED';
  if (row.modes && !row.modes.includes(standing.mode)) return 'NOT_ALLOWED';
  if (!row.states.includes(standing.state)) return 'BAD_STATE';
  if (row.record && !row.record.includes(standing.record)) return 'BAD_STATE';
  return 'yes';
}

/** What the page may offer now: it draws its buttons from this. */
export function actionsFor(standing: Standing): RoomAction[] {
  return (Object.keys(ROOM_POLICY) as RoomAction[]).filter((action) => mayDo(action, standing) === 'yes');
}
