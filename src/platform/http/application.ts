import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { Logger } from 'nestjs-pino';
import { readEnv } from '../../config/env';
import { serveClient } from './client';
import { validationPipe } from './validation';

const MAX_BODY = 2 * 1024 * 1024;

/** The HTTP application, ready to listen; used by main and by the tests alike. */
export async function createApplication(module: Type): Promise<NestFastifyApplication> {
  const env = readEnv();
  const adapter = new FastifyAdapter({
    trustProxy: env.trustProxy,
    bodyLimit: MAX_BODY,
    genReqId: () => randomUUID(),
    maxParamLength: 300,
    ...(env.https
      ? { https: { key: readFileSync(env.https.keyPath), cert: readFileSync(env.https.certPath) } }
      : {}),
  } as ConstructorParameters<typeof FastifyAdapter>[0]);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { bufferLogs: true });
  app.useLogger(app.get(Logger));
  app.setGlobalPrefix('api');
  app.useGlobalPipes(validationPipe());
  app.useWebSocketAdapter(new IoAdapter(app));
  app.enableShutdownHooks();
  await app.register(cookie);
  await app.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
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
  fastify.addContentTypeParser('application/offset+octet-stream', (_request, payload, done) => done(null, payload));
  serveClient(app);
  return app;
}

export function openApi(app: INestApplicationContext): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('云仲裁')
    .setDescription('Online labour arbitration for the commissions of the Greater Bay Area')
    .setVersion('1')
    .build();
  return SwaggerModule.createDocument(app as NestFastifyApplication, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
}
