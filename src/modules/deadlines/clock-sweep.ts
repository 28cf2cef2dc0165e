import { Injectable, Logger } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date';
import { remaining, type ClockCode } from '../../law/clocks';
import { Clock as WallClock } from '../../platform/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { lockRecord } from '../../platform/record/record';
import { Job } from '../../platform/record/subscribers';
import { Reference } from '../reference';
import { CaseClock } from './case-clock.entity';
import { ClockAlert } from './clock-alert.entity';
import { ALERT_HORIZON_DAYS, ALERT_RULES, alertOf, partyOfClock } from './clock-alerts';
import { calendarDigest, Clocks } from './clocks.service';

const SYSTEM = { kind: 'system', name: 'clocks' } as const;
const BATCH = 500;

/** A duty forgotten for longer than this shows on every list, and need not be told of for the first time. */
const OVERDUE_DAYS = 60;

/**
 * Looks at the last days every hour: tells of those that come near, and the head of the commission of those that passed.
 * An alert is a row, written in the transaction that publishes it: told once, by whichever process is first, also after
 * a time in which none ran.
 */
@Injectable()
export class ClockSweep {
  private readonly logger = new Logger('ClockSweep');

  constructor(
    private readonly dataSource: DataSource,
    private readonly uow: UnitOfWork,
    private readonly clocks: Clocks,
    private readonly reference: Reference,
    private readonly wallClock: WallClock,
  ) {}

  /** One case that cannot be swept does not keep the others; the job fails in the end and is tried again. */
  @Job('clocks.sweep')
  async sweep(): Promise<void> {
    await this.recount();
    await this.eachCase(
      (after) => this.dueCases(after),
      'told of',
      (caseId) => this.tell(caseId),
    );
  }

  /** The holidays of a year were announced: whatever was counted over its days is counted again. */
  private async recount(): Promise<void> {
    const digest = calendarDigest(await this.reference.calendar());
    const [counted]: { digest: string }[] = await this.dataSource.query(
      'SELECT digest FROM calendar_count WHERE id = 1',
    );
    if (counted?.digest === digest) return;
    if (counted) {
      await this.eachCase(
        (after) => this.openCases(after),
        'counted again',
        (caseId) => this.uow.run(SYSTEM, (tx) => this.clocks.recount(tx, caseId)),
      );
    }
    await this.dataSource.query(
      `INSERT INTO calendar_count (id, digest, counted_at) VALUES (1, $1, $2)
       ON CONFLICT (id) DO UPDATE SET digest = excluded.digest, counted_at = excluded.counted_at`,
      [digest, this.wallClock.now()],
    );
  }

  private async eachCase(
    next: (after: string) => Promise<{ case_id: string }[]>,
    what: string,
    work: (caseId: string) => Promise<unknown>,
  ): Promise<void> {
    const failed: string[] = [];
    for (let rows = await next(''); rows.length > 0; rows = await next(rows.at(-1)!.case_id)) {
      for (const { case_id: caseId } of rows) {
        try {
          await work(caseId);
        } catch (error) {
          this.logger.error({ err: error as unknown, caseId }, `a case could not be ${what}`);
          failed.push(caseId);
        }
      }
    }
    if (failed.length > 0)
      throw new Error(`${failed.length} cases could not be ${what}: ${failed.join(', ')}`);
  }

  private async dueCases(after: string): Promise<{ case_id: string }[]> {
    return this.dataSource.query(
      `SELECT DISTINCT k.case_id FROM case_clock k
       WHERE k.state = 'running' AND k.due_on BETWEEN $2::date - ${OVERDUE_DAYS} AND $2::date + ${ALERT_HORIZON_DAYS}
         AND k.code = ANY($3) AND k.case_id > $1
       ORDER BY k.case_id LIMIT ${BATCH}`,
      [after, this.wallClock.today(), Object.keys(ALERT_RULES)],
    );
  }

  private async openCases(after: string): Promise<{ case_id: string }[]> {
    return this.dataSource.query(
      `SELECT DISTINCT case_id FROM case_clock WHERE state IN ('running', 'suspended') AND case_id > $1
       ORDER BY case_id LIMIT ${BATCH}`,
      [after],
    );
  }

  private async tell(caseId: string): Promise<void> {
    const calendar = await this.reference.calendar();
    await this.uow.run(SYSTEM, async (tx) => {
      await lockRecord(tx.manager, caseId);
      const clocks = await tx.manager.findBy(CaseClock, {
        caseId,
        state: 'running',
        code: In(Object.keys(ALERT_RULES)),
      });
      for (const { code, subject, state, dueOn, standsAt } of clocks) {
        const clock = { code, state, dueOn: dueOn as LocalDate | null, standsAt };
        const alert = alertOf(code, remaining(clock, tx.today, calendar));
        if (!alert || dueOn === null) continue;
        const row = { caseId, code, subject, dueOn, level: alert.level, at: tx.at };
        const { raw } = await tx.manager
          .createQueryBuilder()
          .insert()
          .into(ClockAlert)
          .values(row)
          .orIgnore()
          .returning('code')
          .execute();
        if ((raw as unknown[]).length === 0) continue;
        await tx.publish({
          type: `clock.${alert.level}`,
          caseId,
          payload: {
            clockCode: code satisfies ClockCode,
            subject,
            dueOn,
            to: [...alert.to],
            partyId: partyOfClock(code, subject),
          },
          audience: 'commission',
        });
      }
    });
  }
}
