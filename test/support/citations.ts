import { Article } from '../../src/law/articles';
import { Finding } from '../../src/law/finding';

/** What an object may hold: for each property the values to try. */
export type Domains<T> = { readonly [K in keyof T]: readonly T[K][] };

/** Every combination of the values. */
export function* product<T extends object>(domains: Domains<T>): Generator<T> {
  const keys = Object.keys(domains) as (keyof T)[];
  function* from(index: number, so: Partial<T>): Generator<T> {
    const key = keys[index];
    if (key === undefined) {
      yield { ...so } as T;
      return;
    }
    for (const value of domains[key]) yield* from(index + 1, { ...so, [key]: value });
  }
  yield* from(0, {});
}

/** Collects which articles the steps of findings cite, and on which the findings rest beside those. */
export class Citations {
  private readonly seen = new Map<string, Set<string>>();
  private readonly rest = new Map<string, Set<string>>();

  look(name: string, found: Finding<unknown>): void {
    for (const step of found.steps) this.add(this.seen, step.key, cite(step.article));
    const cited = new Set(found.steps.map((step) => cite(step.article)));
    for (const each of found.basis) if (!cited.has(cite(each))) this.add(this.rest, name, cite(each));
  }

  /** By step key. */
  get steps(): Record<string, string> {
    return sorted(this.seen);
  }

  /** By the name given to `look`. */
  get bases(): Record<string, string> {
    return sorted(this.rest);
  }

  private add(to: Map<string, Set<string>>, name: string, text: string): void {
    to.set(name, (to.get(name) ?? new Set<string>()).add(text));
  }
}

function cite(each: Article | undefined): string {
  if (!each) return '–';
  const paragraph = each.paragraph ? `(${each.paragraph})` : '';
  return `${each.law} ${each.article}${paragraph}${each.item ? `[${each.item}]` : ''}`;
}

function sorted(map: Map<string, Set<string>>): Record<string, string> {
  const entries = [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, cited]) => [key, [...cited].sort().join(', ')]));
}
