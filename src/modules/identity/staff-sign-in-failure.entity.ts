import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One refused sign-in of a member of staff, or of somebody who would be one. */
@Entity('staff_sign_in_failure')
@Index('staff_sign_in_failure_address_idx', ['address', 'at'])
export class StaffSignInFailure {
  @PrimaryColumn('text')
  id: string;

  /** Network address it came from, for the limit only; deleted with the row. */
  @Column('text')
  address: string;

  /** Keyed hash of what was typed: people type passwords into the wrong field. */
  @Column('text')
  nameHash: string;

  @Column('timestamptz')
  at: Date;
}
