import { DomainError, type ErrorParams } from './domain-error';

/** Why a step may not be taken: a code, with what its sentence names where it names something. */
export type GuardRefusal = string | { readonly code: string; readonly params: ErrorParams };

/** A guard answers null when the step may be taken, or the reason why not. */
export type Guard<Facts> = (facts: Facts) => GuardRefusal | null;

export type TransitionRow<
  State extends string,
  FactsByEvent extends object,
  Effect,
  Event extends keyof FactsByEvent & string = keyof FactsByEvent & string,
> = {
  [E in Event]: {
    on: E;
    from: readonly State[];
    to: State;
    guards?: readonly Guard<FactsByEvent[E]>[];
    effects?: readonly Effect[];
    /** The article this step rests on, as the reader cites it. */
    basis: readonly string[];
  };
}[Event];

export interface Transition<State extends string, Effect> {
  from: State;
  to: State;
  effects: readonly Effect[];
  basis: readonly string[];
}

/**
 * A thing that has a life, as a table. It decides; it never fetches and never writes.
 *
 * @throws DomainError `lifecycle.not-now` (conflict) when the event is not possible in the state,
 *   or the guard's own code (conflict) when a guard refuses.
 */
export class Lifecycle<State extends string, FactsByEvent extends object, Effect> {
  constructor(
    readonly name: string,
    readonly initial: State,
    readonly terminal: readonly State[],
    readonly rows: readonly TransitionRow<State, FactsByEvent, Effect>[],
  ) {}

  step<E extends keyof FactsByEvent & string>(
    state: State,
    event: E,
    facts: FactsByEvent[E],
  ): Transition<State, Effect> {
    const row = this.rows.find((r) => r.on === event && r.from.includes(state));
    if (!row) {
      throw new DomainError('conflict', 'lifecycle.not-now', { params: { state, event, thing: this.name } });
    }
    const [refusal] = this.refusals(state, event, facts);
    if (refusal)
      throw new DomainError('conflict', refusal.code, { params: refusal.params, basis: row.basis });
    return { from: state, to: row.to, effects: row.effects ?? [], basis: row.basis };
  }

  /** Everything that stands against the step as things are, to be said before it is tried; empty also where it is no step. */
  refusals<E extends keyof FactsByEvent & string>(
    state: State,
    event: E,
    facts: FactsByEvent[E],
  ): { code: string; params: ErrorParams }[] {
    const row = this.rows.find((r) => r.on === event && r.from.includes(state));
    return ((row?.guards ?? []) as readonly Guard<FactsByEvent[E]>[]).flatMap((guard) => {
      const refusal = guard(facts);
      if (refusal === null) return [];
      return typeof refusal === 'string' ? [{ code: refusal, params: {} }] : [refusal];
    });
  }

  eventsFrom(state: State): (keyof FactsByEvent & string)[] {
    return this.rows.filter((r) => r.from.includes(state)).map((r) => r.on);
  }

  states(): State[] {
    return [...new Set(this.rows.flatMap((r) => [...r.from, r.to]).concat(this.initial))];
  }

  /** What is wrong with the table itself; empty when nothing is. */
  defects(): string[] {
    const defects: string[] = [];
    const seen = new Set<string>();
    for (const row of this.rows) {
      for (const from of row.from) {
        const key = `${from} --${row.on}`;
        if (seen.has(key)) defects.push(`twice: ${key}`);
        seen.add(key);
        if (this.terminal.includes(from)) defects.push(`exit from terminal state: ${key}`);
      }
    }
    const reached = new Set<State>([this.initial]);
    for (let grew = true; grew;) {
      grew = false;
      for (const row of this.rows) {
        if (!reached.has(row.to) && row.from.some((s) => reached.has(s))) {
          reached.add(row.to);
          grew = true;
        }
      }
    }
    for (const state of this.states()) if (!reached.has(state)) defects.push(`unreachable: ${state}`);
    return defects;
  }

  /** Mermaid takes no hyphen in the name of a state, only in what is shown for it. */
  toMermaid(): string {
    const name = (state: State): string => state.replaceAll('-', '_');
    const shown = this.states()
      .filter((state) => state.includes('-'))
      .map((state) => `  state "${state}" as ${name(state)}`);
    const arrows = this.rows.flatMap((r) =>
      r.from.map((from) => `  ${name(from)} --> ${name(r.to)}: ${r.on}`),
    );
    return [
      'stateDiagram-v2',
      ...shown,
      `  [*] --> ${name(this.initial)}`,
      ...arrows,
      ...this.terminal.map((t) => `  ${name(t)} --> [*]`),
    ].join('\n');
  }
}
