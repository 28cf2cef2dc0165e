import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { JsonObject } from '../../kernel/json';
import type { LocalDate } from '../../kernel/local-date';
import type { WorkCalendar } from '../../law/calendar';
import {
  afterOutage,
  CLOCK_RULES,
  deriveClocks,
  HOUSE_CLOCKS,
  remaining,
  type CaseEvent,
  type Clock,
  type Remaining,
} from '../../law/clocks';
import type { Finding } from '../../law/finding';
import { Clock as WallClock, legalDay, startOfDay } from '../../platform/clock';
import type { Tx } from '../../platform/database/unit-of-work';
import { lockRecord, readStanding, type RecordedEvent } from '../../platform/record/record';
import { WithinTransaction } from '../../platform/record/subscribers';
import { Uptime, type Outage } from '../../platform/observability/uptime';
import { Reference } from '../reference';
import { CaseClock } from './case-clock.entity';

export interface ClockView extends CaseClock {
  remaining: Remaining | null;
  outage: ClockOutage | null;
}

/** The service could not be reached for a part of the last day of a party. */
export interface ClockOutage extends Outage {
  readonly askUntil: Finding<LocalDate>;
}

/**
 * Keeps the clocks of each case. An event that means something to a clock carries it in its payload as `clocks`
 * (events of `law/clocks`); whenever one is recorded, all clocks of the case are derived again from the record.
 */
@Injectable()
export class Clocks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reference: Reference,
    private readonly wallClock: WallClock,
    private readonly uptime: Uptime,
  ) {}

  /** One question for all last days of the list that have come. */
  private async outagesOn(rows: readonly CaseClock[]): Promise<Outage[]> {
    const now = this.wallClock.now();
    const days = rows
      .filter((row) => row.dueOn !== null && isOfParty(row) && row.dueOn <= legalDay(now))
      .map((row) => startOfDay(row.dueOn as LocalDate).getTime());
    return days.length === 0 ? [] : this.uptime.between(new Date(Math.min(...days)), now);
  }

  @WithinTransaction('*')
  async onEvent(tx: Tx, event: RecordedEvent): Promise<void> {
    if (Array.isArray(event.payload['clocks'])) await this.derive(tx, event.caseId);
  }

  /**
   * The calendar has changed since the clocks were counted: they are counted again, and where that moved a last day the
   * record says from when to when.
   */
  async recount(tx: Tx, caseId: string): Promise<void> {
    await lockRecord(tx.manager, caseId);
    const before = new Map(
      (await tx.manager.findBy(CaseClock, { caseId })).map((row) => [keyOf(row), row.dueOn]),
    );
    const rows = await this.derive(tx, caseId);
    const moved = rows
      .filter((row) => before.has(keyOf(row)) && before.get(keyOf(row)) !== row.dueOn)
      .map((row) => ({ code: row.code, subject: row.subject, from: before.get(keyOf(row))!, to: row.dueOn }));
    if (moved.length > 0) {
      await tx.publish({ type: 'clock.recounted', caseId, payload: { moved, count: moved.length } });
    }
  }

  private async derive(tx: Tx, caseId: string): Promise<CaseClock[]> {
    const history = historyOf(await readStanding(tx.manager, caseId));
    const rows = deriveClocks(history, await this.reference.calendar()).map((clock) => toRow(caseId, clock));
    await tx.manager.delete(CaseClock, { caseId });
    // The JSON column's type recurses; TypeORM's partial of it would never end.
    if (rows.length > 0) await tx.manager.insert<object>(CaseClock, rows);
    // Kept on the case itself, where an index has the queue of a commission in its order.
    await tx.manager.query('UPDATE labour_case SET next_due_on = $2 WHERE id = $1', [
      caseId,
      nextDueOn(rows),
    ]);
    return rows;
  }

  async ofCase(caseId: string, manager?: EntityManager): Promise<ClockView[]> {
    return (await this.ofCases([caseId], manager)).get(caseId) ?? [];
  }

  /** One query for a whole list of cases. */
  async ofCases(
    caseIds: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, ClockView[]>> {
    const byCase = new Map<string, ClockView[]>();
    if (caseIds.length === 0) return byCase;
    const [rows, calendar] = await Promise.all([
      manager.find(CaseClock, {
        where: { caseId: In([...caseIds]) },
        order: { dueOn: 'ASC', code: 'ASC', subject: 'ASC' },
      }),
      this.reference.calendar(),
    ]);
    const today = this.wallClock.today();
    const outages = await this.outagesOn(rows);
    for (const row of rows) {
      const dueOn = row.dueOn as LocalDate | null;
      const outage = dueOn && isOfParty(row) ? outages.find((each) => touches(each, dueOn)) : undefined;
      const view = {
        ...row,
        remaining: remaining({ ...row, dueOn }, today, calendar),
        outage: outage ? { ...outage, askUntil: afterOutage(dueOn!, legalDay(outage.to), calendar) } : null,
      };
      const list = byCase.get(row.caseId);
      if (list) list.push(view);
      else byCase.set(row.caseId, [view]);
    }
    return byCase;
  }
}

/** Those who act for themselves lose a day with us; the house has other ways to act. */
const isOfParty = ({ code, state }: CaseClock): boolean =>
  ['party', 'respondent'].includes(CLOCK_RULES[code].bearer) &&
  CLOCK_RULES[code].kind !== 'effect' &&
  ['running', 'missed'].includes(state);

const touches = ({ from, to }: Outage, day: LocalDate): boolean =>
  legalDay(from) <= day && day <= legalDay(to);

/** What the record tells the clocks. What was waived from a seat that was taken back is not waived. */
function historyOf(entries: readonly RecordedEvent[]): CaseEvent[] {
  return entries.reduce<CaseEvent[]>((before, entry) => {
    const told = (entry.payload['clocks'] ?? []) as unknown as CaseEvent[];
    const party = entry.type === 'party.seat-released' ? entry.payload['partyId'] : null;
    return [...before.filter((each) => each.type !== 'notice-waived' || each.party !== party), ...told];
  }, []);
}

const keyOf = ({ code, subject }: CaseClock): string => `${code} ${subject}`;

/** The first last day by which the house itself has to act. */
function nextDueOn(rows: readonly CaseClock[]): string | null {
  const days = rows
    .filter(({ code, state }) => state === 'running' && HOUSE_CLOCKS.includes(code))
    .flatMap(({ dueOn }) => dueOn ?? []);
  return days.sort()[0] ?? null;
}

/** The same as long as every day of the calendar counts as it did. */
export function calendarDigest({ holidays, makeUpDays, announcedYears }: WorkCalendar): string {
  const parts = [holidays, makeUpDays, announcedYears].map((days) => [...days].sort());
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** What a publisher puts into its payload. */
export function clockPayload(...events: CaseEvent[]): JsonObject {
  return { clocks: events as unknown as JsonObject[] };
}

function toRow(caseId: string, clock: Clock): CaseClock {
  return {
    caseId,
    code: clock.code,
    subject: clock.subject ?? '',
    state: clock.state,
    startedOn: clock.startedOn,
    dueOn: clock.dueOn,
    metOn: clock.metOn,
    standsAt: clock.standsAt,
    restartedBy: clock.restartedBy,
    isProvisional: clock.isProvisional,
    finding: clock.finding as unknown as JsonObject,
  };
}
