import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  Equals,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { JsonObject } from '../../kernel/json';
import { claimRule, isClaimHead, WORKER_HEADS } from '../../law/claims';
import type { WorkerHead } from '../../law/claims/claim';
import { END_KINDS, type EndKind } from '../../law/claims/economic-compensation';
import { check, IsFen, IsLegalDay, IsReference, IsTelephone } from '../../platform/http/validators';
import {
  documentNumberProblem,
  factsInDocumentNumber,
  IDENTITY_DOCUMENTS,
  usccProblem,
  type IdentityDocumentKind,
} from '../identity';

/** The oldest birth an identity number can state; nothing in a dispute is older. */
export const LONG_AGO = '1900-01-01';

export class IdentityDocumentDto {
  @IsIn(IDENTITY_DOCUMENTS)
  kind: IdentityDocumentKind;

  @check('isDocumentNumber', (value, { kind }) => {
    if (typeof value !== 'string' || value.trim() === '') return 'field.required';
    if (!IDENTITY_DOCUMENTS.includes(kind as IdentityDocumentKind)) return null;
    return documentNumberProblem(kind as IdentityDocumentKind, value);
  })
  number: string;
}

/** What a number that can be right says of its holder; null when it says nothing. */
function factsStatedIn(document: unknown): ReturnType<typeof factsInDocumentNumber> {
  const { kind, number } = (document ?? {}) as Partial<IdentityDocumentDto>;
  if (kind === undefined || number === undefined || documentNumberProblem(kind, number) !== null) return null;
  return factsInDocumentNumber(kind, number);
}

/** The applicant, as Rules 29 asks. */
export class ClaimantDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  name: string;

  /** Agrees with the identity number where that states it. */
  @check('sexAgreesWithDocument', (value, { document }) => {
    const stated = factsStatedIn(document)?.sex;
    return stated && (value === 'female' || value === 'male') && stated !== value
      ? 'field.sex-differs'
      : null;
  })
  @IsIn(['female', 'male'])
  sex: 'female' | 'male';

  /** Agrees with the identity number where that states it. */
  @check('birthDateAgreesWithDocument', (value, { document }) => {
    const stated = factsStatedIn(document)?.birthDate;
    return stated && typeof value === 'string' && value >= LONG_AGO && stated !== value
      ? 'field.birth-date-differs'
      : null;
  })
  @IsLegalDay()
  birthDate: string;

  @IsNotEmpty()
  @ValidateNested()
  @Type(() => IdentityDocumentDto)
  document: IdentityDocumentDto;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  address: string;

  @IsTelephone()
  phone: string;

  @IsOptional()
  @ValidateIf((_, value) => value !== '')
  @IsEmail()
  @MaxLength(200)
  email?: string;
}

/** What is known of a company's licence: its code, that it has one whose code is not known, or that it has none. */
export const REGISTRATIONS = ['known', 'unknown', 'unlicensed'] as const;

/** A company, as Rules 29 asks, or a person who stands behind one without a licence (Rules 6). */
export class RespondentDto {
  /** A company where it is left out. */
  @IsOptional()
  @IsIn(['company', 'person'])
  kind?: 'company' | 'person';

  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  name: string;

  /** Of a company; known where it is left out. Rules 29 do not ask for the code, and a worker may not know it. */
  @IsOptional()
  @IsIn(REGISTRATIONS)
  registration?: (typeof REGISTRATIONS)[number];

  /** 统一社会信用代码, where it is known. */
  @ValidateIf(
    ({ kind, registration }: RespondentDto) => kind !== 'person' && (registration ?? 'known') === 'known',
  )
  @check('isUscc', (value) => {
    if (typeof value !== 'string' || value.trim() === '') return 'field.uscc-or-unknown';
    return usccProblem(value);
  })
  uscc?: string;

  /** 住所. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  address: string;

  /** 通讯地址, where it differs. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  mailingAddress?: string;

  /** Of a company: 法定代表人 or 主要负责人. */
  @ValidateIf(({ kind }: RespondentDto) => kind !== 'person')
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  legalRepresentative?: string;

  @ValidateIf(({ kind }: RespondentDto) => kind !== 'person')
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  legalRepresentativePost?: string;

  /** Asked by Rules 29, unless it is said expressly that it is not known. */
  @ValidateIf(({ isPhoneUnknown }: RespondentDto) => isPhoneUnknown !== true)
  @IsTelephone()
  phone?: string;

  @IsOptional()
  @IsBoolean()
  isPhoneUnknown?: boolean;
}

/** The code of a company that has one and is known by it. */
export function usccOf({ kind, registration, uscc }: RespondentDto): string | null {
  return kind === 'person' || (registration ?? 'known') !== 'known' ? null : (uscc ?? null);
}

/** The number under which a respondent can be reached, as far as the claimant knows. */
export function phoneOf({ phone, isPhoneUnknown }: RespondentDto): string | null {
  return isPhoneUnknown ? null : (phone ?? null);
}

export class EmploymentDto {
  @IsLegalDay()
  startDate: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  post: string;

  /** Actual place of work: 劳动合同履行地 (Rules 8). */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  workplace: string;

  @IsIn(['written', 'none', 'expired'])
  contract: 'written' | 'none' | 'expired';

  @IsOptional()
  @IsLegalDay()
  contractSignedOn?: string;

  @IsOptional()
  @IsLegalDay()
  contractFrom?: string;

  @IsOptional()
  @check('notBeforeStart', (value, { contractFrom }) =>
    typeof value === 'string' && typeof contractFrom === 'string' && value < contractFrom
      ? 'field.ends-before-start'
      : null,
  )
  @IsLegalDay()
  contractTo?: string;

  @IsFen()
  monthlyWage: number;

  @IsOptional()
  @IsLegalDay()
  paidUntil?: string;

  @IsBoolean()
  isEnded: boolean;

  @ValidateIf((employment: EmploymentDto) => employment.isEnded)
  @check('notBeforeStart', (value, { startDate }) =>
    typeof value === 'string' && typeof startDate === 'string' && value < startDate
      ? 'field.ends-before-start'
      : null,
  )
  @IsLegalDay()
  endDate?: string;

  @ValidateIf((employment: EmploymentDto) => employment.isEnded)
  @IsIn(END_KINDS)
  endKind?: EndKind;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  endReason?: string;
}

export class ApplicationClaimDto {
  /** Made by the client; keeps the claim apart from others of its head. */
  @IsReference()
  id: string;

  @IsIn(WORKER_HEADS)
  head: WorkerHead;

  /** Answers to the calculator of this head. */
  @IsObject()
  facts: JsonObject;

  /**
   * What is claimed, in fen; the worker may claim another figure than the calculator's. Left out of a claim that is
   * not for money.
   */
  @ValidateIf(({ head, amount }: ApplicationClaimDto) => amount !== undefined || !isForAnAct(head))
  @check('isForMoney', (_, { head }) => (isForAnAct(head) ? 'field.no-amount' : null))
  @check('isPositive', (value) => (value === 0 ? 'field.amount-zero' : null))
  @IsFen()
  amount?: number;

  @IsOptional()
  @IsLegalDay()
  from?: string;

  @IsOptional()
  @check('notBeforeStart', (value, { from }) =>
    typeof value === 'string' && typeof from === 'string' && value < from ? 'field.ends-before-start' : null,
  )
  @IsLegalDay()
  to?: string;

  /** Why another figure is claimed than the calculator's. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;
}

function isForAnAct(head: unknown): boolean {
  return typeof head === 'string' && isClaimHead(head) && claimRule(head).remedy === 'act';
}

export class StatementDto {
  /** 事实和理由. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(10_000)
  text: string;
}

export class EvidenceItemDto {
  @IsReference()
  id: string;

  @IsReference()
  fileId: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  name: string;

  /** 证明对象. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  purpose: string;

  /** 证据来源 (Rules 29), e.g. 本人保存. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  source?: string;

  /** 有无原件、原物供核对. */
  @IsBoolean()
  hasOriginal: boolean;
}

export class ServiceAddressDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  receiver: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  address: string;

  @IsTelephone()
  phone: string;

  @IsOptional()
  @ValidateIf((_, value) => value !== '')
  @IsEmail()
  @MaxLength(200)
  email?: string;

  /** 同意电子送达 (民事诉讼法 90). */
  @IsBoolean()
  consentsToElectronic: boolean;

  /** 同意在线庭审; consent to one step is not consent to another. */
  @IsBoolean()
  consentsToOnlineHearing: boolean;
}

/** A whole application: what must be there when it is signed. Drafts may lack any of it. */
export class ApplicationDto {
  @Matches(/^[a-z][a-z0-9-]{1,30}$/, { message: 'field.required' })
  commissionId: string;

  @IsNotEmpty()
  @ValidateNested()
  @Type(() => ClaimantDto)
  claimant: ClaimantDto;

  @IsArray()
  @ArrayMinSize(1, { message: 'field.respondent-missing' })
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => RespondentDto)
  respondents: RespondentDto[];

  @IsNotEmpty()
  @ValidateNested()
  @Type(() => EmploymentDto)
  employment: EmploymentDto;

  @IsArray()
  @ArrayMinSize(1, { message: 'field.claim-missing' })
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => ApplicationClaimDto)
  claims: ApplicationClaimDto[];

  @IsNotEmpty()
  @ValidateNested()
  @Type(() => StatementDto)
  statement: StatementDto;

  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => EvidenceItemDto)
  evidence: EvidenceItemDto[];

  @IsNotEmpty()
  @ValidateNested()
  @Type(() => ServiceAddressDto)
  service: ServiceAddressDto;
}

export class SignatureDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  name: string;

  /** The drawn signature as an uploaded PNG; absent when the name was typed. */
  @IsOptional()
  @IsReference()
  fileId?: string;

  /** 本人承诺所填内容属实. */
  @Equals(true, { message: 'field.must-agree' })
  agreed: boolean;
}
