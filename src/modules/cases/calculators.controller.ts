import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { IsObject, IsOptional, Matches } from 'class-validator';
import { invalid, notFound } from '../../kernel/domain-error';
import type { JsonObject } from '../../kernel/json';
import { computeClaim, isClaimHead } from '../../law/claims';
import { Public } from '../../platform/auth/decorators';
import { Clock } from '../../platform/clock';
import { Reference } from '../reference';

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
  /** Fen. */
  value: number;
  basis: JsonObject[];
  steps: JsonObject[];
}

/** What the law gives for a set of facts, with its working; open to everybody, stores nothing. */
@Public()
@Controller('calculators')
export class CalculatorsController {
  constructor(
    private readonly reference: Reference,
    private readonly clock: Clock,
  ) {}

  @Post(':head')
  @HttpCode(200)
  async calculate(@Param('head') head: string, @Body() body: CalculateDto): Promise<FindingDto> {
    if (!isClaimHead(head)) throw notFound('claim.unknown-head');
    const commissions = await this.reference.commissions();
    const area = commissions.find((each) => each.id === body.commissionId)?.area ?? commissions[0]?.area ?? '';
    const result = computeClaim(head, body.facts, await this.reference.lawTables(area), this.clock.today());
    if (!result.finding) {
      throw invalid(
        result.problems.map((problem) => ({
          pointer: `/facts${problem.pointer}`,
          code: `law.${problem.key}`,
          params: { ...problem.params },
        })),
      );
    }
    return result.finding as unknown as FindingDto;
  }
}
