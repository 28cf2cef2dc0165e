import { Column, Entity, Exclusion, Index, PrimaryColumn } from 'typeorm';

export type ResourceKind = 'person' | 'identity' | 'room' | 'chamber';

/**
 * Who and what is taken from when to when. `person` is an account, `identity` the blind index of an identity number
 * (a claimant may have two telephone numbers, but only one body), `room` an online hearing room, `chamber` a real one.
 */
@Entity('booking')
@Exclusion('booking_no_overlap', 'USING gist (resource_kind WITH =, resource_id WITH =, during WITH &&)')
export class Booking {
  @PrimaryColumn('text')
  id: string;

  @Index('booking_hearing_id_idx')
  @Column('text')
  hearingId: string;

  @Column('text')
  resourceKind: ResourceKind;

  @Column('text')
  resourceId: string;

  @Column('tstzrange')
  during: string;
}
