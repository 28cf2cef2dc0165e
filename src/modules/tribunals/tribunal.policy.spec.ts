import { tribunalPolicy, type TribunalPermission, type TribunalRelation } from './tribunal.policy';

const RELATIONS: readonly TribunalRelation[] = [
  'claimant',
  'respondent',
  'arbitrator',
  'recorder',
  'filing-clerk',
  'home-staff',
];

describe('who may do what to a tribunal', () => {
  it.each<[TribunalPermission, readonly TribunalRelation[]]>([
    ['tribunal.read', ['claimant', 'respondent', 'arbitrator', 'recorder', 'home-staff']],
    ['tribunal.constitute', ['filing-clerk']],
  ])('%s', (permission, allowed) => {
    const granted = RELATIONS.filter((relation) => tribunalPolicy.allows(permission, new Set([relation])));
    expect(granted).toEqual(allowed);
  });

  it('strangers may nothing', () => {
    expect(tribunalPolicy.permitted(new Set())).toEqual([]);
  });
});
