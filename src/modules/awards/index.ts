export { awardPolicy } from './award.policy';
export { AwardsModule } from './awards.module';
export { Awards } from './awards.service';
