import { Injectable } from '@nestjs/common';
import { localDate } from '../../kernel/local-date';
import { addWorkingDays } from '../../law/calendar';
import { CLOCK_RULES, type CaseEvent } from '../../law/clocks';
import { legalDay } from '../../platform/clock';
import type { Tx } from '../../platform/database/unit-of-work';
import { CaseAccess, CaseTransitions, Claims, Transfers } from '../cases';
import { EvidenceIntake } from '../evidence';
import { PendingHearings } from '../hearings';
import { Reference } from '../reference';
import { Tribunals } from '../tribunals';
import { DefenceWaivers } from './defence-waivers';
import type { Motion } from './motion.entity';
import { PERIODS, type MotionDecision, type MotionDetails } from './motion.kinds';

/** Rules 33, 44: as for the application. */
const ANSWER_DAYS = CLOCK_RULES.D05.length;

/** What a granted motion does to its case, its hearings and its clocks. The caller holds the case. */
@Injectable()
export class MotionEffects {
  constructor(
    private readonly cases: CaseAccess,
    private readonly transitions: CaseTransitions,
    private readonly hearings: PendingHearings,
    private readonly claims: Claims,
    private readonly waivers: DefenceWaivers,
    private readonly reference: Reference,
    private readonly transfers: Transfers,
    private readonly evidence: EvidenceIntake,
    private readonly tribunals: Tribunals,
  ) {}

  /** Answers what the clocks are to hear of it. */
  async apply(
    tx: Tx,
    motion: Motion,
    decision: MotionDecision,
    details: MotionDetails,
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
      case 'claims-change':
        await this.changeClaims(tx, motion, details);
        await this.claims.reopenAnswers(tx, caseId);
        await this.makeRoomForAnswers(tx, motion);
        return [{ type: 'award-period-restarted', on, ground: 'claims-changed' }];
      case 'recusal':
        await this.hearings.end(tx, caseId, 'cancel', '仲裁庭组成人员回避，另行组成仲裁庭。');
        await this.tribunals.dissolve(tx, caseId, motion.subject!);
        return [{ type: 'recusal-decided', on, recusal: motion.id }];
      case 'jurisdiction-objection':
      case 'transfer':
        await this.close(tx, caseId);
        await this.transfer(tx, caseId, details.competent!);
        return [{ type: 'closed', on }];
      case 'claims-waiver':
        await this.changeClaims(tx, motion, details);
        return [];
      case 'outage-extension': {
        const until = localDate(decision.until!);
        if (details.period === 'defence') {
          return [
            { type: 'period-extended', on, clock: PERIODS[details.period], subject: motion.partyId!, until },
          ];
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

  /** The case ends here; it goes on where the competent commission is one of this system's. */
  private async transfer(tx: Tx, caseId: string, competent: string): Promise<void> {
    const commission = await this.reference.knownCommission(competent);
    const closed = await this.transfers.close(tx, caseId, commission?.name ?? competent);
    if (!commission) return;
    const received = await this.transfers.receive(tx, closed, commission.id);
    await this.evidence.copy(tx, caseId, received.caseId, received.parties);
  }

  private async changeClaims(tx: Tx, { id, caseId }: Motion, { claims = [] }: MotionDetails): Promise<void> {
    await this.claims.replace(tx, caseId, id, await this.claims.compare(caseId, claims, tx.manager));
  }

  /** Nobody is heard on the change before the time to answer it is over; what was heard before it is heard again. */
  private async makeRoomForAnswers(tx: Tx, { id, caseId }: Motion): Promise<void> {
    const { state } = await this.cases.get(caseId, tx.manager);
    if (state === 'heard') {
      await this.hearings.reopen(
        tx,
        caseId,
        '仲裁庭受理申请人增加、变更的仲裁请求，就变更后的请求重新开庭审理。',
      );
      return;
    }
    if (await this.waivers.haveAll(id, caseId, tx.manager)) return;
    const ahead = await this.hearings.ahead(caseId, tx.manager);
    if (!ahead) return;
    const answeredOn = addWorkingDays(tx.today, ANSWER_DAYS, await this.reference.calendar());
    if (legalDay(ahead.startsAt) > answeredOn) return;
    await this.hearings.end(
      tx,
      caseId,
      'cancel',
      '仲裁庭受理申请人增加、变更的仲裁请求，被申请人另有答辩期。',
    );
  }

  private async close(tx: Tx, caseId: string): Promise<void> {
    await this.hearings.end(tx, caseId, 'call-off', '案件已经终结。');
  }
}
