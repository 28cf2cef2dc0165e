import { IsObject, IsOptional, Matches } from 'class-validator';
import type { JsonObject } from '../../kernel/json';

export class CalculateDto {
  /** The place whose tables apply. */
  @IsOptional()
  @Matches(/^[a-z][a-z0-9-]{1,30}$/)
  commissionId?: string;

  /** Answers to the calculator of this head. */
  @IsObject()
  facts: JsonObject;
}

export class FindingDto {
  /** Fen; null for a claim that is not for money. */
  value: number | null;
  basis: JsonObject[];
  steps: JsonObject[];
}
