import { Type } from 'class-transformer';
import {
  Equals,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { JsonObject } from '../../kernel/json';
import { IsReference } from '../../platform/http/validators';
import { SignatureDto } from './application.dto';

export class FieldProblemDto {
  /** JSON pointer into the application, e.g. `/claims/0/amount`. */
  pointer: string;
  code: string;
  /** The sentence in the reader's language. */
  detail: string;
}

export class SaveDraftDto {
  /** The version this change was made on; an older one is refused with `draft.version`. */
  @IsInt()
  @Min(1)
  version: number;

  /** Where the person is now. */
  @Matches(/^[a-z0-9-]{1,40}$/)
  step: string;

  /** The sections that changed, whole; `null` clears one. */
  @IsObject()
  data: JsonObject;
}

/** 口头申请笔录 (Rules 29(3)). */
export class OralApplicationDto {
  /** What the applicant said, as it was written down. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(10_000)
  text: string;

  /** It was read back, and is what the applicant said. */
  @Equals(true, { message: 'field.must-agree' })
  isReadBack: boolean;

  /** Who takes it down is no party, no near relative of one, and has no interest in the case. */
  @Equals(true, { message: 'field.must-agree' })
  hasNoInterest: boolean;

  @IsIn(['signature', 'fingerprint'])
  confirmedBy: 'signature' | 'fingerprint';

  /** A scan of the sheet signed or fingerprinted on paper; left out where the applicant signed on the screen. */
  @IsOptional()
  @IsReference()
  sheetFileId?: string;
}

export class SubmitDraftDto {
  @IsInt()
  @Min(1)
  version: number;

  @IsNotEmpty()
  @ValidateNested()
  @Type(() => SignatureDto)
  signature: SignatureDto;

  /** At the counter only: the application as it was made orally and taken down. */
  @IsOptional()
  @ValidateNested()
  @Type(() => OralApplicationDto)
  oral?: OralApplicationDto;
}

export class DraftSummaryDto {
  id: string;
  step: string;
  updatedAt: Date;
  /** Names to tell drafts apart by. */
  respondents: string[];
  claimCount: number;
  /** The case that waits for this draft; such a draft cannot be thrown away. */
  correctsCaseId: string | null;
}

export class DraftDto {
  id: string;
  version: number;
  step: string;
  /** The sections of the application as far as they are filled in. */
  data: JsonObject;
  updatedAt: Date;
  /** The case it has become; null while it is a draft. */
  caseId: string | null;
  /** What still keeps it from being submitted. */
  problems: FieldProblemDto[];
}

export class SubmittedDto {
  caseId: string;
  /** 收件编号. */
  receiptNumber: string;
}
