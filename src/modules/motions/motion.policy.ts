import { Policy } from '../../kernel/policy';

/** How somebody stands to the case in which something is asked for, and to the asking itself. */
export type MotionRelation =
  | 'claimant'
  | 'respondent'
  | 'arbitrator'
  | 'recorder'
  | 'filing-clerk'
  /** Head of the commission (主任). */
  | 'director'
  | 'home-staff'
  /** May decide this very motion. */
  | 'decider'
  /** Filed this very motion. */
  | 'filer';

export type MotionPermission =
  'motion.read' | 'motion.file' | 'motion.decide' | 'motion.withdraw' | 'motion.waive-defence';

export const motionPolicy = new Policy<MotionPermission, MotionRelation>('motion.read', {
  'motion.read': ['claimant', 'respondent', 'arbitrator', 'recorder', 'home-staff'],
  // Who may file which kind is a column of motion.kinds.ts.
  'motion.file': ['claimant', 'respondent', 'arbitrator', 'recorder', 'filing-clerk', 'director'],
  'motion.decide': ['decider'],
  'motion.withdraw': ['filer'],
  // 被申请人明确表示放弃答辩期的除外 (Rules 44(1))
  'motion.waive-defence': ['respondent'],
});

/**
 * Inside the house a thing is asked for and approved before anybody outside hears of it (副卷): a party sees what a
 * party asks for, and what was granted.
 */
export function isShownToParties(motion: { partyId: string | null; state: string }): boolean {
  return motion.partyId !== null || motion.state === 'granted';
}
