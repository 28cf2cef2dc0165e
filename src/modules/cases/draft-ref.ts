import { Injectable } from '@nestjs/common';
import type { SignedInActor } from '../../kernel/actor';
import type { SubjectRef } from '../../platform/auth/decorators';
import type { DraftRelation } from './draft.policy';

/** One's own drafts: whose they are is asked again with each. */
@Injectable()
export class DraftRef implements SubjectRef<DraftRelation> {
  relations(actor: SignedInActor): Promise<ReadonlySet<DraftRelation> | null> {
    if (actor.kind === 'party') return Promise.resolve(new Set(['applicant'] as const));
    return Promise.resolve(
      new Set([actor.roles.includes('filing-clerk') ? ('filing-clerk' as const) : ('staff' as const)]),
    );
  }
}
