import { AsyncLocalStorage } from 'node:async_hooks';

/** What one HTTP request carries down to the unit of work without every function handing it on. */
export interface RequestContext {
  requestId: string;
  idempotency: { scope: string; key: string; requestHash: string } | null;
  /** How many units of work this request has begun: each is replayed on its own. */
  unitsOfWork: number;
}

export const requestContext = new AsyncLocalStorage<RequestContext>();
