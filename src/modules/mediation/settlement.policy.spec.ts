import type { SettlementState } from './settlement.lifecycle';
import {
  seesTerms,
  settlementPolicy,
  viewerOf,
  type SettlementRelation,
  type Viewer,
} from './settlement.policy';

describe('settlement policy', () => {
  const PARTY = [
    'settlement.read',
    'settlement.offer',
    'settlement.accept',
    'settlement.decline',
    'settlement.retract',
  ];
  it.each<[SettlementRelation, string[]]>([
    ['claimant', PARTY],
    ['respondent', PARTY],
    ['arbitrator', ['settlement.read', 'settlement.offer', 'settlement.state', 'settlement.fail']],
    ['recorder', ['settlement.read', 'settlement.note-acceptance']],
    ['home-staff', ['settlement.read']],
    ['filing-clerk', []],
  ])('%s: %s', (relation, permissions) => {
    expect(settlementPolicy.permitted(new Set([relation]))).toEqual(permissions);
  });

  it.each<[SettlementRelation[], Viewer]>([
    [['claimant'], 'party'],
    [['respondent'], 'party'],
    [['arbitrator'], 'tribunal'],
    [['recorder', 'home-staff'], 'tribunal'],
    [['home-staff', 'filing-clerk'], 'house'],
  ])('%s looks as %s', (relations, viewer) => {
    expect(viewerOf(new Set(relations))).toBe(viewer);
  });

  const AFTER = ['failed', 'retracted', 'lapsed'] as const;
  const AGREED = ['agreed', 'stated', 'effective'] as const;
  it.each<[Viewer, SettlementState, boolean, boolean, boolean]>([
    // viewer, state, shown to the tribunal, the last offer, sees
    ['party', 'offered', false, true, true],
    ['party', 'failed', false, false, true],
    ['tribunal', 'offered', true, true, true],
    ['tribunal', 'offered', true, false, true],
    ['tribunal', 'offered', false, true, false],
    ['house', 'offered', true, true, false],
    ...AGREED.flatMap((state): [Viewer, SettlementState, boolean, boolean, boolean][] => [
      ['tribunal', state, false, true, true],
      ['tribunal', state, true, false, false],
      ['house', state, false, true, true],
    ]),
    ...AFTER.flatMap((state): [Viewer, SettlementState, boolean, boolean, boolean][] => [
      ['tribunal', state, true, true, false],
      ['house', state, true, true, false],
    ]),
  ])('%s, %s, shown %s, last %s: sees the terms %s', (viewer, state, isShownToTribunal, isLast, expected) => {
    expect(seesTerms(viewer, state, { isShownToTribunal, isLast })).toBe(expected);
  });
});
