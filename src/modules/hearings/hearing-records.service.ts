import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import type { SignedInActor } from '../../kernel/actor';
import { DomainError, notFound } from '../../kernel/domain-error';
import { newId } from '../../kernel/id';
import { article, citation } from '../../law/articles';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { lockRecord, type RecordedEvent } from '../../platform/record/record';
import { WithinTransaction } from '../../platform/record/subscribers';
import type {
  RecordEntryView,
  RecordStage,
  RecordView,
  SignatureView,
  Speaker,
  CorrectionView,
} from './conferencing/protocol';
import { HearingCases } from './hearing-cases';
import { HearingPapers } from './hearing-papers';
import {
  cleanText,
  correctionNote,
  isOnPaper,
  partySpeaking,
  recordHash,
  recordText,
  requireCorrectable,
  requireDecided,
  requireMayRefuse,
  requireOwnWords,
  requireSameText,
  stateAfterSigning,
} from './hearing-record.rules';
import {
  HearingRecord,
  HearingRecordCorrection,
  HearingRecordEntry,
  HearingRecordSignature,
  type RevisionCause,
} from './hearing-record.entity';
import { HearingSeat } from './hearing-seat.entity';
import { Hearing } from './hearing.entity';
import { RecordRevisions } from './record-revisions';

export interface NewRecordEntry {
  stage: RecordStage;
  speaker: Speaker;
  /** Which of several parties on a side. */
  partyId?: string | null;
  speakerName: string | null;
  text: string;
}

const BASIS = [citation(article('rules', 42), 'zh-CN')];
const conflict = (code: string): DomainError => new DomainError('conflict', code, { basis: BASIS });

/** The hearing record (庭审笔录): typed by the recorder, read by all, corrected on request, signed by everybody (Rules 42). */
@Injectable()
export class HearingRecords {
  constructor(
    private readonly dataSource: DataSource,
    private readonly uow: UnitOfWork,
    private readonly cases: HearingCases,
    private readonly papers: HearingPapers,
    private readonly revisions: RecordRevisions,
  ) {}

  async view(hearingId: string, manager: EntityManager = this.dataSource.manager): Promise<RecordView> {
    const [record, entries, corrections, signatures, seats] = await Promise.all([
      manager.findOneBy(HearingRecord, { hearingId }),
      manager.find(HearingRecordEntry, { where: { hearingId }, order: { ordinal: 'ASC' } }),
      manager.find(HearingRecordCorrection, {
        where: { hearingId },
        order: { requestedAt: 'ASC', id: 'ASC' },
      }),
      manager.findBy(HearingRecordSignature, { hearingId }),
      manager.findBy(HearingSeat, { hearingId }),
    ]);
    const seatOf = new Map(seats.map((seat) => [seat.seatId, seat]));
    const entryOf = new Map(entries.map((entry) => [entry.id, entry]));
    return {
      state: record?.state ?? 'typing',
      revision: record?.revision ?? 0,
      text: record?.text ?? null,
      sha256: record?.sha256 ?? null,
      entries: entries.map(entryView),
      corrections: corrections.map((c): CorrectionView => ({
        id: c.id,
        entryId: c.entryId,
        entryOrdinal: entryOf.get(c.entryId)?.ordinal ?? 0,
        seatId: c.seatId,
        role: seatOf.get(c.seatId)?.role ?? 'claimant',
        name: seatOf.get(c.seatId)?.name ?? '',
        originalText: c.originalText ?? entryOf.get(c.entryId)?.text ?? '',
        proposedText: c.proposedText,
        reason: c.reason,
        state: c.state,
        decisionReason: c.decisionReason,
      })),
      signatures: signatures
        .map((s): SignatureView => ({
          seatId: s.seatId,
          role: seatOf.get(s.seatId)?.role ?? 'claimant',
          name: seatOf.get(s.seatId)?.name ?? '',
          state: s.state,
          isInChamber: seatOf.get(s.seatId)?.isInChamber ?? false,
          isOnPaper: isOnPaper(s),
          note: s.note,
          at: s.at?.toISOString() ?? null,
        }))
        .sort((a, b) => (a.seatId < b.seatId ? -1 : 1)),
    };
  }

  async append(actor: SignedInActor, hearingId: string, entry: NewRecordEntry): Promise<string> {
    return this.uow.run(actor, async (tx) => {
      const record = await this.lock(tx, hearingId, ['typing']);
      const id = await this.add(tx, hearingId, entry);
      await this.touch(tx, record);
      return id;
    });
  }

  /** @throws DomainError `hearing-record.entry-changed` (conflict) when somebody changed the entry since it was read. */
  async amend(
    actor: SignedInActor,
    hearingId: string,
    entryId: string,
    version: number,
    text: string,
  ): Promise<void> {
    await this.uow.run(actor, async (tx) => {
      const record = await this.lock(tx, hearingId, ['typing']);
      const entry = await tx.manager.findOneBy(HearingRecordEntry, { id: entryId, hearingId });
      if (!entry) throw notFound('hearing-record.no-entry');
      requireCorrectable(entry);
      if (entry.version !== version) throw conflict('hearing-record.entry-changed');
      await this.rewrite(tx, entry, text, 'amended');
      await this.touch(tx, record);
    });
  }

  /** Fixes the text and asks everybody who attended to sign it. */
  async present(actor: SignedInActor, hearingId: string): Promise<string> {
    return this.uow.run(actor, async (tx) => {
      const record = await this.lock(tx, hearingId, ['typing']);
      requireDecided(await this.openCorrections(tx, hearingId));
      if ((await tx.manager.countBy(HearingRecordEntry, { hearingId })) === 0)
        throw conflict('hearing-record.empty');
      record.state = 'for-confirmation';
      record.presentedAt = tx.at;
      await this.fix(tx, record);
      return record.sha256!;
    });
  }

  /** Back to typing: what was signed so far was another text and counts no more; it stays among the revisions. */
  async reopen(actor: SignedInActor, hearingId: string, reason: string): Promise<void> {
    await this.uow.run(actor, async (tx) => {
      const record = await this.lock(tx, hearingId, ['for-confirmation']);
      await this.add(tx, hearingId, {
        stage: await this.lastStage(tx, hearingId),
        speaker: 'note',
        speakerName: null,
        text: `笔录交付确认后恢复记录，理由：${reason}。`,
      });
      await this.revisions.keepText(tx, record, 'reopened');
      await tx.manager.delete(HearingRecordSignature, { hearingId });
      Object.assign(record, { state: 'typing', text: null, sha256: null, presentedAt: null });
      await this.touch(tx, record);
    });
  }

  async sign(actor: SignedInActor, hearingId: string, sha256: string): Promise<void> {
    await this.uow.run(actor, async (tx) => {
      const record = await this.lock(tx, hearingId, ['for-confirmation']);
      requireSameText(record.sha256, sha256);
      requireDecided(await this.openCorrections(tx, hearingId));
      await this.settle(tx, record, actor.userId, { state: 'signed', sha256, note: null, notedBy: null });
    });
  }

  /**
   * Signed by hand on the printed record, as the recorder notes (Rules 42): only for who sits in the chamber.
   *
   * @throws DomainError `hearing-record.not-in-chamber` (conflict).
   */
  async noteSignature(actor: SignedInActor, hearingId: string, seatId: string): Promise<void> {
    await this.uow.run(actor, async (tx) => {
      const record = await this.lock(tx, hearingId, ['for-confirmation']);
      requireDecided(await this.openCorrections(tx, hearingId));
      await this.requireInChamber(tx, hearingId, seatId);
      await this.settle(tx, record, seatId, {
        state: 'signed',
        sha256: record.sha256,
        note: null,
        notedBy: actor.userId,
      });
    });
  }

  /** A party's own refusal, or the recorder's note that a party refused or is not there any more. */
  async refuse(
    actor: SignedInActor,
    hearingId: string,
    seatId: string,
    { hasLeft, note }: { hasLeft: boolean; note: string },
  ): Promise<void> {
    await this.uow.run(actor, async (tx) => {
      const record = await this.lock(tx, hearingId, ['for-confirmation']);
      await this.settle(tx, record, seatId, {
        state: hasLeft ? 'left' : 'refused',
        sha256: null,
        note: cleanText(note),
        notedBy: actor.userId,
      });
    });
  }

  /** For oneself; for somebody in the chamber who asks by word of mouth, the recorder writes it down. */
  async requestCorrection(
    actor: SignedInActor,
    hearingId: string,
    seatId: string,
    { entryId, proposedText, reason }: { entryId: string; proposedText: string; reason: string },
  ): Promise<string> {
    return this.uow.run(actor, async (tx) => {
      const record = await this.lock(tx, hearingId, ['typing', 'for-confirmation']);
      if (seatId !== actor.userId) await this.requireInChamber(tx, hearingId, seatId);
      const entry = await tx.manager.findOneBy(HearingRecordEntry, { id: entryId, hearingId });
      requireCorrectable(entry ?? undefined);
      const seat = await tx.manager.findOneBy(HearingSeat, { hearingId, seatId });
      if (!seat) throw notFound('hearing-record.not-asked');
      requireOwnWords(entry!, seat);
      const id = newId(tx.at.getTime());
      await tx.manager.insert(HearingRecordCorrection, {
        id,
        hearingId,
        entryId,
        seatId,
        originalText: null,
        proposedText: cleanText(proposedText),
        reason: cleanText(reason),
        state: 'requested',
        decisionReason: null,
        requestedAt: tx.at,
        decidedAt: null,
      });
      await this.touch(tx, record);
      return id;
    });
  }

  /** Granted, the entry is changed; refused, the request itself is recorded. Either way the text is a new one to sign. */
  async decideCorrection(
    actor: SignedInActor,
    hearingId: string,
    correctionId: string,
    isGranted: boolean,
    decisionReason: string | null,
  ): Promise<void> {
    await this.uow.run(actor, async (tx) => {
      const record = await this.lock(tx, hearingId, ['typing', 'for-confirmation']);
      const correction = await tx.manager.findOneBy(HearingRecordCorrection, { id: correctionId, hearingId });
      if (!correction) throw notFound('hearing-record.no-correction');
      if (correction.state !== 'requested') throw conflict('hearing-record.correction-decided');
      const entry = await tx.manager.findOneByOrFail(HearingRecordEntry, { id: correction.entryId });
      const seat = await tx.manager.findOneByOrFail(HearingSeat, { hearingId, seatId: correction.seatId });
      if (isGranted) await this.rewrite(tx, entry, correction.proposedText, 'corrected');
      await this.add(tx, hearingId, {
        stage: await this.lastStage(tx, hearingId),
        speaker: 'note',
        speakerName: null,
        text: correctionNote({
          role: seat.role,
          name: seat.name,
          ordinal: entry.ordinal,
          originalText: entry.text,
          proposedText: correction.proposedText,
          reason: correction.reason,
          isGranted,
          decisionReason: decisionReason === null ? null : cleanText(decisionReason),
        }),
      });
      await tx.manager.update(HearingRecordCorrection, correctionId, {
        state: isGranted ? 'granted' : 'refused',
        originalText: entry.text,
        decisionReason: decisionReason === null ? null : cleanText(decisionReason),
        decidedAt: tx.at,
      });
      if (record.state === 'for-confirmation') {
        await this.revisions.keepText(tx, record, 'corrected');
        await this.fix(tx, record);
      } else await this.touch(tx, record);
    });
  }

  /** The paper says when the hearing ended: signed before that, the record is made a paper when it does. */
  @WithinTransaction('hearing.closed')
  @WithinTransaction('hearing.adjourned')
  async issueOnceOver(tx: Tx, { payload }: RecordedEvent): Promise<void> {
    const hearingId = payload['hearingId'] as string;
    const record = await tx.manager.findOneBy(HearingRecord, { hearingId, state: 'confirmed' });
    if (!record || record.paperId !== null) return;
    const hearing = await tx.manager.findOneByOrFail(Hearing, { id: hearingId });
    record.paperId = await this.papers.issueRecord(tx, hearing, record);
    await tx.manager.save(record);
  }

  // ── inside ─────────────────────────────────────────────────────────────────────────────────────────────────────

  /**
   * The record row is locked for every change, so that entries have one order and a text has one hash; before it the
   * record of the case, as everybody who writes to the case does. Once the case is decided nothing changes any more.
   */
  private async lock(
    tx: Tx,
    hearingId: string,
    states: readonly HearingRecord['state'][],
  ): Promise<HearingRecord> {
    const hearing = await tx.manager.findOneBy(Hearing, { id: hearingId });
    if (!hearing) throw notFound('hearing.unknown');
    await lockRecord(tx.manager, hearing.caseId);
    const { state } = await this.cases.get(hearing.caseId, tx.manager);
    if (state === 'decided') throw conflict('hearing-record.case-decided');
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(HearingRecord)
      .values({ hearingId, state: 'typing', revision: 0 })
      .orIgnore()
      .execute();
    const record = await tx.manager.findOneOrFail(HearingRecord, {
      where: { hearingId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!states.includes(record.state)) throw conflict(`hearing-record.not-${states[0]}`);
    return record;
  }

  private async add(tx: Tx, hearingId: string, entry: NewRecordEntry): Promise<string> {
    const text = cleanText(entry.text);
    if (text === '') throw conflict('hearing-record.entry-empty');
    const id = newId(tx.at.getTime());
    const ordinal = (await tx.manager.countBy(HearingRecordEntry, { hearingId })) + 1;
    const { caseId } = await tx.manager.findOneByOrFail(Hearing, { id: hearingId });
    const spoke = partySpeaking(
      entry.speaker,
      entry.partyId ?? null,
      await this.cases.parties(caseId, tx.manager),
    );
    const speakerName = entry.speakerName ? cleanText(entry.speakerName) : spoke.speakerName;
    await tx.manager.insert(HearingRecordEntry, {
      ...entry,
      id,
      hearingId,
      ordinal,
      text,
      partyId: spoke.partyId,
      speakerName,
      at: tx.at,
      version: 1,
    });
    return id;
  }

  private async rewrite(
    tx: Tx,
    entry: HearingRecordEntry,
    text: string,
    cause: RevisionCause,
  ): Promise<void> {
    const clean = cleanText(text);
    if (clean === '') throw conflict('hearing-record.entry-empty');
    await this.revisions.keepEntry(tx, entry, cause);
    await tx.manager.update(HearingRecordEntry, entry.id, { text: clean, version: entry.version + 1 });
  }

  private async lastStage(tx: Tx, hearingId: string): Promise<RecordStage> {
    const last = await tx.manager.findOne(HearingRecordEntry, {
      where: { hearingId },
      order: { ordinal: 'DESC' },
    });
    return last?.stage ?? 'opening';
  }

  private openCorrections(tx: Tx, hearingId: string): Promise<number> {
    return tx.manager.countBy(HearingRecordCorrection, { hearingId, state: 'requested' });
  }

  /** Writes the text that is to be signed and asks everybody anew. */
  private async fix(tx: Tx, record: HearingRecord): Promise<void> {
    const { hearingId } = record;
    const hearing = await tx.manager.findOneByOrFail(Hearing, { id: hearingId });
    const entries = await tx.manager.findBy(HearingRecordEntry, { hearingId });
    record.text = recordText(await this.cases.recordHeading(tx, hearing), entries);
    record.sha256 = recordHash(record.text);
    await tx.manager.delete(HearingRecordSignature, { hearingId });
    // Whoever lost the seat has nothing to sign: it was not the party that spoke.
    const attended = await tx.manager.findBy(HearingSeat, {
      hearingId,
      hasAttended: true,
      releasedAt: IsNull(),
    });
    await tx.manager.insert(
      HearingRecordSignature,
      attended.map(({ seatId }) => ({
        hearingId,
        seatId,
        state: 'awaited' as const,
        sha256: null,
        note: null,
        notedBy: null,
        at: null,
      })),
    );
    await this.touch(tx, record);
    await tx.publish({
      type: 'hearing-record.presented',
      caseId: hearing.caseId,
      payload: { hearingId, sha256: record.sha256 },
    });
  }

  private async settle(
    tx: Tx,
    record: HearingRecord,
    seatId: string,
    outcome: Pick<HearingRecordSignature, 'state' | 'sha256' | 'note' | 'notedBy'>,
  ): Promise<void> {
    const { hearingId } = record;
    const signature = await tx.manager.findOneBy(HearingRecordSignature, { hearingId, seatId });
    const seat = await tx.manager.findOneBy(HearingSeat, { hearingId, seatId });
    if (!signature || !seat) throw notFound('hearing-record.not-asked');
    if (signature.state !== 'awaited') throw conflict('hearing-record.already-settled');
    if (outcome.state !== 'signed')
      requireMayRefuse({ seatId, role: seat.role, name: seat.name, state: signature.state });
    await tx.manager.update(HearingRecordSignature, { hearingId, seatId }, { ...outcome, at: tx.at });
    const hearing = await tx.manager.findOneByOrFail(Hearing, { id: hearingId });
    await tx.publish({
      type: outcome.state === 'signed' ? 'hearing-record.signed' : 'hearing-record.signing-refused',
      caseId: hearing.caseId,
      payload: {
        hearingId,
        seatId,
        role: seat.role,
        sha256: record.sha256,
        isOnPaper: isOnPaper(outcome),
        hasLeft: outcome.state === 'left',
      },
    });
    const seats = new Map((await tx.manager.findBy(HearingSeat, { hearingId })).map((s) => [s.seatId, s]));
    const signatures = (await tx.manager.findBy(HearingRecordSignature, { hearingId })).map((s) => ({
      seatId: s.seatId,
      role: seats.get(s.seatId)!.role,
      name: seats.get(s.seatId)!.name,
      state: s.state,
    }));
    record.state = stateAfterSigning(signatures);
    if (record.state === 'confirmed') {
      record.confirmedAt = tx.at;
      if (hearing.endedAt !== null) record.paperId = await this.papers.issueRecord(tx, hearing, record);
      await tx.publish({
        type: 'hearing-record.confirmed',
        caseId: hearing.caseId,
        payload: {
          hearingId,
          sha256: record.sha256,
          signed: signatures.filter((s) => s.state === 'signed').length,
          refused: signatures.filter((s) => s.state === 'refused').length,
          left: signatures.filter((s) => s.state === 'left').length,
        },
      });
    }
    await this.touch(tx, record);
  }

  private async requireInChamber(tx: Tx, hearingId: string, seatId: string): Promise<void> {
    const isThere = await tx.manager.existsBy(HearingSeat, { hearingId, seatId, isInChamber: true });
    if (!isThere) throw conflict('hearing-record.not-in-chamber');
  }

  private async touch(tx: Tx, record: HearingRecord): Promise<void> {
    record.revision += 1;
    await tx.manager.save(record);
  }
}

function entryView(entry: HearingRecordEntry): RecordEntryView {
  return {
    id: entry.id,
    ordinal: entry.ordinal,
    stage: entry.stage,
    speaker: entry.speaker,
    partyId: entry.partyId,
    speakerName: entry.speakerName,
    text: entry.text,
    at: entry.at.toISOString(),
    version: entry.version,
  };
}
