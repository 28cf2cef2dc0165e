import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SignedInActor } from '../../kernel/actor';
import { addDays, diffDays, localDate, type LocalDate } from '../../kernel/local-date';
import { invalid } from '../../kernel/domain-error';
import { CLOCK_RULES, HOUSE_CLOCKS, type ClockCode } from '../../law/clocks';
import { Clock, startOfDay } from '../../platform/clock';
import type { AgendaClockDto, AgendaDto, AgendaHearingDto } from './agenda.dto';

const LONGEST_DAYS = 62;
const LISTED = 500;

interface HearingRow {
  id: string;
  case_id: string;
  number: string;
  starts_at: Date;
  ends_at: Date;
  state: string;
  room: string | null;
  chamber: string | null;
  claimant_names: string;
  respondent_names: string;
}

interface ClockRow {
  case_id: string;
  number: string;
  code: ClockCode;
  subject: string;
  due_on: string;
  is_provisional: boolean;
  claimant_names: string;
  respondent_names: string;
}

/** Days of hearings, and last days, of one person: two questions, however many cases there are. */
@Injectable()
export class AgendaQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError (invalid) `agenda.range` when it ends before it begins, or is longer than two months. */
  async between(actor: SignedInActor, from: string, to: string): Promise<AgendaDto> {
    const days = diffDays(localDate(from), localDate(to));
    if (days < 0 || days > LONGEST_DAYS) throw invalid([{ pointer: '/to', code: 'agenda.range' }]);
    return this.read(actor, localDate(from), localDate(to));
  }

  async read(actor: SignedInActor, from: LocalDate, to: LocalDate): Promise<AgendaDto> {
    const [hearings, clocks] = await Promise.all([
      this.hearings(actor, from, to),
      this.clocks(actor, from, to),
    ]);
    return { hearings, clocks: clocks.slice(0, LISTED), isCut: clocks.length > LISTED };
  }

  private async hearings(actor: SignedInActor, from: LocalDate, to: LocalDate): Promise<AgendaHearingDto[]> {
    const rows: HearingRow[] = await this.dataSource.query(
      `SELECT h.id, h.case_id, coalesce(c.number, c.receipt_number) AS number, h.starts_at, h.ends_at, h.state,
              r.name AS room, concat_ws(' ', k.name, k.address) AS chamber, c.claimant_names, c.respondent_names
       FROM hearing h
       JOIN labour_case c ON c.id = h.case_id
       LEFT JOIN hearing_room r ON r.id = h.room_id
       LEFT JOIN chamber k ON k.id = h.chamber_id
       WHERE h.starts_at >= $2 AND h.starts_at < $3 AND h.state NOT IN ('cancelled', 'adjourned') AND ${scope(actor)}
       ORDER BY h.starts_at LIMIT ${LISTED}`,
      [scopeValue(actor), startOfDay(from), startOfDay(addDays(to, 1))],
    );
    return rows.map((row) => ({
      hearingId: row.id,
      caseId: row.case_id,
      caseNumber: row.number,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      state: row.state,
      mode: !row.chamber ? 'online' : row.room ? 'mixed' : 'on-site',
      place: [row.room, row.chamber].filter(Boolean).join(' · '),
      claimantNames: row.claimant_names,
      respondentNames: row.respondent_names,
    }));
  }

  /** One more than is shown is read, so that it can be said that there are more. */
  private async clocks(actor: SignedInActor, from: LocalDate, to: LocalDate): Promise<AgendaClockDto[]> {
    const rows: ClockRow[] = await this.dataSource.query(
      `SELECT k.case_id, coalesce(c.number, c.receipt_number) AS number, k.code, k.subject, k.due_on::text,
              k.is_provisional, c.claimant_names, c.respondent_names
       FROM case_clock k JOIN labour_case c ON c.id = k.case_id
       WHERE k.state = 'running' AND k.due_on BETWEEN $2 AND $3 AND k.code = ANY($4) AND ${scope(actor)}
         AND ${actor.kind === 'party' ? OWN : 'true'}
       ORDER BY k.due_on, k.code LIMIT ${LISTED + 1}`,
      [scopeValue(actor), from, to, codesFor(actor)],
    );
    const today = this.clock.today();
    return rows.map((row) => ({
      caseId: row.case_id,
      caseNumber: row.number,
      code: row.code,
      titleKey: CLOCK_RULES[row.code].titleKey,
      dueOn: row.due_on,
      isOverdue: row.due_on < today && CLOCK_RULES[row.code].kind === 'duty',
      isProvisional: row.is_provisional,
      claimantNames: row.claimant_names,
      respondentNames: row.respondent_names,
    }));
  }
}

/** What a person has to do, or may do, until then: not what others have to. */
function codesFor(actor: SignedInActor): readonly ClockCode[] {
  if (actor.kind === 'party') return PARTY_CLOCKS;
  if (seesHouse(actor)) return HOUSE_CLOCKS;
  return HOUSE_CLOCKS.filter(
    (code) => actor.roles.includes('recorder') || CLOCK_RULES[code].bearer === 'tribunal',
  );
}

const PARTY_CLOCKS = Object.values(CLOCK_RULES)
  .filter(({ kind, bearer }) => kind !== 'effect' && (bearer === 'party' || bearer === 'respondent'))
  .map(({ code }) => code);

/** A clock of a party belongs to that party; one of the whole case to both, and the answer never to the claimant. */
const OWN = `EXISTS (
  SELECT 1 FROM case_member m WHERE m.case_id = k.case_id AND m.user_id = $1 AND m.until IS NULL
    AND (position(m.party_id IN k.subject) > 0
         OR (k.code <> 'D05' AND NOT EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = k.case_id AND position(p.id IN k.subject) > 0))))`;

const seesHouse = (actor: SignedInActor): boolean =>
  actor.kind === 'staff' && actor.roles.some((role) => role === 'filing-clerk' || role === 'director');

/** Clerks at the counter and the head see the whole commission; everybody else the cases they are in. */
function scope(actor: SignedInActor): string {
  return seesHouse(actor)
    ? 'c.commission_id = $1'
    : 'EXISTS (SELECT 1 FROM case_member m WHERE m.case_id = c.id AND m.user_id = $1 AND m.until IS NULL)';
}

function scopeValue(actor: SignedInActor): string {
  return actor.kind === 'staff' && seesHouse(actor) ? actor.commissionId : actor.userId;
}
