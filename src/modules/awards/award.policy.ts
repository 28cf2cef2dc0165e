import { Policy } from '../../kernel/policy';

/** How somebody stands to the case the award is made in. */
export type AwardRelation =
  'claimant' | 'respondent' | 'arbitrator' | 'recorder' | 'filing-clerk' | 'home-staff';

export type AwardPermission = 'award.read' | 'award-draft.read' | 'award-draft.write' | 'award.issue';

export const awardPolicy = new Policy<AwardPermission, AwardRelation>('award.read', {
  'award.read': ['claimant', 'respondent', 'arbitrator', 'recorder', 'home-staff'],
  // What a tribunal has not yet decided is nobody else's to know, least of all the parties' (Organisation Rules 33(7)).
  'award-draft.read': ['arbitrator', 'recorder'],
  'award-draft.write': ['arbitrator'],
  'award.issue': ['arbitrator'],
});
