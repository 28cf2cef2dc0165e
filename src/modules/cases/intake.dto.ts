import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
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
import { IsLegalDay } from '../../platform/http/validators';

const CORRECTABLE = [
  'claimant',
  'respondents',
  'employment',
  'claims',
  'statement',
  'evidence',
  'service',
  'signature',
] as const;

class OnVersionDto {
  /** The case's version the decision was made on. */
  @IsInt()
  @Min(1)
  version: number;
}

/** The four conditions of Rules 30 as the clerk found them. */
export class ConditionsDto {
  /** (1) 属于受理范围. */
  @IsBoolean()
  isWithinScope: boolean;

  /** (2) 有明确的仲裁请求和事实理由. */
  @IsBoolean()
  hasClearClaims: boolean;

  /** (3) 申请人与争议有直接利害关系，有明确的被申请人. */
  @IsBoolean()
  hasProperParties: boolean;

  /** (4) 属于本委管辖. */
  @IsBoolean()
  isOurs: boolean;
}

export class AcceptDto extends OnVersionDto {
  @IsNotEmpty()
  @ValidateNested()
  @Type(() => ConditionsDto)
  conditions: ConditionsDto;

  /** Last day of the evidence period; the commission's usual length when absent. */
  @IsOptional()
  @IsLegalDay()
  evidenceUntil?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

export class RefuseDto extends OnVersionDto {
  @IsNotEmpty()
  @ValidateNested()
  @Type(() => ConditionsDto)
  conditions: ConditionsDto;

  /** Said to the applicant in the notice. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  reason: string;
}

export class ReferDto extends OnVersionDto {
  /** The commission that is competent, by name. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  competentCommission: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  reason: string;
}

export class DefectDto {
  @IsIn(CORRECTABLE)
  section: (typeof CORRECTABLE)[number];

  /** What is wrong. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  text: string;

  /** What to do about it. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  remedy: string;
}

export class RequestCorrectionDto extends OnVersionDto {
  @IsArray()
  @ArrayMinSize(1, { message: 'field.defect-missing' })
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => DefectDto)
  defects: DefectDto[];

  @IsLegalDay()
  dueOn: string;
}

export class DecidedDto {
  caseId: string;
  number: string | null;
  state: string;
  version: number;
}
