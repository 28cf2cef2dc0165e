export { EvidenceModule } from './evidence.module';
export { EvidenceQueries } from './evidence.queries';
export { EvidenceDto } from './evidence.dto';
