import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An online hearing room; one hearing at a time. */
@Entity('hearing_room')
export class HearingRoom {
  @PrimaryColumn('text')
  id: string;

  @Index('hearing_room_commission_id_idx')
  @Column('text')
  commissionId: string;

  @Column('text')
  name: string;
}
