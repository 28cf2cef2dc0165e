import { evidencePolicy, type EvidenceRelation } from './evidence.policy';

const RELATIONS: EvidenceRelation[] = [
  'claimant',
  'respondent',
  'arbitrator',
  'recorder',
  'filing-clerk',
  'home-staff',
];

describe('evidence policy', () => {
  it('is this matrix', () => {
    expect(Object.fromEntries(RELATIONS.map((r) => [r, evidencePolicy.permitted(new Set([r]))]))).toEqual({
      claimant: ['evidence.read', 'evidence.add'],
      respondent: ['evidence.read', 'evidence.add'],
      arbitrator: ['evidence.read'],
      recorder: ['evidence.read'],
      'filing-clerk': [],
      'home-staff': ['evidence.read'],
    });
    expect(evidencePolicy.permitted(new Set())).toEqual([]);
  });
});
