import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';
import type { JsonObject } from '../../kernel/json';
import { IsReference } from '../../platform/http/validators';
import type { Language, Region, Specialty } from './arbitrator.entity';

/** What only somebody who knows the case can say; the number of workers the file says itself. */
export const OBSTACLES = [
  'public-interest',
  'social-effect',
  'respondent-missing',
  'unfit',
  'major',
  'collective-contract',
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

export class RosterQueryDto {
  /** Only those engaged by this commission today. */
  @IsOptional()
  @Matches(/^[a-z][a-z0-9-]{1,30}$/)
  commissionId?: string;
}

export class EngagementDto {
  commissionId: string;
  commissionName: string;
  basis: 'home' | 'mutual-engagement';
  from: string;
  to: string;
}

/** What the published register says of an arbitrator (Organisation Rules 23). */
export class ArbitratorDto {
  id: string;
  name: string;
  /** English or Portuguese name, where the arbitrator goes by one. */
  nameLatin: string | null;
  homeCommissionId: string;
  homeCommissionName: string;
  kind: 'full-time' | 'part-time';
  region: Region;
  certificateNumber: string;
  languages: Language[];
  specialties: Specialty[];
  termFrom: string;
  termTo: string;
  /** In force today. */
  engagements: EngagementDto[];
}

/** A declared relation that meets somebody in this case. */
export class MatchedInterestDto {
  kind: string;
  subject: string;
  fromYear: number | null;
  toYear: number | null;
}

export class CandidateDto {
  arbitratorId: string;
  name: string;
  nameLatin: string | null;
  homeCommissionName: string;
  kind: 'full-time' | 'part-time';
  region: Region;
  languages: Language[];
  specialties: Specialty[];
  /** How this commission has the arbitrator today; null when it has not. */
  basis: 'home' | 'mutual-engagement' | null;
  isEligible: boolean;
  /** 1 is the least loaded; null for those who cannot sit. */
  rank: number | null;
  /** Open cases now. */
  load: number;
  loadLimit: number | null;
  /** Why not: steps of the law library, each with its article. Empty for the eligible. */
  reasons: JsonObject[];
  interests: MatchedInterestDto[];
}

export class CandidatesDto {
  /** The day the question was asked for. */
  on: string;
  caseVersion: number;
  /** Whether one arbitrator may decide, or three must, with the working. */
  composition: 'sole' | 'three';
  compositionSteps: JsonObject[];
  basis: JsonObject[];
  steps: JsonObject[];
  /** The eligible by rank, then the others in the order of the roster. */
  items: CandidateDto[];
}

export class CandidatesQueryDto {
  /** The recorder in view: whoever keeps the record cannot decide (Organisation Rules 14). */
  @IsOptional()
  @IsReference()
  recorderUserId?: string;
}

export class ConstituteDto {
  /** Version of the case as it was read. */
  @IsInt()
  @Min(1)
  version: number;

  @IsReference()
  arbitratorId: string;

  @IsReference()
  recorderUserId: string;

  /** Why one arbitrator is enough (Rules 56): the facts are clear, or both parties agree. */
  @IsIn(['clear', 'agreed'])
  ground: 'clear' | 'agreed';

  /** What stands against one arbitrator (Organisation Rules 13, Rules 57), as the clerk finds it: empty when nothing does. */
  @IsArray()
  @ArrayMaxSize(OBSTACLES.length)
  @IsIn(OBSTACLES, { each: true })
  obstacles: Obstacle[];

  /** Where the consent of both parties is on file; needed where they agree. */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  consent?: string;

  /** For the file only. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;
}

export class ConstitutedDto {
  caseId: string;
  tribunalId: string;
  state: string;
  version: number;
}

export class TribunalDto {
  id: string;
  arbitratorId: string;
  arbitratorUserId: string;
  arbitratorName: string;
  arbitratorNameLatin: string | null;
  arbitratorHomeCommissionName: string;
  arbitratorRegion: Region;
  recorderUserId: string;
  recorderName: string;
  ground: 'clear' | 'agreed';
  constitutedAt: Date;
  /** Where the consent of both parties is on file; shown to the commission only. */
  consent: string | null;
  /** Shown to the commission only. */
  note: string | null;
}

export class TribunalViewDto {
  tribunal: TribunalDto | null;
  /** What the caller may do now: lifecycle ∩ policy. */
  actions: string[];
}

export class RecorderDto {
  userId: string;
  name: string;
  /** Open cases now. */
  load: number;
}
