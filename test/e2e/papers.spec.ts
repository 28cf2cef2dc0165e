import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module';
import type { Person } from '../../src/demo/person';
import { PaperRegistry, Papers } from '../../src/modules/documents';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { FailedJobs } from '../../src/platform/jobs/failed-jobs';
import { JobWorker } from '../../src/platform/jobs/job-worker';
import { Messages } from '../../src/platform/messaging/messaging.module';
import { QUIET, startApp, withSettings, type TestApp, type TestSettings } from '../support/app';
import { accepted, answered, clerkOf, filed, newPhone, staffOf, type JoinedCase } from '../support/cases';
import { eventually } from '../support/eventually';
import { inspectPdf, inspectSignature } from '../support/pdf';
import { problemOf } from '../support/problem';

interface PaperView {
  id: string;
  kind: string;
  title: string;
  state: string;
  sha256: string | null;
  verificationCode: string | null;
}

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

describe('papers of a case', () => {
  let app: TestApp;
  let base: JoinedCase;
  beforeAll(async () => {
    app = await startApp();
    base = await answered(app);
    await app.settled();
  });
  afterAll(() => app?.close());

  const papersOf = (person: Person): Promise<PaperView[]> => person.read(`/cases/${base.caseId}/papers`);
  const content = async (person: Person, kind: string): Promise<{ paper: PaperView; pdf: Buffer }> => {
    const paper = (await papersOf(person)).find((each) => each.kind === kind);
    if (!paper) throw new Error(`no ${kind}`);
    return { paper, pdf: await person.download(`/cases/${base.caseId}/papers/${paper.id}/tickets`) };
  };

  it.each<[string, () => Person, string[]]>([
    ['the claimant', () => base.claimant, ['application', '仲裁申请书', '林秀英', '顺景物流', '8,000.00']],
    ['the claimant', () => base.claimant, ['receipt', '收件回执', '林秀英', '工资流水']],
    ['the claimant', () => base.claimant, ['acceptance-notice', '受理通知书', '林秀英', '穗南劳人仲案']],
    [
      'the respondent',
      () => base.respondent,
      ['response-notice', '应诉通知书', '顺景物流', '林秀英', '穗南劳人仲案'],
    ],
    ['the claimant', () => base.claimant, ['answer', '答辩', '林秀英', '顺景物流', '吴国强']],
  ])('%s reads in %#: what it must say, in a clean file', async (_who, person, [kind = '', ...words]) => {
    const { paper, pdf } = await content(person(), kind);
    expect(sha256(pdf)).toBe(paper.sha256);
    const report = await inspectPdf(pdf);
    expect(report.isClean).toBe(true);
    expect(report.fonts.filter(({ isEmbedded, hasUnicode }) => !isEmbedded || !hasUnicode)).toEqual([]);
    for (const word of words) expect(report.words).toContain(word);
    expect(report.words).not.toMatch(/undefined|null|NaN|\[object/);
    if (paper.verificationCode) {
      expect(report.words).toContain(paper.verificationCode.slice(0, 4));
      expect(await inspectSignature(pdf)).toMatch(/Signature is Valid/);
    }
  });

  it('are seen by whom they concern, and by nobody else', async () => {
    const kinds = async (person: Person): Promise<string[]> =>
      [...new Set((await papersOf(person)).map(({ kind }) => kind))].sort();
    const everything = ['acceptance-notice', 'answer', 'application', 'receipt', 'response-notice'];
    expect(await kinds(base.claimant)).toEqual(['acceptance-notice', 'answer', 'application', 'receipt']);
    expect(await kinds(base.respondent)).toEqual(['answer', 'application', 'receipt', 'response-notice']);
    for (const username of ['clerk.nansha', 'recorder.nansha', 'director.nansha']) {
      expect(await kinds(staffOf(app, username))).toEqual(expect.arrayContaining(everything));
    }
    for (const person of [app.party(newPhone()), clerkOf(app, 'foshan'), staffOf(app, 'arb.linhuimin')]) {
      problemOf(await person.get(`/cases/${base.caseId}/papers`), 404, 'request.not-found');
    }
  });

  it('nobody opens a paper that is not theirs, even knowing its number', async () => {
    const notice = (await papersOf(base.respondent)).find(({ kind }) => kind === 'response-notice');
    const receipt = (await papersOf(base.claimant)).find(({ kind }) => kind === 'receipt');
    const ticket = (person: Person, paper: PaperView | undefined) =>
      person.post(`/cases/${base.caseId}/papers/${paper?.id ?? ''}/tickets`);
    problemOf(await ticket(base.claimant, notice), 404, 'request.not-found');
    problemOf(await ticket(base.respondent, receipt), 404, 'request.not-found');
    problemOf(await ticket(app.party(newPhone()), receipt), 404, 'request.not-found');
    const other = await filed(app);
    problemOf(
      await other.claimant.post(`/cases/${other.caseId}/papers/${receipt?.id ?? ''}/tickets`),
      404,
      'request.not-found',
    );
    expect((await ticket(base.claimant, receipt)).status).toBe(201);
  });
});

describe('drawing papers', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ hasWorker: false, settings: QUIET });
  });
  afterAll(() => app?.close());

  const pending = async (caseId: string): Promise<{ id: string }[]> =>
    app.query(`SELECT id FROM paper WHERE case_id = $1 AND state = 'pending' ORDER BY id`, [caseId]);

  it('waits for the worker: the case is there at once, the paper says so', async () => {
    const { caseId, claimant } = await filed(app);
    const papers = await claimant.read<PaperView[]>(`/cases/${caseId}/papers`);
    expect(papers.map(({ state }) => state)).toEqual(['pending', 'pending']);
    problemOf(
      await claimant.post(`/cases/${caseId}/papers/${papers[0]?.id ?? ''}/tickets`),
      404,
      'request.not-found',
    );
  });

  it('happens once, however often and however many at a time the job runs', async () => {
    const { caseId } = await filed(app);
    const [first] = await pending(caseId);
    const papers = app.get(Papers);
    await Promise.all([1, 2, 3, 4].map(() => papers.render({ paperId: first?.id ?? '' })));
    await papers.render({ paperId: first?.id ?? '' });
    const entries = await app.query(
      `SELECT 1 FROM record_entry WHERE case_id = $1 AND type = 'paper.rendered' AND payload->>'paperId' = $2`,
      [caseId, first?.id],
    );
    expect(entries).toHaveLength(1);
    const files = await app.query(`SELECT 1 FROM stored_file WHERE uploaded_by IS NULL`);
    expect(files).toHaveLength(1);
  });

  it('one that cannot be drawn does not hold up the others', async () => {
    const { caseId } = await accepted(app);
    await app
      .get(UnitOfWork)
      .run({ kind: 'system', name: 'test' }, (tx) =>
        tx.enqueue('papers.render', { paperId: 'there is no such paper' }),
      );
    const second = await startApp({ beside: app, settings: QUIET });
    try {
      await eventually(async () => expect(await pending(caseId)).toEqual([]), 60_000);
      const [bad] = await app.query<{ state: string }>(
        `SELECT state FROM job.job WHERE name = 'papers.render' AND data->>'paperId' = 'there is no such paper'`,
      );
      expect(bad?.state).toMatch(/retry|active|created/);
    } finally {
      await app.query(`DELETE FROM job.job WHERE data->>'paperId' = 'there is no such paper'`);
      await second.close();
    }
  });

  it('takes up what a worker left when it died', async () => {
    const { caseId } = await filed(app);
    // As a killed worker leaves them: fetched, never finished.
    await app.query(
      `UPDATE job.job SET state = 'active', started_on = now() WHERE name IN ('papers.render', 'follow') AND state = 'created'`,
    );
    const second = await startApp({ beside: app, settings: QUIET });
    try {
      await eventually(async () => expect(await pending(caseId)).toEqual([]), 60_000);
    } finally {
      await second.close();
    }
  });

  it('gives the same bytes from the facts that were stored', async () => {
    const { caseId } = await filed(app);
    const papers = app.get(Papers);
    const rows = await pending(caseId);
    for (const { id } of rows) await papers.render({ paperId: id });
    const unsealed = await app.query<{ id: string; sha256: string }>(
      'SELECT id, sha256 FROM paper WHERE case_id = $1 AND verification_code IS NULL',
      [caseId],
    );
    expect(unsealed.length).toBeGreaterThan(0);
    for (const { id, sha256: before } of unsealed) {
      await app
        .get(DataSource)
        .query(`UPDATE paper SET state = 'pending', file_id = NULL, sha256 = NULL WHERE id = $1`, [id]);
      await papers.render({ paperId: id });
      const [again] = await app.query<{ sha256: string }>('SELECT sha256 FROM paper WHERE id = $1', [id]);
      expect(again?.sha256).toBe(before);
    }
  });

  it('cannot be set going in production with seals that do not open', async () => {
    const seals = mkdtempSync(join(tmpdir(), 'seals-'));
    const settings: TestSettings = {
      NODE_ENV: 'production',
      DEMO_MODE: 'false',
      DATABASE_URL: app.database.url,
      STORAGE_PATH: app.storage,
      PUBLIC_URL: 'https://arbitration.example',
      SMS_DRIVER: 'http',
      SMS_ENDPOINT: 'https://gateway.example/',
      SMS_ACCESS_KEY_ID: 'id',
      SMS_ACCESS_KEY_SECRET: 'secret',
      SMS_SIGN_NAME: '云仲裁',
      SMS_TEMPLATE_CODE: 'SMS_1',
    };
    const start = (more: TestSettings): Promise<void> =>
      withSettings({ ...settings, ...more }, async () => {
        const context = await NestFactory.createApplicationContext(AppModule, {
          abortOnError: false,
          logger: false,
        });
        await context.close();
      });
    try {
      await expect(start({ SEAL_P12_DIR: seals })).rejects.toThrow('holds no <commission id>/seal.p12');
      mkdirSync(join(seals, 'nansha'));
      writeFileSync(join(seals, 'nansha', 'seal.p12'), 'nothing that opens');
      await expect(start({ SEAL_P12_DIR: seals })).rejects.toThrow('Seals that do not open');
      await expect(start({})).resolves.toBeUndefined();
    } finally {
      rmSync(seals, { recursive: true });
    }
  });

  it('makes a demonstration certificate where none is configured', async () => {
    const second = await startApp({ settings: { SEAL_P12_DIR: '' } });
    try {
      const { caseId, claimant } = await filed(second);
      await second.settled();
      const papers = await claimant.read<PaperView[]>(`/cases/${caseId}/papers`);
      const sealed = papers.find(({ verificationCode }) => verificationCode !== null);
      const pdf = await claimant.download(`/cases/${caseId}/papers/${sealed?.id ?? ''}/tickets`);
      expect(await inspectSignature(pdf)).toMatch(/Signature is Valid/);
    } finally {
      await second.close();
    }
  });
});

describe('an outage that outlasts every try', () => {
  let app: TestApp;
  let repair: () => void;
  beforeEach(async () => {
    app = await startApp({ settings: QUIET });
    const outage = jest.spyOn(app.get(PaperRegistry), 'get').mockImplementation(() => {
      throw new Error('nothing can be drawn');
    });
    repair = () => outage.mockRestore();
  });
  afterEach(() => app?.close());

  const states = async (caseId: string): Promise<string[]> =>
    (await app.query<{ state: string }>('SELECT state FROM paper WHERE case_id = $1', [caseId])).map(
      ({ state }) => state,
    );
  const failed = async (): Promise<number> =>
    (await app.visitor().read<{ failedJobs: number }>('/health')).failedJobs;

  /** Lets the time between the tries pass, to the last two of them, until there are none left. */
  const exhaust = (count: number): Promise<void> =>
    eventually(async () => {
      await app.query(
        `UPDATE job.job SET start_after = now(), retry_count = greatest(retry_count, retry_limit - 1)
         WHERE name = 'papers.render' AND state = 'retry'`,
      );
      await app.query(`SELECT pg_notify('job', 'papers.render')`);
      expect(await failed()).toBe(count);
    }, 90_000);
  const anotherRound = (): Promise<void> =>
    app.get(UnitOfWork).run({ kind: 'system', name: 'test' }, (tx) => tx.enqueue('jobs.revive', {}));

  it('delays papers and their service; when it is over, each is made and served once', async () => {
    const { caseId } = await accepted(app);
    await exhaust(4);
    expect(await states(caseId)).toEqual(['pending', 'pending', 'pending', 'pending']);
    await anotherRound();
    await exhaust(4);
    expect(await states(caseId)).toEqual(['pending', 'pending', 'pending', 'pending']);
    repair();
    await anotherRound();
    await app.settled();
    expect(await failed()).toBe(0);
    expect(await states(caseId)).toEqual(['rendered', 'rendered', 'rendered', 'rendered']);
    const once = await app.query<{ kind: string; drawn: number; served: number }>(
      `SELECT p.kind, (SELECT count(*)::int FROM record_entry r WHERE r.type = 'paper.rendered'
                         AND r.payload->>'paperId' = p.id) AS drawn,
              (SELECT count(*)::int FROM service s WHERE s.paper_id = p.id) AS served
       FROM paper p WHERE p.case_id = $1 ORDER BY p.kind`,
      [caseId],
    );
    expect(once).toEqual([
      { kind: 'acceptance-notice', drawn: 1, served: 1 },
      { kind: 'application', drawn: 1, served: 0 },
      { kind: 'receipt', drawn: 1, served: 0 },
      { kind: 'response-notice', drawn: 1, served: 1 },
    ]);
  });

  it('comes to an end by itself: the round is made every ten minutes', async () => {
    expect(await app.query(`SELECT cron FROM job.schedule WHERE name = 'jobs.revive'`)).toEqual([
      { cron: '*/10 * * * *' },
    ]);
  });

  it('is seen by the clerk, who may have a paper drawn at once; nobody else may', async () => {
    const { caseId, claimant } = await filed(app);
    await exhaust(2);
    const papersOf = (person: Person): Promise<(PaperView & { isLate: boolean })[]> =>
      person.read(`/cases/${caseId}/papers`);
    expect((await papersOf(clerkOf(app))).map(({ isLate }) => isLate)).toEqual([false, false]);
    app.clock.forward({ minutes: 11 });
    const [paper] = await papersOf(clerkOf(app));
    expect(paper?.isLate).toBe(true);
    const draw = (person: Person, id = paper?.id ?? '') =>
      person.post(`/cases/${caseId}/papers/${id}/drawing`);
    problemOf(await draw(claimant), 403, 'auth.not-for-you');
    problemOf(await draw(clerkOf(app, 'foshan')), 404, 'request.not-found');
    problemOf(await draw(clerkOf(app), 'no-such-paper'), 404, 'request.not-found');
    repair();
    expect((await draw(clerkOf(app))).status).toBe(204);
    await eventually(async () => {
      const drawn = (await papersOf(clerkOf(app))).find(({ id }) => id === paper?.id);
      expect(drawn).toMatchObject({ state: 'rendered', isLate: false });
    });
    expect((await draw(clerkOf(app))).status).toBe(204);
  });

  it('makes no message that nobody can use any more; all the same one may be sent by hand', async () => {
    const messages = app.get(Messages);
    await app.get(JobWorker).stop();
    await app
      .get(UnitOfWork)
      .run({ kind: 'system', name: 'test' }, (tx) => messages.enqueue(tx, '+8613800138002', '旧消息'));
    await app.query(
      `UPDATE job.job SET state = 'failed', completed_on = now(), created_on = now() - interval '4 days'
       WHERE name = 'messages.send'`,
    );
    const jobs = app.get(FailedJobs);
    await jobs.revive();
    expect(await failed()).toBe(1);
    expect(await jobs.retryAll()).toBe(1);
    expect(await failed()).toBe(0);
  });
});
