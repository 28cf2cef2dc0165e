import { awardPolicy, type AwardPermission, type AwardRelation } from './award.policy';

const RELATIONS: readonly AwardRelation[] = [
  'claimant',
  'respondent',
  'arbitrator',
  'recorder',
  'filing-clerk',
  'home-staff',
];

describe('who may do what to an award', () => {
  it.each<[AwardPermission, readonly AwardRelation[]]>([
    ['award.read', ['claimant', 'respondent', 'arbitrator', 'recorder', 'home-staff']],
    ['award-draft.read', ['arbitrator', 'recorder']],
    ['award-draft.write', ['arbitrator']],
    ['award.issue', ['arbitrator']],
  ])('%s', (permission, allowed) => {
    const granted = RELATIONS.filter((relation) => awardPolicy.allows(permission, new Set([relation])));
    expect(granted).toEqual(allowed);
  });

  it('strangers may nothing', () => {
    expect(awardPolicy.permitted(new Set())).toEqual([]);
  });
});
