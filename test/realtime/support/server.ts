import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';
import { DataSource } from 'typeorm';

export interface TestServer {
  app: NestFastifyApplication;
  url: string;
  db: DataSource;
  /** Moves the one clock everything asks. */
  setNow(at: Date): void;
  stop(): Promise<void>;
}

/** The whole application on a database of its own, with real media workers on ports the system chooses. */
export async function startServer(now: Date): Promise<TestServer> {
  const adminUrl = process.env.TEST_DATABASE_ADMIN_URL;
  if (!adminUrl)
    throw new Error('TEST_DATABASE_ADMIN_URL names no PostgreSQL: run the tests with `npm test`');
  const name = `realtime_${randomBytes(6).toString('hex')}`;
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const files = mkdtempSync(join(tmpdir(), 'realtime-'));
  Object.assign(process.env, {
    NODE_ENV: 'test',
    DATABASE_URL: url.toString(),
    SESSION_SECRET: randomBytes(32).toString('hex'),
    FIELD_KEY: randomBytes(32).toString('base64'),
    INDEX_KEY: randomBytes(32).toString('base64'),
    STORAGE_PATH: files,
    MEDIA_PORT: '0',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
  });
  // Read only now: the application reads its settings when it is loaded.
  const { migrate } = await import('../../../src/platform/database/data-source');
  const { migrateJobs } = await import('../../../src/platform/jobs/job-queue');
  const { createApplication } = await import('../../../src/platform/http/application');
  const { AppModule } = await import('../../../src/app.module');
  const { Clock } = await import('../../../src/platform/clock');
  const { Reference } = await import('../../../src/modules/reference');
  await migrate(url.toString());
  await migrateJobs(url.toString());
  const app = await createApplication(AppModule);
  await app.listen(0, '127.0.0.1');
  const db = app.get(DataSource);
  await app.get(Reference).load(db.manager);
  let offset = 0;
  const clock = app.get(Clock);
  clock.now = () => new Date(Date.now() + offset);
  const setNow = (at: Date): void => void (offset = at.getTime() - Date.now());
  setNow(now);
  const { port } = app.getHttpServer().address() as AddressInfo;
  return {
    app,
    db,
    url: `http://127.0.0.1:${port}`,
    setNow,
    async stop() {
      await app.close();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
      rmSync(files, { recursive: true, force: true });
    },
  };
}

/** Waits until something holds; says what did not when the time is over. */
export async function eventually<T>(check: () => T | Promise<T>, ms = 10_000): Promise<T> {
  const until = Date.now() + ms;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
