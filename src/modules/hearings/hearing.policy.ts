import { Policy } from '../../kernel/policy';

/** How somebody stands to a case and its hearings. */
export type HearingRelation =
  | 'claimant'
  | 'respondent'
  | 'arbitrator'
  | 'recorder'
  /** Staff of the commission that handles the case. */
  | 'filing-clerk'
  | 'director';

export type HearingPermission =
  | 'hearing.read'
  | 'hearing.set-down'
  | 'hearing.cancel'
  | 'hearing.waive-notice'
  | 'hearing.join'
  | 'hearing-record.read'
  | 'hearing-record.sign';

const inTheRoom: readonly HearingRelation[] = ['claimant', 'respondent', 'arbitrator', 'recorder'];
const tribunal: readonly HearingRelation[] = ['arbitrator', 'recorder'];

export const hearingPolicy = new Policy<HearingPermission, HearingRelation>('hearing.read', {
  'hearing.read': [...inTheRoom, 'filing-clerk', 'director'],
  // The tribunal sets the day (Rules 38); the filing clerk and the recorder enter it for the tribunal.
  'hearing.set-down': [...tribunal, 'filing-clerk'],
  'hearing.cancel': [...tribunal, 'filing-clerk'],
  'hearing.waive-notice': ['claimant', 'respondent'],
  'hearing.join': inTheRoom,
  'hearing-record.read': [...inTheRoom, 'director'],
  'hearing-record.sign': inTheRoom,
});
