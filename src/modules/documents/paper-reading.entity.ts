import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When somebody first opened a paper: kept apart from when it took effect (民事诉讼法 90: it need not be read). */
@Entity('paper_reading')
export class PaperReading {
  @PrimaryColumn('text')
  paperId: string;

  @PrimaryColumn('text')
  userId: string;

  @Column('timestamptz')
  firstAt: Date;
}
