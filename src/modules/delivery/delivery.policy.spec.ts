import { servicePolicy, type ServiceRelation } from './delivery.policy';

const RELATIONS: ServiceRelation[] = [
  'addressee',
  'claimant',
  'respondent',
  'arbitrator',
  'recorder',
  'filing-clerk',
  'home-staff',
];

describe('service policy', () => {
  it('is this matrix', () => {
    expect(Object.fromEntries(RELATIONS.map((r) => [r, servicePolicy.permitted(new Set([r]))]))).toEqual({
      addressee: ['service.read', 'service.confirm'],
      // The other side's mail is none of a party's business.
      claimant: [],
      respondent: [],
      arbitrator: ['service.read'],
      recorder: ['service.read', 'service.record-attempt', 'service.prove'],
      'filing-clerk': ['service.record-attempt', 'service.prove'],
      'home-staff': ['service.read'],
    });
    expect(servicePolicy.permitted(new Set())).toEqual([]);
  });
});
