import { createHash, randomInt, randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { DataSource } from 'typeorm';
import * as acts from '../../src/demo/acts';
import { hold, peopleOf } from '../../src/demo/hearing';
import { jobsDone } from '../../src/demo/jobs';
import type { Matter } from '../../src/demo/matter';
import { instantOf } from '../../src/demo/moved-clock';
import { Person, type Reply } from '../../src/demo/person';
import { DEMO_PASSWORD } from '../../src/demo/staff';
import { addDays } from '../../src/kernel/local-date';
import { isWorkingDay } from '../../src/law/calendar';
import { HearingRecords, Sittings } from '../../src/modules/hearings';
import { Users } from '../../src/modules/identity';
import { Reference } from '../../src/modules/reference';
import { legalDay } from '../../src/platform/clock';
import { JobWorker } from '../../src/platform/jobs/job-worker';
import { verifyRecord } from '../../src/platform/record/record';
import { FileStore } from '../../src/platform/storage/file-store';
import { freePort, overHttp, settingsOf, startApp, type TestApp } from '../support/app';
import { answered, clerkOf, matter } from '../support/cases';
import { eventually } from '../support/eventually';
import { Process } from '../support/processes';

const ROUNDS = 10;
/** CRASH_SEED=… repeats a run. */
const SEED = Number(process.env['CRASH_SEED'] ?? randomInt(2 ** 31));

/** mulberry32: the same moments for the same seed, as far as a busy machine allows. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What a browser does when it gets no answer: asks again, with the same key, until it has one. */
async function untilAcknowledged<T>(request: () => Promise<Reply<T>>): Promise<T> {
  return eventually(async () => {
    const reply = await request();
    if (reply.status >= 300) throw new Error(`${reply.status}: ${reply.raw.toString('utf8').slice(0, 500)}`);
    return reply.body;
  }, 120_000);
}

describe(`killed at ${ROUNDS} random moments of filing, accepting and awarding (CRASH_SEED=${SEED})`, () => {
  /** Looks at the database; the program under test runs in processes of its own. */
  let app: TestApp;
  let server: Process;
  let worker: Process;
  let url: string;
  let clerk: Person;
  let arbitrator: Person;

  const filings: { matter: Matter; caseId: string; receiptNumber: string }[] = [];
  const acceptances: { caseId: string; number: string }[] = [];
  const awards: { caseId: string; awards: acts.IssuedAward[] }[] = [];
  const heard: string[] = [];
  const killed: string[] = [];

  const someone = (credentials: ConstructorParameters<typeof Person>[2]): Person =>
    new Person(overHttp(url), { now: () => new Date() }, credentials);
  const rows = <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> =>
    app.query<Row>(sql, parameters);

  /** Cases that have been heard and only wait for their award. */
  async function makeHeardCases(count: number): Promise<void> {
    const calendar = await app.get(Reference).calendar();
    const services = { sittings: app.get(Sittings), records: app.get(HearingRecords), users: app.get(Users) };
    for (let i = 0; i < count; i += 1) {
      const { caseId, respondent, claimant } = await answered(app);
      await acts.appoint(clerkOf(app), caseId, { arbitrator: '林慧敏' });
      await acts.waiveNotice(claimant, caseId);
      await acts.waiveNotice(respondent, caseId);
      app.clock.forward({ minutes: 1 });
      let day = addDays(app.clock.today(), 1);
      while (!isWorkingDay(day, calendar)) day = addDays(day, 1);
      const startsAt = instantOf(day, '10:00');
      const hearingId = await acts.setDown(clerkOf(app), caseId, {
        startsAt,
        durationMinutes: 60,
        roomId: 'nansha-online-1',
      });
      app.clock.set(startsAt);
      const { members } = await clerkOf(app).read<{ members: { userId: string; capacity: string }[] }>(
        `/cases/${caseId}`,
      );
      await hold(
        services,
        hearingId,
        peopleOf(members),
        [['mediation', 'arbitrator', '调解未成，庭审结束。']],
        (minutes) => app.clock.forward({ minutes }),
      );
      await jobsDone(app.get(DataSource));
      heard.push(caseId);
    }
  }

  beforeAll(async () => {
    // The processes go by the real clock; what was prepared lies before it.
    app = await startApp({ now: `${addDays(legalDay(new Date()), -30)}T09:00:00+08:00` });
    await makeHeardCases(4);
    await app.get(JobWorker).stop();
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const env = { ...settingsOf(app), PORT: String(port), PUBLIC_URL: url, LOG_LEVEL: 'error' };
    server = new Process('main', env, async () => {
      const reply = await fetch(`${url}/api/health`);
      if (!reply.ok) throw new Error(`health ${reply.status}`);
    });
    worker = new Process('worker', env, async () => {
      // A worker that is up holds the workers' lock, shared.
      const locks = await rows(
        `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ShareLock' AND granted AND objid = 7305002`,
      );
      if (locks.length === 0) throw new Error('no worker yet');
    });
    await Promise.all([server.start(), worker.start()]);
    clerk = someone({ kind: 'staff', username: 'clerk.nansha', password: DEMO_PASSWORD });
    arbitrator = someone({ kind: 'staff', username: 'arb.linhuimin', password: DEMO_PASSWORD });
    await Promise.all([clerk.signIn(), arbitrator.signIn()]);
  });

  afterAll(async () => {
    await Promise.all([server?.kill(), worker?.kill()]);
    await app?.close();
  });

  async function fileOne(): Promise<void> {
    const content = matter();
    const claimant = someone({ kind: 'party', phone: content.claimant.phone });
    const draft = await acts.prepare(claimant, content);
    const key = randomUUID();
    toStart.push(async () => {
      const body = { version: draft.version, signature: { name: content.claimant.name, agreed: true } };
      const filed = await untilAcknowledged(() =>
        claimant.post<acts.Filed>(`/drafts/${draft.id}/submission`, body, { key }),
      );
      filings.push({ matter: content, ...filed });
    });
  }

  function acceptOne(caseId: string): void {
    const key = randomUUID();
    toStart.push(async () => {
      const body = { version: 1, conditions: acts.ALL_CONDITIONS };
      const { number } = await untilAcknowledged(() =>
        clerk.post<acts.Decided>(`/cases/${caseId}/acceptance`, body, { key }),
      );
      acceptances.push({ caseId, number: number ?? '' });
    });
  }

  async function awardOne(caseId: string): Promise<void> {
    const { version } = await acts.draftAward(arbitrator, caseId, {
      facts: '申请人与被申请人存在劳动关系，被申请人拖欠工资并违法解除。',
      rulings: [
        { outcome: 'partly', amountFen: 1_500_000, reasons: '被申请人应支付拖欠的工资。' },
        { outcome: 'granted', reasons: '被申请人解除劳动合同违法。' },
      ],
    });
    const key = randomUUID();
    toStart.push(async () => {
      const issued = await untilAcknowledged(() =>
        arbitrator.post<{ awards: acts.IssuedAward[] }>(
          `/cases/${caseId}/award`,
          { version, signature: acts.signatureOf(arbitrator) },
          { key },
        ),
      );
      awards.push({ caseId, awards: issued.awards });
    });
  }

  let toStart: (() => Promise<void>)[] = [];

  it('everybody gets an answer in the end', async () => {
    const random = randomNumbers(SEED);
    for (let round = 0; round < ROUNDS; round += 1) {
      toStart = [];
      const open = filings.filter(({ caseId }) => !acceptances.some((each) => each.caseId === caseId));
      for (const { caseId } of open.slice(0, 2)) acceptOne(caseId);
      if (round % 3 === 0) {
        const caseId = heard.find((each) => !awards.some((award) => award.caseId === each));
        if (caseId) await awardOne(caseId);
      }
      await fileOne();
      await fileOne();
      const victims = random() < 0.5 ? [server] : random() < 0.5 ? [worker] : [server, worker];
      const moment = Math.floor(random() * 900);
      const work = toStart.map((start) => start());
      await pause(moment);
      await Promise.all(victims.map((victim) => victim.kill()));
      killed.push(
        `${victims.length === 2 ? 'both' : victims[0] === server ? 'server' : 'worker'} after ${moment} ms`,
      );
      await Promise.all(victims.map((victim) => victim.start()));
      await Promise.all(work);
    }
    expect(killed).toHaveLength(ROUNDS);
    expect(filings).toHaveLength(2 * ROUNDS);
    expect(acceptances.length).toBeGreaterThanOrEqual(ROUNDS);
    expect(awards).toHaveLength(4);
    await jobsDone(app.get(DataSource));
  }, 900_000);

  it('each application that was acknowledged is there, once and whole', async () => {
    for (const { matter: content, caseId, receiptNumber } of filings) {
      const [row] = await rows<Record<string, unknown>>(
        `SELECT c.receipt_number, c.claimed_fen::int AS claimed,
                (SELECT count(*)::int FROM labour_case x WHERE x.filed_by = c.filed_by) AS cases,
                (SELECT count(*)::int FROM case_claim x WHERE x.case_id = c.id) AS claims,
                (SELECT count(*)::int FROM case_party x WHERE x.case_id = c.id) AS parties,
                (SELECT count(*)::int FROM case_member x WHERE x.case_id = c.id AND capacity = 'claimant') AS claimants,
                (SELECT count(*)::int FROM evidence x WHERE x.case_id = c.id) AS evidence,
                (SELECT array_agg(x.kind ORDER BY x.kind) FROM paper x WHERE x.case_id = c.id AND x.kind IN ('application', 'receipt')) AS papers,
                (SELECT count(*)::int FROM record_entry x WHERE x.case_id = c.id AND type = 'application.submitted') AS entries
         FROM labour_case c WHERE c.id = $1`,
        [caseId],
      );
      expect(row).toEqual({
        receipt_number: receiptNumber,
        claimed: 6_400_000,
        cases: 1,
        claims: content.claims.length,
        parties: 1 + content.respondents.length,
        claimants: 1,
        evidence: content.evidence.length,
        papers: ['application', 'receipt'],
        entries: 1,
      });
    }
  });

  it('there is no case that nobody was told of, and no gap in the numbers', async () => {
    const [row] = await rows<{ n: number; numbers: number }>(
      `SELECT count(*)::int AS n, count(DISTINCT receipt_number)::int AS numbers
       FROM labour_case WHERE received_at > now() - interval '1 day'`,
    );
    expect(row).toEqual({ n: filings.length, numbers: filings.length });
    // Each counter stands at the number of what it numbered: a number drawn for nothing would be a gap.
    const counters = await rows<{ kind: string; last: number; used: number; serials: number[] }>(
      `SELECT k.kind, k.last::int AS last,
              (SELECT count(*)::int FROM paper p WHERE p.kind = 'receipt' AND p.commission_id = k.commission_id
                 AND extract(year FROM p.issued_at AT TIME ZONE 'Asia/Shanghai') = k.year) AS used,
              array(SELECT (regexp_match(c.number, '〕(\\d+)号'))[1]::int FROM labour_case c
                    WHERE c.commission_id = k.commission_id AND c.number LIKE '%〔' || k.year || '〕%'
                    ORDER BY 1) AS serials
       FROM case_number_counter k ORDER BY k.kind, k.year`,
    );
    expect(new Set(counters.map(({ kind }) => kind))).toEqual(new Set(['case', 'receipt']));
    for (const { kind, last, used, serials } of counters) {
      if (kind === 'receipt') expect(used).toBe(last);
      else expect(serials).toEqual(Array.from({ length: last }, (_, i) => i + 1));
    }
  });

  it('each acceptance that was acknowledged happened once, with its notices and one message', async () => {
    for (const { caseId, number } of acceptances) {
      const [row] = await rows<Record<string, unknown>>(
        `SELECT c.state, c.number,
                (SELECT count(*)::int FROM intake_decision x WHERE x.case_id = c.id) AS decisions,
                (SELECT count(*)::int FROM record_entry x WHERE x.case_id = c.id AND type = 'case.accepted') AS entries,
                (SELECT array_agg(x.kind ORDER BY x.kind) FROM paper x WHERE x.case_id = c.id AND x.kind LIKE '%-notice') AS notices,
                (SELECT count(*)::int FROM demo_message m JOIN case_party p ON p.case_id = c.id AND p.role = 'respondent'
                   WHERE m.recipient = '+86' || p.phone AND m.text LIKE '%（' || c.number || '）%应诉码%') AS messages
         FROM labour_case c WHERE c.id = $1`,
        [caseId],
      );
      expect(row).toEqual({
        state: 'accepted',
        number,
        decisions: 1,
        entries: 1,
        notices: ['acceptance-notice', 'response-notice'],
        messages: 1,
      });
    }
    expect(new Set(acceptances.map(({ number }) => number)).size).toBe(acceptances.length);
  });

  it('each award that was acknowledged was issued once', async () => {
    for (const { caseId, awards: issued } of awards) {
      const kept = await rows<{ id: string; number: string; kind: string }>(
        'SELECT a.id, a.number, a.kind FROM award a WHERE a.case_id = $1 ORDER BY a.ordinal',
        [caseId],
      );
      expect(kept).toEqual(issued.map(({ id, number, kind }) => ({ id, number, kind })));
      const [row] = await rows<Record<string, unknown>>(
        `SELECT c.state, (SELECT count(*)::int FROM paper x WHERE x.case_id = c.id AND x.kind = 'award') AS papers
         FROM labour_case c WHERE c.id = $1`,
        [caseId],
      );
      expect(row).toEqual({ state: 'decided', papers: issued.length });
    }
  });

  it('every paper that was ordered has appeared, with its content', async () => {
    const papers = await rows<{ state: string; sha256: string }>('SELECT state, sha256 FROM paper');
    expect(papers.filter(({ state }) => state !== 'rendered')).toEqual([]);
    const store = app.get(FileStore);
    for (const { sha256 } of papers) {
      const content = await buffer(await store.read(sha256));
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    }
    const twice = await rows(
      `SELECT payload->>'paperId' FROM record_entry WHERE type = 'paper.rendered' GROUP BY 1 HAVING count(*) > 1`,
    );
    expect(twice).toEqual([]);
  });

  it('nothing is served or told twice', async () => {
    expect(await rows('SELECT paper_id, party_id FROM service GROUP BY 1, 2 HAVING count(*) > 1')).toEqual(
      [],
    );
    expect(
      await rows('SELECT entry_id, user_id FROM notification GROUP BY 1, 2 HAVING count(*) > 1'),
    ).toEqual([]);
  });

  it('the record is unbroken', async () => {
    const report = await verifyRecord(app.get(DataSource).manager);
    expect(report.breaks).toEqual([]);
    expect(report.chains).toBe(filings.length + heard.length);
  });

  it('an orderly end is one', async () => {
    expect(await worker.stop()).toBe(0);
    await server.stop();
  });
});
