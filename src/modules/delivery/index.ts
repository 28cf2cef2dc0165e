export { DeliveryModule } from './delivery.module';
export { serviceLifecycle } from './delivery.lifecycle';
export { servicePolicy } from './delivery.policy';
