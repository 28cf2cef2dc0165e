import { Injectable } from '@nestjs/common';
import { DomainError, notFound } from '../../kernel/domain-error';
import type { LocalDate } from '../../kernel/local-date';
import { article, citation } from '../../law/articles';
import type { Tx } from '../../platform/database/unit-of-work';
import { lockRecord } from '../../platform/record/record';
import { caseLifecycle, type CaseFacts } from './case.lifecycle';
import { Drafts } from './drafts.service';
import { LabourCase } from './labour-case.entity';

/** What a case that stands still does not do (Rules 47): no hearing is set down or held, no award made. */
const NOT_WHILE_SUSPENDED: ReadonlySet<string> = new Set([
  'set-down',
  'close-hearing',
  'reopen-hearing',
  'decide',
]);

/** The only way a case changes its state: locked, stepped by the table, effects written out. */
@Injectable()
export class CaseTransitions {
  constructor(private readonly drafts: Drafts) {}

  /** @throws DomainError `case.version` (conflict) when somebody has moved the case since `version` was read. */
  async fire<E extends keyof CaseFacts & string>(
    tx: Tx,
    caseId: string,
    event: E,
    facts: CaseFacts[E],
    version?: number,
  ): Promise<LabourCase> {
    const labourCase = await this.lock(tx, caseId);
    // The state first: "already accepted" tells a second clerk more than "changed meanwhile".
    const { to, effects } = caseLifecycle.step(labourCase.state, event, facts);
    if (version !== undefined && labourCase.version !== version)
      throw new DomainError('conflict', 'case.version');
    if (NOT_WHILE_SUSPENDED.has(event)) requireRunning(labourCase);
    labourCase.state = to;
    // What has ended does not stand still.
    if (caseLifecycle.terminal.includes(to)) labourCase.suspendedOn = null;
    labourCase.version += 1;
    labourCase.updatedAt = tx.at;
    for (const effect of effects) {
      if ('close' in effect) {
        await this.drafts.closeCorrection(tx, caseId);
        continue;
      }
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

  /** Lets the case stand still from a day on, or go on again (null). The caller has found that it may. */
  async suspend(tx: Tx, caseId: string, since: LocalDate | null): Promise<LabourCase> {
    const labourCase = await this.lock(tx, caseId);
    labourCase.suspendedOn = since;
    labourCase.version += 1;
    labourCase.updatedAt = tx.at;
    return tx.manager.save(labourCase);
  }

  /** The case and its record, held until the transaction ends. @throws DomainError not-found. */
  async lock(tx: Tx, caseId: string): Promise<LabourCase> {
    await lockRecord(tx.manager, caseId);
    const labourCase = await tx.manager.findOne(LabourCase, {
      where: { id: caseId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!labourCase) throw notFound();
    return labourCase;
  }
}

/** @throws DomainError `case.suspended` (conflict). */
function requireRunning({ suspendedOn }: LabourCase): void {
  if (suspendedOn === null) return;
  throw new DomainError('conflict', 'case.suspended', {
    params: { since: suspendedOn },
    basis: [citation(article('rules', 47), 'zh-CN')],
  });
}
