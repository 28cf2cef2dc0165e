export { MotionsModule } from './motions.module';
export { motionLifecycle } from './motion.lifecycle';
