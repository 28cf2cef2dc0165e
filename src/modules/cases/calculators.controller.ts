import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { DomainError, invalid, notFound } from '../../kernel/domain-error';
import { computeClaim, isClaimHead } from '../../law/claims';
import { Public } from '../../platform/auth/decorators';
import { Clock } from '../../platform/clock';
import { AddressLimit } from '../../platform/http/rate-limit';
import { CurrentAddress } from '../../platform/observability/current-address';
import { Reference } from '../reference';
import { CalculateDto, FindingDto } from './calculators.dto';

/** Enough for a counter full of people who change their answers; not for a machine that walks through all wages. */
const BURST = 300;
const PER_SECOND = 20;
const MOST_ADDRESSES = 10_000;

/** What the law gives for a set of facts, with its working; open to everybody, stores nothing. */
@Public()
@Controller('calculators')
export class CalculatorsController {
  private readonly limit: AddressLimit;

  constructor(
    private readonly reference: Reference,
    private readonly clock: Clock,
  ) {
    this.limit = new AddressLimit(BURST, PER_SECOND, MOST_ADDRESSES, () => clock.now().getTime());
  }

  @Post(':head')
  @HttpCode(200)
  async calculate(
    @Param('head') head: string,
    @Body() body: CalculateDto,
    @CurrentAddress() address: string,
  ): Promise<FindingDto> {
    if (!this.limit.take(address)) throw new DomainError('too-many', 'calculator.too-many');
    if (!isClaimHead(head)) throw notFound('claim.unknown-head');
    const commissions = await this.reference.commissions();
    const area =
      commissions.find((each) => each.id === body.commissionId)?.area ?? commissions[0]?.area ?? '';
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
