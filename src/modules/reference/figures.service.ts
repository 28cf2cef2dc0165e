import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { StaffActor } from '../../kernel/actor';
import { DomainError, invalid, notFound } from '../../kernel/domain-error';
import { localDate } from '../../kernel/local-date';
import { areasOf, FIGURE_KINDS, figureProblems, TABLE_NAMES } from './figure-kinds';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import type {
  AddFigureDto,
  ChangeableDto,
  CorrectFigureDto,
  FigureAtDto,
  FigureDto,
  FigureTableDto,
  FigureVersionDto,
  VerifyFigureDto,
  WithdrawFigureDto,
} from './figures.dto';
import { LawFigure, standing, type FigureChange } from './law-figure.entity';
import { Reference } from './reference.service';

/** Writers of figures queue here, so that the second sees what the first has written. */
const LOCK = 7305101;

type NewVersion = Pick<LawFigure, 'change' | 'value' | 'source' | 'isVerified' | 'document' | 'reason'>;

/** The yearly figures that computations look up: read by everybody, kept by the heads of the commissions. */
@Injectable()
export class Figures {
  constructor(
    private readonly dataSource: DataSource,
    private readonly uow: UnitOfWork,
    private readonly reference: Reference,
  ) {}

  async tables(): Promise<FigureTableDto[]> {
    const rows = standing(await this.dataSource.manager.find(LawFigure)).sort(
      (a, b) =>
        a.area.localeCompare(b.area, 'en') ||
        b.fromOn.localeCompare(a.fromOn, 'en') ||
        a.item.localeCompare(b.item, 'en', { numeric: true }),
    );
    return TABLE_NAMES.map((tableName) => {
      const { unit, item, levels } = FIGURE_KINDS[tableName];
      return {
        tableName,
        unit,
        item,
        levels: [...levels],
        rows: rows.filter((row) => row.tableName === tableName).map(view),
      };
    });
  }

  /** Everything that ever stood in the place of a row, the latest first. */
  async history(at: FigureAtDto): Promise<FigureVersionDto[]> {
    const versions = await this.versions(this.dataSource.manager, at);
    const names = await this.reference.commissionNames();
    return versions.map((row) => ({
      ...view(row),
      change: row.change,
      reason: row.reason,
      changedBy: row.enteredByName,
      commissionName: row.commissionId === null ? null : (names.get(row.commissionId) ?? null),
    }));
  }

  /** For whoever is the head of a commission: what a page offers to change. */
  async changeable(actor: StaffActor): Promise<ChangeableDto[]> {
    if (!actor.roles.includes('director')) return [];
    const { area } = await this.reference.commission(actor.commissionId);
    return TABLE_NAMES.map((tableName) => ({ tableName, areas: areasOf(tableName, area) }));
  }

  /** @throws DomainError `figure.exists` (conflict), `figure.other-area` (forbidden); (invalid) each field that is wrong. */
  async add(actor: StaffActor, dto: AddFigureDto): Promise<FigureDto> {
    return this.write(actor, dto, (before) => {
      if (before && before.change !== 'withdrawn') throw new DomainError('conflict', 'figure.exists');
      return this.entered('added', dto);
    });
  }

  /**
   * A corrected row waits to be compared again.
   *
   * @throws DomainError `figure.version`, `figure.unchanged` (conflict), and as in `add`.
   */
  async correct(actor: StaffActor, dto: CorrectFigureDto): Promise<FigureDto> {
    return this.write(actor, dto, (before) => {
      const { value, source } = requireVersion(before, dto.version);
      if (value === dto.value && source === dto.source.trim()) {
        throw new DomainError('conflict', 'figure.unchanged');
      }
      return this.entered('corrected', dto);
    });
  }

  /** @throws DomainError `figure.version`, `figure.already-verified` (conflict), `figure.other-area` (forbidden). */
  async verify(actor: StaffActor, dto: VerifyFigureDto): Promise<FigureDto> {
    return this.write(actor, dto, (before) => {
      const { value, source, isVerified, document } = requireVersion(before, dto.version);
      const compared = dto.document.trim();
      if (isVerified && (document === compared || source === compared)) {
        throw new DomainError('conflict', 'figure.already-verified');
      }
      return {
        change: 'verified',
        value,
        source,
        isVerified: true,
        document: compared,
        reason: dto.reason?.trim() || null,
      };
    });
  }

  /** Taken away: it was entered for a day or a place that has no such figure. @throws DomainError as in `verify`. */
  async withdraw(actor: StaffActor, dto: WithdrawFigureDto): Promise<FigureDto> {
    return this.write(actor, dto, (before) => {
      const { value, source, document } = requireVersion(before, dto.version);
      return { change: 'withdrawn', value, source, isVerified: false, document, reason: dto.reason.trim() };
    });
  }

  private entered(change: FigureChange, { value, source, reason }: AddFigureDto): NewVersion {
    return {
      change,
      value,
      source: source.trim(),
      isVerified: false,
      document: null,
      reason: reason.trim(),
    };
  }

  private async write(
    actor: StaffActor,
    at: FigureAtDto,
    next: (before: LawFigure | null) => NewVersion,
  ): Promise<FigureDto> {
    return this.uow.run(actor, async (tx) => {
      await tx.manager.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      const { area } = await this.reference.commission(actor.commissionId, tx.manager);
      const [before = null] = await this.versions(tx.manager, at);
      const version = next(before);
      requireRow(tx, at, version);
      if (!areasOf(at.tableName, area).includes(at.area)) {
        throw new DomainError('forbidden', 'figure.other-area');
      }
      const row = tx.manager.create(LawFigure, {
        tableName: at.tableName,
        area: at.area,
        fromOn: at.fromOn,
        item: at.item,
        version: (before?.version ?? 0) + 1,
        ...version,
        commissionId: actor.commissionId,
        enteredBy: actor.userId,
        enteredByName: actor.name,
        enteredAt: tx.at,
      });
      await tx.manager.insert(LawFigure, row);
      return view(row);
    });
  }

  private versions(manager: EntityManager, at: FigureAtDto): Promise<LawFigure[]> {
    const { tableName, area, fromOn, item } = at;
    return manager.find(LawFigure, { where: { tableName, area, fromOn, item }, order: { version: 'DESC' } });
  }
}

function requireVersion(before: LawFigure | null, version: number): LawFigure {
  if (!before) throw notFound('figure.unknown');
  // What was withdrawn meanwhile is not as it was on the screen either.
  if (before.version !== version || before.change === 'withdrawn') {
    throw new DomainError('conflict', 'figure.version');
  }
  return before;
}

function requireRow(tx: Tx, at: FigureAtDto, { value, source }: NewVersion): void {
  const row = { area: at.area, from: localDate(at.fromOn), item: at.item, value, source };
  const problems = figureProblems(at.tableName, row, tx.today);
  if (problems.length > 0) {
    throw invalid(
      problems.map(({ field, code }) => ({ pointer: `/${field === 'from' ? 'fromOn' : field}`, code })),
    );
  }
}

function view(row: LawFigure): FigureDto {
  const { tableName, area, fromOn, item, version, value, source, isVerified, document, enteredAt } = row;
  return {
    tableName,
    area,
    fromOn,
    item,
    version,
    value,
    source,
    isVerified,
    document,
    changedAt: enteredAt,
  };
}
