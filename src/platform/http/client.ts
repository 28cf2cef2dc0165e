import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Found from the project's root, where every command of package.json runs. */
const CLIENT = join(process.cwd(), 'web/dist');
/** A request that has been given the nonce of its answer's content security policy. */
export type WithNonce = IncomingMessage & { cspNonce: string };

const NONCE_PLACEHOLDER = /__CSP_NONCE__/g;

/**
 * Serves the built client: hashed assets for a year, and one page for every address that is neither an API route
 * nor a file, with the nonce of this answer in it.
 */
export function serveClient(app: NestFastifyApplication): void {
  if (!existsSync(join(CLIENT, 'index.html'))) return; // API alone: tests without browser, a split deployment
  const fastify = app.getHttpAdapter().getInstance();
  void fastify.register(fastifyStatic, {
    root: CLIENT,
    index: false,
    wildcard: false,
    immutable: true,
    maxAge: '365d',
    cacheControl: true,
  });
  const page = readFileSync(join(CLIENT, 'index.html'), 'utf8');
  fastify.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    if (request.url.startsWith('/api/') || request.url.startsWith('/socket.io/')) return reply.callNotFound();
    return reply
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(page.replace(NONCE_PLACEHOLDER, (request.raw as WithNonce).cspNonce));
  });
}
