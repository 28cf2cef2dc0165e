import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('case_party')
@Unique('case_party_case_id_role_ordinal_key', ['caseId', 'role', 'ordinal'])
export class CaseParty {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  caseId: string;

  @Column('text')
  role: 'claimant' | 'respondent';

  /** 1, 2, … within the role. */
  @Column('int')
  ordinal: number;

  @Column('text')
  kind: 'person' | 'company';

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  sex: 'female' | 'male' | null;

  @Column('date', { nullable: true })
  birthDate: string | null;

  /** An identity document, or `uscc` for a company; null for a respondent whose number the claimant does not know. */
  @Column('text', { nullable: true })
  documentKind: string | null;

  @Column('bytea', { nullable: true })
  documentSealed: Buffer | null;

  /** Keyed hash, to find the same person in other cases without opening the number. */
  @Index('case_party_document_index_idx')
  @Column('text', { nullable: true })
  documentIndex: string | null;

  @Column('text')
  address: string;

  /** Null for a respondent whose number the claimant does not know. */
  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { nullable: true })
  legalRepresentative: string | null;

  @Column('text', { nullable: true })
  legalRepresentativePost: string | null;

  @Column('text', { nullable: true })
  serviceReceiver: string | null;

  @Column('text', { nullable: true })
  serviceAddress: string | null;

  @Column('text', { nullable: true })
  servicePhone: string | null;

  @Column('boolean')
  consentsToElectronic: boolean;

  @Column('boolean')
  consentsToOnlineHearing: boolean;

  @Index('case_party_join_code_index_key', { unique: true })
  @Column('text', { nullable: true })
  joinCodeIndex: string | null;

  /** Kept so that the notice can be printed again. */
  @Column('bytea', { nullable: true })
  joinCodeSealed: Buffer | null;

  @Column('text', { nullable: true })
  joinedUserId: string | null;

  @Column('timestamptz', { nullable: true })
  joinedAt: Date | null;

  /** Who acts for a company, or for a person who does not act in person. */
  @Column('text', { nullable: true })
  representativeName: string | null;

  @Column('text', { nullable: true })
  representativeCapacity: 'legal-representative' | 'agent' | null;
}
