import { Policy } from '../../kernel/policy';

/** How somebody stands to the case whose evidence it is. */
export type EvidenceRelation =
  'claimant' | 'respondent' | 'arbitrator' | 'recorder' | 'filing-clerk' | 'home-staff';

export type EvidencePermission = 'evidence.read' | 'evidence.add';

/** Each side reads what the other relies on (Rules 33, 39: no evidence without 质证); a stranger learns of no case. */
export const evidencePolicy = new Policy<EvidencePermission, EvidenceRelation>('evidence.read', {
  'evidence.read': ['claimant', 'respondent', 'arbitrator', 'recorder', 'home-staff'],
  'evidence.add': ['claimant', 'respondent'],
});
