export { DeliveryModule } from './delivery.module';
export { DeliveryQueries } from './delivery.queries';
export { Delivery } from './delivery.service';
export { serviceLifecycle } from './delivery.lifecycle';
export { servicePolicy } from './delivery.policy';
