import { createHash, randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, type EntityManager } from 'typeorm';
import { ENV, type Env } from '../../config/env';
import type { SignedInActor } from '../../kernel/actor';
import { notFound } from '../../kernel/domain-error';
import { newId } from '../../kernel/id';
import type { Json, JsonObject } from '../../kernel/json';
import { Clock, legalDay } from '../../platform/clock';
import { FieldEncryption } from '../../platform/database/field-encryption';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { loadPaperFonts, type PaperFonts } from '../../platform/papers/fonts';
import type { PaperDefinition } from '../../platform/papers/paper';
import { renderPaper } from '../../platform/papers/render-paper';
import { sign } from '../../platform/papers/sign';
import { lockRecord } from '../../platform/record/record';
import { Job } from '../../platform/record/subscribers';
import { FileStore } from '../../platform/storage/file-store';
import { Reference } from '../reference';
import { PaperReading } from './paper-reading.entity';
import { PaperRegistry } from './paper-registry';
import { Paper } from './paper.entity';
import { SealKeys } from './seal-keys';
import { StoredFile } from './stored-file.entity';

export interface PaperOrder<Facts> {
  definition: PaperDefinition<Facts>;
  facts: Facts;
  caseId: string;
  commissionId: string;
  caseNumber: string | null;
  /** Ids of the parties it is to be served on; empty for papers that are only filed. */
  addressees?: readonly string[];
  /** Id of the hearing or award it is about. */
  subject?: string | null;
  /** Papers of the commission are sealed and can be verified by their code; papers of a party are neither. */
  isSealed: boolean;
}

/** No 0/O, 1/I/L: codes are read aloud and typed from paper. */
const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** Drawing takes less than a second; a paper that is not there after this long has met an obstacle. */
const LATE_AFTER_MS = 10 * 60_000;
const SYSTEM = { kind: 'system', name: 'papers' } as const;

/** Issues papers: ordered inside the transaction of the act they document, drawn and sealed by the worker. */
@Injectable()
export class Papers {
  private fonts: PaperFonts | null = null;

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly dataSource: DataSource,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly encryption: FieldEncryption,
    private readonly registry: PaperRegistry,
    private readonly reference: Reference,
    private readonly seals: SealKeys,
    private readonly store: FileStore,
  ) {}

  async issue<Facts>(tx: Tx, order: PaperOrder<Facts>): Promise<string> {
    const id = newId(tx.at.getTime());
    await tx.manager.insert(Paper, {
      id,
      caseId: order.caseId,
      commissionId: order.commissionId,
      kind: order.definition.kind,
      volume: order.definition.volume,
      title: order.definition.title,
      caseNumber: order.caseNumber,
      factsSealed: this.encryption.sealJson(order.facts as Json),
      addressees: [...(order.addressees ?? [])],
      subject: order.subject ?? null,
      verificationCode: order.isSealed ? verificationCode() : null,
      state: 'pending',
      fileId: null,
      sha256: null,
      issuedAt: tx.at,
      voidSince: null,
    });
    await tx.publish({
      type: 'paper.issued',
      caseId: order.caseId,
      payload: {
        paperId: id,
        kind: order.definition.kind,
        title: order.definition.title,
        isOfCommission: order.isSealed,
      },
      audience: order.definition.volume === 'main' ? 'parties' : 'commission',
    });
    await tx.enqueue('papers.render', { paperId: id });
    return id;
  }

  /** Draws, seals and stores one paper. Run twice it changes nothing the second time. */
  @Job('papers.render')
  async render(data: JsonObject): Promise<void> {
    const paperId = data['paperId'] as string;
    const paper = await this.dataSource.manager.findOneByOrFail(Paper, { id: paperId });
    if (paper.state === 'rendered') return;
    const pdf = await this.draw(paper);
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    await this.store.put(pdf, sha256);
    await this.uow.run(SYSTEM, async (tx) => {
      await lockRecord(tx.manager, paper.caseId);
      const fresh = await tx.manager.findOneOrFail(Paper, {
        where: { id: paperId },
        lock: { mode: 'pessimistic_write' },
      });
      if (fresh.state === 'rendered') return;
      const file = await tx.manager.save(
        tx.manager.create(StoredFile, {
          id: newId(tx.at.getTime()),
          sha256,
          size: pdf.length,
          name: `${paper.title}${paper.caseNumber ? ` ${paper.caseNumber}` : ''}.pdf`,
          mediaType: 'application/pdf',
          uploadedBy: null,
          createdAt: tx.at,
          usedAt: tx.at,
          draftId: null,
        }),
      );
      await tx.manager.update(Paper, paperId, { state: 'rendered', fileId: file.id, sha256 });
      await tx.publish({
        type: 'paper.rendered',
        caseId: paper.caseId,
        payload: { paperId, kind: paper.kind, title: paper.title, sha256 },
        audience: 'commission',
      });
    });
  }

  isLate({ state, issuedAt }: Paper): boolean {
    return state === 'pending' && this.clock.now().getTime() - issuedAt.getTime() > LATE_AFTER_MS;
  }

  /**
   * Has a paper that met an obstacle drawn now, not at the next round of the worker. One that is there stays as it is.
   *
   * @throws DomainError `request.not-found` when the case has no such paper.
   */
  async drawNow(actor: SignedInActor, caseId: string, paperId: string): Promise<void> {
    await this.uow.run(actor, async (tx) => {
      const paper = await tx.manager.findOneBy(Paper, { id: paperId, caseId });
      if (!paper) throw notFound();
      if (paper.state === 'pending') await tx.enqueue('papers.render', { paperId });
    });
  }

  /** From now on they are good for nothing; who opens one, or verifies it, is told so. */
  async annul(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.manager.update(Paper, { id: In([...ids]), voidSince: IsNull() }, { voidSince: tx.at });
  }

  async ofCase(
    caseId: string,
    volumes: readonly ('main' | 'sub')[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Paper[]> {
    return manager
      .createQueryBuilder(Paper, 'paper')
      .where('paper.case_id = :caseId AND paper.volume IN (:...volumes)', { caseId, volumes })
      .orderBy('paper.issued_at')
      .addOrderBy('paper.id')
      .getMany();
  }

  async byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<Paper | null> {
    return manager.findOneBy(Paper, { id });
  }

  async byIds(ids: readonly string[], manager: EntityManager = this.dataSource.manager): Promise<Paper[]> {
    return ids.length === 0 ? [] : manager.findBy(Paper, { id: In([...ids]) });
  }

  /** Called wherever a paper is handed to somebody to read; the first time stands. */
  async noteReading(actor: SignedInActor, paperId: string): Promise<void> {
    await this.uow.run(actor, async (tx) => {
      await tx.manager
        .createQueryBuilder()
        .insert()
        .into(PaperReading)
        .values({ paperId, userId: actor.userId, firstAt: tx.at })
        .orIgnore()
        .execute();
    });
  }

  /** Who first opened which of these papers when. */
  async readings(
    paperIds: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<PaperReading[]> {
    return paperIds.length === 0 ? [] : manager.findBy(PaperReading, { paperId: In([...paperIds]) });
  }

  async byVerificationCode(code: string): Promise<Paper | null> {
    const clean = code.toUpperCase().replace(/[^0-9A-Z]/g, '');
    return this.dataSource.manager.findOneBy(Paper, { verificationCode: clean });
  }

  /** The facts a paper was drawn from. */
  facts<Facts>(paper: Paper): Facts {
    return this.encryption.openJson<Facts>(paper.factsSealed);
  }

  private async draw(paper: Paper): Promise<Buffer> {
    const commission = await this.reference.commission(paper.commissionId);
    this.fonts ??= loadPaperFonts();
    const pdf = await renderPaper(
      this.registry.get(paper.kind) as PaperDefinition<unknown>,
      this.facts(paper),
      {
        commission: { name: commission.name, shortName: commission.shortName, sealName: commission.name },
        caseNumber: paper.caseNumber,
        issuedAt: paper.issuedAt,
        issuedOn: legalDay(paper.issuedAt),
        verification: paper.verificationCode
          ? { code: paper.verificationCode, url: `${this.env.publicUrl}/verify/${paper.verificationCode}` }
          : null,
        isDemo: this.env.isDemo,
        fonts: this.fonts,
      },
    );
    if (!paper.verificationCode) return pdf;
    const { p12, password } = await this.seals.of(commission);
    return sign(pdf, p12, password, {
      reason: paper.title,
      location: commission.address,
      at: paper.issuedAt,
      name: commission.name,
    });
  }
}

/** Twelve characters: about 60 bits, so that codes cannot be guessed in numbers that matter. */
function verificationCode(): string {
  return Array.from({ length: 12 }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');
}
