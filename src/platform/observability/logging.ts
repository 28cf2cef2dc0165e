import type { IncomingMessage } from 'node:http';
import { Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { ENV, type Env } from '../../config/env';

/** Logs carry ids, methods, routes and times; never a name, a number, a phone, a token or a body. */
@Module({
  imports: [
    LoggerModule.forRootAsync({
      inject: [ENV],
      useFactory: (env: Env) => ({
        pinoHttp: {
          level: env.logLevel,
          autoLogging: {
            // Middleware sees addresses without what it is mounted at; the whole one is the original.
            ignore: (request: IncomingMessage & { originalUrl?: string }) => {
              const url = request.originalUrl ?? request.url ?? '';
              return !url.startsWith('/api/') || url === '/api/health';
            },
          },
          // Query strings can hold names people searched for, ticket paths open files.
          serializers: {
            req: (request: { id: string; method: string; url: string }) => ({
              id: request.id,
              method: request.method,
              path: request.url.split('?')[0]!.replace(/^(\/api\/(tickets|verify))\/.*/, '$1/…'),
            }),
            res: (response: { statusCode: number }) => ({ statusCode: response.statusCode }),
          },
          redact: [
            'req.headers',
            'req.remoteAddress',
            'err.parameters',
            'err.query',
            'err.driverError.parameters',
            'err.detail',
            'err.driverError.detail',
          ],
        },
      }),
    }),
  ],
})
export class LoggingModule {}
