import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { JsonObject } from '../../kernel/json';
import type { LocalDate } from '../../kernel/local-date';
import { deriveClocks, remaining, type CaseEvent, type Clock, type Remaining } from '../../law/clocks';
import { Clock as WallClock } from '../../platform/clock';
import type { Tx } from '../../platform/database/unit-of-work';
import { readStanding, type RecordedEvent } from '../../platform/record/record';
import { WithinTransaction } from '../../platform/record/subscribers';
import { Reference } from '../reference';
import { CaseClock } from './case-clock.entity';

export interface ClockView extends CaseClock {
  remaining: Remaining | null;
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
  ) {}

  @WithinTransaction('*')
  async onEvent(tx: Tx, event: RecordedEvent): Promise<void> {
    if (!Array.isArray(event.payload['clocks'])) return;
    const history = historyOf(await readStanding(tx.manager, event.caseId));
    const clocks = deriveClocks(history, await this.reference.calendar());
    await tx.manager.delete(CaseClock, { caseId: event.caseId });
    if (clocks.length > 0) {
      // The JSON column's type recurses; TypeORM's partial of it would never end.
      await tx.manager.insert<object>(
        CaseClock,
        clocks.map((clock) => toRow(event.caseId, clock)),
      );
    }
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
    for (const row of rows) {
      const view = {
        ...row,
        remaining: remaining({ ...row, dueOn: row.dueOn as LocalDate | null }, today, calendar),
      };
      const list = byCase.get(row.caseId);
      if (list) list.push(view);
      else byCase.set(row.caseId, [view]);
    }
    return byCase;
  }
}

/** What the record tells the clocks. What was waived from a seat that was taken back is not waived. */
function historyOf(entries: readonly RecordedEvent[]): CaseEvent[] {
  return entries.reduce<CaseEvent[]>((before, entry) => {
    const told = (entry.payload['clocks'] ?? []) as unknown as CaseEvent[];
    const party = entry.type === 'party.seat-released' ? entry.payload['partyId'] : null;
    return [...before.filter((each) => each.type !== 'notice-waived' || each.party !== party), ...told];
  }, []);
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
