import { Policy } from '../../kernel/policy';

/** How somebody of a commission stands to what it settles: the head answers for it, everybody works with it. */
export type HouseRelation = 'house-staff' | 'director';
export type HousePermission = 'house.read' | 'figure.change' | 'setting.change';

export const housePolicy = new Policy<HousePermission, HouseRelation>('house.read', {
  'house.read': ['house-staff'],
  'figure.change': ['director'],
  'setting.change': ['director'],
});
