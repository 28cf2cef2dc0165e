import { housePolicy, type HousePermission, type HouseRelation } from './house.policy';

describe('who may do what with the figures and settings of a commission', () => {
  it.each<[HouseRelation, HousePermission[]]>([
    ['house-staff', ['house.read']],
    ['director', ['figure.change', 'setting.change']],
  ])('%s', (relation, permissions) => {
    expect(housePolicy.permitted(new Set([relation]))).toEqual(permissions);
  });
});
