import { isLocalDate, LocalDate } from '../../kernel/local-date';
import { Problem, problem } from '../finding';

/** Nobody's wage dispute reaches 100 million yuan; a figure past it is a slip of the finger. */
const MAX_FEN = 100_000_000 * 100;
const EARLIEST = '1949-10-01' as LocalDate;
/** Contracts without an end have none; a term past this year is a slip of the finger. */
const LATEST = '2099-12-31' as LocalDate;

/**
 * Reads answers that arrived as JSON and collects everything that cannot be so. Each reader returns the value, or
 * null when it is absent or wrong, so that rules that compare two answers can stay silent about a broken one.
 */
export class FactReader {
  readonly problems: Problem[] = [];
  private readonly facts: Readonly<Record<string, unknown>>;
  private readonly known = new Set<string>();

  constructor(
    facts: unknown,
    private readonly filedOn: LocalDate,
    private readonly at = '',
  ) {
    if (isRecord(facts)) {
      this.facts = facts;
    } else {
      this.facts = {};
      this.problems.push(problem(at, 'problem.not-an-object'));
    }
  }

  /** An amount in fen: whole, not negative, not absurd. */
  money(name: string, options: { isOptional?: boolean; isPositive?: boolean }): number | null {
    const value = this.take(name, options.isOptional);
    if (value === undefined) return null;
    return this.amount(value, name, options.isPositive);
  }

  /** One amount or up to twelve of them. */
  monthlyAmounts(name: string, options: { isOptional?: boolean } = {}): number[] | null {
    const value = this.take(name, options.isOptional);
    if (value === undefined) return null;
    if (!Array.isArray(value) || value.length < 1 || value.length > 12) {
      return this.reject(name, 'problem.one-to-twelve-months');
    }
    const amounts = value.map((each: unknown, index) => this.amount(each, `${name}/${index}`));
    if (!amounts.every((each) => each !== null)) return null;
    return amounts.every((each) => each === 0) ? this.reject(name, 'problem.not-positive') : amounts;
  }

  /** A quantity with at most two decimals. */
  quantity(name: string, max: number): number | null {
    const value = this.take(name);
    if (value === undefined) return null;
    if (typeof value !== 'number' || !Number.isFinite(value))
      return this.reject(name, 'problem.not-a-number');
    if (value < 0) return this.reject(name, 'problem.negative');
    if (value > max) return this.reject(name, 'problem.too-large', { max });
    return Number.isInteger(round6(value * 100)) ? value : this.reject(name, 'problem.too-many-decimals');
  }

  wholeNumber(name: string, min: number, max: number, options: { isOptional?: boolean } = {}): number | null {
    const value = this.take(name, options.isOptional);
    if (value === undefined) return null;
    if (!Number.isInteger(value)) return this.reject(name, 'problem.not-a-number');
    if ((value as number) < min || (value as number) > max) {
      return this.reject(name, 'problem.out-of-range', { min, max });
    }
    return value as number;
  }

  /** A day that has come by the day of filing. */
  pastDate(name: string, options: { isOptional?: boolean } = {}): LocalDate | null {
    const value = this.take(name, options.isOptional);
    if (value === undefined) return null;
    if (!isLocalDate(value)) return this.reject(name, 'problem.not-a-date');
    if (value < EARLIEST) return this.reject(name, 'problem.too-early');
    if (value > this.filedOn) return this.reject(name, 'problem.in-the-future', { filedOn: this.filedOn });
    return value;
  }

  /** A day agreed beforehand, which may lie ahead: the end of a contract. */
  agreedDate(name: string): LocalDate | null {
    const value = this.take(name);
    if (value === undefined) return null;
    if (!isLocalDate(value)) return this.reject(name, 'problem.not-a-date');
    if (value < EARLIEST) return this.reject(name, 'problem.too-early');
    return value > LATEST ? this.reject(name, 'problem.too-late') : value;
  }

  /** A question that has to be answered. */
  yesNo(name: string): boolean | null {
    return this.flag(name, { isOptional: false });
  }

  flag(name: string, options: { isOptional?: boolean } = { isOptional: true }): boolean | null {
    const value = this.take(name, options.isOptional);
    if (value === undefined) return null;
    return typeof value === 'boolean' ? value : this.reject(name, 'problem.not-yes-or-no');
  }

  choice<T extends string>(name: string, values: readonly T[]): T | null {
    const value = this.take(name);
    if (value === undefined) return null;
    return values.find((each) => each === value) ?? this.reject(name, 'problem.not-a-choice');
  }

  /** A list of records, each read by its own reader. */
  list<T>(name: string, max: number, read: (reader: FactReader) => T): T[] {
    const value = this.take(name);
    if (value === undefined) return [];
    if (!Array.isArray(value) || value.length < 1 || value.length > max) {
      this.reject(name, 'problem.list-length', { max });
      return [];
    }
    return value.map((each: unknown, index) => {
      const reader = new FactReader(each, this.filedOn, `${this.at}/${name}/${index}`);
      const result = read(reader);
      this.problems.push(...reader.done());
      return result;
    });
  }

  /** An answer that does not matter beside another one; it may have been given before that one was. */
  ignore(name: string): void {
    this.known.add(name);
  }

  /** One day must not lie before another. */
  inOrder(earlier: LocalDate | null, later: LocalDate | null, laterName: string): void {
    if (earlier && later && later < earlier) this.reject(laterName, 'problem.ends-before-it-starts');
  }

  reject(name: string, key: string, params: Problem['params'] = {}): null {
    this.problems.push(problem(`${this.at}/${name}`, key, params));
    return null;
  }

  /** All problems, those of unknown names included: a misspelt answer must not count as none. */
  done(): Problem[] {
    for (const name of Object.keys(this.facts)) {
      if (!this.known.has(name)) this.reject(name, 'problem.unknown-field');
    }
    return this.problems;
  }

  private take(name: string, isOptional = false): unknown {
    this.known.add(name);
    const value = this.facts[name];
    if (value !== undefined && value !== null) return value;
    if (!isOptional) this.reject(name, 'problem.missing');
    return undefined;
  }

  private amount(value: unknown, name: string, isPositive = false): number | null {
    if (!Number.isInteger(value)) return this.reject(name, 'problem.not-an-amount');
    const fen = value as number;
    if (fen < 0) return this.reject(name, 'problem.negative');
    if (fen > MAX_FEN) return this.reject(name, 'problem.absurd-amount');
    return isPositive && fen === 0 ? this.reject(name, 'problem.not-positive') : fen;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Takes binary noise off a decimal: 1.15 × 100 is 114.99999999999999. */
function round6(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
