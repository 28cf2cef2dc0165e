export { DeadlinesModule } from './deadlines.module';
export { Clocks, clockPayload, type ClockView } from './clocks.service';
export { ClockDto, clockDto } from './deadlines.dto';
