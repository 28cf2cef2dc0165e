import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A file people know by a name; its content lies in the file store under its hash. */
@Entity('stored_file')
export class StoredFile {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  sha256: string;

  /** Bytes. */
  @Column('bigint', { transformer: { to: (n: number) => n, from: Number } })
  size: number;

  @Column('text')
  name: string;

  /** As found in the content, not as claimed. */
  @Column('text')
  mediaType: string;

  @Index('stored_file_uploaded_by_idx')
  @Column('text', { nullable: true })
  uploadedBy: string | null;

  @Column('timestamptz')
  createdAt: Date;

  /** When it was handed in or signed with: it belongs to a case and stays. */
  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;

  /** The draft that lists it. */
  @Column('text', { nullable: true })
  draftId: string | null;
}
