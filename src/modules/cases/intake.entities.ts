import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { JsonObject } from '../../kernel/json';

export interface Defect {
  /** Where in the application: `claimant`, `claims`, `evidence`, … */
  section: string;
  /** What is wrong. */
  text: string;
  /** What to do about it. */
  remedy: string;
}

/** The one request for correction that Rules 29 allows, with all defects at once. */
@Entity('case_correction')
export class CaseCorrection {
  @PrimaryColumn('text')
  id: string;

  @Index('case_correction_case_id_key', { unique: true })
  @Column('text')
  caseId: string;

  @Column('jsonb')
  defects: Defect[];

  @Column('date')
  dueOn: string;

  @Column('timestamptz')
  requestedAt: Date;

  @Column('timestamptz', { nullable: true })
  correctedAt: Date | null;
}

/** Acceptance, refusal or referral (Rules 30, 31), with the four conditions as the clerk found them. */
@Entity('intake_decision')
export class IntakeDecision {
  @PrimaryColumn('text')
  caseId: string;

  @Column('text')
  outcome: 'accepted' | 'refused' | 'referred';

  @Column('jsonb')
  checklist: JsonObject;

  @Column('text', { array: true })
  grounds: string[];

  @Column('text')
  reason: string;

  @Column('text', { nullable: true })
  competentCommission: string | null;

  /** Last day of the evidence period the commission set (Rules 15). */
  @Column('date', { nullable: true })
  evidenceUntil: string | null;

  @Column('text')
  decidedBy: string;

  @Column('timestamptz')
  decidedAt: Date;
}
