import { Injectable } from '@nestjs/common';
import type { SignedInActor } from '../../kernel/actor';
import type { SubjectRef } from '../../platform/auth/decorators';
import type { HouseRelation } from './house.policy';

/** The actor's own commission: there is no way to name another. */
@Injectable()
export class HouseRef implements SubjectRef<HouseRelation> {
  relations(actor: SignedInActor): Promise<ReadonlySet<HouseRelation> | null> {
    if (actor.kind !== 'staff') return Promise.resolve(null);
    return Promise.resolve(
      new Set<HouseRelation>([
        'house-staff',
        ...(actor.roles.includes('director') ? ['director' as const] : []),
      ]),
    );
  }
}
