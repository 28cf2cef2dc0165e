import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { ENV, type Env } from '../config/env';
import { Users } from '../modules/identity';
import { Reference } from '../modules/reference';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { JobWorker } from '../platform/jobs/job-worker';
import { guide, type DemoGuide } from './guide';
import { MovedClock } from './moved-clock';
import { loadStaff } from './staff';
import { STORIES, tell } from './tell';
import { inject } from './transport';

const SEED_LOCK = 7305003;

/** Staff, register and stories, each once: a second call adds nothing, two at once take turns. */
export async function seed(app: NestFastifyApplication): Promise<DemoGuide> {
  if (!app.get<Env>(ENV).isDemo)
    throw new Error('Demonstration data are for demonstrations: set DEMO_MODE=true');
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const dataSource = app.get(DataSource);
  const lock = dataSource.createQueryRunner();
  await lock.query('SELECT pg_advisory_lock($1)', [SEED_LOCK]);
  try {
    await loadStaff(app.get(UnitOfWork), app.get(Users, { strict: false }));
    const told: { key: string }[] = await dataSource.query('SELECT key FROM demo_story');
    const stories = STORIES.filter(({ key }) => !told.some((each) => each.key === key));
    if (stories.length > 0) {
      const worker = app.get(JobWorker);
      await worker.start();
      try {
        await tell(stories, app, inject(app), new MovedClock(app.get(Clock)));
      } finally {
        await worker.stop();
      }
      await dataSource.query('INSERT INTO demo_story (key) SELECT unnest($1::text[])', [
        stories.map(({ key }) => key),
      ]);
    }
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [SEED_LOCK]);
    await lock.release();
  }
  return guide(app.get(Reference, { strict: false }), app.get(Users, { strict: false }));
}
