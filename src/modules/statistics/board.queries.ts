import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CLOCK_RULES, HOUSE_CLOCKS, type ClockCode } from '../../law/clocks';
import { addWorkingDays } from '../../law/calendar';
import { Clock, ZONE } from '../../platform/clock';
import { Reference } from '../reference';
import type {
  BoardClockDto,
  BoardClocksDto,
  BoardDto,
  ClockGroupDto,
  MonthDto,
  StateCountDto,
} from './board.dto';

const SOON_DAYS = 3;
const MONTHS = 12;
const LISTED = 100;

/** Legal days from acceptance to award, to one decimal. */
const AVERAGE_DAYS = `round(avg((c.decided_at AT TIME ZONE '${ZONE}')::date - (c.accepted_at AT TIME ZONE '${ZONE}')::date), 1)::float8`;

interface ClockRow {
  bucket: keyof BoardClocksDto;
  total: number;
  case_id: string;
  case_number: string;
  claimant_names: string;
  respondent_names: string;
  code: ClockCode;
  due_on: string;
}

/** Four queries, however many cases the house has. */
@Injectable()
export class BoardQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly reference: Reference,
  ) {}

  async board(commissionId: string): Promise<BoardDto> {
    const asOf = this.clock.now();
    const today = this.clock.today();
    const soonUntil = addWorkingDays(today, SOON_DAYS, await this.reference.calendar());
    const [states, clocks, months, averageDays] = await Promise.all([
      this.states(commissionId),
      this.clocks(commissionId, today, soonUntil),
      this.months(commissionId, today),
      this.averageDays(commissionId, today),
    ]);
    return { asOf, today, soonUntil, states, clocks, months, averageDays };
  }

  private async states(commissionId: string): Promise<StateCountDto[]> {
    return this.dataSource.query(
      'SELECT state, count(*)::int AS count FROM labour_case WHERE commission_id = $1 GROUP BY state ORDER BY state',
      [commissionId],
    );
  }

  private async clocks(commissionId: string, today: string, soonUntil: string): Promise<BoardClocksDto> {
    const rows: ClockRow[] = await this.dataSource.query(
      `SELECT bucket, total, case_id, case_number, claimant_names, respondent_names, code, due_on FROM (
         SELECT due.*, count(*) OVER (PARTITION BY bucket)::int AS total,
                row_number() OVER (PARTITION BY bucket ORDER BY due_on, case_number, code) AS place
         FROM (
           SELECT k.case_id, k.code, k.due_on::text AS due_on, coalesce(c.number, c.receipt_number) AS case_number,
                  c.claimant_names, c.respondent_names,
                  CASE WHEN k.due_on < $2 THEN 'overdue' WHEN k.due_on = $2 THEN 'dueToday' ELSE 'dueSoon' END AS bucket
           FROM case_clock k JOIN labour_case c ON c.id = k.case_id
           WHERE k.state = 'running' AND k.due_on <= $3 AND k.code = ANY($4) AND c.commission_id = $1
         ) due
       ) listed
       WHERE place <= ${LISTED} ORDER BY due_on, case_number, code`,
      [commissionId, today, soonUntil, HOUSE_CLOCKS],
    );
    const group = (bucket: keyof BoardClocksDto): ClockGroupDto => {
      const own = rows.filter((row) => row.bucket === bucket);
      return { count: own[0]?.total ?? 0, clocks: own.map(clockOf) };
    };
    return { overdue: group('overdue'), dueToday: group('dueToday'), dueSoon: group('dueSoon') };
  }

  /** Each column counts what happened in the month, so one row's cases are not the same cases. */
  private async months(commissionId: string, today: string): Promise<MonthDto[]> {
    return this.dataSource.query(
      `WITH month AS (
         SELECT first, first AT TIME ZONE '${ZONE}' AS since, (first + interval '1 month') AT TIME ZONE '${ZONE}' AS until
         FROM generate_series(date_trunc('month', $2::timestamp) - interval '${MONTHS - 1} months',
                              date_trunc('month', $2::timestamp), interval '1 month') AS first
       )
       SELECT to_char(first, 'YYYY-MM') AS month,
              (SELECT count(*)::int FROM labour_case c
               WHERE c.commission_id = $1 AND c.received_at >= since AND c.received_at < until) AS received,
              (SELECT count(*)::int FROM labour_case c
               WHERE c.commission_id = $1 AND c.accepted_at >= since AND c.accepted_at < until) AS accepted,
              decided.count AS decided, decided.days AS "averageDays"
       FROM month CROSS JOIN LATERAL (
         SELECT count(*)::int AS count, ${AVERAGE_DAYS} AS days FROM labour_case c
         WHERE c.commission_id = $1 AND c.decided_at >= since AND c.decided_at < until
       ) decided
       ORDER BY first`,
      [commissionId, today],
    );
  }

  private async averageDays(commissionId: string, today: string): Promise<number | null> {
    const [row]: { days: number | null }[] = await this.dataSource.query(
      `SELECT ${AVERAGE_DAYS} AS days FROM labour_case c
       WHERE c.commission_id = $1
         AND c.decided_at >= (date_trunc('month', $2::timestamp) - interval '${MONTHS - 1} months') AT TIME ZONE '${ZONE}'`,
      [commissionId, today],
    );
    return row!.days;
  }
}

function clockOf(row: ClockRow): BoardClockDto {
  return {
    caseId: row.case_id,
    caseNumber: row.case_number,
    claimantNames: row.claimant_names,
    respondentNames: row.respondent_names,
    code: row.code,
    titleKey: CLOCK_RULES[row.code].titleKey,
    dueOn: row.due_on,
  };
}
