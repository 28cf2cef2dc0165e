import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Observable } from 'rxjs';
import { isSignedIn } from '../../kernel/actor';
import { invalid } from '../../kernel/domain-error';
import { actorOf } from '../auth/request-actor';
import { requestContext } from '../request-context';

const KEY = /^[A-Za-z0-9_-]{8,80}$/;

/** Carries the Idempotency-Key of a writing request down to its units of work. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const header = request.headers['idempotency-key'];
    const actor = actorOf(request);
    let idempotency = null;
    // A stream (an upload's bytes) has an offset of its own to be repeated from.
    const isStream = typeof (request.body as { pipe?: unknown } | null)?.pipe === 'function';
    const isWrite = !['GET', 'HEAD'].includes(request.method) && !isStream;
    if (typeof header === 'string' && isSignedIn(actor) && isWrite) {
      if (!KEY.test(header)) throw invalid([{ pointer: '/headers/idempotency-key', code: 'field.format' }]);
      idempotency = {
        scope: actor.userId,
        key: header,
        requestHash: createHash('sha256')
          .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
          .digest('hex'),
      };
    }
    const store = { requestId: String(request.id), idempotency, unitsOfWork: 0 };
    return new Observable((subscriber) =>
      requestContext.run(store, () => {
        const subscription = next.handle().subscribe(subscriber);
        return () => subscription.unsubscribe();
      }),
    );
  }
}
