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
    const [row]: {
      commission_id: string;
      capacities: Capacity[];
      next_commission_id: string | null;
      sits_next: boolean;
    }[] = await this.dataSource.query(
      `SELECT c.commission_id, next.commission_id AS next_commission_id,
              EXISTS (SELECT 1 FROM case_member a WHERE a.case_id = next.id AND a.user_id = $2 AND a.until IS NULL
                        AND a.capacity IN ('arbitrator', 'recorder')) AS sits_next,
              coalesce(array_agg(m.capacity) FILTER (WHERE m.capacity IS NOT NULL), '{}') AS capacities
       FROM labour_case c LEFT JOIN labour_case next ON next.transferred_from_id = c.id
         LEFT JOIN case_member m ON m.case_id = c.id AND m.user_id = $2 AND m.until IS NULL
       WHERE c.id = $1 GROUP BY c.id, next.id`,
      [caseId, actor.userId],
    );
    if (!row) return null;
    return caseRelations(actor, {
      commissionId: row.commission_id,
      capacities: row.capacities,
      receivedBy: row.next_commission_id,
      sitsWhereReceived: row.sits_next,
    });
  }
}
