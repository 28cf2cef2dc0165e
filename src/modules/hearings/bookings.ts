import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error';
import { newId } from '../../kernel/id';
import { article, citation } from '../../law/articles';
import type { Tx } from '../../platform/database/unit-of-work';
import { Booking, type ResourceKind } from './booking.entity';

export interface Resource {
  kind: ResourceKind;
  id: string;
  /** What a clash is called to the person who set the hearing down. */
  label: string;
}

const PLACES: readonly ResourceKind[] = ['room', 'chamber'];
const EXCLUSION_VIOLATION = '23P01';
const sqlState = (error: unknown): unknown =>
  (error as { driverError?: { code?: unknown } } | null)?.driverError?.code;

/** Time of people and rooms. The database refuses an overlap; this says whose it was. */
@Injectable()
export class Bookings {
  /**
   * Takes everybody and the room for the time of the hearing, or nothing. In one order for all, so that two hearings
   * set down at once wait for each other and do not deadlock.
   * @throws DomainError `hearing.booked` (conflict) naming who or what is taken.
   */
  async take(tx: Tx, hearingId: string, resources: readonly Resource[], from: Date, to: Date): Promise<void> {
    const unique = [...new Map(resources.map((r) => [`${r.kind} ${r.id}`, r])).entries()].sort(([a], [b]) =>
      a < b ? -1 : 1,
    );
    for (const [, { kind, id, label }] of unique) {
      try {
        await tx.manager.insert(Booking, {
          id: newId(tx.at.getTime()),
          hearingId,
          resourceKind: kind,
          resourceId: id,
          during: `[${from.toISOString()},${to.toISOString()})`,
        });
      } catch (error) {
        if (sqlState(error) !== EXCLUSION_VIOLATION) throw error;
        throw new DomainError(
          'conflict',
          PLACES.includes(kind) ? 'hearing.room-booked' : 'hearing.person-booked',
          {
            params: { who: label },
            basis: [citation(article('rules', 38), 'zh-CN')],
          },
        );
      }
    }
  }

  /** Those of the resources that the hearing has not taken yet. */
  async missing(tx: Tx, hearingId: string, resources: readonly Resource[]): Promise<Resource[]> {
    const taken = await tx.manager.findBy(Booking, { hearingId });
    return resources.filter(
      ({ kind, id }) => !taken.some((b) => b.resourceKind === kind && b.resourceId === id),
    );
  }

  /** From now on they are free; time already spent stays on the books. */
  async release(tx: Tx, hearingId: string): Promise<void> {
    await tx.manager.query('DELETE FROM booking WHERE hearing_id = $1 AND lower(during) >= $2', [
      hearingId,
      tx.at,
    ]);
    await tx.manager.query(
      `UPDATE booking SET during = tstzrange(lower(during), $2)
       WHERE hearing_id = $1 AND lower(during) < $2 AND upper(during) > $2`,
      [hearingId, tx.at],
    );
  }
}
