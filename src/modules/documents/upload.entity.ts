import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An upload under way. How far it has come is the size of its part file: after a crash that is the truth. */
@Entity('upload')
export class Upload {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  userId: string;

  @Column('text')
  name: string;

  @Column('bigint', { transformer: { to: (n: number) => n, from: Number } })
  size: number;

  @Index('upload_created_at_idx')
  @Column('timestamptz')
  createdAt: Date;

  @Column('text', { nullable: true })
  fileId: string | null;
}
