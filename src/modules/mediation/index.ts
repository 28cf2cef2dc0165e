export { MediationModule } from './mediation.module';
export { settlementLifecycle } from './settlement.lifecycle';
export { settlementPolicy } from './settlement.policy';
export { SettledClaims, type SettledPart } from './settled-claims';
