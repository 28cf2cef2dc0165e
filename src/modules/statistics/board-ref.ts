import { Injectable } from '@nestjs/common';
import type { SignedInActor } from '../../kernel/actor';
import type { SubjectRef } from '../../platform/auth/decorators';
import type { BoardRelation } from './board.policy';

/** The board of the actor's own commission: there is no way to ask for another's. */
@Injectable()
export class BoardRef implements SubjectRef<BoardRelation> {
  relations(actor: SignedInActor): Promise<ReadonlySet<BoardRelation> | null> {
    const isHouse = actor.kind === 'staff' && actor.roles.some((role) => role !== 'arbitrator');
    return Promise.resolve(isHouse ? new Set(['house-staff'] as const) : null);
  }
}
