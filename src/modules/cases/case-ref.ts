import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SignedInActor } from '../../kernel/actor';
import type { SubjectRef } from '../../platform/auth/decorators';
import type { Capacity } from './case-member.entity';
import { caseRelations, type CaseRelation } from './case.policy';

/** The case a route names by `:caseId` (or `:id`). */
@Injectable()
export class CaseRef implements SubjectRef<CaseRelation> {
  constructor(private readonly dataSource: DataSource) {}

  async relations(
    actor: SignedInActor,
    params: Record<string, string>,
  ): Promise<ReadonlySet<CaseRelation> | null> {
    return this.relationsTo(actor, params['caseId'] ?? params['id'] ?? '');
  }

  async relationsTo(actor: SignedInActor, caseId: string): Promise<ReadonlySet<CaseRelation> | null> {
    const [row]: { commission_id: string; capacities: Capacity[] }[] = await this.dataSource.query(
      `SELECT c.commission_id,
              coalesce(array_agg(m.capacity) FILTER (WHERE m.capacity IS NOT NULL), '{}') AS capacities
       FROM labour_case c LEFT JOIN case_member m ON m.case_id = c.id AND m.user_id = $2 AND m.until IS NULL
       WHERE c.id = $1 GROUP BY c.id`,
      [caseId, actor.userId],
    );
    return row ? caseRelations(actor, { commissionId: row.commission_id, capacities: row.capacities }) : null;
  }
}
