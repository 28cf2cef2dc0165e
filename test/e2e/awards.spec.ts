import { signatureOf } from '../../src/demo/acts';
import { startApp, type TestApp } from '../support/app';
import { answered, clerkOf, staffOf } from '../support/cases';
import { SIGNATURE_PNG } from '../support/paper-samples';
import { inspectPdf } from '../support/pdf';
import {
  appointment,
  confirmRecord,
  heard,
  heardWithoutRecord,
  withRoster,
  type HeardCase,
} from '../support/proceedings';

interface Claim {
  id: string;
  head: string;
  amountFen: number | null;
}

interface Draft {
  version: number;
  data: { decisions: Decision[]; facts?: string };
  performanceDays: number;
  problems: { pointer: string; code: string; detail: string }[];
  actions: string[];
}

interface Decision {
  claimId: string;
  outcome?: string | null;
  amountFen?: number | null;
  reasons?: string;
  order?: string;
}

interface AwardView {
  id: string;
  ordinal: number;
  kind: string;
  number: string;
  totalFen: number;
  rightsKey: string;
  paperId: string;
  items: {
    head: string;
    outcome: string;
    amountFen: number | null;
    isFinal: boolean;
    reasons: { key: string }[];
  }[];
}

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
  await withRoster(app);
}, 60_000);

afterAll(async () => {
  await app?.close();
});

const FACTS = '申请人于2023年3月1日入职被申请人处。\n被申请人未支付申请人2025年12月、2026年1月的工资。';

async function claimsOf({ claimant, caseId }: HeardCase): Promise<Claim[]> {
  return (await claimant.read<{ claims: Claim[] }>(`/cases/${caseId}`)).claims;
}

const decisions = (claims: readonly Claim[], ...outcomes: Partial<Decision>[]): Decision[] =>
  claims.map((claim, i) => ({
    claimId: claim.id,
    outcome: 'granted',
    reasons: `第${i + 1}项理由充分。`,
    ...outcomes[i],
  }));

/** A draft that can be issued. */
async function written(heardCase: HeardCase, ...outcomes: Partial<Decision>[]): Promise<Draft> {
  const data = { facts: FACTS, decisions: decisions(await claimsOf(heardCase), ...outcomes) };
  return heardCase.arbitrator.do('PUT', `/cases/${heardCase.caseId}/award-draft`, { version: 0, data });
}

describe('the hearing record', () => {
  it('comes before the award: each hearing held has one that everybody signed, or refused to (Law 40)', async () => {
    const c = await heardWithoutRecord(app);
    const { version } = await written(c);
    const issue = () =>
      c.arbitrator.post<{ code: string; detail: string; basis: string[] }>(`/cases/${c.caseId}/award`, {
        version,
        signature: signatureOf(c.arbitrator),
      });
    const preview = await c.arbitrator.read<{ bars: string[] }>(`/cases/${c.caseId}/award-preview`);
    expect(preview.bars).toEqual([expect.stringContaining('庭审笔录还没有经各方签名') as string]);
    const refused = await issue();
    expect(refused).toMatchObject({ status: 409, body: { code: 'award.record-unconfirmed' } });
    expect(refused.body.detail).toBe('庭审笔录还没有经各方签名（或者记明拒绝签名）确认，不能作出裁决。');
    expect(refused.body.basis).toContain('《劳动人事争议仲裁办案规则》第四十二条');
    await confirmRecord(app, c);
    expect((await issue()).status).toBe(200);
  });
});

describe('an award made while a respondent may still answer', () => {
  it('is announced with the day the period ends, and says how things stood on its own day', async () => {
    const c = await heard(app);
    await app.query('DELETE FROM case_answer WHERE case_id = $1', [c.caseId]);
    // As if nothing had been answered: the period runs on.
    await app.query(
      `UPDATE case_clock SET state = 'running', met_on = NULL WHERE case_id = $1 AND code = 'D05'`,
      [c.caseId],
    );
    const [clock] = await app.query<{ due_on: string }>(
      `SELECT due_on::text FROM case_clock WHERE case_id = $1 AND code = 'D05'`,
      [c.caseId],
    );
    const { version } = await written(c);
    const preview = await c.arbitrator.read<{ openPeriods: object[]; problems: object[] }>(
      `/cases/${c.caseId}/award-preview`,
    );
    expect(preview.problems).toEqual([]);
    expect(preview.openPeriods).toContainEqual({
      kind: 'answer',
      partyName: expect.any(String) as unknown,
      dueOn: clock!.due_on,
    });
    expect(preview.openPeriods).toContainEqual(
      expect.objectContaining({ kind: 'evidence', partyName: null }),
    );
    const { awards } = await c.arbitrator.do<{ awards: AwardView[] }>('POST', `/cases/${c.caseId}/award`, {
      version,
      signature: signatureOf(c.arbitrator),
    });
    await app.settled();
    expect(await paperText(c, awards[0]!.paperId)).toContain('被申请人截至裁决之日未提交答辩书');
  });
});

describe('the draft', () => {
  it('is written by the arbitrator, read by the recorder, and hidden from everybody else', async () => {
    const c = await heard(app);
    const path = `/cases/${c.caseId}/award-draft`;
    const empty = await c.arbitrator.read<Draft>(path);
    expect(empty).toMatchObject({
      version: 0,
      performanceDays: 10,
      actions: ['award-draft.write', 'award.issue'],
    });
    expect(empty.data.decisions).toHaveLength(2);
    const saved = await written(c);
    expect(saved).toMatchObject({ version: 1, problems: [] });
    expect(await c.recorder.read<Draft>(path)).toMatchObject({
      version: 1,
      actions: [],
      data: { facts: FACTS },
    });
    expect((await c.recorder.send('PUT', path, { version: 1, data: saved.data })).status).toBe(403);
    expect((await c.recorder.post(`/cases/${c.caseId}/award`, { version: 1 })).status).toBe(403);
    for (const person of [c.claimant, c.respondent, c.clerk, staffOf(app, 'director.nansha')]) {
      for (const each of [path, `/cases/${c.caseId}/award-preview`])
        expect((await person.get(each)).status).toBe(403);
      expect((await person.post(`/cases/${c.caseId}/award`, { version: 1 })).status).toBe(403);
    }
    for (const stranger of [
      clerkOf(app, 'foshan'),
      staffOf(app, 'arb.oujianwen'),
      app.party('13800000003'),
    ]) {
      expect((await stranger.get(path)).status).toBe(404);
      expect((await stranger.get(`/cases/${c.caseId}/awards`)).status).toBe(404);
    }
    const [row] = await app.query<{ sealed: Buffer }>(
      'SELECT data_sealed AS sealed FROM award_draft WHERE case_id = $1',
      [c.caseId],
    );
    expect(row!.sealed.includes(Buffer.from('入职'))).toBe(false);
  });

  it('tells what is missing in the reader’s language, with the field', async () => {
    const c = await heard(app);
    const path = `/cases/${c.caseId}/award-draft`;
    const [wages, dismissal] = await claimsOf(c);
    const data = {
      decisions: [
        { claimId: wages!.id, outcome: 'partly', reasons: '部分支持。' },
        { claimId: dismissal!.id, outcome: 'partly', amountFen: dismissal!.amountFen! + 1, reasons: '' },
      ],
    };
    const reply = await c.arbitrator.send<Draft>('PUT', path, { version: 0, data }, { language: 'en' });
    expect(reply.body.problems.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/facts', 'award.facts-missing'],
      ['/decisions/0/amountFen', 'field.required'],
      ['/decisions/1/amountFen', 'law.award.more-than-claimed'],
      ['/decisions/1/reasons', 'law.award.reasons-missing'],
    ]);
    for (const { detail } of reply.body.problems) expect(detail).toMatch(/^[ -~’“”]+$/);
    const hongKong = await c.arbitrator.get<Draft>(path, { language: 'zh-HK' });
    expect(hongKong.body.problems[0]?.detail).toBe('請寫明查明的事實。');
    const issue = await c.arbitrator.post<{ errors: { pointer: string }[] }>(`/cases/${c.caseId}/award`, {
      version: 1,
      signature: signatureOf(c.arbitrator),
    });
    expect(issue).toMatchObject({ status: 422, body: { code: 'award.incomplete' } });
    expect(issue.body.errors).toHaveLength(4);
    const bad = {
      version: 1,
      data: { decisions: [{ claimId: wages!.id, outcome: 'partly', amountFen: -5 }] },
    };
    expect((await c.arbitrator.send('PUT', path, bad)).body).toMatchObject({
      errors: [{ pointer: '/data/decisions/0/amountFen', code: 'field.amount-negative' }],
    });
  });

  it('two pages at once: one save wins, and the other overwrites nothing', async () => {
    const c = await heard(app);
    const path = `/cases/${c.caseId}/award-draft`;
    const save = (facts: string, version: number) =>
      c.arbitrator.send<Draft>('PUT', path, { version, data: { facts, decisions: [] } });
    for (const version of [0, 1]) {
      const replies = await Promise.all([save(`甲${version}`, version), save(`乙${version}`, version)]);
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
      const won = replies.find(({ status }) => status === 200)!;
      expect(replies.find(({ status }) => status === 409)?.body).toMatchObject({
        code: 'award.draft-version',
      });
      expect(await c.arbitrator.read<Draft>(path)).toMatchObject({
        version: version + 1,
        data: { facts: won.body.data.facts },
      });
    }
  });

  it('can be begun before the hearing, and issued only after it', async () => {
    const c = await answered(app);
    await c.clerk.do(
      'POST',
      `/cases/${c.caseId}/tribunal`,
      await appointment(app, c.caseId, 'arb.gaozhaotang'),
    );
    const arbitrator = staffOf(app, 'arb.gaozhaotang');
    const path = `/cases/${c.caseId}/award-draft`;
    const saved = await arbitrator.do<Draft>('PUT', path, { version: 0, data: { decisions: [] } });
    expect(saved.actions).toEqual(['award-draft.write']);
    const reply = await arbitrator.post(`/cases/${c.caseId}/award`, {
      version: 1,
      signature: signatureOf(arbitrator),
    });
    expect(reply).toMatchObject({ status: 409, body: { code: 'lifecycle.not-now' } });
  });
});

describe('the award', () => {
  it('is signed by its arbitrator and nobody else (Law 46, Rules 53)', async () => {
    const c = await heard(app);
    await written(c);
    const path = `/cases/${c.caseId}/award`;
    const issue = (signature?: object) => c.arbitrator.post(path, { version: 1, signature });
    expect(await issue()).toMatchObject({ status: 422, body: { errors: [{ pointer: '/signature' }] } });
    expect(await issue({ name: c.arbitrator.name, agreed: false })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/signature/agreed' }] },
    });
    expect(await issue({ name: '别人', agreed: true })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/signature/name', code: 'award.signature-name' }] },
    });
    expect(await c.claimant.read(`/cases/${c.caseId}/awards`)).toEqual([]);
    const drawn = await c.arbitrator.upload('signature.png', Buffer.from(SIGNATURE_PNG, 'base64'));
    const { awards } = await c.arbitrator.do<{ awards: AwardView[] }>('POST', path, {
      version: 1,
      signature: { ...signatureOf(c.arbitrator), fileId: drawn.id },
    });
    expect(awards).toHaveLength(2);
  });

  it('within the limit: one final document with the number of the case', async () => {
    const c = await heard(app);
    const [wages, dismissal] = await claimsOf(c);
    await written(c, {}, { outcome: 'partly', amountFen: 2_400_000 });
    const preview = await c.arbitrator.read(`/cases/${c.caseId}/award-preview`);
    expect(preview).toMatchObject({
      // Guangzhou, on the day of the award: twelve times 2,500 yuan.
      thresholdFen: 3_000_000,
      awardedFen: wages!.amountFen! + 2_400_000,
      problems: [],
      warnings: [],
      documents: [{ kind: 'final', number: c.number, employerSetAsideDays: 30, workerSuitDays: 15 }],
      items: [{ isFinal: true }, { isFinal: true, claimedFen: dismissal!.amountFen, amountFen: 2_400_000 }],
    });
    const issued = await c.arbitrator.do<{ state: string; awards: AwardView[] }>(
      'POST',
      `/cases/${c.caseId}/award`,
      { version: 1, signature: signatureOf(c.arbitrator) },
    );
    expect(issued).toMatchObject({
      state: 'decided',
      awards: [
        {
          ordinal: 1,
          kind: 'final',
          number: c.number,
          totalFen: wages!.amountFen! + 2_400_000,
          rightsKey: 'award.rights-final',
        },
      ],
    });
    await app.settled();
    const text = await paperText(c, issued.awards[0]!.paperId);
    for (const part of [
      '广州市南沙区劳动人事争议仲裁委员会',
      '终局裁决',
      c.number,
      '林秀英',
      c.matter.respondents[0]!.name,
      `申请人林秀英、被申请人${c.matter.respondents[0]!.name}的法定代表人吴国强到庭`,
      '被申请人未提出仲裁时效抗辩',
      '对第1项仲裁请求（拖欠工资）承认其中3,000.00元',
      '经审理查明：申请人于2023年3月1日入职',
      '第2项理由充分',
      '2026年1月31日期间的工资人民币16,000.00元',
      '壹万陆仟元整',
      '24,000.00元',
      '驳回申请人的其他仲裁请求',
      '广州市中级人民法院申请撤销裁决',
      '仲裁员：林慧敏',
      '书记员：周婷',
      '二〇二六年三月十',
    ]) {
      expect(text).toContain(part);
    }
    for (const person of [c.claimant, c.respondent, c.clerk, c.recorder]) {
      expect(await person.read(`/cases/${c.caseId}/awards`)).toMatchObject([
        { number: c.number, kind: 'final' },
      ]);
    }
  });

  it('beside a finding of the relation is final or not as the commission has set', async () => {
    const c = await heard(app, {
      claims: [
        {
          head: 'unpaid-wages',
          facts: { monthlyWage: 800_000, from: '2025-12-01', to: '2026-01-31' },
        },
        { head: 'relation-confirmation', facts: { from: '2023-03-01', to: '2026-01-31' } },
      ],
    });
    await written(c);
    const set = (isNonFinal: boolean) =>
      app.query('UPDATE commission SET is_relation_confirmation_non_final = $1 WHERE id = $2', [
        isNonFinal,
        'nansha',
      ]);
    const kinds = async (): Promise<string[]> => {
      const { documents } = await c.arbitrator.read<{ documents: { kind: string }[] }>(
        `/cases/${c.caseId}/award-preview`,
      );
      return documents.map(({ kind }) => kind);
    };
    expect(await kinds()).toEqual(['non-final']);
    await set(false);
    try {
      expect(await kinds()).toEqual(['final', 'non-final']);
    } finally {
      await set(true);
    }
  });

  it('above it: two documents, each with its items, number and rights', async () => {
    const c = await heard(app);
    const [wages, dismissal] = await claimsOf(c);
    await written(c);
    const { awards } = await c.arbitrator.do<{ awards: AwardView[] }>('POST', `/cases/${c.caseId}/award`, {
      version: 1,
      signature: signatureOf(c.arbitrator),
    });
    expect(awards).toMatchObject([
      {
        ordinal: 1,
        kind: 'final',
        number: `${c.number}之一`,
        totalFen: wages!.amountFen,
        items: [{ head: 'unpaid-wages', isFinal: true, reasons: [{ key: 'finality.within-threshold' }] }],
      },
      {
        ordinal: 2,
        kind: 'non-final',
        number: `${c.number}之二`,
        totalFen: dismissal!.amountFen,
        rightsKey: 'award.rights-non-final',
        items: [
          { head: 'unlawful-dismissal', isFinal: false, reasons: [{ key: 'finality.above-threshold' }] },
        ],
      },
    ]);
    await app.settled();
    const [final, nonFinal] = await Promise.all(awards.map(({ paperId }) => paperText(c, paperId)));
    expect(final).toContain('16,000.00元');
    expect(final).toContain(`${c.number}之二裁决书`);
    expect(final).not.toContain('驳回');
    expect(nonFinal).toContain('非终局裁决');
    expect(nonFinal).toContain('肆万捌仟元整');
    expect(nonFinal).toContain('用人单位所在地或者劳动合同履行地的基层人民法院提起诉讼');
    const [entry] = await app.query<{ payload: { clocks: unknown[]; awards: { kind: string }[] } }>(
      `SELECT payload FROM record_entry WHERE case_id = $1 AND type = 'award.issued'`,
      [c.caseId],
    );
    expect(entry!.payload.clocks).toEqual([{ type: 'award-made', on: app.clock.today() }]);
    expect(entry!.payload.awards.map(({ kind }) => kind)).toEqual(['final', 'non-final']);
    const { clocks } = await c.clerk.read<{ clocks: { code: string; state: string }[] }>(
      `/cases/${c.caseId}`,
    );
    expect(clocks.find(({ code }) => code === 'D13')).toMatchObject({ state: 'met' });
    const addressees = await app.query<{ addressees: string[] }>(
      `SELECT addressees FROM paper WHERE case_id = $1 AND kind = 'award'`,
      [c.caseId],
    );
    expect(addressees.map((row) => row.addressees.length)).toEqual([2, 2]);
  });

  it('orders what is not money in words, in a non-final document', async () => {
    const c = await heard(app, {
      claims: [
        { head: 'unpaid-wages', facts: { monthlyWage: 800_000, from: '2026-01-01', to: '2026-01-31' } },
        { head: 'leaving-certificate', facts: { endDate: '2026-01-31' } },
        { head: 'reinstatement', facts: { endDate: '2026-01-31' } },
      ],
    });
    const [wages, certificate, reinstatement] = await claimsOf(c);
    expect([wages, certificate, reinstatement].map((claim) => claim?.amountFen)).toEqual([
      800_000,
      null,
      null,
    ]);
    await written(c, {}, { amountFen: 100 }, { outcome: 'partly' });
    const path = `/cases/${c.caseId}/award-draft`;
    const { version, data, problems } = await c.arbitrator.read<Draft>(path);
    expect(problems.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual([
      '/decisions/1/amountFen law.award.not-for-money',
      '/decisions/2/order field.required',
    ]);
    const order = '被申请人继续履行劳动合同至2026年12月31日';
    const put = {
      ...data,
      decisions: decisions([wages!, certificate!, reinstatement!], {}, {}, { outcome: 'partly', order }),
    };
    await c.arbitrator.do('PUT', path, { version, data: put });
    const { awards } = await c.arbitrator.do<{ awards: AwardView[] }>('POST', `/cases/${c.caseId}/award`, {
      version: version + 1,
      signature: signatureOf(c.arbitrator),
    });
    expect(
      awards.map(({ kind, totalFen, items }) => [kind, totalFen, items.map((item) => item.amountFen)]),
    ).toEqual([
      ['final', 800_000, [800_000]],
      ['non-final', 0, [null, null]],
    ]);
    await app.settled();
    const text = await paperText(c, awards[1]!.paperId);
    for (const part of [
      '向申请人出具解除或者终止劳动合同的证明；',
      '继续履行与申请人的劳动合同。',
      `十日内，被申请人${c.matter.respondents[0]!.name}向申请人林秀英出具解除或者终止劳动合同的证明；`,
      order,
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('null');
  });

  it('refuses everything: one item that dismisses all', async () => {
    const c = await heard(app);
    await written(c, { outcome: 'refused' }, { outcome: 'refused' });
    const { awards } = await c.arbitrator.do<{ awards: AwardView[] }>('POST', `/cases/${c.caseId}/award`, {
      version: 1,
      signature: signatureOf(c.arbitrator),
    });
    expect(awards).toMatchObject([{ kind: 'final', totalFen: 0, number: c.number }]);
    await app.settled();
    expect(await paperText(c, awards[0]!.paperId)).toContain('驳回申请人的全部仲裁请求');
  });

  it('made of the draft as it was read, or not at all', async () => {
    const c = await heard(app);
    const { data } = await written(c);
    await c.arbitrator.do('PUT', `/cases/${c.caseId}/award-draft`, { version: 1, data });
    const stale = await c.arbitrator.post(`/cases/${c.caseId}/award`, {
      version: 1,
      signature: signatureOf(c.arbitrator),
    });
    expect(stale).toMatchObject({ status: 409, body: { code: 'award.draft-version' } });
    expect(await c.claimant.read(`/cases/${c.caseId}/awards`)).toEqual([]);
  });

  it('two pages at once make one award; the same request twice makes one and says the same', async () => {
    const c = await heard(app);
    const { data } = await written(c);
    const path = `/cases/${c.caseId}/award`;
    const replies = await Promise.all(
      [1, 2, 3].map(() => c.arbitrator.post(path, { version: 1, signature: signatureOf(c.arbitrator) })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    for (const reply of replies.filter(({ status }) => status === 409)) {
      expect(reply.body).toMatchObject({ code: 'lifecycle.not-now' });
    }
    const [counts] = await app.query(
      `SELECT (SELECT count(*)::int FROM award WHERE case_id = $1) AS awards,
              (SELECT count(*)::int FROM paper WHERE case_id = $1 AND kind = 'award') AS papers,
              (SELECT count(*)::int FROM record_entry WHERE case_id = $1 AND type = 'award.issued') AS entries`,
      [c.caseId],
    );
    expect(counts).toEqual({ awards: 2, papers: 2, entries: 1 });
    const late = await c.arbitrator.send('PUT', `/cases/${c.caseId}/award-draft`, { version: 1, data });
    expect(late).toMatchObject({ status: 409, body: { code: 'award.already-issued' } });

    const again = await heard(app);
    await written(again);
    const key = `issue-${again.caseId}`;
    const same = await Promise.all(
      [1, 2].map(() =>
        again.arbitrator.post(
          `/cases/${again.caseId}/award`,
          { version: 1, signature: signatureOf(again.arbitrator) },
          { key },
        ),
      ),
    );
    expect(same.map(({ status }) => status)).toEqual([200, 200]);
    expect(same[0]!.body).toEqual(same[1]!.body);
  });

  it('a save and an issue at once: what is issued is the version that was read', async () => {
    const c = await heard(app);
    const { data } = await written(c);
    const changed = { ...data, facts: '改过的事实。' };
    const [issue, save] = await Promise.all([
      c.arbitrator.post<{ awards: AwardView[] }>(`/cases/${c.caseId}/award`, {
        version: 1,
        signature: signatureOf(c.arbitrator),
      }),
      c.arbitrator.send('PUT', `/cases/${c.caseId}/award-draft`, { version: 1, data: changed }),
    ]);
    expect([issue.status, save.status].sort()).toEqual([200, 409]);
    if (issue.status === 200) {
      await app.settled();
      expect(await paperText(c, issue.body.awards[0]!.paperId)).not.toContain('改过的事实');
    }
  });
});

async function paperText({ claimant, caseId }: HeardCase, paperId: string): Promise<string> {
  const pdf = await claimant.download(`/cases/${caseId}/papers/${paperId}/tickets`);
  const { words, isClean } = await inspectPdf(pdf);
  expect(isClean).toBe(true);
  return words;
}
