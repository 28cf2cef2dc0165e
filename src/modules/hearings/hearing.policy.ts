import { Policy } from '../../kernel/policy';

/** How somebody stands to a case and its hearings. */
export type HearingRelation =
  | 'claimant'
  | 'respondent'
  | 'arbitrator'
  | 'recorder'
  /** Staff of the commission that handles the case; the filing clerk is one of them. */
  | 'filing-clerk'
  | 'home-staff';

export type HearingPermission =
  | 'hearing.read'
  | 'hearing.set-down'
  | 'hearing.cancel'
  | 'hearing.reopen'
  | 'hearing.waive-notice'
  | 'hearing.choose-consent'
  | 'hearing.join'
  | 'hearing-record.read';

const inTheRoom: readonly HearingRelation[] = ['claimant', 'respondent', 'arbitrator', 'recorder'];
const tribunal: readonly HearingRelation[] = ['arbitrator', 'recorder'];

export const hearingPolicy = new Policy<HearingPermission, HearingRelation>('hearing.read', {
  'hearing.read': [...inTheRoom, 'home-staff'],
  // The tribunal sets the day (Rules 38); the filing clerk and the recorder enter it for the tribunal.
  'hearing.set-down': [...tribunal, 'filing-clerk'],
  'hearing.cancel': [...tribunal, 'filing-clerk'],
  // Whether what was heard is enough is for the tribunal.
  'hearing.reopen': ['arbitrator'],
  'hearing.waive-notice': ['claimant', 'respondent'],
  'hearing.choose-consent': ['claimant', 'respondent'],
  'hearing.join': inTheRoom,
  'hearing-record.read': [...inTheRoom, 'home-staff'],
});
