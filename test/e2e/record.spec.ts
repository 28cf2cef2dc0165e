import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { newId } from '../../src/kernel/id';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { verifyRecord, type ChainReport } from '../../src/platform/record/record';
import { startApp, type TestApp } from '../support/app';
import { accepted, filed } from '../support/cases';

describe('the record', () => {
  let app: TestApp;
  let caseId: string;
  beforeAll(async () => {
    app = await startApp();
    ({ caseId } = await accepted(app));
    await app.settled();
  });
  afterAll(() => app?.close());

  const verify = (): Promise<ChainReport> => verifyRecord(app.get(DataSource).manager);
  /** Somebody with all rights of the database, who turns the triggers off. */
  const asIntruder = async (work: (client: Client) => Promise<void>): Promise<void> => {
    const client = new Client({ connectionString: app.database.adminUrl });
    await client.connect();
    try {
      await client.query('ALTER TABLE record_entry DISABLE TRIGGER ALL');
      await work(client);
    } finally {
      await client.query('ALTER TABLE record_entry ENABLE TRIGGER ALL');
      await client.end();
    }
  };

  it('is unbroken after a case has been worked on', async () => {
    const report = await verify();
    expect(report.breaks).toEqual([]);
    expect(report.chains).toBe(1);
    expect(report.entries).toBeGreaterThan(8);
  });

  it.each([
    ['UPDATE', `UPDATE record_entry SET type = 'case.refused'`],
    ['DELETE', 'DELETE FROM record_entry'],
    ['TRUNCATE', 'TRUNCATE record_entry'],
  ])('refuses %s', async (_verb, sql) => {
    await expect(app.query(sql)).rejects.toThrow(/the record is append-only|cannot truncate/);
  });

  it.each<[string, string, string]>([
    [
      'a changed type',
      `UPDATE record_entry SET type = 'case.refused' WHERE case_id = $1 AND seq = 2`,
      'entry 2',
    ],
    [
      'a changed payload',
      `UPDATE record_entry SET payload = payload || '{"x": 1}' WHERE case_id = $1 AND seq = 3`,
      'entry 3',
    ],
    [
      'a changed time',
      `UPDATE record_entry SET at = at + interval '1 millisecond' WHERE case_id = $1 AND seq = 1`,
      'entry 1',
    ],
    [
      'a changed actor',
      `UPDATE record_entry SET actor_id = 'somebody' WHERE case_id = $1 AND seq = 1`,
      'entry 1',
    ],
    [
      'a changed audience',
      `UPDATE record_entry SET audience = 'commission' WHERE case_id = $1 AND seq = 1`,
      'entry 1',
    ],
    [
      'a changed hash',
      `UPDATE record_entry SET hash = repeat('0', 64) WHERE case_id = $1 AND seq = 2`,
      'entry 2',
    ],
    ['an entry that was taken out', `DELETE FROM record_entry WHERE case_id = $1 AND seq = 2`, 'entry 3'],
    [
      'an end that was cut off',
      `DELETE FROM record_entry e WHERE case_id = $1 AND seq = (SELECT max(seq) FROM record_entry WHERE case_id = e.case_id)`,
      'head says',
    ],
    ['a whole chain that was taken out', `DELETE FROM record_entry WHERE case_id = $1`, 'head says'],
    ['a head that was taken out', `DELETE FROM record_head WHERE case_id = $1`, 'without a head'],
  ])('%s by somebody with all rights is found', async (_name, sql, place) => {
    await asIntruder(async (client) => {
      await client.query('CREATE TEMP TABLE kept AS SELECT * FROM record_entry');
      await client.query('CREATE TEMP TABLE kept_head AS SELECT * FROM record_head');
      try {
        await client.query(sql, [caseId]);
        const { breaks } = await verify();
        expect(breaks.length).toBeGreaterThan(0);
        expect(breaks.join('\n')).toContain(place);
      } finally {
        await client.query('DELETE FROM record_entry; DELETE FROM record_head');
        await client.query(
          'INSERT INTO record_entry SELECT * FROM kept; INSERT INTO record_head SELECT * FROM kept_head',
        );
      }
    });
    expect((await verify()).breaks).toEqual([]);
  });

  it('keeps its order under fifty writers at one case', async () => {
    const { caseId: busy } = await filed(app);
    await app.settled();
    const uow = app.get(UnitOfWork);
    const [before] = await app.query<{ seq: number }>('SELECT seq FROM record_head WHERE case_id = $1', [
      busy,
    ]);
    await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        uow.run({ kind: 'system', name: 'test' }, async (tx) => {
          await tx.publish({ type: 'test.written', caseId: busy, payload: { i } });
        }),
      ),
    );
    const rows = await app.query<{ seq: number }>(
      'SELECT seq FROM record_entry WHERE case_id = $1 ORDER BY seq',
      [busy],
    );
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, i) => i + 1));
    expect(rows).toHaveLength((before?.seq ?? 0) + 50);
    expect((await verify()).breaks).toEqual([]);
  });

  it('forgets what was not committed, and leaves no gap', async () => {
    const uow = app.get(UnitOfWork);
    const count = async (): Promise<number> =>
      (await app.query('SELECT 1 FROM record_entry WHERE case_id = $1', [caseId])).length;
    const before = await count();
    await expect(
      uow.run({ kind: 'system', name: 'test' }, async (tx) => {
        await tx.publish({ type: 'test.never', caseId, payload: {} });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await count()).toBe(before);
    await uow.run({ kind: 'system', name: 'test' }, async (tx) => {
      await tx.publish({ type: 'test.after-all', caseId, payload: {} });
    });
    expect((await verify()).breaks).toEqual([]);
  });

  it('has a chain for each case', async () => {
    const [one, other] = [newId(), newId()];
    const uow = app.get(UnitOfWork);
    const write = (id: string): Promise<void> =>
      uow.run({ kind: 'system', name: 'test' }, async (tx) => {
        await tx.publish({ type: 'test.written', caseId: id, payload: {} });
      });
    await Promise.all([write(one), write(other), write(one), write(other), write(one)]);
    const heads = await app.query<{ case_id: string; seq: number }>(
      'SELECT case_id, seq FROM record_head WHERE case_id = ANY($1)',
      [[one, other]],
    );
    expect(new Map(heads.map((head) => [head.case_id, head.seq]))).toEqual(
      new Map([
        [one, 3],
        [other, 2],
      ]),
    );
  });

  it('holds no names, numbers or texts of people', async () => {
    const [row] = await app.query<{ all: string }>('SELECT json_agg(payload)::text AS all FROM record_entry');
    expect(row?.all).not.toMatch(/林秀英|吴国强|138\d{8}|4401061990/);
  });
});
