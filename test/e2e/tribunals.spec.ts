import { DataSource, type Logger } from 'typeorm';
import { DEMO_ROSTER_NOTES } from '../../src/modules/tribunals';
import { startApp, type TestApp } from '../support/app';
import { accepted, clerkOf, filed, joined, matter, staffOf } from '../support/cases';
import { fieldsOf, problemOf } from '../support/problem';
import { appointment, arbitratorId, recorderId, withRoster, type Candidates } from '../support/proceedings';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
  await withRoster(app);
}, 60_000);

afterAll(async () => {
  await app?.close();
});

const candidatesOf = (caseId: string): Promise<Candidates> =>
  clerkOf(app).read(`/cases/${caseId}/arbitrator-candidates`);

describe('the published register', () => {
  it('is open to everybody, per commission, and keeps to itself what is not published', async () => {
    const visitor = app.visitor();
    const all = await visitor.read<Record<string, unknown>[]>('/arbitrators');
    expect(all).toHaveLength(20);
    const nansha = await visitor.read<{ name: string; engagements: { commissionId: string }[] }[]>(
      '/arbitrators?commissionId=nansha',
    );
    const names = nansha.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['林慧敏', '黄嘉莹', '冯欣美', '区健文']));
    // Engagement here ended, or to come; or never engaged here.
    for (const absent of ['麦国强', '欧阳岚', '霍静怡']) expect(names).not.toContain(absent);
    expect(Object.keys(all[0]!).sort()).toEqual([
      'certificateNumber',
      'engagements',
      'homeCommissionId',
      'homeCommissionName',
      'id',
      'kind',
      'languages',
      'name',
      'nameLatin',
      'region',
      'specialties',
      'termFrom',
      'termTo',
    ]);
    expect((await visitor.get('/arbitrators?commissionId=DROP%20TABLE')).status).toBe(422);
  });

  it('is loaded once', async () => {
    await withRoster(app);
    const [counts] = await app.query<{ a: number; e: number; l: number; i: number }>(
      `SELECT (SELECT count(*)::int FROM arbitrator) AS a, (SELECT count(*)::int FROM arbitrator_engagement) AS e,
              (SELECT count(*)::int FROM arbitrator_leave) AS l, (SELECT count(*)::int FROM arbitrator_interest) AS i`,
    );
    expect(counts).toEqual({ a: 20, e: 35, l: 1, i: 1 });
  });
});

describe('candidates', () => {
  it('names who can sit by load, and every reason against each other one', async () => {
    const [respondent] = matter().respondents;
    const { caseId } = await accepted(app, {
      respondents: [{ ...respondent!, name: DEMO_ROSTER_NOTES.interestedIn }],
    });
    const { items, composition, on } = await candidatesOf(caseId);
    expect({ on, composition, count: items.length }).toEqual({
      on: '2026-03-10',
      composition: 'sole',
      count: 20,
    });
    const reasons = Object.fromEntries(items.map((item) => [item.name, item.reasons.map(({ key }) => key)]));
    expect(reasons).toMatchObject({
      林慧敏: [],
      黄嘉莹: [],
      区健文: [],
      郑少华: ['tribunal.employed-by-party'],
      赖志远: ['tribunal.on-leave'],
      麦国强: ['tribunal.mutual-engagement-ended'],
      欧阳岚: ['tribunal.not-engaged-yet'],
      霍静怡: ['tribunal.not-engaged'],
    });
    const eligible = items.filter((item) => item.isEligible);
    expect(items.slice(0, eligible.length)).toEqual(eligible);
    expect(eligible.map(({ rank }) => rank)).toEqual(eligible.map((_, i) => i + 1));
    const loads = eligible.map(({ load }) => load);
    expect(loads).toEqual([...loads].sort((a, b) => a - b));
    expect(items.find(({ name }) => name === '黄嘉莹')?.basis).toBe('home');
    expect(items.find(({ name }) => name === '区健文')?.basis).toBe('mutual-engagement');
    const conflicted = items.find(({ name }) => name === '郑少华');
    expect(conflicted?.reasons[0]?.article).toMatchObject({ law: 'law', article: '33' });
    expect(conflicted?.interests).toEqual([
      expect.objectContaining({ subject: DEMO_ROSTER_NOTES.interestedIn, fromYear: 2017 }),
    ]);
  });

  it('takes the same number of queries for a register of twenty as for one of two', async () => {
    const { caseId } = await accepted(app);
    // Papers still being drawn would ask questions of their own.
    await app.settled();
    await candidatesOf(caseId);
    const count = async (): Promise<number> => (await queriesDuring(app, () => candidatesOf(caseId))).length;
    const twenty = await count();
    await app.query('ALTER TABLE arbitrator RENAME TO arbitrator_whole');
    await app.query('CREATE TABLE arbitrator AS SELECT * FROM arbitrator_whole ORDER BY sort LIMIT 2');
    try {
      expect((await candidatesOf(caseId)).items).toHaveLength(2);
      expect(await count()).toBe(twenty);
    } finally {
      await app.query('DROP TABLE arbitrator');
      await app.query('ALTER TABLE arbitrator_whole RENAME TO arbitrator');
    }
  });

  it('are for the filing clerk of the commission only', async () => {
    const { caseId, claimant } = await accepted(app);
    const path = `/cases/${caseId}/arbitrator-candidates`;
    const body = await appointment(app, caseId, 'arb.linhuimin');
    const askers = {
      party: claimant,
      recorder: staffOf(app, 'recorder.nansha'),
      director: staffOf(app, 'director.nansha'),
    };
    for (const [who, person] of Object.entries(askers)) {
      expect([who, (await person.get(path)).status]).toEqual([who, 403]);
      expect([who, (await person.post(`/cases/${caseId}/tribunal`, body)).status]).toEqual([who, 403]);
    }
    const strangers = [clerkOf(app, 'foshan'), staffOf(app, 'arb.linhuimin'), app.party('13800000001')];
    for (const stranger of strangers) {
      expect((await stranger.get(path)).status).toBe(404);
      expect((await stranger.post(`/cases/${caseId}/tribunal`, body)).status).toBe(404);
      expect((await stranger.get(`/cases/${caseId}/tribunal`)).status).toBe(404);
    }
    expect((await app.visitor().get(path)).status).toBe(401);
  });
});

describe('recorders', () => {
  it('are listed to the staff of their own commission', async () => {
    const clerk = clerkOf(app);
    const recorders = await clerk.read<{ name: string; load: number }[]>('/commissions/nansha/recorders');
    expect(recorders.map(({ name }) => name)).toEqual(['周婷']);
    expect((await clerk.get('/commissions/foshan/recorders')).status).toBe(404);
    expect((await app.party('13800000002').get('/commissions/nansha/recorders')).status).toBe(403);
  });
});

describe('constitution', () => {
  it('forms the tribunal, puts its people into the case and notifies each party', async () => {
    const { caseId, clerk, claimant, respondent } = await joined(app);
    expect(await claimant.read(`/cases/${caseId}/tribunal`)).toEqual({ tribunal: null, actions: [] });
    expect(await clerk.read(`/cases/${caseId}/tribunal`)).toMatchObject({ actions: ['tribunal.constitute'] });
    const body = { ...(await appointment(app, caseId, 'arb.wongkaying')), note: '涉港案件' };
    const done = await clerk.do<{ state: string; version: number }>(
      'POST',
      `/cases/${caseId}/tribunal`,
      body,
    );
    expect(done).toMatchObject({ state: 'constituted', version: body.version + 1 });

    const arbitrator = staffOf(app, 'arb.wongkaying');
    const view = {
      arbitratorName: '黄嘉莹',
      arbitratorNameLatin: 'Wong Ka Ying',
      recorderName: '周婷',
      ground: 'clear',
    };
    expect(await arbitrator.read(`/cases/${caseId}/tribunal`)).toMatchObject({
      tribunal: { ...view, note: '涉港案件' },
      actions: [],
    });
    expect(await respondent.read(`/cases/${caseId}/tribunal`)).toMatchObject({
      tribunal: { ...view, note: null },
    });
    const { members, nextStep } = await arbitrator.read<{
      members: { name: string; capacity: string }[];
      nextStep: string;
    }>(`/cases/${caseId}`);
    expect(members).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: '黄嘉莹', capacity: 'arbitrator' }),
        expect.objectContaining({ name: '周婷', capacity: 'recorder' }),
      ]),
    );
    expect(nextStep).toBe('next.arbitrator.constituted');

    await app.settled();
    for (const party of [claimant, respondent]) {
      const papers = await party.read<{ kind: string; state: string }[]>(`/cases/${caseId}/papers`);
      expect(papers.filter(({ kind }) => kind === 'composition-notice')).toEqual([
        expect.objectContaining({ state: 'rendered' }),
      ]);
    }
    const [entry] = await app.query<{ payload: Record<string, unknown> }>(
      `SELECT payload FROM record_entry WHERE case_id = $1 AND type = 'tribunal.constituted'`,
      [caseId],
    );
    expect(entry?.payload).toMatchObject({ arbitratorUserId: arbitrator.id, ground: 'clear' });
    expect(JSON.stringify(entry?.payload)).not.toContain('黄嘉莹');
  });

  it.each([
    [DEMO_ROSTER_NOTES.onLeave, 'law.tribunal.on-leave'],
    [DEMO_ROSTER_NOTES.engagementEnded, 'law.tribunal.mutual-engagement-ended'],
    ['arb.huojingyi', 'law.tribunal.not-engaged'],
  ])('refuses %s with the reason, and changes nothing', async (username, code) => {
    const { caseId, clerk } = await accepted(app);
    const reply = await clerk.post<{
      code: string;
      detail: string;
      errors: { pointer: string; code: string; detail: string }[];
    }>(`/cases/${caseId}/tribunal`, await appointment(app, caseId, username), { language: 'en' });
    expect(reply.status).toBe(409);
    expect(reply.body).toMatchObject({
      code: 'tribunal.arbitrator-excluded',
      errors: [{ pointer: '/arbitratorId', code }],
    });
    expect(reply.body.errors[0]?.detail).toMatch(/[a-z]{3}/);
    expect(await clerk.read(`/cases/${caseId}`)).toMatchObject({ state: 'accepted' });
    expect(await clerk.read(`/cases/${caseId}/tribunal`)).toMatchObject({ tribunal: null });
  });

  it('asks for the ground, for what stands against one arbitrator, and where a consent is on file', async () => {
    const { caseId, clerk, respondent } = await joined(app);
    const path = `/cases/${caseId}/tribunal`;
    const good = await appointment(app, caseId, 'arb.wongkaying');
    const fields = async (change: object) =>
      fieldsOf(problemOf(await clerk.post(path, { ...good, ...change }), 422, 'request.invalid'));
    expect(await fields({ ground: undefined, obstacles: undefined })).toEqual(
      expect.arrayContaining(['/ground field.choice', '/obstacles field.choice']),
    );
    expect(await fields({ ground: 'agreed' })).toEqual(['/consent tribunal.consent-missing']);
    expect(await fields({ ground: 'agreed', consent: ' ' })).toEqual(['/consent tribunal.consent-missing']);
    // Whoever agrees: Rules 57 and Organisation Rules 13 rule it out.
    for (const [obstacle, code] of [
      ['public-interest', 'law.tribunal.three-public-interest'],
      ['social-effect', 'law.tribunal.three-social-effect'],
      ['respondent-missing', 'law.tribunal.three-respondent-missing'],
      ['unfit', 'law.tribunal.three-unfit'],
      ['major', 'law.tribunal.three-major'],
      ['collective-contract', 'law.tribunal.three-collective-contract'],
    ]) {
      const reply = await clerk.post(path, {
        ...good,
        ground: 'agreed',
        consent: '谈话笔录',
        obstacles: [obstacle],
      });
      const problem = problemOf(reply, 409, 'tribunal.three-required');
      expect(fieldsOf(problem)).toEqual([`/obstacles ${code}`]);
    }
    await clerk.do('POST', path, { ...good, ground: 'agreed', consent: ' 2026年3月10日谈话笔录 ' });
    expect(await clerk.read(path)).toMatchObject({
      tribunal: { ground: 'agreed', consent: '2026年3月10日谈话笔录' },
    });
    expect(await respondent.read(path)).toMatchObject({ tribunal: { ground: 'agreed', consent: null } });
  });

  it('refuses a recorder of another commission, an unknown arbitrator, a version that has passed', async () => {
    const { caseId, clerk } = await accepted(app);
    const good = await appointment(app, caseId, 'arb.linhuimin');
    const path = `/cases/${caseId}/tribunal`;
    const foreign = { ...good, recorderUserId: await recorderId(app, 'recorder.foshan') };
    expect((await clerk.post(path, foreign)).body).toMatchObject({
      errors: [{ pointer: '/recorderUserId', code: 'tribunal.recorder-unknown' }],
    });
    const noRecorder = { ...good, recorderUserId: await recorderId(app, 'arb.linhuimin') };
    expect((await clerk.post(path, noRecorder)).body).toMatchObject({
      errors: [{ pointer: '/recorderUserId', code: 'tribunal.recorder-unknown' }],
    });
    const unknown = { ...good, arbitratorId: good.recorderUserId };
    expect((await clerk.post(path, unknown)).body).toMatchObject({
      errors: [{ pointer: '/arbitratorId', code: 'tribunal.arbitrator-unknown' }],
    });
    expect((await clerk.post(path, { ...good, version: good.version - 1 })).body).toMatchObject({
      code: 'case.version',
    });
    expect((await clerk.post(path, { ...good, extra: 1 })).status).toBe(422);
  });

  it('lets nobody keep the record of their own tribunal (Organisation Rules 14)', async () => {
    const { caseId, clerk } = await accepted(app);
    const good = await appointment(app, caseId, 'arb.linhuimin');
    const both = await recorderId(app, 'arb.linhuimin');
    await app.query(`UPDATE user_account SET roles = '{arbitrator,recorder}' WHERE id = $1`, [both]);
    try {
      const reply = await clerk.post(`/cases/${caseId}/tribunal`, { ...good, recorderUserId: both });
      expect(reply.body).toMatchObject({ errors: [{ code: 'law.tribunal.is-recorder' }] });
    } finally {
      await app.query(`UPDATE user_account SET roles = '{arbitrator}' WHERE id = $1`, [both]);
    }
  });

  it('is not possible before acceptance', async () => {
    const { caseId } = await filed(app);
    const reply = await clerkOf(app).post(
      `/cases/${caseId}/tribunal`,
      await appointment(app, caseId, 'arb.linhuimin'),
    );
    expect(reply).toMatchObject({ status: 409, body: { code: 'lifecycle.not-now' } });
  });

  it('two clerks at once: one wins, the other is told', async () => {
    const { caseId, clerk } = await accepted(app);
    const path = `/cases/${caseId}/tribunal`;
    const [one, other] = [
      await appointment(app, caseId, 'arb.linhuimin'),
      await appointment(app, caseId, 'arb.oujianwen'),
    ];
    const replies = await Promise.all([clerk.post(path, one), clerk.post(path, other)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(replies.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'lifecycle.not-now' });
    const [counts] = await app.query(
      `SELECT (SELECT count(*)::int FROM tribunal WHERE case_id = $1) AS tribunals,
              (SELECT count(*)::int FROM case_member WHERE case_id = $1 AND capacity = 'arbitrator') AS arbitrators,
              (SELECT count(*)::int FROM paper WHERE case_id = $1 AND kind = 'composition-notice') AS notices`,
      [caseId],
    );
    expect(counts).toEqual({ tribunals: 1, arbitrators: 1, notices: 2 });
  });

  it('the last free place of an arbitrator is given away once', async () => {
    const cases = [await accepted(app), await accepted(app), await accepted(app)];
    const bodies = await Promise.all(
      cases.map(({ caseId }) => appointment(app, caseId, DEMO_ROSTER_NOTES.atLoadLimit)),
    );
    const replies = await Promise.all(
      cases.map(({ caseId, clerk }, i) => clerk.post(`/cases/${caseId}/tribunal`, bodies[i])),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    for (const reply of replies.filter(({ status }) => status === 409)) {
      expect(reply.body).toMatchObject({ errors: [{ code: 'law.tribunal.load-limit' }] });
    }
    const limited = await arbitratorId(app, DEMO_ROSTER_NOTES.atLoadLimit);
    const open = cases[replies.findIndex(({ status }) => status === 409)]!;
    const { items } = await candidatesOf(open.caseId);
    expect(items.find((item) => item.arbitratorId === limited)).toMatchObject({ isEligible: false, load: 1 });
  });
});

async function queriesDuring(running: TestApp, work: () => Promise<unknown>): Promise<string[]> {
  const dataSource = running.get(DataSource);
  const seen: string[] = [];
  const before = dataSource.logger;
  const logger = new Proxy({} as Logger, {
    get: (_target, name) =>
      name === 'logQuery' ? (query: string) => void seen.push(query) : () => undefined,
  });
  dataSource.logger = logger;
  try {
    await work();
  } finally {
    dataSource.logger = before;
  }
  return seen;
}
