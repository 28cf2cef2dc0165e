import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { prepare } from '../../src/demo/acts';
import type { Person } from '../../src/demo/person';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { QUIET, startApp, type TestApp } from '../support/app';
import { matter, newPhone } from '../support/cases';
import { poolOf } from '../support/pool';
import { problemOf } from '../support/problem';

/** Fewer than in earnest, so that the crowd need not be large. */
const CONNECTIONS = 5;
const SYSTEM = { kind: 'system', name: 'test' } as const;

function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

describe('connections to the database', () => {
  let app: TestApp;
  let pool: Pool;
  beforeAll(async () => {
    app = await startApp({ settings: QUIET, hasWorker: false });
    pool = poolOf(app.get(DataSource));
    pool.options.max = CONNECTIONS;
  });
  afterAll(() => app?.close());

  it('three times as many file at once as there are connections: each is answered, each case is there once', async () => {
    const people: { person: Person; draft: { id: string; version: number } }[] = [];
    for (let i = 0; i < 3 * CONNECTIONS; i += 1) {
      const person = app.party(newPhone());
      people.push({ person, draft: await prepare(person, matter()) });
    }
    const replies = await Promise.all(
      people.map(({ person, draft }) =>
        person.post<{ caseId: string }>(`/drafts/${draft.id}/submission`, {
          version: draft.version,
          signature: { name: '林秀英', agreed: true },
        }),
      ),
    );
    expect(replies.map(({ status }) => status)).toEqual(people.map(() => 201));
    expect(new Set(replies.map(({ body }) => body.caseId)).size).toBe(people.length);
    const [row] = await app.query<{ cases: number; drafts: number }>(
      `SELECT (SELECT count(*)::int FROM labour_case) AS cases,
              (SELECT count(*)::int FROM application_draft WHERE submitted_case_id IS NOT NULL) AS drafts`,
    );
    expect(row).toEqual({ cases: people.length, drafts: people.length });
  });

  it('when none becomes free, people are told so in their language, and when to come back', async () => {
    const { connectionTimeoutMillis } = pool.options;
    pool.options.connectionTimeoutMillis = 50;
    const taken = await Promise.all(Array.from({ length: CONNECTIONS }, () => pool.connect()));
    try {
      const reply = await app.visitor().get('/commissions', { language: 'en' });
      expect(problemOf(reply, 503, 'server.busy').detail).toMatch(/^Too many people/);
      expect(reply.headers['retry-after']).toBe('5');
    } finally {
      for (const client of taken) client.release();
      pool.options.connectionTimeoutMillis = connectionTimeoutMillis;
    }
    expect((await app.visitor().get('/commissions')).status).toBe(200);
  });

  describe('a unit of work', () => {
    const uow = (): UnitOfWork => app.get(UnitOfWork);
    const source = (): DataSource => app.get(DataSource);
    const pid = async (manager: { query(sql: string): Promise<{ pid: number }[]> }) =>
      (await manager.query('SELECT pg_backend_pid() AS pid'))[0]?.pid;

    it('has one connection, whoever asks and however many ask at once', async () => {
      const pids = await uow().run(SYSTEM, async (tx) =>
        Promise.all([pid(tx.manager), pid(source()), pid(source().manager), pid(tx.manager)]),
      );
      expect(new Set(pids).size).toBe(1);
    });

    it('shows who asks within it what it has written, and nobody else before it ends', async () => {
      const count = async (): Promise<number> =>
        (
          await source().query<{ n: number }[]>(
            "SELECT count(*)::int AS n FROM demo_message WHERE recipient = 'nobody'",
          )
        )[0]?.n ?? -1;
      const written = gate();
      const looked = gate();
      const work = uow().run(SYSTEM, async (tx) => {
        await tx.manager.query(`INSERT INTO demo_message (id, recipient, text) VALUES ('one', 'nobody', '')`);
        written.open();
        await looked.opened;
        return count();
      });
      await written.opened;
      expect(await count()).toBe(0);
      looked.open();
      expect(await work).toBe(1);
      expect(await count()).toBe(1);
    });

    it('gives its connection back, also when it fails', async () => {
      await expect(
        uow().run(SYSTEM, async () => {
          await source().query('SELECT 1');
          throw new Error('no');
        }),
      ).rejects.toThrow('no');
      expect(pool.totalCount - pool.idleCount).toBe(0);
    });

    it('holds no other', async () => {
      await expect(uow().run(SYSTEM, () => uow().run(SYSTEM, () => Promise.resolve()))).rejects.toThrow(
        'A unit of work within a unit of work',
      );
    });

    it('is over for what it left running', async () => {
      const later = gate();
      const left = await uow().run(SYSTEM, () => Promise.resolve([later.opened.then(() => pid(source()))]));
      later.open();
      expect(await left[0]).toEqual(expect.any(Number));
    });
  });
});
