import * as acts from '../../src/demo/acts';
import { ClockSweep } from '../../src/modules/deadlines/clock-sweep';
import { Uptime } from '../../src/platform/observability/uptime';
import { startApp, type TestApp } from '../support/app';
import { answered, clerkOf, filed } from '../support/cases';
import { clockOf } from '../support/motions';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.close());
beforeEach(() => app.query('UPDATE user_account SET totp_last_step = NULL'));

const sweep = async (of = app): Promise<void> => {
  await of.get(ClockSweep).sweep();
  await of.settled();
};
const alerts = (caseId: string): Promise<string[]> =>
  app
    .query<{ said: string }>(
      `SELECT concat_ws(' ', code, level) AS said FROM clock_alert WHERE case_id = $1 ORDER BY at, code, level`,
      [caseId],
    )
    .then((rows) => rows.map(({ said }) => said));
const told = (caseId: string, kind: string): Promise<{ username: string | null; phone: string | null }[]> =>
  app.query(
    `SELECT u.username, u.phone FROM notification n JOIN user_account u ON u.id = n.user_id
     WHERE n.case_id = $1 AND n.kind = $2 ORDER BY u.username`,
    [caseId, kind],
  );

describe('clocks that run', () => {
  it('tell of a last day that comes near, then the head of one that passed, each once', async () => {
    const { caseId } = await filed(app);
    await sweep();
    expect(await alerts(caseId)).toEqual([]);
    // Received on a Tuesday: five working days end on the Tuesday after.
    app.clock.set('2026-03-16T09:30:00+08:00');
    await Promise.all([sweep(), sweep()]);
    await sweep();
    expect(await alerts(caseId)).toEqual(['D01 due-soon', 'D02 due-soon']);
    expect((await told(caseId, 'clock-due-soon')).map(({ username }) => username)).toEqual([
      'clerk.nansha',
      'clerk.nansha',
    ]);
    expect(await told(caseId, 'clock-overdue')).toEqual([]);
    app.clock.set('2026-03-18T09:30:00+08:00');
    await sweep();
    expect(await alerts(caseId)).toEqual(['D01 due-soon', 'D02 due-soon', 'D01 overdue', 'D02 overdue']);
    expect(new Set((await told(caseId, 'clock-overdue')).map(({ username }) => username))).toEqual(
      new Set(['clerk.nansha', 'director.nansha']),
    );
    const entries = await app.query(
      `SELECT 1 FROM record_entry WHERE case_id = $1 AND type LIKE 'clock.%' AND audience = 'commission'`,
      [caseId],
    );
    expect(entries).toHaveLength(4);
  });

  it('a party is told of its own last day only, by text message too', async () => {
    app.clock.set('2026-03-10T09:30:00+08:00');
    const c = await answered(app);
    const evidence = await clockOf(c.claimant, c.caseId, 'D08');
    app.clock.set(`${evidence?.dueOn ?? ''}T09:30:00+08:00`);
    await sweep();
    const phones = (await told(c.caseId, 'clock-due-soon')).flatMap(({ phone }) => phone ?? []);
    expect(phones).toHaveLength(2);
    const texts = (await c.respondent.messages()).map(({ text }) => text);
    expect(texts.filter((text) => text.includes('举证期限，最后一天是'))).toHaveLength(1);
  });

  it('a case that cannot be swept does not keep the others, and the job fails in the end', async () => {
    app.clock.set('2026-03-10T09:30:00+08:00');
    const broken = await filed(app);
    const sound = await filed(app);
    app.clock.set('2026-03-16T09:30:00+08:00');
    await app.query(
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'not this one'; END $$`,
    );
    await app.query(
      `CREATE TRIGGER refuse BEFORE INSERT ON clock_alert FOR EACH ROW WHEN (NEW.case_id = '${broken.caseId}')
       EXECUTE FUNCTION refuse()`,
    );
    await expect(sweep()).rejects.toThrow(`1 cases could not be told of: ${broken.caseId}`);
    await app.query('DROP TRIGGER refuse ON clock_alert');
    expect(await alerts(sound.caseId)).toEqual(['D01 due-soon', 'D02 due-soon']);
    expect(await alerts(broken.caseId)).toEqual([]);
    await sweep();
    expect(await alerts(broken.caseId)).toEqual(['D01 due-soon', 'D02 due-soon']);
  });
});

describe('the holidays of a year are announced late', () => {
  it('what was counted over them is counted again, and the record says from when to when', async () => {
    app.clock.set('2026-12-28T09:30:00+08:00');
    const { caseId } = await filed(app);
    await acts.accept(clerkOf(app), caseId);
    const before = await clockOf(clerkOf(app), caseId, 'D04');
    expect(before).toMatchObject({ dueOn: '2027-01-05', isProvisional: true });
    await sweep();
    await app.query(`INSERT INTO holiday (day, kind, name) VALUES ('2027-01-04', 'off', '元旦')`);
    await app.query(`INSERT INTO announced_year (year, source) VALUES (2027, '通知')`);
    // A process that has been running reads the calendar again within a minute; another one, at once.
    const other = await startApp({ beside: app, hasWorker: false });
    try {
      await other.get(ClockSweep).sweep();
    } finally {
      await other.close();
    }
    const after = await clockOf(clerkOf(app), caseId, 'D04');
    expect(after).toMatchObject({ dueOn: '2027-01-06', isProvisional: false });
    const [entry] = await app.query<{ payload: { moved: unknown[] } }>(
      `SELECT payload FROM record_entry WHERE case_id = $1 AND type = 'clock.recounted'`,
      [caseId],
    );
    expect(entry?.payload.moved).toContainEqual({
      code: 'D04',
      subject: '',
      from: '2027-01-05',
      to: '2027-01-06',
    });
  });
});

describe('the ledger of our own outages', () => {
  it('a silence is written down by the first beat after it, once; a last day in it says so', async () => {
    app.clock.set('2026-05-11T09:30:00+08:00');
    const c = await answered(app);
    const due = (await clockOf(c.claimant, c.caseId, 'D08'))?.dueOn ?? '';
    const uptime = app.get(Uptime);
    app.clock.set(`${due}T14:00:00+08:00`);
    await uptime.beat();
    app.clock.forward({ seconds: 100 });
    await uptime.beat();
    expect(await app.query('SELECT 1 FROM service_outage')).toEqual([]);
    app.clock.set(`${due}T16:30:00+08:00`);
    await Promise.all([uptime.beat(), uptime.beat(), uptime.beat()]);
    const ledger = await app.visitor().read<{ from: string; to: string }[]>('/outages');
    // The clock goes on while the test runs: to the minute.
    const toMinute = (instant: string): string => instant.slice(0, 16);
    expect(ledger.map(({ from, to }) => ({ from: toMinute(from), to: toMinute(to) }))).toEqual([
      {
        from: toMinute(new Date(`${due}T14:01:40+08:00`).toISOString()),
        to: toMinute(new Date(`${due}T16:30:00+08:00`).toISOString()),
      },
    ]);
    const { clocks } = await c.claimant.read<{
      clocks: { code: string; outage: { askUntil: { value: string } } | null }[];
    }>(`/cases/${c.caseId}`);
    expect(clocks.find(({ code }) => code === 'D08')?.outage?.askUntil.value).toMatch(/^2026-/);
    expect(clocks.filter(({ outage }) => outage !== null).map(({ code }) => code)).not.toContain('D13');
  });
});
