import { hearingPolicy, type HearingRelation } from './hearing.policy';

const RELATIONS: HearingRelation[] = [
  'claimant',
  'respondent',
  'arbitrator',
  'recorder',
  'filing-clerk',
  'director',
];

describe('hearing policy', () => {
  it('is this matrix', () => {
    expect(Object.fromEntries(RELATIONS.map((r) => [r, hearingPolicy.permitted(new Set([r]))]))).toEqual({
      claimant: [
        'hearing.read',
        'hearing.waive-notice',
        'hearing.join',
        'hearing-record.read',
        'hearing-record.sign',
      ],
      respondent: [
        'hearing.read',
        'hearing.waive-notice',
        'hearing.join',
        'hearing-record.read',
        'hearing-record.sign',
      ],
      arbitrator: [
        'hearing.read',
        'hearing.set-down',
        'hearing.cancel',
        'hearing.join',
        'hearing-record.read',
        'hearing-record.sign',
      ],
      recorder: [
        'hearing.read',
        'hearing.set-down',
        'hearing.cancel',
        'hearing.join',
        'hearing-record.read',
        'hearing-record.sign',
      ],
      'filing-clerk': ['hearing.read', 'hearing.set-down', 'hearing.cancel'],
      director: ['hearing.read', 'hearing-record.read'],
    });
    expect(hearingPolicy.permitted(new Set())).toEqual([]);
  });
});
