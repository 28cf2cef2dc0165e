import { Injectable } from '@nestjs/common';
import { DomainError, notFound } from '../../kernel/domain-error';
import type { Tx } from '../../platform/database/unit-of-work';
import { lockRecord } from '../../platform/record/record';
import { caseLifecycle, type CaseFacts } from './case.lifecycle';
import { LabourCase } from './labour-case.entity';

/** The only way a case changes its state: locked, stepped by the table, effects written out. */
@Injectable()
export class CaseTransitions {
  /** @throws DomainError `case.version` (conflict) when somebody has moved the case since `version` was read. */
  async fire<E extends keyof CaseFacts & string>(
    tx: Tx,
    caseId: string,
    event: E,
    facts: CaseFacts[E],
    version?: number,
  ): Promise<LabourCase> {
    await lockRecord(tx.manager, caseId);
    const labourCase = await tx.manager.findOne(LabourCase, {
      where: { id: caseId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!labourCase) throw notFound();
    // The state first: "already accepted" tells a second clerk more than "changed meanwhile".
    const { to, effects } = caseLifecycle.step(labourCase.state, event, facts);
    if (version !== undefined && labourCase.version !== version)
      throw new DomainError('conflict', 'case.version');
    labourCase.state = to;
    labourCase.version += 1;
    labourCase.updatedAt = tx.at;
    for (const effect of effects) {
      switch (effect.stamp) {
        case 'accepted-at':
          labourCase.acceptedAt = tx.at;
          break;
        case 'decided-at':
          labourCase.decidedAt = tx.at;
          break;
      }
    }
    return tx.manager.save(labourCase);
  }
}
