import { Injectable } from '@nestjs/common';
import { localDate } from '../../kernel/local-date';
import type { CaseEvent } from '../../law/clocks';
import type { Tx } from '../../platform/database/unit-of-work';
import { CaseAccess, CaseTransitions } from '../cases';
import { PendingHearings } from '../hearings';
import type { Motion } from './motion.entity';
import { PERIODS, type MotionDecision, type MotionDetails } from './motion.kinds';

/** What a granted motion does to its case, its hearings and its clocks. The caller holds the case. */
@Injectable()
export class MotionEffects {
  constructor(
    private readonly cases: CaseAccess,
    private readonly transitions: CaseTransitions,
    private readonly hearings: PendingHearings,
  ) {}

  /** Answers what the clocks are to hear of it. */
  async apply(
    tx: Tx,
    motion: Motion,
    { period }: MotionDetails,
    decision: MotionDecision,
  ): Promise<CaseEvent[]> {
    const { caseId } = motion;
    const on = tx.today;
    switch (motion.kind) {
      case 'withdrawal':
        await this.close(tx, caseId);
        await this.transitions.fire(tx, caseId, 'withdraw', {});
        return [{ type: 'closed', on }];
      case 'deemed-withdrawal':
        await this.close(tx, caseId);
        // The law was asked before; the table asks once more.
        await this.transitions.fire(tx, caseId, 'deem-withdrawn', { isReceiptProven: true });
        return [{ type: 'closed', on }];
      case 'revocation':
        await this.close(tx, caseId);
        await this.transitions.fire(tx, caseId, 'revoke', {});
        return [{ type: 'revoked', on }];
      case 'termination':
        await this.close(tx, caseId);
        await this.transitions.fire(tx, caseId, 'terminate', { isTakenByCourt: true });
        return [{ type: 'closed', on }];
      case 'extension':
        return [{ type: 'extension-approved', on, days: decision.days! }];
      case 'suspension':
        await this.hearings.end(tx, caseId, 'cancel', '案件中止审理。');
        await this.transitions.suspend(tx, caseId, on);
        return [{ type: 'suspended', on }];
      case 'resumption':
        await this.transitions.suspend(tx, caseId, null);
        return [{ type: 'resumed', on }];
      case 'postponement':
        // It tells the clocks itself which hearing it was.
        await this.hearings.end(tx, caseId, 'adjourn', '经当事人申请，决定延期开庭。');
        return [];
      case 'evidence-extension': {
        const until = localDate(decision.until!);
        await this.cases.moveEvidencePeriod(tx, caseId, until);
        return [{ type: 'evidence-period-set', on, until }];
      }
      case 'outage-extension': {
        const until = localDate(decision.until!);
        if (period === 'defence') {
          return [{ type: 'period-extended', on, clock: PERIODS[period], subject: motion.partyId!, until }];
        }
        await this.cases.moveEvidencePeriod(tx, caseId, until);
        return [{ type: 'evidence-period-set', on, until }];
      }
      case 'award-correction':
        return [];
      case 'private-hearing':
        await this.cases.hearInPrivate(tx, caseId);
        await this.hearings.makePrivate(tx, caseId);
        return [];
    }
  }

  private async close(tx: Tx, caseId: string): Promise<void> {
    await this.hearings.end(tx, caseId, 'call-off', '案件已经终结。');
  }
}
