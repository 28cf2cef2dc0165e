import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { JsonObject } from '../../kernel/json';
import { ClockDto } from '../deadlines';

export class ListCasesDto {
  /**
   * queue: what the commission must act on, soonest first; closed: what it has done with, latest first; mine: the caller's
   * own; board: all of the commission.
   */
  @IsIn(['queue', 'closed', 'mine', 'board'])
  view: 'queue' | 'closed' | 'mine' | 'board';

  @IsOptional()
  @IsString()
  @MaxLength(40)
  state?: string;

  /** Part of a name or number. */
  @IsOptional()
  @IsString()
  @MaxLength(80)
  q?: string;

  @IsOptional()
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(1)
  @Max(1000)
  page?: number;
}

export class CaseSummaryDto {
  id: string;
  number: string | null;
  receiptNumber: string;
  commissionId: string;
  state: string;
  version: number;
  /** Since when the case stands still (Rules 47); null while it goes on. */
  suspendedOn: string | null;
  claimantNames: string;
  respondentNames: string;
  claimedFen: number;
  heads: string[];
  receivedAt: Date;
  updatedAt: Date;
  /** The running clock that expires first, of those somebody of the commission must meet; for parties, of their own. */
  nextClock: ClockDto | null;
  /** The caller's capacities in the case. */
  capacities: string[];
}

export class CasePageDto {
  items: CaseSummaryDto[];
  /** How many there are in all; at most ten thousand are counted. */
  total: number;
  /** There are more than were counted. */
  isTotalCut: boolean;
  page: number;
  pageSize: number;
}

/** That the code was sent to a checked number. */
export class CodeSendingDto {
  /** Masked. */
  phone: string;
  checkedHow: string;
  sentBy: string;
  sentAt: Date;
}

/** That the seat was taken back. */
export class SeatReleaseDto {
  /** Whom the account had said it was. */
  representativeName: string | null;
  reason: string;
  releasedBy: string;
  releasedAt: Date;
}

export class PartyDto {
  id: string;
  role: 'claimant' | 'respondent';
  ordinal: number;
  kind: 'person' | 'company';
  name: string;
  sex: 'female' | 'male' | null;
  birthDate: string | null;
  /** Null for a respondent whose number the claimant does not know. */
  documentKind: string | null;
  /** A credit code whole, as in the public register; a person's number masked. */
  documentNumber: string | null;
  address: string;
  /** Masked for the other side; null where the claimant does not know it. */
  phone: string | null;
  legalRepresentative: string | null;
  legalRepresentativePost: string | null;
  hasJoined: boolean;
  representativeName: string | null;
  representativeCapacity: string | null;
  consentsToElectronic: boolean;
  consentsToOnlineHearing: boolean;
  isMine: boolean;
  /** For the house. */
  codeSendings: CodeSendingDto[];
  /** For the house. */
  seatReleases: SeatReleaseDto[];
  /** What the caller may do about this party now. */
  actions: ('party.send-code' | 'party.release-seat')[];
}

/** The whole number, shown to one who checks identity. */
export class DocumentNumberDto {
  documentNumber: string;
}

export class ClaimDto {
  id: string;
  ordinal: number;
  head: string;
  titleKey: string;
  facts: JsonObject;
  computedFen: number | null;
  /** Null for a claim that is not for money. */
  amountFen: number | null;
  fromOn: string | null;
  toOn: string | null;
  note: string | null;
  finding: JsonObject | null;
}

/** A claim as it was until it was changed, lowered or given up. */
export class FormerClaimDto extends ClaimDto {
  outcome: 'changed' | 'reduced' | 'given-up';
  until: Date;
}

/** The other file of a case that was transferred (Rules 9). */
export class TransferDto {
  /** It came from there; otherwise it goes on there. */
  isFrom: boolean;
  caseId: string;
  number: string;
  commissionName: string;
}

export class CorrectionDto {
  defects: { section: string; text: string; remedy: string }[];
  dueOn: string;
  requestedAt: Date;
  correctedAt: Date | null;
  /** For the applicant: the draft in which to correct. */
  draftId: string | null;
}

export class IntakeDecisionDto {
  outcome: 'accepted' | 'refused' | 'referred';
  reason: string;
  grounds: string[];
  competentCommission: string | null;
  evidenceUntil: string | null;
  decidedAt: Date;
}

export class MemberDto {
  userId: string;
  name: string;
  capacity: string;
}

/** Made orally at the counter and taken down there (Rules 29(3)). */
export class OralApplicationViewDto {
  takenBy: string;
  takenAt: Date;
  confirmedBy: 'signature' | 'fingerprint';
  /** The sheet confirmed on paper can be opened. */
  hasSheet: boolean;
}

export class CaseDto extends CaseSummaryDto {
  commissionName: string;
  acceptedAt: Date | null;
  decidedAt: Date | null;
  parties: PartyDto[];
  claims: ClaimDto[];
  formerClaims: FormerClaimDto[];
  members: MemberDto[];
  employment: JsonObject;
  statement: string;
  /** Evidence as listed in the application; the files are opened under /cases/:id/evidence. */
  evidenceCount: number;
  correction: CorrectionDto | null;
  transfer: TransferDto | null;
  oralApplication: OralApplicationViewDto | null;
  decision: IntakeDecisionDto | null;
  clocks: ClockDto[];
  /** What the caller may do now: lifecycle ∩ policy. */
  actions: string[];
  /** Key of the sentence that tells the caller what comes next. */
  nextStep: string;
}
