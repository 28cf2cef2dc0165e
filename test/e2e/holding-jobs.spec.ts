import { Logger } from '@nestjs/common';
import PgBoss from 'pg-boss';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { JOB_SCHEMA } from '../../src/platform/jobs/job-queue';
import { JobWorker } from '../../src/platform/jobs/job-worker';
import { QueueLoop, type Assignment } from '../../src/platform/jobs/queue-loop';
import { QUIET, startApp, type TestApp } from '../support/app';
import { eventually } from '../support/eventually';

const QUEUE = 'contents.remove';
const SYSTEM = { kind: 'system', name: 'test' } as const;

describe('a job that takes long', () => {
  let app: TestApp;
  let boss: PgBoss;
  const loops: QueueLoop[] = [];
  beforeAll(async () => {
    app = await startApp({ settings: QUIET, hasWorker: false });
    boss = new PgBoss({ connectionString: app.database.url, schema: JOB_SCHEMA, supervise: false });
    boss.on('error', () => undefined);
    await boss.start();
  });
  afterEach(async () => {
    await Promise.all(loops.splice(0).map((loop) => loop.stop()));
    await app.query(`DELETE FROM job.job WHERE name = $1`, [QUEUE]);
  });
  afterAll(async () => {
    await boss?.stop({ graceful: false, wait: true });
    await app?.close();
  });

  /** Given out again after a second in which nobody said to hold it. */
  const enqueue = async (): Promise<void> => {
    await app.get(UnitOfWork).run(SYSTEM, (tx) => tx.enqueue(QUEUE, { sha256: '' }));
    await app.query(`UPDATE job.job SET expire_in = interval '1 second', retry_delay = 0 WHERE name = $1`, [
      QUEUE,
    ]);
  };
  const begin = (work: (job: Assignment) => Promise<void>, renewMs?: number): void => {
    const { renew } = app.get(JobWorker);
    loops.push(new QueueLoop(boss, QUEUE, work, renew, new Logger('Jobs'), renewMs));
  };
  const job = async () =>
    (
      await app.query<{ state: string; age: number }>(
        `SELECT state, extract(epoch FROM now() - created_on)::float AS age FROM job.job WHERE name = $1`,
        [QUEUE],
      )
    )[0];

  it('is held by who does it, and begun by nobody else', async () => {
    const runs: Assignment[] = [];
    let end = (): void => undefined;
    const work = (assignment: Assignment): Promise<void> => {
      runs.push(assignment);
      return new Promise((resolve) => (end = resolve));
    };
    await enqueue();
    begin(work, 100);
    begin(work, 100);
    await eventually(async () => {
      await boss.maintain();
      for (const loop of loops) loop.wake();
      expect((await job())?.age).toBeGreaterThan(3);
    });
    expect(runs).toHaveLength(1);
    end();
    await eventually(async () => expect((await job())?.state).toBe('completed'));
    expect(runs).toEqual([{ data: { sha256: '' }, isRepeat: false }]);
  });

  it('is begun again when whoever had it says nothing any more, who then has no say in what becomes of it', async () => {
    const ends: (() => void)[] = [];
    const runs: boolean[] = [];
    const work = ({ isRepeat }: Assignment): Promise<void> => {
      runs.push(isRepeat);
      return new Promise((resolve) => ends.push(resolve));
    };
    await enqueue();
    begin(work, 3_600_000);
    await eventually(() => expect(runs).toEqual([false]));
    begin(work, 100);
    await eventually(async () => {
      await boss.maintain();
      for (const loop of loops) loop.wake();
      expect(runs).toEqual([false, true]);
    });
    ends[0]?.();
    await loops[0]?.stop();
    expect((await job())?.state).toBe('active');
    ends[1]?.();
    await eventually(async () => expect((await job())?.state).toBe('completed'));
  });
});
