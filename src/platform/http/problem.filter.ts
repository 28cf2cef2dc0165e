import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, type ErrorKind } from '../../kernel/domain-error';
import { localeOf, type Locale } from './locale';
import { sentence } from './message-catalogue';

const STATUS: Record<ErrorKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  unsupported: 415,
  'too-many': 429,
  unavailable: 503,
};

/** Seconds after which what was unavailable may be asked for again. */
const RETRY_AFTER = '5';

export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  basis: readonly string[];
  errors: { pointer: string; code: string; detail: string; basis: readonly string[] }[];
}

/** RFC 9457, in the reader's language, with the field and the article. */
export function toProblem(error: DomainError, locale: Locale): Problem {
  return {
    type: `urn:yun-zhongcai:problem:${error.code}`,
    title: sentence(locale, `kind.${error.kind}`),
    status: STATUS[error.kind],
    code: error.code,
    detail: sentence(locale, error.code, error.params),
    basis: error.basis,
    errors: error.fields.map((field) => ({
      pointer: field.pointer,
      code: field.code,
      detail: sentence(locale, field.code, field.params),
      basis: field.basis ?? [],
    })),
  };
}

/** The one place that knows status codes. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  catch(thrown: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw thrown;
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const locale = localeOf(request);
    const error = this.asDomainError(thrown);
    if (error) {
      if (error.kind === 'unavailable') void reply.header('retry-after', RETRY_AFTER);
      void reply
        .status(STATUS[error.kind])
        .header('content-type', 'application/problem+json; charset=utf-8')
        .send(toProblem(error, locale));
      return;
    }
    this.logger.error(
      { err: thrown, method: request.method, route: request.routeOptions.url },
      'unexpected error',
    );
    void reply
      .status(500)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send({
        type: 'urn:yun-zhongcai:problem:internal',
        title: sentence(locale, 'kind.internal'),
        status: 500,
        code: 'internal',
        detail: sentence(locale, 'internal', { request: String(request.id) }),
        basis: [],
        errors: [],
      });
  }

  /** Errors of the framework and of Fastify become ours; anything else is a fault of the program. */
  private asDomainError(thrown: unknown): DomainError | null {
    if (thrown instanceof DomainError) return thrown;
    const status =
      thrown instanceof HttpException
        ? thrown.getStatus()
        : ((thrown as { statusCode?: unknown } | null)?.statusCode ?? null);
    switch (status) {
      case 404:
        return new DomainError('not-found', 'request.not-found');
      case 413:
        return new DomainError('too-large', 'request.too-large');
      case 415:
        return new DomainError('unsupported', 'request.unsupported-type');
      case 400:
      case 405:
      case 406:
        return new DomainError('invalid', 'request.malformed');
      default:
        return null;
    }
  }
}
