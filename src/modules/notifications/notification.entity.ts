import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { JsonObject } from '../../kernel/json';

/** That one person was told of one entry of the record; the sentence is made when it is read. */
@Entity('notification')
@Unique('notification_entry_id_user_id_key', ['entryId', 'userId'])
@Index('notification_user_id_idx', ['userId', 'id'])
export class Notification {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  entryId: string;

  @Column('text')
  userId: string;

  @Column('text')
  caseId: string;

  @Column('text')
  kind: string;

  /** Dates and numbers of the sentence; no names. */
  @Column('jsonb')
  params: JsonObject;

  @Column('timestamptz')
  at: Date;

  @Column('timestamptz', { nullable: true })
  readAt: Date | null;
}
