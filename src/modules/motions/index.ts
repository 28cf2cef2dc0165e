export { MotionsModule } from './motions.module';
export { MotionQueries } from './motions.queries';
export { citations, MOTIONS, type MotionRow } from './motion.kinds';
export { motionLifecycle } from './motion.lifecycle';
export { motionPolicy } from './motion.policy';
