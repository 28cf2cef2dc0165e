import type { LocalDate } from '../../kernel/local-date';

/** From receipt until the hearing has closed (Rules 15, 41); a defective application is mended by correcting it. */
const OPEN_STATES: ReadonlySet<string> = new Set(['received', 'accepted', 'constituted', 'set-down']);

export type AdditionRefusal =
  /** The application is with the claimant for correction; evidence goes there. */
  'evidence.correct-instead' | 'evidence.too-late' | 'evidence.closed';

/** Null when evidence may be added in this state of the case. */
export function additionRefusal(state: string): AdditionRefusal | null {
  if (OPEN_STATES.has(state)) return null;
  if (state === 'correcting') return 'evidence.correct-instead';
  return state === 'heard' ? 'evidence.too-late' : 'evidence.closed';
}

/** After the period the commission set it is taken all the same, with its reason, for the tribunal to judge (Rules 15). */
export function isLate(today: LocalDate, evidenceUntil: string | null): boolean {
  return evidenceUntil !== null && today > evidenceUntil;
}

export interface NumberedItem {
  readonly itemId: string | null;
  readonly number: number;
}

/**
 * Numbers for the items of an application: an item that was there before keeps its number, a new one gets the next
 * free one, so that "证据 3" means one thing through the whole case.
 */
export function numberItems(itemIds: readonly string[], existing: readonly NumberedItem[]): number[] {
  let last = Math.max(0, ...existing.map((item) => item.number));
  const kept = new Map(existing.map((item) => [item.itemId, item.number]));
  return itemIds.map((id) => {
    const number = kept.get(id);
    kept.delete(id);
    return number ?? ++last;
  });
}
