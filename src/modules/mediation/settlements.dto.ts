import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  Equals,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { ActingAs, ClaimResult, SettlementScope } from '../../law/settlement';
import { IsFen, IsLegalDay, IsReference } from '../../platform/http/validators';
import { SignatureDto } from '../cases';
import type { SettlementState } from './settlement.lifecycle';

/** What becomes of one claim. */
export class SettledClaimDto {
  @IsReference()
  claimId: string;

  /** paid: by the payments. done: something else than money, in words. dropped: given up. */
  @IsIn(['paid', 'done', 'dropped'])
  result: ClaimResult;

  /** What is done; of `done` alone. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  text?: string | null;

  /** By which day it is done; of `done` alone. */
  @IsOptional()
  @IsLegalDay()
  dueOn?: string | null;
}

export class SettlementPaymentDto {
  /** The claim it is paid on; null or left out for a sum on all claims that are paid together. */
  @IsOptional()
  @IsReference()
  claimId?: string | null;

  @IsReference()
  payerId: string;

  @IsReference()
  payeeId: string;

  @IsFen()
  amountFen: number;

  /** The last day to pay. */
  @IsLegalDay()
  dueOn: string;
}

export class SettlementTermsDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => SettledClaimDto)
  claims: SettledClaimDto[];

  /** Several on one claim are instalments. */
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => SettlementPaymentDto)
  payments: SettlementPaymentDto[];

  /** Anything else agreed on, in words; each line is an item of the statement. */
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  other?: string;
}

/** What an agent has to say of its powers; nobody else is asked. */
export class AuthorityDto {
  @IsOptional()
  @IsBoolean()
  hasSpecialAuthority?: boolean;
}

export class OfferSettlementDto extends AuthorityDto {
  /** Of the settlement as it was on the screen; 0 to begin one. */
  @IsInt()
  @Min(0)
  version: number;

  @IsNotEmpty()
  @ValidateNested()
  @Type(() => SettlementTermsDto)
  terms: SettlementTermsDto;

  /** A party's choice. What the tribunal proposes everybody sees. */
  @IsBoolean()
  isShownToTribunal: boolean;
}

export class SettlementVersionDto {
  @IsInt()
  version: number;
}

export class AcceptSettlementDto extends AuthorityDto {
  /** With it the offer: every offer is a new version. */
  @IsInt()
  version: number;
}

/** A party without an account has signed the offer on paper before the tribunal. */
export class NoteAcceptanceDto extends AuthorityDto {
  @IsInt()
  version: number;

  @IsReference()
  partyId: string;

  /** Who signed. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  personName: string;

  @IsIn(['in-person', 'legal-representative', 'agent'])
  actingAs: ActingAs;
}

export class FailSettlementDto extends SettlementVersionDto {
  @IsString()
  @MaxLength(2000)
  reason: string;
}

export class StateSettlementDto extends SettlementVersionDto {
  /** The arbitrator's (Law 42(3)): the name as on the roster. */
  @IsNotEmpty()
  @ValidateNested()
  @Type(() => SignatureDto)
  signature: SignatureDto;

  /** The arbitrator has found the agreement to be voluntary and in keeping with the law. */
  @Equals(true, { message: 'field.must-agree' })
  isLawful: boolean;
}

export class SettlementOfferDto {
  ordinal: number;
  side: 'claimant' | 'respondent' | 'tribunal';
  offererName: string;
  isMine: boolean;
  isShownToTribunal: boolean;
  offeredAt: Date;
  terms: SettlementTermsDto;
  scope: SettlementScope;
}

export class SettlementPartyDto {
  partyId: string;
  name: string;
  role: 'claimant' | 'respondent';
  isMine: boolean;
  /** Of the latest offer; null for who is not to know before all have. */
  hasAccepted: boolean | null;
  actingAs: ActingAs | null;
  hasSigned: boolean;
}

export class SettlementDto {
  id: string;
  caseId: string;
  state: SettlementState;
  version: number;
  openedAt: Date;
  /** The latest last; for who may not see them, fewer or none. */
  offers: SettlementOfferDto[];
  /** How many there are that the reader does not see. */
  hiddenOffers: number;
  parties: SettlementPartyDto[];
  claimIds: string[];
  scope: SettlementScope | null;
  performBy: string | null;
  number: string | null;
  paperId: string | null;
  statedAt: Date | null;
  closedAt: Date | null;
  /** Why the tribunal ended it. */
  endReason: string | null;
  actions: (
    | 'settlement.offer'
    | 'settlement.accept'
    | 'settlement.decline'
    | 'settlement.note-acceptance'
    | 'settlement.retract'
    | 'settlement.state'
    | 'settlement.fail'
  )[];
}

export class SettlementsDto {
  items: SettlementDto[];
  /** Whether the caller may begin one now. */
  canOffer: boolean;
  /** The caller is an agent, and has to say that it may settle. */
  needsAuthority: boolean;
  /** Claims that no statement has settled. */
  openClaimIds: string[];
}

export class SettlementIdDto {
  settlementId: string;
  state: SettlementState;
  version: number;
}

export class WaitingSettlementDto {
  id: string;
  caseId: string;
  caseNumber: string;
  claimantNames: string;
  respondentNames: string;
  /** agreed: the statement is to be made. stated: it is to be signed for. */
  state: 'agreed' | 'stated';
  since: Date;
  isYours: boolean;
}
