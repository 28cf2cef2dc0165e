import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('commission')
export class Commission {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  shortName: string;

  /** Row of the wage tables that applies at the commission's place. */
  @Column('text')
  area: string;

  @Column('text')
  casePrefix: string;

  /** `{prefix}`, `{year}` and `{serial}` are filled in; a setting of the commission. */
  @Column('text')
  numberPattern: string;

  @Column('text')
  address: string;

  @Column('text')
  phone: string;

  @Column('float8')
  latitude: number;

  @Column('float8')
  longitude: number;

  /** Sets awards aside (Law 49(1)). Where one sues the law leaves two courts, so none is named. */
  @Column('text')
  intermediateCourt: string;

  /** Evidence period the commission sets (Rules 15), in working days from service of the notice. */
  @Column('int')
  evidenceWorkingDays: number;

  /** Which day's minimum wage decides finality (Rules 50); not settled in the text, so a setting. */
  @Column('text')
  wageReferenceDate: 'application-date' | 'award-date';

  /** A finding of a labour relation makes the whole award non-final: from memory of a document, so a setting. */
  @Column('boolean')
  isRelationConfirmationNonFinal: boolean;

  /** Days to perform what is awarded, as the dispositive items say. */
  @Column('int')
  performanceDays: number;

  @Column('int')
  sort: number;
}
