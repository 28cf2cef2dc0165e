import { isHead, type Head } from './heads';
import type { Facts } from './questions';

/** A calculation on its way into an application; kept in this tab only, through signing in, until it has arrived. */

const KEY = 'carried-claim';

export function carryClaim(head: Head, facts: Facts): void {
  sessionStorage.setItem(KEY, JSON.stringify({ head, facts }));
}

export function takeCarriedClaim(): { head: Head; facts: Facts } | null {
  const kept = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  if (!kept) return null;
  try {
    const { head, facts } = JSON.parse(kept) as { head?: string; facts?: Facts };
    return head && isHead(head) && facts ? { head, facts } : null;
  } catch {
    return null; // not ours
  }
}
