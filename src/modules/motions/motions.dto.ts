import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { JsonObject } from '../../kernel/json';
import { LONGEST_EXTENSION } from '../../law/course-of-case';
import { IsLegalDay, IsReference } from '../../platform/http/validators';
import { ApplicationClaimDto } from '../cases';
import { MOTION_KINDS, type MotionKind } from './motion.kinds';

/** As many as an application takes. */
const MOST_CLAIMS = 40;

/** What each kind asks for is in the options of the case. */
export class MotionDetailsDto {
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  reason?: string;

  /** All claims as they are to stand: one that is there keeps its id, one that is left out is given up. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_CLAIMS)
  @ValidateNested({ each: true })
  @Type(() => ApplicationClaimDto)
  claims?: ApplicationClaimDto[];

  /**
   * Suspension: Rules 47(1). Revocation: what should have kept the case from being accepted. Not in public: Rules 25.
   */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  ground?: string;

  /** Recusal: who is to withdraw. */
  @IsOptional()
  @IsIn(['arbitrator', 'recorder'])
  challenged?: 'arbitrator' | 'recorder';

  /** Recusal: the ground became known only after the hearing had opened. */
  @IsOptional()
  @IsBoolean()
  isKnownSinceOpening?: boolean;

  /** Transfer: the commission that has jurisdiction, by its id here or by name. */
  @IsOptional()
  @IsString()
  @MaxLength(120)
  competent?: string;

  /** Extension: natural days. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LONGEST_EXTENSION)
  days?: number;

  /** After an outage of ours: which of the periods whose last day it took. */
  @IsOptional()
  @IsIn(['defence', 'evidence'])
  period?: 'defence' | 'evidence';

  /** More time for evidence, or after an outage: the day asked for. */
  @IsOptional()
  @IsLegalDay()
  until?: string;

  @IsOptional()
  @IsIn(['did-not-come', 'left-without-leave'])
  happened?: 'did-not-come' | 'left-without-leave';

  @IsOptional()
  @IsBoolean()
  hasGoodReason?: boolean;

  /** An online hearing was lost through network, device or power. */
  @IsOptional()
  @IsBoolean()
  isTechnicalFailure?: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  court?: string;

  /** The court's case number. */
  @IsOptional()
  @IsString()
  @MaxLength(80)
  courtNumber?: string;

  @IsOptional()
  @IsLegalDay()
  courtAcceptedOn?: string;

  /** The document to be corrected. */
  @IsOptional()
  @IsReference()
  awardId?: string;

  @IsOptional()
  @IsIn(['writing', 'arithmetic', 'left-out'])
  error?: 'writing' | 'arithmetic' | 'left-out';

  /** Left out: the tribunal had decided it. */
  @IsOptional()
  @IsBoolean()
  wasDecided?: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  wrong?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  right?: string;
}

export class FileMotionDto {
  @IsIn(MOTION_KINDS)
  kind: MotionKind;

  /** Of the case as it was on the screen. */
  @IsInt()
  version: number;

  @ValidateNested()
  @Type(() => MotionDetailsDto)
  details: MotionDetailsDto;
}

export class DecideMotionDto {
  @IsInt()
  version: number;

  @IsIn(['granted', 'refused'])
  outcome: 'granted' | 'refused';

  /** Needed to refuse. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  reason?: string;

  /** More time for evidence, or after an outage: another day than the one asked for. */
  @IsOptional()
  @IsLegalDay()
  until?: string;

  /** Extension: fewer days than asked for. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LONGEST_EXTENSION)
  days?: number;

  /** Jurisdiction objected to with reason: the commission that has it, by its id here or by name. */
  @IsOptional()
  @IsString()
  @MaxLength(120)
  competent?: string;
}

export class MotionDecisionDto {
  outcome: 'granted' | 'refused';
  reason: string;
  until: string | null;
  days: number | null;
  /** Name of the commission the case was transferred to. */
  competent: string | null;
  deciderName: string;
}

export class ClaimContentDto {
  amountFen: number | null;
  fromOn: string | null;
  toOn: string | null;
}

/** What a proposal does to one claim, as it was when it was asked for. */
export class ProposedClaimDto {
  change: 'kept' | 'added' | 'changed' | 'reduced' | 'given-up';
  ordinal: number;
  head: string;
  titleKey: string;
  /** Null for a claim that is added. */
  was: ClaimContentDto | null;
  /** Null for a claim that is given up. */
  becomes: ClaimContentDto | null;
}

export class MotionDto {
  id: string;
  caseId: string;
  kind: MotionKind;
  state: 'filed' | 'granted' | 'refused' | 'withdrawn' | 'lapsed';
  side: 'claimant' | 'respondent' | 'commission';
  /** The party, or who of the commission. */
  filerName: string;
  isMine: boolean;
  isLate: boolean;
  filedAt: Date;
  details: MotionDetailsDto;
  /** Of claims added, changed or given up; empty otherwise. */
  proposed: ProposedClaimDto[];
  /** Names of the respondents that have given up the time to answer the change. */
  defenceWaivedBy: string[];
  decision: MotionDecisionDto | null;
  /** When it was decided, withdrawn or lapsed. */
  closedAt: Date | null;
  isRefusable: boolean;
  actions: ('motion.decide' | 'motion.withdraw' | 'motion.waive-defence')[];
}

export class MotionChoiceDto {
  field: string;
  values: string[];
}

/** Something the caller could ask for, or do, now. */
export class MotionOptionDto {
  kind: MotionKind;
  /** Nobody else decides: filing it does it. */
  decidesAtOnce: boolean;
  required: string[];
  optional: string[];
  choices: MotionChoiceDto[];
  /** Why not, in the reader's language; null when it can be filed. */
  problem: string | null;
  isLate: boolean;
  /** What the law says of it, with its articles; null where it depends on what is filled in. */
  finding: JsonObject | null;
}

export class MotionAwardDto {
  id: string;
  number: string;
}

export class MotionCommissionDto {
  id: string;
  name: string;
}

/** A last day of the reader on which our own service could not be reached. */
export class LostDayDto {
  period: 'defence' | 'evidence';
  dueOn: string;
  /** When the service came back. */
  endedOn: string;
}

export class MotionsDto {
  items: MotionDto[];
  options: MotionOptionDto[];
  /** For dates in forms. */
  evidenceUntil: string | null;
  /** The other commissions of this system, for a transfer. */
  commissions: MotionCommissionDto[];
  awards: MotionAwardDto[];
  lostDays: LostDayDto[];
}

export class MotionIdDto {
  motionId: string;
  state: 'filed' | 'granted' | 'refused' | 'withdrawn' | 'lapsed';
}

export class PendingMotionDto {
  id: string;
  caseId: string;
  caseNumber: string;
  claimantNames: string;
  respondentNames: string;
  kind: MotionKind;
  side: 'claimant' | 'respondent' | 'commission';
  filedAt: Date;
  canDecide: boolean;
}
