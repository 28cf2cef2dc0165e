import * as acts from '../../src/demo/acts';
import type { Reply } from '../../src/demo/person';
import { CaseTransitions } from '../../src/modules/cases';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { startApp, type TestApp } from '../support/app';
import { accepted, answered, clerkOf, joined, newPhone, type JoinedCase } from '../support/cases';
import { eventually } from '../support/eventually';
import { inspectPdf } from '../support/pdf';
import { fieldsOf, problemOf } from '../support/problem';

interface Answer {
  version: number;
  submittedAt: string | null;
  data: Record<string, unknown>;
}

describe('the answer', () => {
  let app: TestApp;
  let base: JoinedCase;
  let claims: { id: string }[];
  beforeAll(async () => {
    app = await startApp();
    base = await joined(app);
    ({ claims } = await acts.open(base.respondent, base.caseId));
  });
  afterAll(() => app?.close());

  const signature = { name: '吴国强', agreed: true };
  const position = (i: number, more: Record<string, unknown> = {}) => ({
    claimId: claims[i]?.id,
    stance: 'denied',
    reasons: '不同意',
    pleadsLimitation: false,
    ...more,
  });
  const data = (positions: unknown[]) => ({ positions, statement: '不同意全部请求' });
  const path = (): string => `/cases/${base.caseId}/answer`;

  it('is a draft that only its writer sees until it is submitted', async () => {
    const saved = await base.respondent.do<Answer>('PUT', path(), { version: 0, data: data([position(0)]) });
    expect(saved).toMatchObject({ version: 1, submittedAt: null });
    expect(await base.respondent.read<Answer[]>(`/cases/${base.caseId}/answers`)).toHaveLength(1);
    expect(await base.claimant.read<Answer[]>(`/cases/${base.caseId}/answers`)).toEqual([]);
    expect(await base.clerk.read<Answer[]>(`/cases/${base.caseId}/answers`)).toEqual([]);
  });

  it('two pages do not overwrite each other', async () => {
    const replies = await Promise.all(
      ['甲', '乙', '丙'].map((text) =>
        base.respondent.send<Answer>('PUT', path(), { version: 1, data: { ...data([]), statement: text } }),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    for (const reply of replies.filter(({ status }) => status === 409))
      problemOf(reply, 409, 'answer.version');
    const [kept] = await base.respondent.read<Answer[]>(`/cases/${base.caseId}/answers`);
    expect(kept).toMatchObject({ version: 2 });
    expect(kept?.data).toEqual(replies.find(({ status }) => status === 200)?.body.data);
  });

  it.each<[string, () => unknown[], string]>([
    ['a claim without an answer', () => [position(0)], '/positions answer.claim-unanswered'],
    [
      'a claim answered twice',
      () => [position(0), position(0), position(1)],
      '/positions answer.claim-unanswered',
    ],
    [
      'a claim of another case',
      () => [position(0), position(1), position(1, { claimId: '019a0000-0000-7000-8000-000000000000' })],
      '/positions/2/claimId field.reference',
    ],
    [
      'a part that is the whole',
      () => [position(0, { stance: 'partly', admitted: 1_600_000 }), position(1)],
      '/positions/0/admitted answer.admitted-not-a-part',
    ],
    [
      'a part of nothing',
      () => [position(0, { stance: 'partly' }), position(1)],
      '/positions/0/admitted answer.admitted-not-a-part',
    ],
    [
      'a negative part',
      () => [position(0, { stance: 'partly', admitted: -1 }), position(1)],
      '/positions/0/admitted field.amount-negative',
    ],
    [
      'a denial without reasons',
      () => [position(0, { reasons: ' ' }), position(1)],
      '/positions/0/reasons field.required',
    ],
    [
      'silence on limitation',
      () => [position(0, { pleadsLimitation: undefined }), position(1)],
      '/positions/0/pleadsLimitation field.choice',
    ],
  ])('%s is named with its place', async (_name, positions, expected) => {
    const [current] = await base.respondent.read<Answer[]>(`/cases/${base.caseId}/answers`);
    const { version } = await base.respondent.do<Answer>('PUT', path(), {
      version: current?.version ?? 0,
      data: data(positions()),
    });
    const reply = await base.respondent.post(`${path()}/submission`, { version, signature });
    expect(fieldsOf(problemOf(reply, 422, 'answer.incomplete'))).toContain(expected);
    expect((await base.claimant.read<Answer[]>(`/cases/${base.caseId}/answers`)).length).toBe(0);
  });

  it('bears the name of who holds the seat, or of the head with consent', async () => {
    const base = await accepted(app);
    await app.settled();
    const agent = { caseId: base.caseId, respondent: app.party(newPhone()) };
    await acts.join(agent.respondent, await acts.joinCode(base.clerk, base.caseId), {
      name: '梁子峰',
      capacity: 'agent',
      consentsToElectronic: true,
      consentsToOnlineHearing: true,
    });
    const [first, second] = (await acts.open(agent.respondent, agent.caseId)).claims;
    const at = `/cases/${agent.caseId}/answer`;
    const { version } = await agent.respondent.do<Answer>('PUT', at, {
      version: 0,
      data: data([first, second].map((claim) => position(0, { claimId: claim!.id }))),
    });
    const signed = (name: string, more: Record<string, unknown> = {}) =>
      agent.respondent.post(`${at}/submission`, { version, signature: { name, agreed: true }, ...more });
    expect(fieldsOf(problemOf(await signed('王小明'), 422, 'request.invalid'))).toEqual([
      '/signature/name signature.other-person',
    ]);
    for (const more of [{}, { isApprovedByHead: false }]) {
      expect(fieldsOf(problemOf(await signed('吴国强', more), 422, 'request.invalid'))).toEqual([
        '/isApprovedByHead signature.head-must-approve',
      ]);
    }
    expect((await signed('吴 国强', { isApprovedByHead: true })).status).toBe(200);
  });

  it('submitted twice at once is submitted once, with one paper', async () => {
    const [current] = await base.respondent.read<Answer[]>(`/cases/${base.caseId}/answers`);
    const whole = data([
      position(0, { stance: 'partly', admitted: 300_000, pleadsLimitation: true }),
      position(1),
    ]);
    const { version } = await base.respondent.do<Answer>('PUT', path(), {
      version: current?.version ?? 0,
      data: whole,
    });
    const replies = await Promise.all(
      [1, 2, 3].map(() => base.respondent.post<Answer>(`${path()}/submission`, { version, signature })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    for (const reply of replies.filter(({ status }) => status === 409))
      problemOf(reply, 409, 'answer.submitted');
    await app.settled();
    for (const person of [base.claimant, base.clerk, base.respondent]) {
      const [answer] = await person.read<Answer[]>(`/cases/${base.caseId}/answers`);
      expect(answer?.data).toEqual(whole);
      expect(answer?.submittedAt).not.toBeNull();
    }
    const papers = await app.query(`SELECT 1 FROM paper WHERE case_id = $1 AND kind = 'answer'`, [
      base.caseId,
    ]);
    expect(papers).toHaveLength(1);
    problemOf(
      await base.respondent.send('PUT', path(), { version: version + 1, data: whole }),
      409,
      'answer.submitted',
    );
  });

  it('is receipted at once, with the evidence that was handed in', async () => {
    const other = await joined(app);
    await acts.addEvidence(other.respondent, other.caseId, {
      name: '考勤记录',
      purpose: '证明申请人旷工',
      hasOriginal: true,
      lines: ['2026年1月 旷工3日'],
    });
    await acts.answer(other.respondent, other.caseId, {
      positions: [{ stance: 'denied', reasons: '不同意' }],
      statement: '不同意全部请求',
      signedBy: '吴国强',
    });
    await app.settled();
    const papers = await other.respondent.read<{ id: string; kind: string }[]>(
      `/cases/${other.caseId}/papers`,
    );
    const receipts: string[] = [];
    for (const { id } of papers.filter(({ kind }) => kind === 'receipt')) {
      const pdf = await inspectPdf(
        await other.respondent.download(`/cases/${other.caseId}/papers/${id}/tickets`),
      );
      receipts.push(pdf.words);
    }
    const [ofEvidence, ofAnswer] = receipts;
    const numberOf = (text: string | undefined) =>
      /回执编号：(穗南劳人仲收〔2026〕\d+号)/.exec(text ?? '')?.[1];
    expect(receipts).toHaveLength(2);
    expect(numberOf(ofAnswer)).toBeDefined();
    expect(numberOf(ofAnswer)).not.toBe(numberOf(ofEvidence));
    for (const words of ['提交答辩书及证据', '答辩书', '证据1：考勤记录', '以上材料共2项']) {
      expect(ofAnswer).toContain(words);
    }
    // It is the respondent's own; the other side gets the answer.
    const others = await other.claimant.read<{ id: string }[]>(`/cases/${other.caseId}/papers`);
    const own = new Set(papers.filter(({ kind }) => kind === 'receipt').map(({ id }) => id));
    expect(others.filter(({ id }) => own.has(id))).toEqual([]);
  });

  it.each(['saved', 'submitted'])('is too late when the hearing closes while it is being %s', async (how) => {
    const other = await joined(app);
    const system = { kind: 'system', name: 'test' } as const;
    const uow = app.get(UnitOfWork);
    const transitions = app.get(CaseTransitions);
    for (const event of ['constitute', 'set-down'] as const) {
      await uow.run(system, (tx) => transitions.fire(tx, other.caseId, event, {}));
    }
    const answer = `/cases/${other.caseId}/answer`;
    const claimsOf = await acts.open(other.respondent, other.caseId);
    const whole = {
      positions: claimsOf.claims.map(({ id }) => ({
        claimId: id,
        stance: 'denied',
        reasons: '不同意',
        pleadsLimitation: false,
      })),
      statement: '不同意全部请求',
    };
    const { version } = await other.respondent.do<Answer>('PUT', answer, { version: 0, data: whole });
    let sending: Promise<Reply<unknown>> | undefined;
    // The hearing closes in one transaction; the answer comes in another before the first is committed.
    await uow.run(system, async (tx) => {
      await transitions.fire(tx, other.caseId, 'close-hearing', {});
      sending =
        how === 'saved'
          ? other.respondent.send('PUT', answer, { version, data: whole })
          : other.respondent.post(`${answer}/submission`, { version, signature });
      await eventually(async () => {
        const waiting = await app.query(
          `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
        expect(waiting).toHaveLength(1);
      });
    });
    problemOf((await sending)!, 409, 'answer.too-late');
  });

  it('stops the clock of the answer', async () => {
    const { caseId, clerk } = await answered(app);
    const { clocks } = await clerk.read<{ clocks: { code: string; state: string; bearer: string }[] }>(
      `/cases/${caseId}`,
    );
    const running = clocks.filter(({ bearer, state }) => bearer === 'respondent' && state === 'running');
    expect(running).toEqual([]);
  });

  it('is written by the respondent only', async () => {
    const other = await joined(app);
    const body = { version: 0, data: data([]) };
    const answer = `/cases/${other.caseId}/answer`;
    problemOf(await other.claimant.send('PUT', answer, body), 403, 'auth.not-for-you');
    problemOf(await clerkOf(app).send('PUT', answer, body), 403, 'auth.not-for-you');
    problemOf(await base.respondent.send('PUT', answer, body), 404, 'request.not-found');
    problemOf(await app.party(newPhone()).send('PUT', answer, body), 404, 'request.not-found');
  });
});
