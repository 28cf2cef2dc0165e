import { LocalDate } from '../../kernel/local-date';
import { Fen } from '../../kernel/money';
import { WorkCalendar } from '../calendar';
import { Finding, Problem } from '../finding';
import { TableRow } from '../tables/table';

export type ClaimHead =
  | 'unpaid-wages'
  | 'overtime'
  | 'double-wage'
  | 'annual-leave'
  | 'economic-compensation'
  | 'unlawful-dismissal';

/** What a claim is for the question whether the award on it is final (Law 47, Rules 50). */
export type ClaimKind =
  | 'labour-remuneration'
  | 'work-injury-medical'
  | 'economic-compensation'
  | 'damages'
  | 'labour-standard'
  | 'relation-confirmation'
  | 'other';

/** The tables and the calendar that a computation looks things up in. */
export interface LawTables {
  /** City whose minimum wage, average wage apply (place of performance, Regulation 14). */
  readonly area: string;
  readonly minimumWage: readonly TableRow[];
  readonly averageWage: readonly TableRow[];
  readonly calendar: WorkCalendar;
}

/** A head of claim: what it asks, whether the answers can be so, and what they come to. */
export interface ClaimRule<Facts> {
  readonly head: ClaimHead;
  readonly kind: ClaimKind;
  readonly titleKey: string;
  /** Everything wrong with the answers, all at once. `facts` may be anything that arrived as JSON. */
  validate(facts: unknown, filedOn: LocalDate): Problem[];
  /** Only for facts that `validate` found nothing wrong with. */
  compute(facts: Facts, tables: LawTables): Finding<Fen>;
}
