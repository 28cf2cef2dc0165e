import * as acts from '../../src/demo/acts';
import { residentId } from '../../src/demo/invented';
import type { Person } from '../../src/demo/person';
import type { CaseDto } from '../../src/modules/cases/cases.dto';
import { QUIET, startApp, type TestApp } from '../support/app';
import { clerkOf, filed, matter, staffOf } from '../support/cases';
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

  describe('what the law says to the clerk', () => {
    interface Note {
      kind: string;
      isCaution: boolean;
      steps: { key: string; params: Record<string, string> }[];
      cases: { number: string; caseId: string | null }[];
    }
    const notesOf = async (caseId: string, of: Person = clerk): Promise<Map<string, Note>> => {
      const notes = await of.read<Note[]>(`/cases/${caseId}/intake-notes`);
      return new Map(notes.map((note) => [note.kind, note]));
    };
    const keys = (note: Note | undefined): string[] => (note?.steps ?? []).map(({ key }) => key);

    it('nothing to look at: the places lead here, and nobody met before', async () => {
      const { caseId, claimant } = await filed(app);
      const notes = await notesOf(caseId);
      expect([...notes.keys()]).toEqual(['competence']);
      expect(notes.get('competence')).toMatchObject({ isCaution: false });
      expect(keys(notes.get('competence'))).toEqual(
        expect.arrayContaining(['jurisdiction.workplace', 'jurisdiction.seat-registered']),
      );
      problemOf(await claimant.get(`/cases/${caseId}/intake-notes`), 403, 'auth.not-for-you');
      problemOf(await clerkOf(app, 'foshan').get(`/cases/${caseId}/intake-notes`), 404, 'request.not-found');
    });

    it('places that lead elsewhere', async () => {
      const { employment, respondents } = matter();
      const { caseId } = await filed(app, {
        employment: { ...employment, workplace: '佛山市顺德区大良街道1号' },
        respondents: [{ ...respondents[0]!, address: '东莞市南城街道2号' }],
      });
      const note = (await notesOf(caseId)).get('competence');
      expect(note).toMatchObject({ isCaution: true });
      expect(keys(note)).toContain('jurisdiction.area-not-verified');
    });

    it('a claimant below sixteen is received; a statutory agent is asked for', async () => {
      const content = matter();
      const { caseId } = await filed(app, {
        claimant: {
          ...content.claimant,
          birthDate: '2014-05-05',
          document: { kind: 'resident-id', number: residentId('440106', '2014-05-05', '124') },
        },
        employment: { ...content.employment, startDate: '2025-03-01' },
        claims: [content.claims[0]!],
      });
      const note = (await notesOf(caseId)).get('young-worker');
      expect(note).toMatchObject({ isCaution: true });
      expect(keys(note)).toEqual(['young-worker.below-age', 'young-worker.agent']);
    });

    it('a business without a licence whose owner is not named', async () => {
      const [company] = matter().respondents;
      const { uscc: _, ...unlicensed } = { ...company!, registration: 'unlicensed' as const };
      const { caseId } = await filed(app, { respondents: [unlicensed] });
      const note = (await notesOf(caseId)).get('joint-parties');
      expect(note).toMatchObject({ isCaution: true });
      expect(keys(note)).toEqual(['joint-party.sponsor']);
      const named = await filed(app, {
        respondents: [
          unlicensed,
          { kind: 'person', name: '吴国强', address: '广州市南沙区', isPhoneUnknown: true },
        ],
      });
      expect((await notesOf(named.caseId)).get('joint-parties')).toMatchObject({ isCaution: false });
    });

    it('earlier cases of the same two, wherever they were, and what becomes of the new one', async () => {
      const content = matter();
      const again = { claimant: content.claimant, respondents: content.respondents };
      const first = await filed(app, again);
      await acts.refuse(clerk, first.caseId, '不属于劳动争议。');
      const abroad = await filed(app, { ...again, commissionId: 'foshan' });
      const other = await filed(app, {
        ...again,
        claims: [{ head: 'leaving-certificate', facts: { endDate: '2026-01-31' } }],
      });
      const second = await filed(app, again);
      const note = (await notesOf(second.caseId)).get('same-matter');
      expect(note).toMatchObject({
        isCaution: true,
        cases: [
          { number: first.receiptNumber, caseId: first.caseId },
          { number: abroad.receiptNumber, caseId: null },
          { number: other.receiptNumber, caseId: other.caseId },
        ],
      });
      expect(keys(note)).toEqual([
        'same-matter.refused',
        'same-matter.in-arbitration',
        'same-matter.different',
      ]);
      // The first of them had none before it.
      expect((await notesOf(first.caseId)).has('same-matter')).toBe(false);
    });
  });

  it('papers of intake are numbered per kind, also those written at the same moment', async () => {
    const cases = await Promise.all([filed(app), filed(app), filed(app), filed(app)]);
    const [first, second, third, fourth] = cases.map(({ caseId }) => caseId);
    await Promise.all([
      acts.refuse(clerk, first!, '不属于劳动争议。'),
      acts.refuse(clerk, second!, '不属于劳动争议。'),
      acts.refer(clerk, third!, '佛山市劳动人事争议仲裁委员会', '合同履行地在佛山。'),
      acts.requestCorrection(clerk, fourth!, {
        defects: [{ section: 'claims', text: '请求不明确', remedy: '写明金额' }],
        dueOn: '2026-12-31',
      }),
    ]);
    await app.settled();
    const numbers = await app.query<{ kind: string; case_number: string }>(
      `SELECT kind, case_number FROM paper WHERE case_id = ANY($1)
       AND kind IN ('refusal-notice', 'referral-explanation', 'correction-notice') ORDER BY kind, case_number`,
      [cases.map(({ caseId }) => caseId)],
    );
    const serial = (text: string | undefined): number => Number(/(\d+)号$/.exec(text ?? '')?.[1]);
    const [correction, referral, ...refusals] = numbers.map((row) => row.case_number);
    expect(correction).toMatch(/^穗南劳人仲补〔2026〕\d+号$/);
    expect(referral).toMatch(/^穗南劳人仲移〔2026〕\d+号$/);
    for (const each of refusals) expect(each).toMatch(/^穗南劳人仲不受〔2026〕\d+号$/);
    expect(refusals.map(serial).sort((a, b) => a - b)[1]).toBe(Math.min(...refusals.map(serial)) + 1);
    const claimant = cases[0]!.claimant;
    const papers = await claimant.read<{ id: string; kind: string }[]>(`/cases/${first!}/papers`);
    const notice = papers.find(({ kind }) => kind === 'refusal-notice');
    const { words } = await inspectPdf(
      await claimant.download(`/cases/${first!}/papers/${notice!.id}/tickets`),
    );
    expect(words).toMatch(/穗南劳人仲不受〔2026〕\d+号/);
    expect(words).toContain('用人单位所在地或者劳动合同履行地的基层人民法院提起诉讼');
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
