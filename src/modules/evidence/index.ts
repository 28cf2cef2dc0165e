export { EvidenceModule } from './evidence.module';
export { EvidenceIntake } from './evidence.service';
export { EvidenceQueries } from './evidence.queries';
export { EvidenceDto } from './evidence.dto';
