import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull } from 'typeorm';
import type { SignedInActor } from '../../kernel/actor';
import { DomainError, invalid, notFound, type FieldError } from '../../kernel/domain-error';
import { newId } from '../../kernel/id';
import type { JsonObject } from '../../kernel/json';
import type { LocalDate } from '../../kernel/local-date';
import type { Finding } from '../../law/finding';
import type { Competence } from '../../law/jurisdiction';
import { Clock } from '../../platform/clock';
import { FieldEncryption } from '../../platform/database/field-encryption';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { lockRecord } from '../../platform/record/record';
import { FilesService } from '../documents';
import { Users } from '../identity';
import { Reference } from '../reference';
import { ApplicationDraft } from './application-draft.entity';
import { competenceOf } from './competence';
import { applicationProblems, atCounter, type ApplicationDraftData } from './application-check';
import type { ApplicationDto } from './application.dto';

const SECTIONS = [
  'commissionId',
  'claimant',
  'respondents',
  'employment',
  'claims',
  'statement',
  'evidence',
  'service',
] as const;
const MAX_BYTES = 256 * 1024;
const MAX_DRAFTS = 20;
const FIRST_STEP = 'commission';

export interface OpenedDraft {
  draft: ApplicationDraft;
  data: ApplicationDraftData;
  problems: FieldError[];
}

@Injectable()
export class Drafts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly uow: UnitOfWork,
    private readonly encryption: FieldEncryption,
    private readonly reference: Reference,
    private readonly files: FilesService,
    private readonly users: Users,
    private readonly clock: Clock,
  ) {}

  /**
   * With the number one signed in with: most people are reached there, and whoever is not writes another. At the
   * counter it is another's application, and the commission is that of the clerk.
   *
   * @throws DomainError `draft.too-many` (conflict) past twenty open drafts.
   */
  async begin(actor: SignedInActor): Promise<string> {
    return this.uow.run(actor, async (tx) => {
      const open = await tx.manager.countBy(ApplicationDraft, {
        userId: actor.userId,
        submittedCaseId: IsNull(),
      });
      if (open >= MAX_DRAFTS)
        throw new DomainError('conflict', 'draft.too-many', { params: { max: MAX_DRAFTS } });
      const id = newId(tx.at.getTime());
      const counterOf = actor.kind === 'staff' ? actor.commissionId : null;
      const phone = (await this.users.byId(actor.userId))?.phone?.replace(/^\+86/, '');
      const data: JsonObject = counterOf ? { commissionId: counterOf } : phone ? { claimant: { phone } } : {};
      await tx.manager.insert(ApplicationDraft, {
        id,
        userId: actor.userId,
        version: 1,
        step: FIRST_STEP,
        dataSealed: this.encryption.sealJson(data),
        submittedCaseId: null,
        correctsCaseId: null,
        counterOf,
        createdAt: tx.at,
        updatedAt: tx.at,
      });
      return id;
    });
  }

  async list(actor: SignedInActor): Promise<{ draft: ApplicationDraft; data: ApplicationDraftData }[]> {
    const drafts = await this.dataSource.manager.find(ApplicationDraft, {
      where: { userId: actor.userId, submittedCaseId: IsNull() },
      order: { updatedAt: 'DESC' },
    });
    return drafts.map((draft) => ({ draft, data: this.data(draft) }));
  }

  async open(actor: SignedInActor, id: string): Promise<OpenedDraft> {
    const draft = await this.dataSource.manager.findOneBy(ApplicationDraft, { id, userId: actor.userId });
    if (!draft) throw notFound();
    const data = this.data(draft);
    return { draft, data, problems: await this.problems(data, this.clock.today(), draft.counterOf) };
  }

  /** Which commissions the places named so far lead to. */
  async competence(actor: SignedInActor, id: string): Promise<Finding<Competence> | null> {
    const draft = await this.dataSource.manager.findOneBy(ApplicationDraft, { id, userId: actor.userId });
    if (!draft) throw notFound();
    return competenceOf(this.data(draft), this.clock.today());
  }

  /**
   * Replaces the given sections. Two devices that saved on the same version do not overwrite each other:
   * the second is told, with what it typed still in its hands.
   *
   * @throws DomainError `draft.version` (conflict), `draft.submitted` (conflict), `draft.too-large` (too-large).
   */
  async save(
    actor: SignedInActor,
    id: string,
    version: number,
    step: string,
    changes: JsonObject,
  ): Promise<OpenedDraft> {
    const unknown = Object.keys(changes).filter((key) => !(SECTIONS as readonly string[]).includes(key));
    if (unknown.length > 0)
      throw invalid(unknown.map((key) => ({ pointer: `/data/${key}`, code: 'field.unknown' })));
    await this.uow.run(actor, async (tx) => {
      const draft = await this.lock(tx, actor, id, version);
      const data: JsonObject = { ...(this.data(draft) as JsonObject), ...changes };
      for (const key of Object.keys(changes)) if (changes[key] === null) delete data[key];
      if (draft.counterOf !== null && data['commissionId'] !== draft.counterOf) {
        throw invalid([{ pointer: '/data/commissionId', code: 'counter.own-commission' }]);
      }
      if (JSON.stringify(data).length > MAX_BYTES) throw new DomainError('too-large', 'draft.too-large');
      await tx.manager.update(ApplicationDraft, id, {
        version: draft.version + 1,
        step,
        dataSealed: this.encryption.sealJson(data),
        updatedAt: tx.at,
      });
      if ('evidence' in changes) {
        await this.files.keepForDraft(tx, actor.userId, id, filesIn(data as ApplicationDraftData));
      }
    });
    return this.open(actor, id);
  }

  /** @throws DomainError `draft.submitted`, `draft.corrects-case` (conflict): without its draft a case would wait for ever. */
  async discard(actor: SignedInActor, id: string): Promise<void> {
    await this.uow.run(actor, async (tx) => {
      const draft = await tx.manager.findOne(ApplicationDraft, {
        where: { id, userId: actor.userId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!draft) throw notFound();
      if (draft.submittedCaseId) throw new DomainError('conflict', 'draft.submitted');
      if (draft.correctsCaseId) {
        throw new DomainError('conflict', 'draft.corrects-case', {
          basis: ['《劳动人事争议仲裁办案规则》第二十九条'],
        });
      }
      await tx.manager.delete(ApplicationDraft, { id });
      await this.files.releaseDrafts(tx, [id]);
    });
  }

  /** The draft, locked and whole, ready to become a case. @throws DomainError with all problems (invalid). */
  async take(
    tx: Tx,
    actor: SignedInActor,
    id: string,
    version: number,
  ): Promise<{ application: ApplicationDto; correctsCaseId: string | null }> {
    const { correctsCaseId } = await this.own(tx, actor, id);
    // The record before the draft, as whoever decides on the case while it is being corrected.
    if (correctsCaseId) await lockRecord(tx.manager, correctsCaseId);
    const draft = await this.lock(tx, actor, id, version);
    const data = this.data(draft);
    const problems = await this.problems(data, tx.today, draft.counterOf);
    if (problems.length > 0) throw new DomainError('invalid', 'application.incomplete', { fields: problems });
    return { application: data as ApplicationDto, correctsCaseId };
  }

  /**
   * A draft that starts from the application as it was handed in, to be corrected by its applicant; or by the clerk who
   * took it down, as long as the applicant has not taken the case over.
   */
  async reopen(
    tx: Tx,
    userId: string,
    caseId: string,
    application: ApplicationDto,
    counterOf: string | null,
  ): Promise<void> {
    await tx.manager.insert(ApplicationDraft, {
      id: newId(tx.at.getTime()),
      userId,
      version: 1,
      step: 'review',
      dataSealed: this.encryption.sealJson(application as unknown as JsonObject),
      submittedCaseId: null,
      correctsCaseId: caseId,
      counterOf,
      createdAt: tx.at,
      updatedAt: tx.at,
    });
  }

  /** The applicant has taken the case over from the counter, and with it what is to be corrected. */
  async handOver(tx: Tx, userId: string, caseId: string): Promise<void> {
    await tx.manager.update(
      ApplicationDraft,
      { correctsCaseId: caseId, submittedCaseId: IsNull() },
      { userId, counterOf: null },
    );
  }

  /** The open draft in which this person corrects a case, if there is one. */
  async correcting(userId: string, caseId: string): Promise<string | null> {
    const draft = await this.dataSource.manager.findOneBy(ApplicationDraft, {
      userId,
      correctsCaseId: caseId,
      submittedCaseId: IsNull(),
    });
    return draft?.id ?? null;
  }

  /** The case was decided on without the correction: nothing is left to correct. */
  async closeCorrection(tx: Tx, caseId: string): Promise<void> {
    const open = await tx.manager.findBy(ApplicationDraft, {
      correctsCaseId: caseId,
      submittedCaseId: IsNull(),
    });
    const ids = open.map(({ id }) => id);
    await tx.manager.delete(ApplicationDraft, { id: In(ids) });
    await this.files.releaseDrafts(tx, ids);
  }

  async markSubmitted(tx: Tx, id: string, caseId: string): Promise<void> {
    await tx.manager.update(ApplicationDraft, id, { submittedCaseId: caseId, updatedAt: tx.at });
  }

  async problems(
    data: ApplicationDraftData,
    on: LocalDate,
    counterOf: string | null = null,
  ): Promise<FieldError[]> {
    const commissions = await this.reference.commissions();
    const commission = commissions.find((each) => each.id === data.commissionId);
    const all = await applicationProblems(data, on);
    const problems = counterOf === null ? all : atCounter(data, all);
    const isUnknown = !commission && !problems.some((problem) => problem.pointer === '/commissionId');
    return isUnknown ? [{ pointer: '/commissionId', code: 'commission.unknown' }, ...problems] : problems;
  }

  private data(draft: ApplicationDraft): ApplicationDraftData {
    return this.encryption.openJson<ApplicationDraftData>(draft.dataSealed);
  }

  private async own(tx: Tx, actor: SignedInActor, id: string): Promise<ApplicationDraft> {
    const draft = await tx.manager.findOneBy(ApplicationDraft, { id, userId: actor.userId });
    if (!draft) throw notFound();
    return draft;
  }

  private async lock(tx: Tx, actor: SignedInActor, id: string, version: number): Promise<ApplicationDraft> {
    const draft = await tx.manager.findOne(ApplicationDraft, {
      where: { id, userId: actor.userId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!draft) throw notFound();
    if (draft.submittedCaseId) throw new DomainError('conflict', 'draft.submitted');
    if (draft.version !== version) throw new DomainError('conflict', 'draft.version');
    return draft;
  }
}

/** Ids of the files a draft lists; it may hold anything half-typed. */
function filesIn({ evidence }: ApplicationDraftData): string[] {
  if (!Array.isArray(evidence)) return [];
  return evidence.flatMap((item: { fileId?: unknown } | null) =>
    typeof item?.fileId === 'string' ? [item.fileId] : [],
  );
}
