import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { Logger } from 'nestjs-pino';
import { readEnv } from '../../config/env';
import { SocketAdapter } from '../realtime/socket-adapter';
import { serveClient, type WithNonce } from './client';
import { validationPipe } from './validation';

const MAX_BODY = 2 * 1024 * 1024;

/** The HTTP application, ready to listen; used by main and by the tests alike. */
export async function createApplication(module: Type): Promise<NestFastifyApplication> {
  const env = readEnv();
  const adapter = new FastifyAdapter({
    trustProxy: env.trustProxy.length > 0 ? env.trustProxy : false,
    bodyLimit: MAX_BODY,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 300 },
    ...(env.https
      ? { https: { key: readFileSync(env.https.keyPath), cert: readFileSync(env.https.certPath) } }
      : {}),
  } as ConstructorParameters<typeof FastifyAdapter>[0]);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { bufferLogs: true });
  app.useLogger(app.get(Logger));
  app.setGlobalPrefix('api');
  app.useGlobalPipes(validationPipe());
  app.useWebSocketAdapter(new SocketAdapter(app, env.publicUrl));
  app.enableShutdownHooks();
  await app.register(cookie);
  // One nonce per answer, for scripts and for the styles the component library writes.
  adapter.getInstance().addHook('onRequest', (request, _reply, done) => {
    (request.raw as WithNonce).cspNonce = randomBytes(16).toString('base64');
    done();
  });
  const nonce = (request: IncomingMessage): string => `'nonce-${(request as WithNonce).cspNonce}'`;
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", nonce],
        styleSrc: ["'self'", nonce],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    hsts: env.publicUrl.startsWith('https:'),
    referrerPolicy: { policy: 'same-origin' },
  });
  const fastify = adapter.getInstance();
  // Uploads are streamed to disk by their handler, never held in memory.
  fastify.addContentTypeParser('application/offset+octet-stream', (_request, payload, done) =>
    done(null, payload),
  );
  serveClient(app);
  return app;
}

/** The routes without anything behind them: describing the program takes neither settings nor a database. */
export async function createPreview(module: Type): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    preview: true,
    logger: false,
  });
  app.setGlobalPrefix('api');
  return app;
}

export function openApi(app: INestApplicationContext): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('云仲裁')
    .setDescription('Online labour arbitration for the commissions of the Greater Bay Area')
    .setVersion('1')
    .build();
  const document = SwaggerModule.createDocument(app as NestFastifyApplication, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  sortEnumerations(document);
  return document;
}

/** The compiler names the members of a union in the order in which it met them, which differs from build to build. */
function sortEnumerations(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'enum' && Array.isArray(value)) value.sort();
    else sortEnumerations(value);
  }
}
