import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SignedInActor } from '../../kernel/actor';
import type { SubjectRef } from '../../platform/auth/decorators';
import { MotionCases } from './motion-cases';
import { Motion } from './motion.entity';
import { isShownToParties, type MotionRelation } from './motion.policy';

/** The case a route names by `:caseId`, as motions see it. */
@Injectable()
export class MotionCaseRef implements SubjectRef<MotionRelation> {
  constructor(private readonly cases: MotionCases) {}

  relations(
    actor: SignedInActor,
    params: Record<string, string>,
  ): Promise<ReadonlySet<MotionRelation> | null> {
    return this.cases.relations(actor, params['caseId'] ?? '');
  }
}

/** The motion a route names by `:motionId`; for a party there is none that is not shown to parties. */
@Injectable()
export class MotionRef implements SubjectRef<MotionRelation> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cases: MotionCases,
  ) {}

  async relations(
    actor: SignedInActor,
    params: Record<string, string>,
  ): Promise<ReadonlySet<MotionRelation> | null> {
    const motion = await this.dataSource.manager.findOneBy(Motion, { id: params['motionId'] ?? '' });
    if (!motion || (actor.kind === 'party' && !isShownToParties(motion))) return null;
    const relations = await this.cases.relations(actor, motion.caseId);
    return relations ? this.cases.relationsTo(motion, actor, relations) : null;
  }
}
