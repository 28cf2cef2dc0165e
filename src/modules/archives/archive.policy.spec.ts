import { archivePolicy, type ArchiveRelation } from './archive.policy';

const EVERYBODY: ArchiveRelation[] = [
  'claimant',
  'respondent',
  'arbitrator',
  'recorder',
  'filing-clerk',
  'home-staff',
];

describe('the file of a case', () => {
  it.each([
    ['archive.read', ['claimant', 'respondent', 'arbitrator', 'recorder', 'home-staff']],
    ['archive.file', ['recorder', 'filing-clerk']],
  ] as const)('%s: %j', (permission, allowed) => {
    expect(
      EVERYBODY.filter((relation) => archivePolicy.allows(permission, new Set([relation]))).sort(),
    ).toEqual([...allowed].sort());
  });
});
