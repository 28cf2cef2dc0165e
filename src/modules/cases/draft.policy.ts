import { Policy } from '../../kernel/policy';

/** Who writes an application: the applicant, or a clerk at the counter for one who has difficulty writing (Rules 29(3)). */
export type DraftRelation = 'applicant' | 'filing-clerk' | 'staff';
export type DraftPermission = 'draft.read' | 'draft.write';

export const draftPolicy = new Policy<DraftPermission, DraftRelation>('draft.read', {
  // That there are drafts is no secret; whose they are is: each finds their own only.
  'draft.read': ['applicant', 'filing-clerk', 'staff'],
  'draft.write': ['applicant', 'filing-clerk'],
});
