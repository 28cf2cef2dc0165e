import { Policy } from '../../kernel/policy';

/** How somebody stands to the case the tribunal is for. */
export type TribunalRelation =
  'claimant' | 'respondent' | 'arbitrator' | 'recorder' | 'filing-clerk' | 'home-staff';

export type TribunalPermission = 'tribunal.read' | 'tribunal.constitute';

export const tribunalPolicy = new Policy<TribunalPermission, TribunalRelation>('tribunal.read', {
  // Composition is told to the parties (Rules 37): they may ask for recusal.
  'tribunal.read': ['claimant', 'respondent', 'arbitrator', 'recorder', 'home-staff'],
  'tribunal.constitute': ['filing-clerk'],
});
