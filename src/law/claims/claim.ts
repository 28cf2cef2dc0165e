import { LocalDate } from '../../kernel/local-date';
import { Fen } from '../../kernel/money';
import { WorkCalendar } from '../calendar';
import { Finding, Problem } from '../finding';
import { TableRow } from '../tables/table';

/** A worker's claims. */
export type WorkerHead =
  | 'unpaid-wages'
  | 'overtime'
  | 'double-wage'
  | 'annual-leave'
  | 'economic-compensation'
  | 'unlawful-dismissal'
  | 'notice-pay'
  | 'unlawful-probation'
  | 'no-open-ended-contract'
  | 'performance-wages'
  | 'suspension-pay'
  | 'high-temperature-allowance'
  | 'extra-damages'
  | 'non-compete-compensation'
  | 'injury-wages'
  | 'injury-medical'
  | 'disability-lump-sum'
  | 'disability-allowance'
  | 'injury-leaving-subsidies'
  | 'death-benefits'
  | 'relation-confirmation'
  | 'reinstatement'
  | 'leaving-certificate'
  | 'file-transfer';

/** An employer's claims: in an application of its own or as a counterclaim. */
export type EmployerHead = 'training-penalty' | 'non-compete-penalty' | 'employer-damages';

export type ClaimHead = WorkerHead | EmployerHead;

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
  readonly calendar: WorkCalendar;
  /** Fen a month. */
  readonly minimumWage: readonly TableRow[];
  /** Fen a month, of the year before. */
  readonly averageWage: readonly TableRow[];
  /** Fen a month; `item` holds the first and the last month of the year in which it is paid: '6-10'. */
  readonly heatAllowance: readonly TableRow[];
  /** Fen a year, of the year before; in force for the one year that `from` opens. */
  readonly disposableIncome: readonly TableRow[];
  /** Months of the worker's own wage; `item` holds the grade of disability: '5' to '10'. */
  readonly injuryMedicalMonths: readonly TableRow[];
  readonly injuryEmploymentMonths: readonly TableRow[];
}

/**
 * A head of claim: what it asks, whether the answers can be so, and what they come to. What is claimed may be no
 * money but an act of the other side, such as a certificate; then there is no figure, which is not a figure of zero.
 */
export interface ClaimRule<Facts, Value extends Fen | null = Fen> {
  readonly head: ClaimHead;
  readonly claimedBy: 'worker' | 'employer';
  readonly remedy: Value extends null ? 'act' : 'money';
  readonly kind: ClaimKind;
  readonly titleKey: string;
  /** Everything wrong with the answers, all at once. `facts` may be anything that arrived as JSON. */
  validate(facts: unknown, filedOn: LocalDate): Problem[];
  /**
   * `filedOn` counts where the law waits for a year or a period to be over.
   * Only for facts that `validate` found nothing wrong with.
   * @throws MissingTableRow when there is no figure at all without a row that nobody has loaded.
   */
  compute(facts: Facts, tables: LawTables, filedOn: LocalDate): Finding<Value>;
}
