export { IdentityModule } from './identity.module';
export { Sessions } from './sessions.service';
export { Users, type NewStaff } from './users.service';
export { UserAccount } from './user-account.entity';
export { normalisePhone, maskPhone } from './phone-number';
export {
  IDENTITY_DOCUMENTS,
  compactDocumentNumber,
  documentNumberProblem,
  factsInDocumentNumber,
  maskDocumentNumber,
  usccProblem,
  type IdentityDocumentKind,
} from './document-number';
