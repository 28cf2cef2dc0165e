import { Policy } from '../../kernel/policy';

/** Staff who run the house; an arbitrator sees their own cases, not the house's (Rules 22). */
export type BoardRelation = 'house-staff';
export type BoardPermission = 'board.read';

export const boardPolicy = new Policy<BoardPermission, BoardRelation>('board.read', {
  'board.read': ['house-staff'],
});
