import { draftPolicy, type DraftPermission, type DraftRelation } from './draft.policy';

describe('who may do what with drafts of applications', () => {
  it.each<[DraftRelation, DraftPermission[]]>([
    ['applicant', ['draft.read', 'draft.write']],
    ['filing-clerk', ['draft.read', 'draft.write']],
    ['staff', ['draft.read']],
  ])('%s', (relation, permissions) => {
    expect(draftPolicy.permitted(new Set([relation]))).toEqual(permissions);
  });
});
