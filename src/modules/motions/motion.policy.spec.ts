import { isShownToParties, motionPolicy, type MotionRelation } from './motion.policy';

describe('motion policy', () => {
  it.each<[MotionRelation, string[]]>([
    ['claimant', ['motion.read', 'motion.file']],
    ['respondent', ['motion.read', 'motion.file', 'motion.waive-defence']],
    ['arbitrator', ['motion.read', 'motion.file']],
    ['recorder', ['motion.read', 'motion.file']],
    ['home-staff', ['motion.read']],
    ['filing-clerk', ['motion.file']],
    ['director', ['motion.file']],
    ['decider', ['motion.decide']],
    ['filer', ['motion.withdraw']],
  ])('%s: %s', (relation, permissions) => {
    expect(motionPolicy.permitted(new Set([relation]))).toEqual(permissions);
  });

  it.each([
    ['a party asks', 'party', 'filed', true],
    ['a party is refused', 'party', 'refused', true],
    ['asked inside', null, 'filed', false],
    ['turned down inside', null, 'refused', false],
    ['taken back inside', null, 'withdrawn', false],
    ['granted inside', null, 'granted', true],
  ])('%s: shown to the parties?', (_name, partyId, state, expected) => {
    expect(isShownToParties({ partyId, state })).toBe(expected);
  });
});
