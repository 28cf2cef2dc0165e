import { boardPolicy } from './board.policy';

describe('board policy', () => {
  it('is for the staff of the house', () => {
    expect(boardPolicy.permitted(new Set(['house-staff']))).toEqual(['board.read']);
    expect(boardPolicy.permitted(new Set())).toEqual([]);
  });
});
