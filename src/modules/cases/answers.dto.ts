import { Type } from 'class-transformer';
import {
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
  ArrayMaxSize,
} from 'class-validator';
import type { JsonObject } from '../../kernel/json';
import { check, IsFen, IsReference } from '../../platform/http/validators';
import { SignatureDto } from './application.dto';

/** What a respondent says to one claim. */
export class PositionDto {
  @IsReference()
  claimId: string;

  @IsIn(['admitted', 'partly', 'denied'])
  stance: 'admitted' | 'partly' | 'denied';

  /** Fen; when a part is admitted. */
  @IsOptional()
  @IsFen()
  admitted?: number;

  @check('reasonsUnlessAdmitted', (value, { stance }) =>
    stance !== 'admitted' && (typeof value !== 'string' || value.trim() === '') ? 'field.required' : null,
  )
  @IsString()
  @MaxLength(3000)
  reasons: string;

  /** 时效抗辩: must be said expressly; not raised here it cannot be raised in court (解释二 20). */
  @IsBoolean()
  pleadsLimitation: boolean;
}

export class AnswerDataDto {
  @IsArray()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => PositionDto)
  positions: PositionDto[];

  @IsString()
  @IsNotEmpty()
  @MaxLength(10_000)
  statement: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  limitationGrounds?: string;
}

export class SaveAnswerDto {
  /** 0 before the first save. */
  @IsInt()
  @Min(0)
  version: number;

  /** As far as it is written; checked when submitted. */
  @IsNotEmpty()
  data: JsonObject;
}

export class SubmitAnswerDto {
  @IsInt()
  @Min(1)
  version: number;

  @IsNotEmpty()
  @ValidateNested()
  @Type(() => SignatureDto)
  signature: SignatureDto;

  /** 已经法定代表人审阅并同意以其名义签署: said expressly where an agent signs with that name. */
  @IsOptional()
  @IsBoolean()
  isApprovedByHead?: boolean;
}

export class AnswerDto {
  partyId: string;
  partyName: string;
  version: number;
  data: JsonObject;
  submittedAt: Date | null;
  /** Written from a seat that was taken back: not the party's. Told to the house alone. */
  isSetAside: boolean;
  /** Given before the claims were changed (Rules 44); it counts until another is given, for what was not changed. */
  isSuperseded: boolean;
}

export class JoinDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(20)
  code: string;

  /** Who acts for the respondent. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  name: string;

  /** `self` for a respondent who is a person. */
  @IsIn(['legal-representative', 'agent', 'self'])
  capacity: 'legal-representative' | 'agent' | 'self';

  @IsBoolean()
  consentsToElectronic: boolean;

  @IsBoolean()
  consentsToOnlineHearing: boolean;

  /** 本人有权代表该单位参加仲裁: said expressly, because what follows binds the company. */
  @Equals(true, { message: 'field.must-agree' })
  declaresAuthority: boolean;
}

export class JoinedDto {
  caseId: string;
}
