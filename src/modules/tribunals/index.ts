export { tribunalPolicy } from './tribunal.policy';
export { TribunalsModule } from './tribunals.module';
export { Tribunals, type SittingTribunal } from './tribunals.service';
export { loadRoster, DEMO_ROSTER_NOTES } from './demo-roster';
