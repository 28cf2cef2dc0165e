import { Policy } from '../../kernel/policy';

/** How somebody stands to the case whose file it is. */
export type ArchiveRelation =
  'claimant' | 'respondent' | 'arbitrator' | 'recorder' | 'filing-clerk' | 'home-staff';

export type ArchivePermission = 'archive.read' | 'archive.file';

export const archivePolicy = new Policy<ArchivePermission, ArchiveRelation>('archive.read', {
  // The parties read the main volume only (Rules 22, 23); which entries that are is asked entry by entry.
  'archive.read': ['claimant', 'respondent', 'arbitrator', 'recorder', 'home-staff'],
  'archive.file': ['filing-clerk', 'recorder'],
});
