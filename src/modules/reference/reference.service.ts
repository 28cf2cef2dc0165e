import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '../../kernel/domain-error';
import { localDate } from '../../kernel/local-date';
import { workCalendar, type WorkCalendar } from '../../law/calendar';
import type { LawTables } from '../../law/claims/claim';
import { FIGURES } from '../../law/tables/figures';
import type { TableName, TableRow } from '../../law/tables/table';
import type { Tx } from '../../platform/database/unit-of-work';
import { Chamber } from './chamber.entity';
import { Commission } from './commission.entity';
import { COMMISSIONS, ROOMS_PER_COMMISSION } from './data/commissions';
import { ANNOUNCED_YEARS, holidays } from './data/holidays';
import { HearingRoom } from './hearing-room.entity';
import { AnnouncedYear, Holiday } from './holiday.entity';
import { LawFigure, standing } from './law-figure.entity';
import type { CommissionDto } from './reference.dto';

/** What is numbered per commission and year, with the word its numbers bear: 穗南劳人仲补〔2026〕1号. */
const NUMBER_WORDS = {
  case: '案',
  receipt: '收',
  correction: '补',
  refusal: '不受',
  referral: '移',
} as const;

export type NumberedKind = keyof typeof NUMBER_WORDS;

/** What everybody looks up and nobody computes: commissions, rooms, the calendar, numbers. */
@Injectable()
export class Reference {
  private cachedCalendar: { calendar: WorkCalendar; until: number } | null = null;
  private cachedFigures: { rows: readonly LawFigure[]; versions: number } | null = null;

  constructor(private readonly dataSource: DataSource) {}

  /** By id or name; null for a commission that does not use this system. */
  async knownCommission(idOrName: string): Promise<Commission | null> {
    const wanted = idOrName.trim();
    return this.dataSource.manager.findOne(Commission, { where: [{ id: wanted }, { name: wanted }] });
  }

  async commissions(): Promise<CommissionDto[]> {
    const [commissions, chambers, rooms] = await Promise.all([
      this.dataSource.manager.find(Commission, { order: { sort: 'ASC' } }),
      this.dataSource.manager.find(Chamber, { order: { id: 'DESC' } }),
      this.dataSource.manager.find(HearingRoom, { order: { id: 'ASC' } }),
    ]);
    return commissions.map((commission) => ({
      id: commission.id,
      name: commission.name,
      shortName: commission.shortName,
      area: commission.area,
      address: commission.address,
      phone: commission.phone,
      latitude: commission.latitude,
      longitude: commission.longitude,
      chambers: chambers
        .filter((chamber) => chamber.commissionId === commission.id)
        .map(({ id, name, kind, address, latitude, longitude }) => ({
          id,
          name,
          kind,
          address,
          latitude,
          longitude,
        })),
      rooms: rooms
        .filter((room) => room.commissionId === commission.id)
        .map(({ id, name }) => ({ id, name })),
    }));
  }

  /** @throws DomainError `commission.unknown` (not-found). */
  async commission(id: string, manager: EntityManager = this.dataSource.manager): Promise<Commission> {
    const commission = await manager.findOneBy(Commission, { id });
    if (!commission) throw new DomainError('not-found', 'commission.unknown');
    return commission;
  }

  async commissionNames(): Promise<Map<string, string>> {
    const commissions = await this.dataSource.manager.find(Commission, { select: { id: true, name: true } });
    return new Map(commissions.map((commission) => [commission.id, commission.name]));
  }

  async room(id: string, manager: EntityManager = this.dataSource.manager): Promise<HearingRoom | null> {
    return manager.findOneBy(HearingRoom, { id });
  }

  async chamber(id: string, manager: EntityManager = this.dataSource.manager): Promise<Chamber | null> {
    return manager.findOneBy(Chamber, { id });
  }

  /** The working-day calendar; read again every minute, so that a newly loaded notice counts at once everywhere. */
  async calendar(): Promise<WorkCalendar> {
    if (this.cachedCalendar && this.cachedCalendar.until > Date.now()) return this.cachedCalendar.calendar;
    const [days, years] = await Promise.all([
      this.dataSource.manager.find(Holiday),
      this.dataSource.manager.find(AnnouncedYear),
    ]);
    const of = (kind: Holiday['kind']) =>
      days.filter((day) => day.kind === kind).map((day) => localDate(day.day));
    const calendar = workCalendar({
      holidays: of('off'),
      makeUpDays: of('make-up'),
      statutory: of('statutory'),
      announcedYears: years.map((row) => row.year),
    });
    this.cachedCalendar = { calendar, until: Date.now() + 60_000 };
    return calendar;
  }

  /** What computations look things up in, for the place of a commission. */
  async lawTables(area: string): Promise<LawTables> {
    const [calendar, figures] = await Promise.all([this.calendar(), this.figures()]);
    const rowsOf = (name: TableName): TableRow[] =>
      figures
        .filter((row) => row.tableName === name)
        .map(({ area: place, fromOn, item, value, source, isVerified }) => ({
          area: place,
          from: localDate(fromOn),
          value,
          source,
          isVerified,
          ...(item === '' ? {} : { item }),
        }));
    return {
      area,
      calendar,
      minimumWage: rowsOf('minimum-wage'),
      averageWage: rowsOf('average-wage'),
      heatAllowance: rowsOf('heat-allowance'),
      disposableIncome: rowsOf('disposable-income'),
      injuryMedicalMonths: rowsOf('injury-medical-months'),
      injuryEmploymentMonths: rowsOf('injury-employment-months'),
    };
  }

  /**
   * Versions are only ever added, so that their number says whether what is kept here is still all of them: a row that
   * a commission has changed counts at once, in every process. Counted before it is read, so that a row added in
   * between is read twice and never missed.
   */
  private async figures(): Promise<readonly LawFigure[]> {
    const versions = await this.dataSource.manager.count(LawFigure);
    if (this.cachedFigures?.versions === versions) return this.cachedFigures.rows;
    const rows = standing(await this.dataSource.manager.find(LawFigure));
    this.cachedFigures = { rows, versions };
    return rows;
  }

  /** The next number of its kind in the commission's year. The row is locked, so numbers have no gaps and no twins. */
  async nextNumber(tx: Tx, commissionId: string, kind: NumberedKind): Promise<string> {
    const commission = await this.commission(commissionId, tx.manager);
    const year = Number(tx.today.slice(0, 4));
    const [row]: { last: number }[] = await tx.manager.query(
      `INSERT INTO case_number_counter (commission_id, kind, year, last) VALUES ($1, $2, $3, 1)
       ON CONFLICT (commission_id, kind, year) DO UPDATE SET last = case_number_counter.last + 1 RETURNING last`,
      [commissionId, kind, year],
    );
    return commission.numberPattern
      .replace('{prefix}', commission.casePrefix.replace(/案?$/, NUMBER_WORDS[kind]))
      .replace('{year}', String(year))
      .replace('{serial}', String(row!.last));
  }

  /** Loads what comes with the program. Rows a commission has changed since are left as they are. */
  async load(manager: EntityManager): Promise<void> {
    await manager
      .createQueryBuilder()
      .insert()
      .into(Commission)
      .values(
        COMMISSIONS.map(({ chambers: _chambers, ...commission }, sort) => ({
          ...commission,
          numberPattern: '{prefix}〔{year}〕{serial}号',
          evidenceWorkingDays: 15,
          wageReferenceDate: 'application-date' as const,
          isRelationConfirmationNonFinal: true,
          performanceDays: 10,
          sort,
        })),
      )
      .orIgnore()
      .execute();
    await manager
      .createQueryBuilder()
      .insert()
      .into(Chamber)
      .values(
        COMMISSIONS.flatMap(({ id, chambers }) =>
          chambers.map((chamber) => ({ ...chamber, commissionId: id })),
        ),
      )
      .orIgnore()
      .execute();
    const rooms = COMMISSIONS.flatMap(({ id, shortName }) =>
      Array.from({ length: ROOMS_PER_COMMISSION }, (_, i) => ({
        id: `${id}-online-${i + 1}`,
        commissionId: id,
        name: `${shortName}云庭审 ${i + 1} 号庭`,
      })),
    );
    await manager.createQueryBuilder().insert().into(HearingRoom).values(rooms).orIgnore().execute();
    await manager.createQueryBuilder().insert().into(Holiday).values(holidays()).orIgnore().execute();
    await manager
      .createQueryBuilder()
      .insert()
      .into(AnnouncedYear)
      .values(
        ANNOUNCED_YEARS.map((year) => ({
          year,
          source: '国务院办公厅关于部分节假日安排的通知（chinese-days）',
        })),
      )
      .orIgnore()
      .execute();
    await manager.createQueryBuilder().insert().into(LawFigure).values(lawFigures()).orIgnore().execute();
  }
}

function lawFigures(): LawFigure[] {
  return (Object.entries(FIGURES) as [TableName, readonly TableRow[]][]).flatMap(([tableName, rows]) =>
    rows.map(({ area, from, item, value, source, isVerified }) => ({
      tableName,
      area,
      fromOn: from,
      item: item ?? '',
      value,
      source,
      isVerified,
      version: 1,
      change: 'loaded' as const,
      document: null,
      reason: null,
      commissionId: null,
      enteredBy: null,
      enteredByName: null,
      enteredAt: null,
    })),
  );
}
