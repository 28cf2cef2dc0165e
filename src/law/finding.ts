import { Fen } from '../kernel/money';
import { LocalDate } from '../kernel/local-date';
import { Article } from './articles';

/** What fills the {{placeholders}} of a text. Names ending in Fen hold fen, in On a day, in Key another text's key. */
export type Params = Readonly<Record<string, string | number>>;

/** One line of the working: a text key, what fills it, and where it counts the amount, day or article behind it. */
export interface Step {
  readonly key: string;
  readonly params: Params;
  readonly amount?: Fen;
  readonly date?: LocalDate;
  readonly article?: Article;
}

/** An answer of the law with its working. Nothing in this library answers without it. */
export interface Finding<T> {
  readonly value: T;
  readonly basis: readonly Article[];
  readonly steps: readonly Step[];
}

/** Something in the facts that cannot be so. `pointer` is a JSON pointer into them. */
export interface Problem {
  readonly pointer: string;
  readonly key: string;
  readonly params: Params;
}

type StepDetails = Pick<Step, 'amount' | 'date' | 'article'>;

export function step(key: string, params: Params = {}, details: StepDetails = {}): Step {
  return { key, params, ...details };
}

export function problem(pointer: string, key: string, params: Params = {}): Problem {
  return { pointer, key, params };
}

/** Puts an answer together. Articles cited by a step join the basis, each named once, in order of appearance. */
export function finding<T>(value: T, basis: readonly Article[], steps: readonly Step[]): Finding<T> {
  const cited = steps.flatMap((each) => (each.article ? [each.article] : []));
  const named = new Map<string, Article>();
  for (const article of [...basis, ...cited]) {
    const name = [article.law, article.article, article.paragraph, article.item].join('/');
    if (!named.has(name)) named.set(name, article);
  }
  return { value, basis: [...named.values()], steps };
}
