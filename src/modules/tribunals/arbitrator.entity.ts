import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date';
import type { RelationKind } from '../../law/tribunal';

export type Region = 'mainland' | 'hong-kong' | 'macau';
export type Language = 'mandarin' | 'cantonese' | 'english' | 'portuguese';
export type Specialty =
  | 'wages'
  | 'working-time'
  | 'dismissal'
  | 'contracts'
  | 'work-injury'
  | 'social-insurance'
  | 'new-employment'
  | 'cross-border';

/** A line of the register of arbitrators (Law 20, Organisation Rules 23). */
@Entity('arbitrator')
export class Arbitrator {
  @PrimaryColumn('text')
  id: string;

  /** The staff account the arbitrator signs in with. */
  @Index('arbitrator_user_id_key', { unique: true })
  @Column('text')
  userId: string;

  @Column('text')
  name: string;

  /** English or Portuguese name. */
  @Column('text', { nullable: true })
  nameLatin: string | null;

  @Index('arbitrator_home_commission_id_idx')
  @Column('text')
  homeCommissionId: string;

  @Column('text')
  kind: 'full-time' | 'part-time';

  @Column('text')
  region: Region;

  /** 仲裁员证 (Organisation Rules 36). */
  @Index('arbitrator_certificate_number_key', { unique: true })
  @Column('text')
  certificateNumber: string;

  /** Which item of Law 20(2) qualifies: 1 judge, 2 scholar, 3 human resources or union work, 4 lawyer. */
  @Column('int')
  qualification: number;

  @Column('text', { array: true })
  languages: Language[];

  @Column('text', { array: true })
  specialties: Specialty[];

  @Column('date')
  termFrom: LocalDate;

  @Column('date')
  termTo: LocalDate;

  /** Most open cases at a time; null where the commission sets none. */
  @Column('int', { nullable: true })
  loadLimit: number | null;

  /** Order on the register. */
  @Column('int')
  sort: number;
}

/** With which commission an arbitrator may sit, and when: at home, or by mutual engagement (互聘). */
@Entity('arbitrator_engagement')
export class ArbitratorEngagement {
  @PrimaryColumn('text')
  id: string;

  @Index('arbitrator_engagement_arbitrator_id_idx')
  @Column('text')
  arbitratorId: string;

  @Column('text')
  commissionId: string;

  @Column('text')
  basis: 'home' | 'mutual-engagement';

  @Column('date')
  fromOn: LocalDate;

  @Column('date')
  toOn: LocalDate;
}

@Entity('arbitrator_leave')
export class ArbitratorLeave {
  @PrimaryColumn('text')
  id: string;

  @Index('arbitrator_leave_arbitrator_id_idx')
  @Column('text')
  arbitratorId: string;

  @Column('date')
  fromOn: LocalDate;

  @Column('date')
  toOn: LocalDate;

  @Column('text')
  reason: string;
}

/** What an arbitrator has declared of themselves, so that no case asks in vain (Law 33). */
@Entity('arbitrator_interest')
export class ArbitratorInterest {
  @PrimaryColumn('text')
  id: string;

  @Index('arbitrator_interest_arbitrator_id_idx')
  @Column('text')
  arbitratorId: string;

  @Column('text')
  kind: RelationKind;

  @Column('text')
  subjectKind: 'organisation' | 'person';

  @Column('text')
  subjectName: string;

  /** Keyed hash of the 统一社会信用代码 or identity number, where it was declared; finds the subject under any name. */
  @Column('text', { nullable: true })
  subjectIndex: string | null;

  /** Years of a former employment or mandate. */
  @Column('int', { nullable: true })
  fromYear: number | null;

  @Column('int', { nullable: true })
  toYear: number | null;

  @Column('timestamptz')
  declaredAt: Date;
}
