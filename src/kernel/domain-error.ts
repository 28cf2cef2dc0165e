export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'gone'
  | 'too-large'
  | 'unsupported'
  | 'too-many'
  | 'unavailable';

export type ErrorParams = Record<string, string | number>;

export interface FieldError {
  /** JSON pointer into the request body, e.g. `/claims/0/amount`. */
  pointer: string;
  code: string;
  params?: ErrorParams;
  basis?: readonly string[];
}

export interface DomainErrorOptions {
  params?: ErrorParams;
  /** Citations, e.g. `《劳动人事争议仲裁办案规则》第三十条`. */
  basis?: readonly string[];
  fields?: readonly FieldError[];
}

/** The only error the application throws on purpose. One filter turns it into `application/problem+json`. */
export class DomainError extends Error {
  readonly params: ErrorParams;
  readonly basis: readonly string[];
  readonly fields: readonly FieldError[];

  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    options: DomainErrorOptions = {},
  ) {
    super(code);
    this.name = 'DomainError';
    this.params = options.params ?? {};
    this.basis = options.basis ?? [];
    this.fields = options.fields ?? [];
  }
}

export function invalid(fields: readonly FieldError[]): DomainError {
  return new DomainError('invalid', 'request.invalid', { fields });
}

export function notFound(code = 'request.not-found'): DomainError {
  return new DomainError('not-found', code);
}
