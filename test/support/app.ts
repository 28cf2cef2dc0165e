import 'reflect-metadata';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module';
import type { SettingName } from '../../src/config/env';
import { MovedClock } from '../../src/demo/moved-clock';
import { Person } from '../../src/demo/person';
import { DEMO_PASSWORD, loadStaff } from '../../src/demo/staff';
import type { Transport } from '../../src/demo/transport';
import { Users } from '../../src/modules/identity';
import { Reference } from '../../src/modules/reference';
import { COMMISSIONS } from '../../src/modules/reference/data/commissions';
import { Clock } from '../../src/platform/clock';
import { migrate } from '../../src/platform/database/data-source';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { createApplication } from '../../src/platform/http/application';
import { migrateJobs } from '../../src/platform/jobs/job-queue';
import { JobWorker } from '../../src/platform/jobs/job-worker';
import { makeDemoCertificate } from '../../src/platform/papers/certificate';
import { cloneDatabase, type TestDatabase } from './database';
import { eventually } from './eventually';
import { refuseSecondConnections } from './pool';
import { ROOT } from './sources';

/** A Tuesday without holidays near it, in a year whose calendar is known. */
export const DEFAULT_NOW = '2026-03-10T09:30:00+08:00';

const KEYS = {
  SESSION_SECRET: 'a secret that is only used by tests, nowhere else',
  FIELD_KEY: Buffer.alloc(32, 1).toString('base64'),
  INDEX_KEY: Buffer.alloc(32, 2).toString('base64'),
};

const BASE = {
  NODE_ENV: 'test',
  ...KEYS,
  HOST: '127.0.0.1',
  DEMO_MODE: 'true',
  LOG_LEVEL: process.env['TEST_LOG'] ?? 'error',
  MEDIA_PORT: '0',
  // Making a key takes a second; the suites of a checkout share theirs.
  SEAL_P12_DIR: join(ROOT, '.cache', 'test-seals'),
};

export type TestSettings = Partial<Record<SettingName, string>>;

/** For suites that provoke faults. */
export const QUIET: TestSettings = { LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent' };

export interface AppOptions {
  /** Where the clock stands at the start; null leaves it alone. An application beside another goes by its clock. */
  now?: string | null;
  settings?: TestSettings;
  /** Whether jobs run in this process (they do unless told otherwise). */
  hasWorker?: boolean;
  /** Share a database, and files, with another application of the same test. */
  beside?: TestApp;
}

/** The real program on a database of its own: server and worker in this process, demonstration mode, movable clock. */
export class TestApp {
  private constructor(
    readonly nest: NestFastifyApplication,
    readonly url: string,
    readonly database: TestDatabase,
    readonly storage: string,
    readonly clock: MovedClock,
    private readonly isGuest: boolean,
  ) {}

  static async start({ now, settings = {}, hasWorker = true, beside }: AppOptions = {}): Promise<TestApp> {
    const database = beside?.database ?? (await cloneDatabase(fillTemplate));
    makeSeals();
    const storage = beside?.storage ?? mkdtempSync(join(tmpdir(), 'yun-zhongcai-'));
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const nest = await withSettings(
      { DATABASE_URL: database.url, STORAGE_PATH: storage, PORT: String(port), PUBLIC_URL: url, ...settings },
      () => createApplication(AppModule),
    );
    refuseSecondConnections(nest.get(DataSource));
    const clock = new MovedClock(nest.get(Clock));
    if (now !== null) clock.set(now ?? beside?.clock.now() ?? DEFAULT_NOW);
    await nest.listen(port, '127.0.0.1');
    if (hasWorker) await nest.get(JobWorker).start({ isOnTime: false });
    return new TestApp(nest, url, database, storage, clock, beside !== undefined);
  }

  get<T>(token: Type<T> | (abstract new (...args: never[]) => T)): T {
    return this.nest.get(token);
  }

  /** Requests over HTTP; the same people can also be sent to another process with `overHttp`. */
  readonly transport: Transport = (wire) => overHttp(this.url)(wire);

  visitor(): Person {
    return new Person(this.transport, this.clock, { kind: 'visitor' });
  }

  party(phone: string): Person {
    return new Person(this.transport, this.clock, { kind: 'party', phone });
  }

  /** e.g. `clerk.nansha`, `recorder.nansha`, `director.nansha` and the arbitrators of the roster. */
  staff(username: string): Person {
    return new Person(this.transport, this.clock, { kind: 'staff', username, password: DEMO_PASSWORD });
  }

  async query<Row = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.get(DataSource).query<Row[]>(sql, parameters);
  }

  /** Waits until no job is waiting or under way. A job that fails for good is an error. */
  async settled(): Promise<void> {
    await eventually(async () => {
      const jobs = await this.query<{ name: string; state: string; output: unknown }>(
        `SELECT name, state, output FROM job.job
         WHERE name IN ('follow', 'papers.render', 'messages.send', 'contents.remove')
           AND state NOT IN ('completed', 'cancelled')`,
      );
      if (jobs.length > 0) throw new Error(`Jobs that are not done: ${JSON.stringify(jobs)}`);
    }, 90_000);
  }

  async close(): Promise<void> {
    await this.get(JobWorker).stop();
    await this.nest.close();
    if (this.isGuest) return;
    await this.database.drop();
    rmSync(this.storage, { recursive: true, force: true });
  }
}

/** The settings a process needs to be the same installation as `app`. */
export function settingsOf(app: TestApp): Record<string, string> {
  return {
    ...BASE,
    DATABASE_URL: app.database.url,
    STORAGE_PATH: app.storage,
  };
}

function makeSeals(): void {
  for (const { id, name } of COMMISSIONS) {
    if (existsSync(join(BASE.SEAL_P12_DIR, id))) continue;
    const { p12, password } = makeDemoCertificate(name, new Date(DEFAULT_NOW));
    mkdirSync(BASE.SEAL_P12_DIR, { recursive: true });
    const draft = mkdtempSync(join(BASE.SEAL_P12_DIR, '.making-'));
    writeFileSync(join(draft, 'seal.p12'), p12);
    writeFileSync(join(draft, 'seal.pass'), password);
    try {
      renameSync(draft, join(BASE.SEAL_P12_DIR, id));
    } catch (error) {
      // Another suite was quicker.
      if (!existsSync(join(BASE.SEAL_P12_DIR, id))) throw error;
      rmSync(draft, { recursive: true });
    }
  }
}

export const startApp = (options?: AppOptions): Promise<TestApp> => TestApp.start(options);

export function overHttp(url: string): Transport {
  return async ({ method, path, headers, body }) => {
    const verb = method.toLowerCase() as 'get' | 'head' | 'post' | 'put' | 'patch' | 'delete';
    const agent = request(url);
    const reply = await agent[verb](path)
      .set(headers)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      })
      .send(body);
    const received: unknown = reply.body;
    return {
      status: reply.status,
      headers: reply.headers,
      body: Buffer.isBuffer(received) ? received : Buffer.alloc(0),
    };
  };
}

/** What the template database holds: the schema, the data that come with the program, and the staff. */
async function fillTemplate(url: string): Promise<void> {
  await migrate(url);
  await migrateJobs(url);
  await withSettings({ DATABASE_URL: url }, async () => {
    const context = await NestFactory.createApplicationContext(AppModule, { logger: false });
    // Engagements and leave of the register are told from the day it is loaded.
    new MovedClock(context.get(Clock)).set(DEFAULT_NOW);
    await context.get(Reference).load(context.get(DataSource).manager);
    await loadStaff(context.get(UnitOfWork), context.get(Users));
    await context.close();
  });
}

/** The program reads its settings when it starts, and only then. */
export async function withSettings<T>(settings: TestSettings, start: () => Promise<T>): Promise<T> {
  const before = { ...process.env };
  Object.assign(process.env, BASE, settings);
  try {
    return await start();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
