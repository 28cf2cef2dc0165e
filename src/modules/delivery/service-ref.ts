import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SignedInActor } from '../../kernel/actor';
import type { SubjectRef } from '../../platform/auth/decorators';
import { CaseQueries, CaseRef } from '../cases';
import type { ServiceRelation } from './delivery.policy';
import { Service } from './service.entity';

/** The service a route names by `:serviceId`. */
@Injectable()
export class ServiceRef implements SubjectRef<ServiceRelation> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly caseRef: CaseRef,
    private readonly cases: CaseQueries,
  ) {}

  async relations(
    actor: SignedInActor,
    params: Record<string, string>,
  ): Promise<ReadonlySet<ServiceRelation> | null> {
    const service = await this.dataSource.manager.findOneBy(Service, { id: params['serviceId'] ?? '' });
    if (!service) return null;
    const relations = await this.caseRef.relationsTo(actor, service.caseId);
    const own = await this.cases.partiesOf(service.caseId, actor.userId);
    return relations && own.includes(service.partyId)
      ? new Set([...relations, 'addressee' as const])
      : relations;
  }
}
