import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SignedInActor } from '../../kernel/actor';
import type { SubjectRef } from '../../platform/auth/decorators';
import { CaseRef } from '../cases';
import type { HearingRelation } from './hearing.policy';
import { Hearing } from './hearing.entity';

/** The hearing a route names by `:hearingId`: whoever stands in a relation to its case stands in it to the hearing. */
@Injectable()
export class HearingRef implements SubjectRef<HearingRelation> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly caseRef: CaseRef,
  ) {}

  async relations(
    actor: SignedInActor,
    params: Record<string, string>,
  ): Promise<ReadonlySet<HearingRelation> | null> {
    const hearing = await this.dataSource.manager.findOneBy(Hearing, { id: params['hearingId'] ?? '' });
    return hearing ? this.caseRef.relationsTo(actor, hearing.caseId) : null;
  }
}
