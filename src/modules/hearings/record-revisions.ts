import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '../../kernel/id';
import type { Tx } from '../../platform/database/unit-of-work';
import { Users } from '../identity';
import { isOnPaper } from './hearing-record.rules';
import {
  HearingRecord,
  HearingRecordEntry,
  HearingRecordRevision,
  HearingRecordSignature,
  type RevisionCause,
} from './hearing-record.entity';
import { HearingSeat } from './hearing-seat.entity';
import type { RecordRevisionDto } from './hearings.dto';

/** Former texts of a hearing record (Law 40): nothing that was written down, or signed, disappears. */
@Injectable()
export class RecordRevisions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly users: Users,
  ) {}

  /** An entry as it stood before its words were changed. */
  async keepEntry(
    tx: Tx,
    { hearingId, ordinal, text }: HearingRecordEntry,
    cause: RevisionCause,
  ): Promise<void> {
    await this.keep(tx, { hearingId, cause, entryOrdinal: ordinal, text, sha256: null, signatures: [] });
  }

  /** The whole as it was put before everybody, with what each of them had done; nothing while it is being typed. */
  async keepText(tx: Tx, { hearingId, text, sha256 }: HearingRecord, cause: RevisionCause): Promise<void> {
    if (text === null || sha256 === null) return;
    const seats = new Map(
      (await tx.manager.findBy(HearingSeat, { hearingId })).map((seat) => [seat.seatId, seat]),
    );
    const signatures = await tx.manager.findBy(HearingRecordSignature, { hearingId });
    await this.keep(tx, {
      hearingId,
      cause,
      entryOrdinal: null,
      text,
      sha256,
      signatures: signatures.map((signature) => ({
        role: seats.get(signature.seatId)?.role ?? '',
        name: seats.get(signature.seatId)?.name ?? '',
        state: signature.state,
        isOnPaper: isOnPaper(signature),
        note: signature.note,
        at: signature.at?.toISOString() ?? null,
      })),
    });
  }

  /** In the order in which they were made. */
  async of(hearingId: string): Promise<RecordRevisionDto[]> {
    const revisions = await this.dataSource.manager.find(HearingRecordRevision, {
      where: { hearingId },
      // A correction changes an entry and with it the whole.
      order: { madeAt: 'ASC', entryOrdinal: { direction: 'ASC', nulls: 'LAST' }, id: 'ASC' },
    });
    const users = await this.users.byIds(revisions.flatMap(({ madeBy }) => madeBy ?? []));
    return revisions.map(({ id, cause, entryOrdinal, text, signatures, madeBy, madeAt }) => ({
      id,
      cause,
      entryOrdinal,
      text,
      signatures,
      madeBy: madeBy ? (users.get(madeBy)?.name ?? '') : '',
      madeAt,
    }));
  }

  private async keep(tx: Tx, former: Omit<HearingRecordRevision, 'id' | 'madeBy' | 'madeAt'>): Promise<void> {
    await tx.manager.insert<object>(HearingRecordRevision, {
      ...former,
      id: newId(tx.at.getTime()),
      madeBy: 'userId' in tx.actor ? tx.actor.userId : null,
      madeAt: tx.at,
    });
  }
}
