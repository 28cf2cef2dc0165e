import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('one_time_code')
@Index('one_time_code_phone_idx', ['phone', 'createdAt'])
@Index('one_time_code_address_idx', ['address', 'createdAt'])
export class OneTimeCode {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  phone: string;

  /** Network address of the asker, for the rate limit only; deleted with the row. */
  @Column('text')
  address: string;

  @Column('text')
  codeHash: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('int')
  tries: number;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
