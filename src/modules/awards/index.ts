export { AwardsModule } from './awards.module';
