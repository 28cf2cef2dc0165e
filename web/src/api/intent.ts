import { useMemo } from 'react';

/**
 * One key per intent: a request repeated because its answer was lost carries the same key, so that the server does
 * the work once. Another body is another intent. Call `done` when it has succeeded.
 */
export class Intent {
  private key = '';
  private body = '';

  headers(body: unknown): { 'Idempotency-Key': string } {
    const text = JSON.stringify(body ?? null);
    if (this.key === '' || text !== this.body) {
      this.key = uuid();
      this.body = text;
    }
    return { 'Idempotency-Key': this.key };
  }

  done(): void {
    this.key = '';
  }
}

export function useIntent(): Intent {
  return useMemo(() => new Intent(), []);
}

/** Several intents of one screen, each under a name of its own. */
export function useIntents(): (name: string) => Intent {
  return useMemo(() => {
    const intents = new Map<string, Intent>();
    return (name) => {
      const known = intents.get(name) ?? new Intent();
      intents.set(name, known);
      return known;
    };
  }, []);
}

/** crypto.randomUUID is missing where the page is not a secure context (a phone on plain HTTP in the same room). */
export function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
