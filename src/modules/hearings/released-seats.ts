import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error';
import type { Tx } from '../../platform/database/unit-of-work';
import type { RecordedEvent } from '../../platform/record/record';
import { WithinTransaction } from '../../platform/record/subscribers';
import { PgListener } from '../../platform/realtime/pg-listener';
import { RoomCommands } from './conferencing/room-commands';
import type { Session } from './conferencing/room-sockets';
import { NoticeWaiver } from './notice-waiver.entity';
import { Sittings } from './sittings.service';

/** A respondent's seat was taken back: who had it waives nothing, is booked for nothing, and leaves the room at once. */
@Injectable()
export class ReleasedSeats implements OnModuleInit {
  private readonly logger = new Logger('ReleasedSeats');

  constructor(
    private readonly commands: RoomCommands,
    private readonly sittings: Sittings,
    private readonly listener: PgListener,
  ) {}

  onModuleInit(): void {
    this.listener.on('record', (payload) => {
      const { type } = JSON.parse(payload) as { type: string };
      if (type !== 'party.seat-released') return;
      for (const session of [...this.commands.sockets.all()]) {
        this.showOut(session).catch((error: unknown) =>
          this.logger.error({ err: error }, 'somebody who left the case could not be shown out'),
        );
      }
    });
  }

  @WithinTransaction('party.seat-released')
  async onSeatReleased(tx: Tx, { caseId, payload }: RecordedEvent): Promise<void> {
    const userId = payload['userId'] as string;
    await tx.manager.delete(NoticeWaiver, { caseId, userId });
    await tx.manager.query(
      `DELETE FROM booking b USING hearing h
       WHERE h.id = b.hearing_id AND h.case_id = $1 AND h.ended_at IS NULL
         AND b.resource_kind = 'person' AND b.resource_id = $2 AND lower(b.during) > $3`,
      [caseId, userId, tx.at],
    );
    await tx.manager.query(
      `DELETE FROM hearing_seat s USING hearing h
       WHERE h.id = s.hearing_id AND h.case_id = $1 AND h.ended_at IS NULL AND s.seat_id = $2 AND NOT s.has_attended`,
      [caseId, userId],
    );
    // Whoever attended did not do so for the party.
    await tx.manager.query(
      `UPDATE hearing_seat s SET released_at = $3, is_admitted = false FROM hearing h
       WHERE h.id = s.hearing_id AND h.case_id = $1 AND s.seat_id = $2 AND s.released_at IS NULL`,
      [caseId, userId, tx.at],
    );
  }

  /** Whoever belongs to the case of the hearing stays. */
  private async showOut(session: Session): Promise<void> {
    const { actor, hearingId } = session.entrant;
    try {
      await this.sittings.entrant(actor, hearingId);
    } catch (error) {
      if (!(error instanceof DomainError && error.kind === 'not-found')) throw error;
      await this.commands.showOut(session);
    }
  }
}
