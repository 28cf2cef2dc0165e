export { ReferenceModule } from './reference.module';
export { Reference, type NumberedKind } from './reference.service';
export { Commission } from './commission.entity';
export { Chamber } from './chamber.entity';
export { HearingRoom } from './hearing-room.entity';
