import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module';
import { readEnv } from './config/env';
import { seed } from './demo/seed';
import { fail } from './fail';
import { lifecyclePage } from './lifecycle-page';
import { JoinCodes } from './modules/cases';
import { Reference } from './modules/reference';
import { migrate } from './platform/database/data-source';
import { createApplication, createPreview, openApi } from './platform/http/application';
import { FailedJobs } from './platform/jobs/failed-jobs';
import { migrateJobs } from './platform/jobs/job-queue';
import { verifyRecord } from './platform/record/record';

const USAGE = `usage: node dist/src/cli.js <command>
  migrate          bring the database up to date and load what comes with the program
  seed             load the demonstration data (DEMO_MODE=true); --print-accounts prints whom to sign in as, as JSON
  verify-record    recompute every hash chain; exits 1 when one is broken
  retry-failed     one more try, at once, for every job that used up its tries (old messages too)
  openapi [path]   write docs/openapi.json
  docs [path]      write docs/lifecycle.md
`;

async function context<T>(
  work: (get: <S>(token: new (...args: never[]) => S) => S) => Promise<T>,
): Promise<T> {
  const app = await NestFactory.createApplicationContext(AppModule, {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  try {
    return await work((token) => app.get(token as never));
  } finally {
    await app.close();
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const COMMANDS: Record<string, () => Promise<void>> = {
  async migrate() {
    const { databaseUrl } = readEnv();
    const ran = await migrate(databaseUrl);
    await migrateJobs(databaseUrl);
    await context(async (get) => {
      const { manager } = get(DataSource);
      await get(Reference).load(manager);
      await get(JoinCodes).indexOld(manager);
    });
    say(ran.length > 0 ? `migrated: ${ran.join(', ')}` : 'database is up to date');
  },

  async seed() {
    const app = await createApplication(AppModule);
    try {
      const guide = await seed(app);
      if (process.argv.includes('--print-accounts')) say(JSON.stringify(guide, null, 2));
      else say(`${guide.cases.length} demonstration cases are there`);
    } finally {
      await app.close();
    }
  },

  async 'verify-record'() {
    const report = await context((get) => verifyRecord(get(DataSource).manager));
    say(`${report.chains} chains, ${report.entries} entries, ${report.breaks.length} breaks`);
    for (const line of report.breaks) say(line);
    if (report.breaks.length > 0) process.exitCode = 1;
  },

  async 'retry-failed'() {
    const count = await context((get) => get(FailedJobs).retryAll());
    say(`${count} jobs will be tried again`);
  },

  async openapi() {
    const app = await createPreview(AppModule);
    writeFileSync(process.argv[3] ?? 'docs/openapi.json', `${JSON.stringify(openApi(app), null, 2)}\n`);
    await app.close();
  },

  async docs() {
    writeFileSync(process.argv[3] ?? 'docs/lifecycle.md', lifecyclePage());
  },
};

async function main(): Promise<void> {
  const command = COMMANDS[process.argv[2] ?? ''];
  if (!command) {
    process.stderr.write(USAGE);
    process.exit(2);
  }
  await command();
}

main().catch(fail);
