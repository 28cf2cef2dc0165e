import { DataSource } from 'typeorm';
import { join as joinCase, joinCode, signatureOf } from '../../src/demo/acts';
import type { Person } from '../../src/demo/person';
import { Papers } from '../../src/modules/documents';
import { compositionNotice } from '../../src/modules/tribunals/composition-notice.paper';
import { addDays, localDate, type LocalDate } from '../../src/kernel/local-date';
import { FieldEncryption } from '../../src/platform/database/field-encryption';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { verifyRecord } from '../../src/platform/record/record';
import { startApp, type TestApp } from '../support/app';
import { accepted, answered, clerkOf, filed, joined, staffOf, type AcceptedCase } from '../support/cases';
import { inspectPdf } from '../support/pdf';
import { heard, withRoster } from '../support/proceedings';

interface ServiceView {
  id: string;
  paperId: string;
  paperKind: string;
  paperTitle: string;
  partyId: string;
  partyRole: string;
  state: string;
  channel: string | null;
  arrivedAt: string | null;
  readAt: string | null;
  servedOn: string | null;
  confirmedAt: string | null;
  proofPaperId: string | null;
  attempts: { channel: string; outcome: string; waybill: string | null; recordedBy: string | null }[];
  actions: string[];
}

interface Problem {
  code: string;
  detail: string;
  errors: { pointer: string; code: string; detail: string }[];
}

interface ClockView {
  code: string;
  state: string;
  startedOn: string;
  metOn: string | null;
}

const WITHOUT_CONSENT = {
  name: '吴国强',
  capacity: 'legal-representative',
  consentsToElectronic: false,
  consentsToOnlineHearing: true,
} as const;

describe('service of papers', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app?.close());

  /** Time only goes forward here: an authenticator's code of an earlier minute works for nobody. */
  const today = (): LocalDate => app.clock.today();

  const services = (person: Person, caseId: string): Promise<ServiceView[]> =>
    person.read(`/cases/${caseId}/services`);

  const service = async (person: Person, caseId: string, kind: string): Promise<ServiceView> => {
    const found = (await services(person, caseId)).find((each) => each.paperKind === kind);
    if (!found) throw new Error(`No service of ${kind}`);
    return found;
  };

  const clock = async (person: Person, caseId: string, code: string): Promise<ClockView | undefined> =>
    (await person.read<{ clocks: ClockView[] }>(`/cases/${caseId}`)).clocks.find(
      (each) => each.code === code,
    );

  const events = async (caseId: string, type: string): Promise<{ payload: Record<string, unknown> }[]> =>
    app.query('SELECT payload FROM record_entry WHERE case_id = $1 AND type = $2 ORDER BY seq', [
      caseId,
      type,
    ]);

  /** A respondent that has joined but wants paper. */
  const joinedOnPaper = async (): Promise<AcceptedCase & { respondent: Person }> => {
    const base = await accepted(app);
    await app.settled();
    const respondent = app.party(base.matter.respondents[0]!.phone!);
    await joinCase(respondent, await joinCode(base.clerk, base.caseId), WITHOUT_CONSENT);
    return { ...base, respondent };
  };

  it('reaches the account of whoever agreed to it, at once, and says so by text message', async () => {
    const { claimant, caseId, number } = await accepted(app);
    await app.settled();
    const own = await services(claimant, caseId);
    // The receipt handed over at filing is no service; the other side's notice is not the claimant's to see.
    expect(own.map((each) => each.paperKind)).toEqual(['acceptance-notice']);
    expect(own[0]).toMatchObject({
      state: 'served',
      channel: 'platform',
      servedOn: today(),
      readAt: null,
      confirmedAt: null,
      actions: ['service.confirm'],
    });
    expect(own[0]!.arrivedAt).not.toBeNull();
    const texts = (await claimant.messages()).map(({ text }) => text);
    expect(
      texts.filter((text) => text.includes('向您送达《受理通知书》') && text.includes(number)),
    ).toHaveLength(1);
  });

  it('waits for a respondent nobody has heard of yet, and reaches it the moment it joins and agrees', async () => {
    const { clerk, caseId, matter } = await accepted(app);
    await app.settled();
    expect(await service(clerk, caseId, 'response-notice')).toMatchObject({
      state: 'pending',
      channel: null,
    });
    expect(await clock(clerk, caseId, 'D03')).toMatchObject({ state: 'running' });

    app.clock.forward({ days: 1 });
    const respondent = app.party(matter.respondents[0]!.phone!);
    await joinCase(respondent, await joinCode(clerk, caseId), {
      ...WITHOUT_CONSENT,
      consentsToElectronic: true,
    });
    expect(await service(respondent, caseId, 'response-notice')).toMatchObject({
      state: 'served',
      channel: 'platform',
      servedOn: today(),
    });
    // The copy is served within five days (Law 30), and the ten days to answer run from that day.
    expect(await clock(clerk, caseId, 'D03')).toMatchObject({ state: 'met', metOn: today() });
    expect(await clock(clerk, caseId, 'D05')).toMatchObject({ state: 'running', startedOn: today() });
  });

  it('keeps the time of reading apart from the time of service, and the first receipt as it was given', async () => {
    const { claimant, clerk, caseId } = await accepted(app);
    await app.settled();
    const before = await service(claimant, caseId, 'acceptance-notice');
    await claimant.download(`/cases/${caseId}/papers/${before.paperId}/tickets`);
    const read = await service(clerk, caseId, 'acceptance-notice');
    expect(read.readAt).not.toBeNull();
    expect(read.arrivedAt).toBe(before.arrivedAt);

    const first = await claimant.do<ServiceView>('POST', `/services/${before.id}/receipt`);
    expect(first.confirmedAt).not.toBeNull();
    app.clock.forward({ hours: 1 });
    const again = await claimant.do<ServiceView>('POST', `/services/${before.id}/receipt`);
    expect(again.confirmedAt).toBe(first.confirmedAt);
    expect(await events(caseId, 'service.received')).toHaveLength(1);
    expect(again.actions).toEqual([]);
  });

  it('takes two receipts at the same moment as one', async () => {
    const { claimant, caseId } = await accepted(app);
    await app.settled();
    const { id } = await service(claimant, caseId, 'acceptance-notice');
    const replies = await Promise.all(
      [1, 2, 3].map(() => claimant.post<ServiceView>(`/services/${id}/receipt`)),
    );
    expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200]);
    expect(new Set(replies.map((reply) => reply.body.confirmedAt)).size).toBe(1);
    expect(await events(caseId, 'service.received')).toHaveLength(1);
    expect(
      await app.query(`SELECT id FROM paper WHERE case_id = $1 AND kind = 'service-receipt'`, [caseId]),
    ).toHaveLength(1);
  });

  it('proves an electronic service by a paper that tells all its times and the hash of what was served', async () => {
    const { claimant, clerk, caseId, matter } = await accepted(app);
    await app.settled();
    const { id, paperId } = await service(claimant, caseId, 'acceptance-notice');
    await claimant.do('POST', `/services/${id}/receipt`);
    await app.settled();
    const { proofPaperId } = await service(clerk, caseId, 'acceptance-notice');
    const papers = await claimant.read<{ id: string; sha256: string }[]>(`/cases/${caseId}/papers`);
    const pdf = await inspectPdf(await claimant.download(`/cases/${caseId}/papers/${proofPaperId}/tickets`));
    for (const words of [
      '电子送达凭证',
      '受理通知书',
      matter.claimant.name,
      '云仲裁平台账户',
      '同意电子送达',
      '在线签收',
      '尚无查阅记录',
      papers.find((paper) => paper.id === paperId)!.sha256,
    ]) {
      expect(pdf.words).toContain(words);
    }
    // The proof of service is itself served on nobody.
    expect((await services(clerk, caseId)).map((each) => each.paperKind)).not.toContain('service-receipt');
  });

  it('goes by mail for whoever did not agree: posted, come back, posted again, received', async () => {
    const { clerk, caseId, respondent } = await joinedOnPaper();
    const { id } = await service(clerk, caseId, 'response-notice');
    const record = (body: object): Promise<ServiceView[]> =>
      clerk.do('POST', `/services/${id}/attempts`, { channel: 'mail', ...body });

    expect((await record({ outcome: 'sent', waybill: 'EMS1000000001' }))[0]).toMatchObject({ state: 'sent' });
    expect((await record({ outcome: 'failed', note: '地址无人签收，退回' }))[0]).toMatchObject({
      state: 'failed',
    });
    await record({ outcome: 'sent', waybill: 'EMS1000000002' });
    app.clock.forward({ days: 3 });
    const servedOn = addDays(today(), -1);
    const [done] = await record({ outcome: 'served', servedOn, receiver: '前台王女士' });
    expect(done).toMatchObject({ state: 'served', channel: 'mail', servedOn, arrivedAt: null });
    expect(done!.attempts.map(({ outcome, waybill }) => [outcome, waybill])).toEqual([
      ['sent', 'EMS1000000001'],
      ['failed', null],
      ['sent', 'EMS1000000002'],
      // The slip is the second letter's.
      ['served', 'EMS1000000002'],
    ]);
    expect(done!.attempts[0]!.recordedBy).toBe('梁慧仪');
    // The day on the slip counts, not the day it was entered.
    expect(await clock(clerk, caseId, 'D05')).toMatchObject({ startedOn: servedOn });
    // Under way and come back are the house's business; taking effect is everybody's.
    const seen = await respondent.read<{ type: string }[]>(`/cases/${caseId}/timeline`);
    expect(seen.filter(({ type }) => type.startsWith('service.')).map(({ type }) => type)).toEqual([
      'service.sent',
      'service.received',
    ]);
  });

  it('in person ends with a 送达回证', async () => {
    const { clerk, caseId } = await joinedOnPaper();
    const { id } = await service(clerk, caseId, 'response-notice');
    await clerk.do('POST', `/services/${id}/attempts`, {
      channel: 'in-person',
      outcome: 'served',
      servedOn: today(),
      receiver: '吴国强',
    });
    const { proofPaperId } = await clerk.do<ServiceView>('POST', `/services/${id}/proof`);
    const again = await clerk.do<ServiceView>('POST', `/services/${id}/proof`);
    expect(again.proofPaperId).toBe(proofPaperId);
    await app.settled();
    const pdf = await inspectPdf(await clerk.download(`/cases/${caseId}/papers/${proofPaperId}/tickets`));
    for (const words of ['送达回证', '直接送达', '应诉通知书', '签收人：吴国强', '梁慧仪']) {
      expect(pdf.words).toContain(words);
    }
  });

  let unserved: AcceptedCase | undefined;

  it.each([
    ['a posting without a waybill', { channel: 'mail', outcome: 'sent' }, '/waybill', 'field.required'],
    [
      'a waybill that is none',
      { channel: 'mail', outcome: 'sent', waybill: '单号' },
      '/waybill',
      'service.waybill-format',
    ],
    [
      'a receipt without a day',
      { channel: 'mail', outcome: 'served', receiver: '王' },
      '/servedOn',
      'field.required',
    ],
    [
      'a day that does not exist',
      { channel: 'mail', outcome: 'served', receiver: '王', servedOn: '2026-02-30' },
      '/servedOn',
      'field.date',
    ],
    [
      'tomorrow',
      { channel: 'in-person', outcome: 'served', receiver: '王', servedOn: 1 },
      '/servedOn',
      'field.future-date',
    ],
    [
      'a day before the paper was made',
      { channel: 'in-person', outcome: 'served', receiver: '王', servedOn: -1 },
      '/servedOn',
      'service.before-paper',
    ],
    [
      'a receipt of nobody',
      { channel: 'mail', outcome: 'served', servedOn: 0 },
      '/receiver',
      'field.required',
    ],
    ['a failure without a reason', { channel: 'mail', outcome: 'failed' }, '/note', 'field.required'],
    ['merely sent in person', { channel: 'in-person', outcome: 'sent' }, '/outcome', 'field.choice'],
    ['electronic service by hand', { channel: 'platform', outcome: 'served' }, '/channel', 'field.choice'],
    [
      "another case's paper in the envelope",
      {
        channel: 'mail',
        outcome: 'sent',
        waybill: 'EMS1000000003',
        enclosed: ['00000000-0000-7000-8000-000000000000'],
      },
      '/enclosed/0',
      'field.reference',
    ],
  ])('refuses %s', async (_, attempt, pointer, code) => {
    unserved ??= await accepted(app);
    await app.settled();
    const { clerk, caseId } = unserved;
    const { id } = await service(clerk, caseId, 'response-notice');
    // Days are given from today.
    const day = 'servedOn' in attempt && typeof attempt.servedOn === 'number' ? attempt.servedOn : null;
    const body = day === null ? attempt : { ...attempt, servedOn: addDays(today(), day) };
    const reply = await clerk.post<Problem>(`/services/${id}/attempts`, body);
    expect(reply.status).toBe(422);
    expect(reply.body.errors).toContainEqual(expect.objectContaining({ pointer, code }));
    expect(await service(clerk, caseId, 'response-notice')).toMatchObject({ state: 'pending', attempts: [] });
  });

  it('puts several papers into one envelope, and takes the same slip for all', async () => {
    const { clerk, caseId } = await joinedOnPaper();
    await issueCompositionNotices(caseId);
    await app.settled();
    const mine = (await services(clerk, caseId)).filter((each) => each.partyRole === 'respondent');
    expect(mine).toHaveLength(2);
    const envelope = { channel: 'mail', enclosed: [mine[1]!.id] };
    const posted = await clerk.do<ServiceView[]>('POST', `/services/${mine[0]!.id}/attempts`, {
      ...envelope,
      outcome: 'sent',
      waybill: 'EMS1000000004',
    });
    expect(posted.map(({ state }) => state)).toEqual(['sent', 'sent']);
    const received = await clerk.do<ServiceView[]>('POST', `/services/${mine[0]!.id}/attempts`, {
      ...envelope,
      outcome: 'served',
      servedOn: today(),
      receiver: '吴国强',
    });
    expect(received.map(({ servedOn }) => servedOn)).toEqual([today(), today()]);
  });

  /** What the clerk's appointment orders for each party (Rules 37). */
  const issueCompositionNotices = async (caseId: string): Promise<void> => {
    const parties = await app.query<{ id: string; name: string }>(
      'SELECT id, name FROM case_party WHERE case_id = $1 ORDER BY role',
      [caseId],
    );
    await app.get(UnitOfWork).run({ kind: 'system', name: 'test' }, async (tx) => {
      for (const { id, name } of parties) {
        await app.get(Papers).issue(tx, {
          definition: compositionNotice,
          facts: {
            addressee: { name, isOrganisation: false },
            claimant: '申请人',
            respondents: ['被申请人'],
            cause: '劳动争议',
            constitutedOn: localDate('2026-03-10'),
            tribunal: [{ capacity: 'sole', name: '仲裁员' }],
            recorder: '书记员',
            simpleProcedure: null,
            contact: null,
          },
          caseId,
          commissionId: 'nansha',
          caseNumber: null,
          addressees: [id],
          isSealed: true,
        });
      }
    });
  };

  it('tells the clock of the tribunal only when the last party knows it', async () => {
    const { clerk, caseId } = await joinedOnPaper();
    await issueCompositionNotices(caseId);
    await app.settled();
    const notices = (await services(clerk, caseId)).filter((each) => each.paperKind === 'composition-notice');
    expect(notices.map(({ state }) => state).sort()).toEqual(['pending', 'served']);
    expect(await clock(clerk, caseId, 'D04')).toMatchObject({ state: 'running' });
    const pending = notices.find(({ state }) => state === 'pending')!;
    await clerk.do('POST', `/services/${pending.id}/attempts`, {
      channel: 'in-person',
      outcome: 'served',
      servedOn: today(),
      receiver: '吴国强',
    });
    expect(await clock(clerk, caseId, 'D04')).toMatchObject({ state: 'met', metOn: today() });
  });

  it('sends the answer on to the claimant and stops that clock (Law 30)', async () => {
    const { claimant, caseId } = await answered(app);
    await app.settled();
    expect(await service(claimant, caseId, 'answer')).toMatchObject({ state: 'served', channel: 'platform' });
    expect(await clock(claimant, caseId, 'D06')).toMatchObject({ state: 'met' });
  });

  it('serves what the claimant is to correct, and survives the correction', async () => {
    const { claimant, caseId } = await filed(app);
    const clerk = clerkOf(app);
    const { version } = await clerk.read<{ version: number }>(`/cases/${caseId}`);
    await clerk.do('POST', `/cases/${caseId}/correction-request`, {
      version,
      defects: [{ section: 'statement', text: '事实不清', remedy: '写明解除经过' }],
      dueOn: addDays(today(), 7),
    });
    await app.settled();
    expect(await service(claimant, caseId, 'correction-notice')).toMatchObject({ state: 'served' });
    const { correction } = await claimant.read<{ correction: { draftId: string } }>(`/cases/${caseId}`);
    const draft = await claimant.read<{ version: number }>(`/drafts/${correction.draftId}`);
    await claimant.do('POST', `/drafts/${correction.draftId}/submission`, {
      version: draft.version,
      signature: { name: '林秀英', agreed: true },
    });
    expect(await service(claimant, caseId, 'correction-notice')).toMatchObject({ state: 'served' });
  });

  it('is shown to whom it concerns, and to nobody else', async () => {
    const { claimant, clerk, caseId, respondent } = await joined(app);
    await app.settled();
    const theirs = await service(respondent, caseId, 'response-notice');
    const own = await service(claimant, caseId, 'acceptance-notice');
    const stranger = (await filed(app)).claimant;
    const elsewhere = clerkOf(app, 'foshan');
    const director = staffOf(app, 'director.nansha');
    const attempt = { channel: 'mail', outcome: 'failed', note: '退回' };

    for (const outsider of [stranger, elsewhere]) {
      expect((await outsider.get(`/cases/${caseId}/services`)).status).toBe(404);
      expect((await outsider.post(`/services/${own.id}/receipt`)).status).toBe(404);
      expect((await outsider.post(`/services/${own.id}/attempts`, attempt)).status).toBe(404);
    }
    expect((await claimant.post(`/services/${theirs.id}/receipt`)).status).toBe(404);
    expect((await respondent.post(`/services/${own.id}/receipt`)).status).toBe(404);
    expect((await claimant.post(`/services/${own.id}/attempts`, attempt)).status).toBe(403);
    expect((await clerk.post(`/services/${own.id}/receipt`)).status).toBe(403);
    expect((await director.get(`/cases/${caseId}/services`)).status).toBe(200);
    expect((await director.post(`/services/${own.id}/attempts`, attempt)).status).toBe(403);
    expect((await claimant.post('/services/none/receipt')).status).toBe(404);
    expect((await services(clerk, caseId)).map((each) => each.paperKind).sort()).toEqual([
      'acceptance-notice',
      'response-notice',
    ]);
  });

  it('has no receipt for what has not reached the account, and no attempt after it took effect', async () => {
    const { clerk, caseId, respondent } = await joinedOnPaper();
    const { id } = await service(respondent, caseId, 'response-notice');
    const early = await respondent.post<Problem>(`/services/${id}/receipt`);
    expect([early.status, early.body.code]).toEqual([409, 'service.nothing-to-confirm']);
    const noProof = await clerk.post<Problem>(`/services/${id}/proof`);
    expect([noProof.status, noProof.body.code]).toEqual([409, 'service.not-served']);
    const served = { channel: 'in-person', outcome: 'served', servedOn: today(), receiver: '吴国强' };
    await clerk.do('POST', `/services/${id}/attempts`, served);
    const late = await clerk.post<Problem>(`/services/${id}/attempts`, served);
    expect([late.status, late.body.code]).toEqual([409, 'lifecycle.not-now']);
  });

  it('lets one of two clerks who enter the same slip at once win', async () => {
    const { clerk, caseId } = await joinedOnPaper();
    const { id } = await service(clerk, caseId, 'response-notice');
    const served = { channel: 'mail', outcome: 'served', servedOn: today(), receiver: '吴国强' };
    const replies = await Promise.all(
      [1, 2].map(() => clerk.post<Problem>(`/services/${id}/attempts`, served)),
    );
    expect(replies.map((reply) => reply.status).sort()).toEqual([201, 409]);
    expect(await events(caseId, 'service.received')).toHaveLength(1);
  });
});

describe('a paper finished while its addressee joins', () => {
  let app: TestApp;
  beforeAll(async () => {
    // No worker: the test renders by hand, at the moment it wants.
    app = await startApp({ hasWorker: false });
  });
  afterAll(() => app?.close());

  it.each([1, 2, 3, 4, 5, 6])('is served once and not forgotten (run %i)', async () => {
    const { caseId, matter } = await accepted(app);
    const [notice] = await app.query<{ id: string }>(
      `SELECT id FROM paper WHERE case_id = $1 AND kind = 'response-notice'`,
      [caseId],
    );
    const [party] = await app.query<{ join_code_sealed: Buffer }>(
      `SELECT join_code_sealed FROM case_party WHERE case_id = $1 AND role = 'respondent'`,
      [caseId],
    );
    const code = app.get(FieldEncryption).open(party!.join_code_sealed);
    const respondent = app.party(matter.respondents[0]!.phone!);
    await respondent.signIn();
    const papers = app.get(Papers);
    const [, , joining] = await Promise.all([
      papers.render({ paperId: notice!.id }),
      papers.render({ paperId: notice!.id }),
      respondent.post('/joinings', {
        code,
        ...WITHOUT_CONSENT,
        consentsToElectronic: true,
        declaresAuthority: true,
      }),
    ]);
    expect(joining.status).toBe(200);
    expect(await app.query('SELECT state, channel FROM service WHERE case_id = $1', [caseId])).toEqual([
      { state: 'served', channel: 'platform' },
    ]);
    const copies = await app.query(
      `SELECT id FROM record_entry WHERE case_id = $1 AND payload @> '{"clocks": [{"type": "copy-served"}]}'`,
      [caseId],
    );
    expect(copies).toHaveLength(1);
    expect((await verifyRecord(app.get(DataSource).manager)).breaks).toEqual([]);
  });
});

describe('service through a whole case', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
    await withRoster(app);
  });
  afterAll(() => app?.close());

  it('moves the clocks of tribunal, hearing and award, and people are told on the way', async () => {
    const { claimant, respondent, clerk, arbitrator, caseId } = await heard(app);
    const late = await claimant.post<Problem>(`/cases/${caseId}/evidence`, {
      fileId: '01930000-0000-7000-8000-000000000001',
      name: '录音',
      purpose: '证明解除',
      hasOriginal: true,
    });
    expect([late.status, late.body.code]).toEqual([409, 'evidence.too-late']);

    const { claims } = await arbitrator.read<{ claims: { id: string; amountFen: number }[] }>(
      `/cases/${caseId}`,
    );
    await arbitrator.do('PUT', `/cases/${caseId}/award-draft`, {
      version: 0,
      data: {
        facts: '申请人于2023年3月1日入职被申请人处。',
        decisions: claims.map(({ id }) => ({ claimId: id, outcome: 'granted', reasons: '理由充分。' })),
      },
    });
    await arbitrator.do('POST', `/cases/${caseId}/award`, {
      version: 1,
      signature: signatureOf(arbitrator),
    });
    await app.settled();

    const served = await clerk.read<ServiceView[]>(`/cases/${caseId}/services`);
    expect(served.every(({ state, channel }) => state === 'served' && channel === 'platform')).toBe(true);
    const { clocks, parties } = await clerk.read<{
      clocks: (ClockView & { subject: string | null })[];
      parties: { id: string; role: string }[];
    }>(`/cases/${caseId}`);
    expect(clocks.find(({ code }) => code === 'D04')).toMatchObject({ state: 'met' });
    expect(clocks.find(({ code }) => code === 'D09')?.metOn).not.toBeNull();

    const awards = await clerk.read<{ id: string; kind: string }[]>(`/cases/${caseId}/awards`);
    const party = (role: string): string => parties.find((each) => each.role === role)!.id;
    const expected = awards.flatMap(({ id, kind }) => [
      // A final award leaves the employer only the application to set it aside (Law 48, 49).
      `D19 ${id}:${party('claimant')}`,
      `${kind === 'final' ? 'D20' : 'D19'} ${id}:${party('respondent')}`,
    ]);
    expect(
      clocks
        .filter(({ code }) => code === 'D19' || code === 'D20')
        .map(({ code, subject }) => `${code} ${subject}`)
        .sort(),
    ).toEqual(expected.sort());

    const told = async (person: Person): Promise<string[]> =>
      (await person.read<{ items: { kind: string }[] }>('/notifications')).items
        .map(({ kind }) => kind)
        .reverse();
    expect(await told(respondent)).toEqual(['tribunal-constituted', 'hearing-set-down', 'award-issued']);
    expect(await told(arbitrator)).toEqual(['appointed-to-tribunal', 'hearing-set-down']);
    const texts = (await respondent.messages()).map(({ text }) => text);
    for (const title of ['组庭通知书', '开庭通知书', '仲裁裁决书']) {
      expect(texts).toContainEqual(expect.stringContaining(`向您送达《${title}》`));
    }
    // One thing, one message: the courtesy stays in the account of whoever is served there.
    for (const words of ['已经组成仲裁庭', '在线开庭', '已经作出裁决']) {
      expect(texts.filter((text) => text.includes(words))).toEqual([]);
    }
  });
});
