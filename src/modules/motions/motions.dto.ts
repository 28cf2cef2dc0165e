import { Type } from 'class-transformer';
import {
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
import { MOTION_KINDS, type MotionKind } from './motion.kinds';

/** What each kind asks for is in the options of the case. */
export class MotionDetailsDto {
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  reason?: string;

  /**
   * Suspension: Rules 47(1). Revocation: what should have kept the case from being accepted. Not in public: Rules 25.
   */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  ground?: string;

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
}

export class MotionDecisionDto {
  outcome: 'granted' | 'refused';
  reason: string;
  until: string | null;
  days: number | null;
  deciderName: string;
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
  decision: MotionDecisionDto | null;
  /** When it was decided, withdrawn or lapsed. */
  closedAt: Date | null;
  isRefusable: boolean;
  actions: ('motion.decide' | 'motion.withdraw')[];
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
