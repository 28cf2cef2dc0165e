import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** The address under which a person's calendar program reads their agenda: whoever has it may read it. */
@Entity('agenda_feed')
@Unique('agenda_feed_token_hash_key', ['tokenHash'])
export class AgendaFeed {
  @PrimaryColumn('text')
  userId: string;

  @Column('text')
  tokenHash: string;

  @Column('timestamptz')
  createdAt: Date;
}
