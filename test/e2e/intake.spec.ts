import * as acts from '../../src/demo/acts';
import type { Person } from '../../src/demo/person';
import type { CaseDto } from '../../src/modules/cases/cases.dto';
import { QUIET, startApp, type TestApp } from '../support/app';
import { clerkOf, filed, staffOf } from '../support/cases';
import { eventually } from '../support/eventually';
import { inspectPdf } from '../support/pdf';
import { fieldsOf, problemOf } from '../support/problem';

const { ALL_CONDITIONS } = acts;

describe('what the clerk decides', () => {
  let app: TestApp;
  let clerk: Person;
  beforeAll(async () => {
    app = await startApp({ settings: QUIET });
    clerk = clerkOf(app);
  });
  afterAll(() => app?.close());

  const open = (person: Person, caseId: string): Promise<CaseDto> => person.read(`/cases/${caseId}`);
  const papersOf = async (person: Person, caseId: string): Promise<string[]> => {
    await app.settled();
    const papers = await person.read<{ kind: string; state: string }[]>(`/cases/${caseId}/papers`);
    expect(papers.filter(({ state }) => state !== 'rendered')).toEqual([]);
    return papers.map(({ kind }) => kind).sort();
  };
  const entries = async (caseId: string, type: string): Promise<number> => {
    const rows = await app.query('SELECT 1 FROM record_entry WHERE case_id = $1 AND type = $2', [
      caseId,
      type,
    ]);
    return rows.length;
  };

  it('compares a party’s number with the document, and the record says that it was looked at', async () => {
    const { caseId, claimant, matter } = await filed(app);
    const { parties } = await open(clerk, caseId);
    const number = matter.claimant.document.number;
    const [worker, company] = parties;
    expect(worker!.documentNumber).not.toBe(number);
    expect(company!.documentNumber).toBe(matter.respondents[0]!.uscc);
    const path = `/cases/${caseId}/parties/${worker!.id}/document-number`;
    expect((await claimant.post(path)).status).toBe(403);
    expect((await staffOf(app, 'director.nansha').post(path)).status).toBe(403);
    expect((await clerkOf(app, 'foshan').post(path)).status).toBe(404);
    expect(await entries(caseId, 'party.number-shown')).toBe(0);
    expect((await clerk.post(path)).body).toEqual({ documentNumber: number });
    expect(await entries(caseId, 'party.number-shown')).toBe(1);
    const seen = await claimant.read<{ type: string }[]>(`/cases/${caseId}/timeline`);
    expect(seen.map(({ type }) => type)).not.toContain('party.number-shown');
    expect((await clerk.post(`/cases/${caseId}/parties/${caseId}/document-number`)).status).toBe(404);
  });

  it('the queue puts first what expires first and shows the working days left', async () => {
    const first = await filed(app);
    app.clock.forward({ days: 1 });
    const second = await filed(app);
    const { items } = await clerk.read<{ items: CaseDto[] }>('/cases?view=queue');
    const order = items.map(({ id }) => id);
    expect(order.indexOf(first.caseId)).toBeGreaterThanOrEqual(0);
    expect(order.indexOf(first.caseId)).toBeLessThan(order.indexOf(second.caseId));
    const clock = items.find(({ id }) => id === second.caseId)?.nextClock;
    expect(clock).toMatchObject({
      dueOn: '2026-03-18',
      bearer: 'commission',
      remaining: { unit: 'working', days: 5 },
    });
  });

  it('finds a case by number and by name', async () => {
    const { caseId, receiptNumber, matter } = await filed(app);
    for (const q of [receiptNumber, matter.respondents[0]?.name.slice(2) ?? '']) {
      const { items } = await clerk.read<{ items: { id: string }[] }>(
        `/cases?view=queue&q=${encodeURIComponent(q)}`,
      );
      expect(items.map(({ id }) => id)).toEqual([caseId]);
    }
    const { items } = await clerk.read<{ items: unknown[] }>(
      `/cases?view=queue&q=${encodeURIComponent('%')}`,
    );
    expect(items).toEqual([]);
  });

  it('acceptance gives a number, notices, a code for the respondent, and moves the clocks', async () => {
    const { caseId, claimant, matter } = await filed(app);
    const decided = await acts.accept(clerk, caseId);
    expect(decided).toMatchObject({ state: 'accepted', version: 2 });
    expect(decided.number).toMatch(/^穗南劳人仲案〔2026〕\d+号$/);
    expect(await papersOf(clerk, caseId)).toEqual([
      'acceptance-notice',
      'application',
      'receipt',
      'response-notice',
    ]);
    const view = await open(claimant, caseId);
    expect(view).toMatchObject({
      state: 'accepted',
      number: decided.number,
      nextStep: 'next.claimant.accepted',
    });
    expect(view.decision).toMatchObject({
      outcome: 'accepted',
      evidenceUntil: expect.stringMatching(/^2026-/) as string,
    });
    const running = view.clocks.filter(({ state }) => state === 'running').map(({ code }) => code);
    const met = view.clocks.filter(({ state }) => state === 'met').map(({ code }) => code);
    expect(met).toContain('D01');
    expect(running).not.toContain('D01');
    expect(running.length).toBeGreaterThan(0);
    const code = await acts.joinCode(clerk, caseId);
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
    // The claimant gave the number: it is told of the case, and neither of the code nor of who claims.
    const respondent = app.party(matter.respondents[0]?.phone ?? '');
    const texts = (await respondent.messages())
      .map(({ text }) => text)
      .filter((text) => !text.includes('验证码'));
    expect(texts).toEqual([expect.stringContaining(decided.number ?? '')]);
    expect(texts[0]).not.toContain(code);
    expect(texts[0]).not.toContain(matter.claimant.name);
    // Every ten minutes there is one that holds nothing.
    const jobs = await app.query<{ data: string | null }>('SELECT data::text FROM job.job');
    expect(jobs.filter(({ data }) => data?.includes(code))).toEqual([]);
  });

  it('two clerks at once: one accepts, the other is told plainly, and everything is there once', async () => {
    const { caseId } = await filed(app);
    const other = clerk.elsewhere();
    app.clock.forward({ seconds: 30 });
    await other.signIn();
    const body = { version: 1, conditions: ALL_CONDITIONS };
    const replies = await Promise.all([
      clerk.post(`/cases/${caseId}/acceptance`, body),
      other.post(`/cases/${caseId}/acceptance`, body),
      clerk.post(`/cases/${caseId}/refusal`, {
        version: 1,
        conditions: { ...ALL_CONDITIONS, isWithinScope: false },
        reason: '不属于劳动争议',
      }),
    ]);
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const reply of replies.filter(({ status }) => status !== 200)) {
      expect(problemOf(reply, 409, 'lifecycle.not-now').detail).toContain('可能已有人处理');
    }
    const decisions = await app.query('SELECT outcome FROM intake_decision WHERE case_id = $1', [caseId]);
    expect(decisions).toHaveLength(1);
    expect((await entries(caseId, 'case.accepted')) + (await entries(caseId, 'case.refused'))).toBe(1);
    await app.settled();
    const notices = await app.query(
      `SELECT kind, count(*) FROM paper WHERE case_id = $1 AND kind LIKE '%-notice' GROUP BY kind HAVING count(*) > 1`,
      [caseId],
    );
    expect(notices).toEqual([]);
  });

  it('a decision on an older version is not taken', async () => {
    const { caseId } = await filed(app);
    const dueOn = '2026-03-20';
    const defects = [{ section: 'claims', text: '第1项请求的起止时间不清', remedy: '写明起止日期' }];
    await acts.requestCorrection(clerk, caseId, { defects, dueOn });
    await acts.correct(await claimantOf(caseId), caseId, '林秀英', (data) => data);
    const reply = await clerk.post(`/cases/${caseId}/acceptance`, { version: 1, conditions: ALL_CONDITIONS });
    problemOf(reply, 409, 'case.version');
  });

  const claimantOf = async (caseId: string): Promise<Person> => {
    const [row] = await app.query<{ phone: string }>(
      'SELECT u.phone FROM labour_case c JOIN user_account u ON u.id = c.filed_by WHERE c.id = $1',
      [caseId],
    );
    return app.party(row?.phone ?? '');
  };

  it('is not accepted while a condition is open', async () => {
    const { caseId } = await filed(app);
    const conditions = { ...ALL_CONDITIONS, hasClearClaims: false };
    const problem = problemOf(
      await clerk.post(`/cases/${caseId}/acceptance`, { version: 1, conditions }),
      409,
      'case.conditions-not-met',
    );
    expect(problem.basis).toEqual(['《劳动人事争议仲裁办案规则》第三十条']);
    expect((await open(clerk, caseId)).state).toBe('received');
  });

  it('refusal needs a ground and prints it', async () => {
    const { caseId, claimant } = await filed(app);
    const without = await clerk.post(`/cases/${caseId}/refusal`, {
      version: 1,
      conditions: ALL_CONDITIONS,
      reason: '不想受理',
    });
    problemOf(without, 409, 'case.refusal-needs-ground');
    expect(await acts.refuse(clerk, caseId, '双方系承揽关系，不属于劳动争议')).toMatchObject({
      state: 'refused',
    });
    expect(await papersOf(claimant, caseId)).toEqual(['application', 'receipt', 'refusal-notice']);
    const view = await open(claimant, caseId);
    expect(view.decision).toMatchObject({ outcome: 'refused', grounds: ['isWithinScope'] });
    expect(view.nextStep).toBe('next.claimant.refused');
    problemOf(
      await clerk.post(`/cases/${caseId}/acceptance`, { version: view.version, conditions: ALL_CONDITIONS }),
      409,
      'lifecycle.not-now',
    );
  });

  it('referral names the competent commission', async () => {
    const { caseId, claimant } = await filed(app);
    const competent = '佛山市劳动人事争议仲裁委员会';
    await acts.refer(clerk, caseId, competent, '劳动合同履行地在佛山');
    expect(await papersOf(claimant, caseId)).toEqual(['application', 'receipt', 'referral-explanation']);
    expect((await open(claimant, caseId)).decision).toMatchObject({
      outcome: 'referred',
      competentCommission: competent,
    });
  });

  it('correction is asked for once, with all defects; the time to decide starts again', async () => {
    const { caseId, claimant } = await filed(app);
    const asked = {
      defects: [
        { section: 'respondents', text: '被申请人名称与营业执照不符', remedy: '按营业执照填写全称' },
        { section: 'evidence', text: '未提交劳动关系证据', remedy: '补充工牌或打卡记录' },
      ],
      dueOn: '2026-03-25',
    };
    await acts.requestCorrection(clerk, caseId, asked);
    expect(await papersOf(claimant, caseId)).toEqual(['application', 'correction-notice', 'receipt']);
    const waiting = await open(claimant, caseId);
    expect(waiting).toMatchObject({
      state: 'correcting',
      actions: ['case.correct'],
      correction: { dueOn: asked.dueOn },
    });
    expect(waiting.correction?.defects).toHaveLength(2);
    expect((await open(clerk, caseId)).correction?.draftId).toBeNull();

    app.clock.forward({ days: 2 });
    await acts.correct(claimant, caseId, '林秀英', (data) => ({
      statement: { text: `${(data['statement'] as { text: string }).text}补充：工牌照片见证据。` },
    }));
    const corrected = await open(clerk, caseId);
    expect(corrected.state).toBe('received');
    expect(corrected.statement).toContain('补充');
    expect(corrected.clocks.find(({ code, state }) => code === 'D01' && state === 'running')?.dueOn).toBe(
      '2026-03-20',
    );
    expect(corrected.actions).not.toContain('case.request-correction');
    const again = await clerk.post(`/cases/${caseId}/correction-request`, {
      version: corrected.version,
      ...asked,
    });
    problemOf(again, 409, 'case.correction-only-once');
    expect((await acts.accept(clerk, caseId)).state).toBe('accepted');
  });

  const defects = [{ section: 'claims', text: '请求不明确', remedy: '写明金额' }];
  interface DraftSummary {
    id: string;
    correctsCaseId: string | null;
  }

  it('a corrected application gets a receipt of its own: number, time and contents', async () => {
    const { caseId, claimant, receiptNumber } = await filed(app);
    await acts.requestCorrection(clerk, caseId, { defects, dueOn: '2026-04-30' });
    app.clock.forward({ hours: 1 });
    await acts.correct(claimant, caseId, '林秀英', (data) => data);
    expect(await papersOf(claimant, caseId)).toEqual([
      'application',
      'application',
      'correction-notice',
      'receipt',
      'receipt',
    ]);
    const papers = await claimant.read<{ id: string; kind: string }[]>(`/cases/${caseId}/papers`);
    const texts: string[] = [];
    for (const { id } of papers.filter(({ kind }) => kind === 'receipt')) {
      const pdf = await inspectPdf(await claimant.download(`/cases/${caseId}/papers/${id}/tickets`));
      texts.push(pdf.words);
    }
    const numbers = texts.map((text) => /回执编号：(\S+?号)/.exec(text)?.[1]);
    expect(numbers[0]).toBe(receiptNumber);
    expect(numbers[1]).toMatch(/^穗南劳人仲收〔2026〕\d+号$/);
    expect(numbers[1]).not.toBe(receiptNumber);
    expect(texts[1]).toContain(`补正与`);
    expect(texts[1]).toContain(`收件编号${receiptNumber}`);
  });

  it('the draft of a correction cannot be thrown away, and the case goes on', async () => {
    const { caseId, claimant } = await filed(app);
    await acts.requestCorrection(clerk, caseId, { defects, dueOn: '2026-04-30' });
    const [draft] = await claimant.read<DraftSummary[]>('/drafts');
    expect(draft?.correctsCaseId).toBe(caseId);
    const problem = problemOf(
      await claimant.send('DELETE', `/drafts/${draft?.id ?? ''}`),
      409,
      'draft.corrects-case',
    );
    expect(problem.basis).toEqual(['《劳动人事争议仲裁办案规则》第二十九条']);
    await acts.correct(claimant, caseId, '林秀英', (data) => data);
    expect((await open(clerk, caseId)).state).toBe('received');
  });

  it.each([
    ['refused', (caseId: string) => acts.refuse(clerk, caseId, '不属于劳动争议')],
    [
      'referred',
      (caseId: string) => acts.refer(clerk, caseId, '佛山市劳动人事争议仲裁委员会', '履行地在佛山'),
    ],
  ])('%s while it is being corrected, the case leaves no draft behind', async (state, decide) => {
    const { caseId, claimant } = await filed(app);
    await acts.requestCorrection(clerk, caseId, { defects, dueOn: '2026-04-30' });
    expect(await claimant.read<DraftSummary[]>('/drafts')).toHaveLength(1);
    expect((await decide(caseId)).state).toBe(state);
    expect(await claimant.read<DraftSummary[]>('/drafts')).toEqual([]);
    expect((await open(claimant, caseId)).correction?.draftId).toBeNull();
  });

  it.each([1, 2, 3, 4])('corrected and refused at once: one of the two happens (run %i)', async () => {
    const { caseId, claimant } = await filed(app);
    const { version } = await acts.requestCorrection(clerk, caseId, { defects, dueOn: '2026-04-30' });
    const { correction } = await open(claimant, caseId);
    const draft = await claimant.read<{ version: number }>(`/drafts/${correction?.draftId ?? ''}`);
    const [corrected, refused] = await Promise.all([
      claimant.post(`/drafts/${correction?.draftId ?? ''}/submission`, {
        version: draft.version,
        signature: { name: '林秀英', agreed: true },
      }),
      clerk.post(`/cases/${caseId}/refusal`, {
        version,
        conditions: { ...ALL_CONDITIONS, isWithinScope: false },
        reason: '不属于劳动争议',
      }),
    ]);
    const { state } = await open(clerk, caseId);
    if (corrected.status === 201) {
      expect([refused.status, state]).toEqual([409, 'received']);
    } else {
      expect([404, 409]).toContain(corrected.status);
      expect([refused.status, state]).toEqual([200, 'refused']);
    }
  });

  it('a corrected application goes to the same commission, and only from its applicant', async () => {
    const { caseId, claimant } = await filed(app);
    await acts.requestCorrection(clerk, caseId, { defects, dueOn: '2026-03-25' });
    await expect(
      acts.correct(claimant, caseId, '林秀英', () => ({ commissionId: 'foshan' })),
    ).rejects.toThrow('correction.same-commission');
    expect((await open(clerk, caseId)).state).toBe('correcting');
  });

  it.each([
    ['no defect', { defects: [], dueOn: '2026-03-25' }, '/defects field.defect-missing'],
    [
      'a day that does not exist',
      { defects: [{ section: 'claims', text: '一', remedy: '二' }], dueOn: '2026-02-30' },
      '/dueOn field.date',
    ],
    [
      'a day gone by',
      { defects: [{ section: 'claims', text: '一', remedy: '二' }], dueOn: '2026-01-01' },
      '/dueOn field.past-date',
    ],
    [
      'a section that does not exist',
      { defects: [{ section: 'soul', text: '一', remedy: '二' }], dueOn: '2026-03-25' },
      '/defects/0/section field.choice',
    ],
    [
      'a defect without remedy',
      { defects: [{ section: 'claims', text: '一', remedy: '' }], dueOn: '2026-03-25' },
      '/defects/0/remedy field.required',
    ],
  ])('a request for correction with %s is refused', async (_name, body, expected) => {
    const { caseId } = await filed(app);
    const reply = await clerk.post(`/cases/${caseId}/correction-request`, { version: 1, ...body });
    expect(fieldsOf(problemOf(reply, 422, 'request.invalid'))).toEqual([expected]);
    expect((await open(clerk, caseId)).state).toBe('received');
  });

  it('is for the filing clerk of the commission, nobody else', async () => {
    const { caseId, claimant } = await filed(app);
    const body = { version: 1, conditions: ALL_CONDITIONS };
    for (const person of [claimant, staffOf(app, 'recorder.nansha'), staffOf(app, 'director.nansha')]) {
      problemOf(await person.post(`/cases/${caseId}/acceptance`, body), 403, 'auth.not-for-you');
    }
    problemOf(
      await clerkOf(app, 'hengqin').post(`/cases/${caseId}/acceptance`, body),
      404,
      'request.not-found',
    );
    problemOf(await app.visitor().post(`/cases/${caseId}/acceptance`, body), 401, 'auth.sign-in-first');
  });

  it('the buttons follow lifecycle and policy', async () => {
    const { caseId, claimant } = await filed(app);
    expect((await open(clerk, caseId)).actions.sort()).toEqual([
      'case.accept',
      'case.refer',
      'case.refuse',
      'case.request-correction',
      'party.read-number',
    ]);
    expect((await open(claimant, caseId)).actions).toEqual([]);
    expect((await open(staffOf(app, 'director.nansha'), caseId)).actions).toEqual([]);
  });

  it('acceptance rolls back whole when a notice cannot be ordered', async () => {
    const { caseId } = await filed(app);
    await app.settled();
    const before = await app.query('SELECT * FROM case_number_counter ORDER BY 1, 2, 3');
    await app.query(`ALTER TABLE paper ADD CONSTRAINT planted CHECK (kind <> 'response-notice') NOT VALID`);
    try {
      expect(
        (await clerk.post(`/cases/${caseId}/acceptance`, { version: 1, conditions: ALL_CONDITIONS })).status,
      ).toBe(500);
      expect(await open(clerk, caseId)).toMatchObject({
        state: 'received',
        number: null,
        version: 1,
        decision: null,
      });
      expect(await app.query('SELECT * FROM case_number_counter ORDER BY 1, 2, 3')).toEqual(before);
      expect(await entries(caseId, 'case.accepted')).toBe(0);
    } finally {
      await app.query('ALTER TABLE paper DROP CONSTRAINT planted');
    }
    await eventually(async () => expect((await acts.accept(clerk, caseId)).state).toBe('accepted'));
  });
});
