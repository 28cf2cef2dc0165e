import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { SignedInActor, StaffActor } from '../../kernel/actor';
import { DomainError, notFound } from '../../kernel/domain-error';
import type { JsonObject } from '../../kernel/json';
import { localDate } from '../../kernel/local-date';
import { article } from '../../law/articles';
import { CLOCK_RULES, deriveClocks } from '../../law/clocks';
import { legalDay } from '../../platform/clock';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import type { Locale } from '../../platform/http/locale';
import { sentence } from '../../platform/http/message-catalogue';
import { lockRecord } from '../../platform/record/record';
import { CaseAccess, caseLifecycle, CaseQueries, CaseRef, type CaseState, type LabourCase } from '../cases';
import { clockPayload } from '../deadlines';
import { DeliveryQueries } from '../delivery';
import { FileTickets, PaperRegistry, Papers, type TicketDto } from '../documents';
import { EvidenceQueries } from '../evidence';
import { Users } from '../identity';
import { MotionQueries } from '../motions';
import { Reference } from '../reference';
import { archivePolicy } from './archive.policy';
import type { ArchiveDto } from './archives.dto';
import { catalogue, CATALOGUES, hasGrown, isOpenTo, type Entry, type Material } from './catalogue';
import { mainCatalogue, subCatalogue, type CatalogueFacts } from './catalogue.paper';
import { CaseFile } from './case-file.entity';

type Obstacle =
  'archive.not-ended' | 'archive.paper-pending' | 'archive.service-open' | 'archive.motion-open';

/** Of which a case can have several, each with a number of its own. */
const NUMBERED: ReadonlySet<string> = new Set(['award', 'mediation-statement']);

const isCatalogue = (kind: string): boolean => Object.values(CATALOGUES).includes(kind);

/** How a case was closed, as the catalogue says it. */
const CLOSED_BY: Partial<Record<CaseState, string>> = {
  decided: '裁决',
  refused: '不予受理',
  referred: '告知向其他仲裁委员会申请',
  withdrawn: '撤回仲裁申请',
  'deemed-withdrawn': '按撤回仲裁申请处理',
  revoked: '撤销案件',
  terminated: '终止审理',
  transferred: '移送',
  mediated: '调解',
};

/** 立卷归档 (Rules 21 to 24): the two volumes, their catalogues, how long they are kept, and who may read them. */
@Injectable()
export class Archives {
  constructor(
    private readonly dataSource: DataSource,
    private readonly uow: UnitOfWork,
    private readonly cases: CaseAccess,
    private readonly caseQueries: CaseQueries,
    private readonly caseRef: CaseRef,
    private readonly papers: Papers,
    private readonly evidence: EvidenceQueries,
    private readonly delivery: DeliveryQueries,
    private readonly motions: MotionQueries,
    private readonly reference: Reference,
    private readonly users: Users,
    private readonly tickets: FileTickets,
    registry: PaperRegistry,
  ) {
    registry.register(mainCatalogue, subCatalogue);
  }

  async ofCase(actor: SignedInActor, caseId: string, locale: Locale): Promise<ArchiveDto> {
    const [labourCase, relations, own, files] = await Promise.all([
      this.cases.get(caseId),
      this.caseRef.relationsTo(actor, caseId),
      this.caseQueries.partiesOf(caseId, actor.userId),
      this.files(caseId),
    ]);
    const isHouse = actor.kind === 'staff';
    const now = isHouse ? catalogue(await this.materials(caseId)) : [];
    const filed = files.at(-1);
    const mayFile = archivePolicy.allows('archive.file', relations ?? new Set());
    const obstacles = mayFile ? await this.obstacles(labourCase) : [];
    const people = await this.users.byIds(files.map(({ archivedBy }) => archivedBy));
    const grown = isHouse && filed !== undefined && hasGrown(filed.entries, now);
    const entries = (filed?.entries ?? now).filter((entry) => isHouse || isOpenTo(entry, own));
    return {
      revisions: files.map(({ revision, archivedAt, archivedBy, keptUntil }) => ({
        revision,
        archivedAt,
        archivedBy: people.get(archivedBy)?.name ?? '',
        keptUntil,
      })),
      entries: entries.map(({ source, id, volume, ordinal, title, on, sha256 }) => ({
        source,
        id,
        volume,
        ordinal,
        title,
        on,
        sha256,
      })),
      hasGrown: grown,
      obstacles: obstacles.map((code) => ({ code, detail: sentence(locale, code) })),
      years: labourCase.state === 'decided' ? CLOCK_RULES.D25.length! : CLOCK_RULES.D25.also!.length,
      basis: [article('rules', 24, 1)] as unknown as JsonObject[],
      actions: mayFile && obstacles.length === 0 && (filed === undefined || grown) ? ['archive.file'] : [],
    };
  }

  /**
   * @returns the revision filed.
   * @throws DomainError (conflict) `archive.not-ended`, `archive.paper-pending`, `archive.service-open`,
   *   `archive.motion-open`, `archive.nothing-new`.
   */
  async file(actor: StaffActor, caseId: string): Promise<number> {
    return this.uow.run(actor, async (tx) => {
      await lockRecord(tx.manager, caseId);
      const labourCase = await this.cases.get(caseId, tx.manager);
      const [obstacle] = await this.obstacles(labourCase, tx.manager);
      if (obstacle)
        throw new DomainError('conflict', obstacle, { basis: ['《劳动人事争议仲裁办案规则》第二十一条'] });
      const entries = catalogue(await this.materials(caseId, tx.manager));
      const before = (await this.files(caseId, tx.manager)).at(-1);
      if (before && !hasGrown(before.entries, entries))
        throw new DomainError('conflict', 'archive.nothing-new');
      const closedBy = labourCase.state === 'decided' ? 'award' : 'other';
      const archived = { type: 'archived', on: tx.today, closedBy } as const;
      const kept = deriveClocks([archived], await this.reference.calendar()).find(
        ({ code }) => code === 'D25',
      );
      const file: CaseFile = {
        caseId,
        revision: (before?.revision ?? 0) + 1,
        closedBy,
        entries,
        keptUntil: kept!.dueOn!,
        archivedBy: actor.userId,
        archivedAt: tx.at,
      };
      await tx.manager.insert<object>(CaseFile, file);
      await tx.publish({
        type: 'case.archived',
        caseId,
        payload: {
          revision: file.revision,
          count: entries.length,
          on: file.keptUntil,
          ...clockPayload(archived),
        },
      });
      await this.issueCatalogues(tx, actor, labourCase, file);
      return file.revision;
    });
  }

  /** @throws DomainError not-found, also for what the reader may not read. */
  async ticket(actor: SignedInActor, caseId: string, entryId: string): Promise<TicketDto> {
    const [own, files] = await Promise.all([
      this.caseQueries.partiesOf(caseId, actor.userId),
      this.files(caseId),
    ]);
    const isHouse = actor.kind === 'staff';
    const entries = files.at(-1)?.entries ?? (isHouse ? catalogue(await this.materials(caseId)) : []);
    const entry = entries.find(({ id }) => id === entryId);
    if (!entry || !(isHouse || isOpenTo(entry, own))) throw notFound();
    if (entry.source === 'paper') await this.papers.noteReading(actor, entry.id);
    return this.tickets.mint(actor, entry.fileId);
  }

  private files(caseId: string, manager: EntityManager = this.dataSource.manager): Promise<CaseFile[]> {
    return manager.find(CaseFile, { where: { caseId }, order: { revision: 'ASC' } });
  }

  /** All that keeps a case from being filed away, the plainest first. */
  private async obstacles({ id, state }: LabourCase, manager?: EntityManager): Promise<Obstacle[]> {
    if (!caseLifecycle.terminal.includes(state)) return ['archive.not-ended'];
    const papers = await this.papers.ofCase(id, ['main', 'sub'], manager);
    const [services, motions] = [
      await this.delivery.countOpen(id, manager),
      await this.motions.countWaiting(id, manager),
    ];
    return [
      ...(papers.some(({ state, kind }) => state === 'pending' && !isCatalogue(kind))
        ? (['archive.paper-pending'] as const)
        : []),
      ...(services > 0 ? (['archive.service-open'] as const) : []),
      ...(motions > 0 ? (['archive.motion-open'] as const) : []),
    ];
  }

  /** Papers that were drawn, also those that became void, and what each party handed in. */
  private async materials(caseId: string, manager?: EntityManager): Promise<Material[]> {
    const papers = await this.papers.ofCase(caseId, ['main', 'sub'], manager);
    const evidence = await this.evidence.forFile(caseId, manager);
    const parties = new Map((await this.cases.parties(caseId, manager)).map(({ id, name }) => [id, name]));
    return [
      ...papers.flatMap((paper): Material[] =>
        paper.fileId && paper.sha256
          ? [
              {
                source: 'paper',
                id: paper.id,
                kind: paper.kind,
                volume: paper.volume,
                title: [
                  paper.title,
                  ...(NUMBERED.has(paper.kind) ? [paper.caseNumber] : []),
                  paper.voidSince ? '（作废）' : '',
                ]
                  .filter(Boolean)
                  .join(' '),
                number: paper.caseNumber,
                on: legalDay(paper.issuedAt),
                sha256: paper.sha256,
                fileId: paper.fileId,
                addressees: paper.addressees,
              },
            ]
          : [],
      ),
      ...evidence.map(({ id, partyId, number, name, fileId, sha256, submittedAt }): Material => ({
        source: 'evidence',
        id,
        kind: null,
        volume: 'main',
        title: `${parties.get(partyId) ?? ''}证据${number}：${name}`,
        number: `${partyId} ${String(number).padStart(4, '0')}`,
        on: legalDay(submittedAt),
        sha256,
        fileId,
        addressees: [],
      })),
    ];
  }

  private async issueCatalogues(
    tx: Tx,
    actor: StaffActor,
    labourCase: LabourCase,
    file: CaseFile,
  ): Promise<void> {
    for (const definition of [mainCatalogue, subCatalogue]) {
      const entries = file.entries.filter(({ volume }) => volume === definition.volume);
      if (entries.length === 0) continue;
      const facts: CatalogueFacts = {
        claimants: labourCase.claimantNames,
        respondents: labourCase.respondentNames,
        receivedOn: legalDay(labourCase.receivedAt),
        closedBy: CLOSED_BY[labourCase.state] ?? '',
        archivedOn: tx.today,
        keptUntil: localDate(file.keptUntil),
        archivedBy: actor.name,
        revision: file.revision,
        entries: entries.map(({ ordinal, title, on, sha256 }: Entry) => ({
          ordinal,
          title,
          on,
          digest: sha256.slice(0, 16),
        })),
      };
      await this.papers.issue(tx, {
        definition,
        facts,
        caseId: labourCase.id,
        commissionId: labourCase.commissionId,
        caseNumber: labourCase.number ?? labourCase.receiptNumber,
        isSealed: true,
      });
    }
  }
}
