import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { Person } from '../../src/demo/person';
import { Papers } from '../../src/modules/documents';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { QUIET, startApp, type TestApp } from '../support/app';
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
