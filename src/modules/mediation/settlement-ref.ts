import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SignedInActor } from '../../kernel/actor';
import type { SubjectRef } from '../../platform/auth/decorators';
import { CaseRef } from '../cases';
import { Settlement } from './settlement.entity';
import type { SettlementRelation } from './settlement.policy';

/** The settlement a route names by `:settlementId`. */
@Injectable()
export class SettlementRef implements SubjectRef<SettlementRelation> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly caseRef: CaseRef,
  ) {}

  async relations(
    actor: SignedInActor,
    params: Record<string, string>,
  ): Promise<ReadonlySet<SettlementRelation> | null> {
    const settlement = await this.dataSource.manager.findOneBy(Settlement, {
      id: params['settlementId'] ?? '',
    });
    return settlement ? this.caseRef.relationsTo(actor, settlement.caseId) : null;
  }
}
