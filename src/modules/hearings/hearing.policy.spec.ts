import { hearingPolicy, type HearingRelation } from './hearing.policy';

const RELATIONS: HearingRelation[] = [
  'claimant',
  'respondent',
  'arbitrator',
  'recorder',
  'filing-clerk',
  'home-staff',
];

describe('hearing policy', () => {
  it('is this matrix', () => {
    expect(Object.fromEntries(RELATIONS.map((r) => [r, hearingPolicy.permitted(new Set([r]))]))).toEqual({
      claimant: [
        'hearing.read',
        'hearing.waive-notice',
        'hearing.choose-consent',
        'hearing.join',
        'hearing-record.read',
      ],
      respondent: [
        'hearing.read',
        'hearing.waive-notice',
        'hearing.choose-consent',
        'hearing.join',
        'hearing-record.read',
      ],
      arbitrator: [
        'hearing.read',
        'hearing.set-down',
        'hearing.cancel',
        'hearing.reopen',
        'hearing.join',
        'hearing-record.read',
      ],
      recorder: ['hearing.read', 'hearing.set-down', 'hearing.cancel', 'hearing.join', 'hearing-record.read'],
      'filing-clerk': ['hearing.set-down', 'hearing.cancel'],
      'home-staff': ['hearing.read', 'hearing-record.read'],
    });
    expect(hearingPolicy.permitted(new Set())).toEqual([]);
  });
});
