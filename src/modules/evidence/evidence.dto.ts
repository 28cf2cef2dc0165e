import { IsBoolean, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsReference } from '../../platform/http/validators';

export class AddEvidenceDto {
  /** A file the sender has uploaded. */
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

  /** 有无原件、原物供核对. */
  @IsBoolean()
  hasOriginal: boolean;

  /** 证据来源. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  source?: string;

  /** Asked for once the evidence period is over (Rules 15). */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  lateReason?: string;
}

export class EvidenceFileDto {
  name: string;
  /** Bytes. */
  size: number;
  mediaType: string;
  sha256: string;
}

export class EvidenceDto {
  id: string;
  /** Within the party. */
  number: number;
  partyId: string;
  partyName: string;
  partyRole: 'claimant' | 'respondent';
  name: string;
  purpose: string;
  source: string | null;
  hasOriginal: boolean;
  isLate: boolean;
  lateReason: string | null;
  isMine: boolean;
  /** Handed in by somebody who did not act for the party: not its evidence. */
  isSetAside: boolean;
  submittedAt: Date;
  file: EvidenceFileDto;
}

export class EvidenceListDto {
  items: EvidenceDto[];
  /** Last day of the evidence period; null before acceptance. */
  evidenceUntil: string | null;
  /** The period is over: what is added now must say why it is late. */
  isPeriodOver: boolean;
  actions: 'evidence.add'[];
}
