import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { RecordStage, RecordState, Speaker } from './conferencing/protocol';

@Entity('hearing_record')
export class HearingRecord {
  @PrimaryColumn('text')
  hearingId: string;

  @Column('text')
  state: RecordState;

  @Column('int')
  revision: number;

  /** The exact text put before the parties; null while it is being typed. */
  @Column('text', { nullable: true })
  text: string | null;

  @Column('text', { nullable: true })
  sha256: string | null;

  @Column('timestamptz', { nullable: true })
  presentedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  @Column('text', { nullable: true })
  paperId: string | null;
}

@Entity('hearing_record_entry')
@Unique('hearing_record_entry_hearing_id_ordinal_key', ['hearingId', 'ordinal'])
export class HearingRecordEntry {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  hearingId: string;

  @Column('int')
  ordinal: number;

  @Column('text')
  stage: RecordStage;

  @Column('text')
  speaker: Speaker;

  /** The party that said it; null for the tribunal, for notes, and where nobody wrote down which of several it was. */
  @Column('text', { nullable: true })
  partyId: string | null;

  @Column('text', { nullable: true })
  speakerName: string | null;

  @Column('text')
  text: string;

  @Column('timestamptz')
  at: Date;

  @Column('int')
  version: number;
}

@Entity('hearing_record_correction')
@Index('hearing_record_correction_hearing_id_idx', ['hearingId', 'requestedAt'])
export class HearingRecordCorrection {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  hearingId: string;

  @Column('text')
  entryId: string;

  @Column('text')
  seatId: string;

  /** What stood in the record when the request was decided; null while it is open. */
  @Column('text', { nullable: true })
  originalText: string | null;

  @Column('text')
  proposedText: string;

  @Column('text')
  reason: string;

  @Column('text')
  state: 'requested' | 'granted' | 'refused';

  @Column('text', { nullable: true })
  decisionReason: string | null;

  @Column('timestamptz')
  requestedAt: Date;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;
}

@Entity('hearing_record_signature')
export class HearingRecordSignature {
  @PrimaryColumn('text')
  hearingId: string;

  @PrimaryColumn('text')
  seatId: string;

  @Column('text')
  state: 'awaited' | 'signed' | 'refused' | 'left';

  /** Hash of the text that was signed. */
  @Column('text', { nullable: true })
  sha256: string | null;

  /** Why somebody did not sign: their own words, or what the recorder noted (Rules 42). */
  @Column('text', { nullable: true })
  note: string | null;

  /** The account that noted a refusal, or a signature on paper; null for one's own signature. */
  @Column('text', { nullable: true })
  notedBy: string | null;

  @Column('timestamptz', { nullable: true })
  at: Date | null;
}

/** amended: by the recorder while typing. corrected: on request. reopened: taken back to typing. */
export type RevisionCause = 'amended' | 'corrected' | 'reopened';

export interface FormerSignature {
  role: string;
  name: string;
  state: 'awaited' | 'signed' | 'refused' | 'left';
  isOnPaper: boolean;
  note: string | null;
  at: string | null;
}

/** What stood in the record before a change: one entry of it, or the whole with what had been signed. Append-only. */
@Entity('hearing_record_revision')
@Index('hearing_record_revision_hearing_id_idx', ['hearingId', 'madeAt'])
export class HearingRecordRevision {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  hearingId: string;

  @Column('text')
  cause: RevisionCause;

  /** Null for the whole. */
  @Column('int', { nullable: true })
  entryOrdinal: number | null;

  @Column('text')
  text: string;

  /** Of the whole; null for an entry. */
  @Column('text', { nullable: true })
  sha256: string | null;

  @Column('jsonb')
  signatures: FormerSignature[];

  @Column('text', { nullable: true })
  madeBy: string | null;

  @Column('timestamptz')
  madeAt: Date;
}
