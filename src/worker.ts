import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { readEnv } from './config/env';
import { fail } from './fail';
import { JobWorker } from './platform/jobs/job-worker';

/** Draws papers, serves them, sends messages: everything that must not keep a request waiting. */
async function main(): Promise<void> {
  // Before the framework, which would end the process in its own words.
  readEnv();
  const app = await NestFactory.createApplicationContext(AppModule, { bufferLogs: true });
  app.useLogger(app.get(Logger));
  const worker = app.get(JobWorker);
  await worker.start();
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    worker
      .stop()
      .then(() => app.close())
      .then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch(fail);
