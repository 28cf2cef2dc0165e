export interface ProblemField {
  /** JSON pointer into what was sent: `/claimant/phone`. */
  pointer: string;
  code: string;
  /** One sentence in the reader's language. */
  detail: string;
  basis: string[];
}

interface ProblemDocument {
  title: string;
  status: number;
  code: string;
  detail: string;
  basis?: string[];
  errors?: ProblemField[];
}

/** What the server refused, as it said it (RFC 9457). */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly basis: readonly string[];
  readonly fields: readonly ProblemField[];

  constructor(document: ProblemDocument) {
    super(document.detail);
    this.name = 'ApiProblem';
    this.status = document.status;
    this.code = document.code;
    this.detail = document.detail;
    this.basis = document.basis ?? [];
    this.fields = document.errors ?? [];
  }
}

/** The server could not be reached, or the answer was lost on the way; nothing is known about what it did. */
export class NetworkProblem extends Error {
  constructor(cause: unknown) {
    super('network', { cause });
    this.name = 'NetworkProblem';
  }
}

/** What was to be handed in could not be saved first. */
export class NotSavedProblem extends Error {
  constructor(cause: unknown) {
    super('not saved', { cause });
    this.name = 'NotSavedProblem';
  }
}

export async function problemOf(response: Response): Promise<Error> {
  if (response.headers.get('content-type')?.includes('application/problem+json')) {
    return new ApiProblem((await response.json()) as ProblemDocument);
  }
  // A proxy in between answers for a server that is not there.
  if (response.status >= 502 && response.status <= 504) return new NetworkProblem(response.status);
  return new ApiProblem({
    title: response.statusText,
    status: response.status,
    code: 'internal',
    detail: `HTTP ${response.status}`,
  });
}

export function isProblem(error: unknown, ...codes: string[]): error is ApiProblem {
  return error instanceof ApiProblem && (codes.length === 0 || codes.includes(error.code));
}
