import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { isId } from '../../kernel/id';
import type { JsonObject } from '../../kernel/json';
import { check, IsFen, IsReference } from '../../platform/http/validators';
import { SignatureDto } from '../cases';

/** What the tribunal decides on one claim; anything may be missing while it is written. */
export class DecisionDto {
  @IsReference()
  claimId: string;

  @IsOptional()
  @IsIn(['granted', 'partly', 'refused'])
  outcome?: 'granted' | 'partly' | 'refused' | null;

  /** Fen. Of a claim granted whole or refused it follows from the claim and may be left out. */
  @IsOptional()
  @IsFen()
  amountFen?: number | null;

  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  reasons?: string;

  /** Days to perform; the commission's own number when left out. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(365)
  performanceDays?: number | null;

  /** Respondents who owe it; all of them when left out. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @check('isReference', (value) => (typeof value === 'string' && isId(value) ? null : 'field.reference'), {
    each: true,
  })
  payerIds?: string[] | null;

  /** How several payers owe it: together, or each for the whole. */
  @IsOptional()
  @IsIn(['joint', 'solidary'])
  liability?: 'joint' | 'solidary' | null;
  /** 裁决主文 on a claim that is not for money, as it is to be printed; the usual words when left out. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  order?: string | null;
}

/** The award as far as it is written. */
export class AwardDraftDataDto {
  /** 经审理查明. */
  @IsOptional()
  @IsString()
  @MaxLength(30_000)
  facts?: string;

  /** 举证、质证情况; left out, the award lists what was handed in. */
  @IsOptional()
  @IsString()
  @MaxLength(20_000)
  evidence?: string;

  /** 本委认为: what concerns the case as a whole. */
  @IsOptional()
  @IsString()
  @MaxLength(20_000)
  reasons?: string;

  /** Provisions applied besides those the claims rest on, as they are to be cited. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  basis?: string[];

  /** What came of mediation (Law 42(1)); left out where the record shows that it was tried. */
  @IsOptional()
  @IsIn(['failed', 'unwilling', 'impossible'])
  mediation?: 'failed' | 'unwilling' | 'impossible' | null;

  @IsArray()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => DecisionDto)
  decisions: DecisionDto[];
}

export class SaveAwardDraftDto {
  /** 0 before the first save. */
  @IsInt()
  @Min(0)
  version: number;

  @IsNotEmpty()
  @ValidateNested()
  @Type(() => AwardDraftDataDto)
  data: AwardDraftDataDto;
}

/** One thing that stands in the way of issuing. */
export class AwardProblemDto {
  /** JSON pointer into the draft's data. */
  pointer: string;
  code: string;
  /** In the reader's language. */
  detail: string;
}

/** Settled by a mediation statement in effect: not decided (Rules 73). */
export class SettledClaimOfAwardDto {
  ordinal: number;
  titleKey: string;
  /** Of the statement. */
  number: string;
}

export class AwardDraftDto {
  version: number;
  data: AwardDraftDataDto;
  /** The commission's days to perform. */
  performanceDays: number;
  /** Days on which the record shows that mediation was tried. */
  mediatedOn: string[];
  settledClaims: SettledClaimOfAwardDto[];
  problems: AwardProblemDto[];
  updatedAt: Date | null;
  /** What the caller may do now: lifecycle ∩ policy; `award.issue` also while problems are left. */
  actions: string[];
}

export class AwardItemPreviewDto {
  claimId: string;
  ordinal: number;
  head: string;
  titleKey: string;
  /** Null for a claim that is not for money. */
  claimedFen: number | null;
  outcome: 'granted' | 'partly' | 'refused' | null;
  amountFen: number | null;
  /** Null until it is decided. */
  isFinal: boolean | null;
  /** Why: steps of the law library. */
  reasons: JsonObject[];
}

export class AwardDocumentPreviewDto {
  ordinal: number;
  kind: 'final' | 'non-final';
  /** The number the document will bear. */
  number: string;
  claimIds: string[];
  totalFen: number;
  rightsKey: string;
  workerSuitDays: number;
  employerSuitDays: number | null;
  employerSetAsideDays: number | null;
}

/**
 * Time that somebody still has; an award made before its end is the tribunal's decision, and is no error, unless it is a
 * respondent's that did not come.
 */
export class OpenPeriodDto {
  kind: 'answer' | 'evidence';
  /** The respondent that may still answer; null where it is everybody's. */
  partyName: string | null;
  dueOn: string;
}

export class AwardPreviewDto {
  draftVersion: number;
  /** Twelve times the monthly minimum wage. */
  thresholdFen: number;
  items: AwardItemPreviewDto[];
  documents: AwardDocumentPreviewDto[];
  claimedFen: number;
  awardedFen: number;
  basis: JsonObject[];
  steps: JsonObject[];
  /** Awards that hardly stand beside each other; worth a look, no bar. */
  warnings: JsonObject[];
  openPeriods: OpenPeriodDto[];
  /** What keeps the award from being made, however complete the draft is. */
  bars: string[];
  problems: AwardProblemDto[];
}

export class IssueAwardDto {
  /** Version of the draft as it was read: what is issued is what was seen. */
  @IsInt()
  @Min(1)
  version: number;

  /** The arbitrator's (Law 46): the name as on the roster. */
  @IsNotEmpty()
  @ValidateNested()
  @Type(() => SignatureDto)
  signature: SignatureDto;
}

export class AwardItemDto {
  claimId: string;
  ordinal: number;
  head: string;
  titleKey: string;
  outcome: 'granted' | 'partly' | 'refused';
  /** Both null for a claim that is not for money. */
  claimedFen: number | null;
  amountFen: number | null;
  performanceDays: number;
  isFinal: boolean;
  reasons: JsonObject[];
}

export class AwardDto {
  id: string;
  ordinal: number;
  kind: 'final' | 'non-final';
  number: string;
  items: AwardItemDto[];
  totalFen: number;
  rightsKey: string;
  issuedAt: Date;
  paperId: string;
}

export class IssuedAwardsDto {
  caseId: string;
  state: string;
  version: number;
  awards: AwardDto[];
}
