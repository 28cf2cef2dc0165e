import { io, type Socket } from 'socket.io-client';
import { DataSource } from 'typeorm';
import * as acts from '../../src/demo/acts';
import { evidenceFile } from '../../src/demo/evidence-file';
import type { Person } from '../../src/demo/person';
import type { CaseDto, PartyDto } from '../../src/modules/cases/cases.dto';
import { Papers } from '../../src/modules/documents';
import { verifyRecord } from '../../src/platform/record/record';
import { startApp, type TestApp } from '../support/app';
import { accepted, answered, clerkOf, joined, newPhone, staffOf, type AcceptedCase } from '../support/cases';
import { eventually } from '../support/eventually';
import { inspectPdf } from '../support/pdf';
import { fieldsOf, problemOf } from '../support/problem';
import { withRoster } from '../support/proceedings';

const REASON = '公司来人说明，从未有人代表其应诉';
const CHECKED = '致电工商登记的座机，由行政部陈女士告知';
const WHO = {
  name: '吴国强',
  capacity: 'legal-representative',
  consentsToElectronic: true,
  consentsToOnlineHearing: true,
} as const;

interface PaperView {
  id: string;
  kind: string;
  voidSince: string | null;
  verificationCode: string | null;
}

describe("a respondent's seat", () => {
  let app: TestApp;
  let clerk: Person;
  let socket: Socket | undefined;
  beforeAll(async () => {
    app = await startApp();
    await withRoster(app);
    clerk = clerkOf(app);
  });
  afterAll(async () => {
    socket?.disconnect();
    await app?.close();
  });

  const open = (person: Person, caseId: string): Promise<CaseDto> => person.read(`/cases/${caseId}`);
  const seatOf = async (caseId: string, reader = clerk): Promise<PartyDto> => {
    const party = (await open(reader, caseId)).parties.find(({ role }) => role === 'respondent');
    if (!party) throw new Error('no respondent');
    return party;
  };
  const papersOf = (person: Person, caseId: string): Promise<PaperView[]> =>
    person.read(`/cases/${caseId}/papers`);
  const servicesOf = async (caseId: string) =>
    (await acts.services(clerk, caseId))
      .filter(({ partyRole }) => partyRole === 'respondent')
      .map(({ paperKind, state }) => `${paperKind} ${state}`)
      .sort();
  const clockOf = async (caseId: string, code: string) =>
    (await open(clerk, caseId)).clocks.find((each) => each.code === code);
  const release = async (caseId: string) =>
    clerk.post(`/cases/${caseId}/parties/${(await seatOf(caseId)).id}/seat-release`, { reason: REASON });

  describe('and the code that leads to it', () => {
    let base: AcceptedCase;
    let partyId: string;
    beforeAll(async () => {
      base = await accepted(app);
      await app.settled();
      partyId = (await seatOf(base.caseId)).id;
    });

    const send = (person: Person, body: object) =>
      person.post(`/cases/${base.caseId}/parties/${partyId}/code-messages`, body);

    it('stands on the notice, and is in no message, in no job, and nowhere the claimant may look', async () => {
      const code = await acts.joinCode(clerk, base.caseId);
      const notice = (await papersOf(clerk, base.caseId)).find(({ kind }) => kind === 'response-notice');
      const pdf = await inspectPdf(
        await clerk.download(`/cases/${base.caseId}/papers/${notice?.id ?? ''}/tickets`),
      );
      expect(pdf.words).toContain(`应诉码：${code}`);
      const [sent] = await app.query<{ all: string }>('SELECT json_agg(text)::text AS all FROM demo_message');
      const [jobs] = await app.query<{ all: string }>('SELECT json_agg(data)::text AS all FROM job.job');
      expect(`${sent?.all ?? ''}${jobs?.all ?? ''}`).not.toContain(code);
      expect((await papersOf(base.claimant, base.caseId)).map(({ kind }) => kind)).not.toContain(
        'response-notice',
      );
      problemOf(
        await base.claimant.post(`/cases/${base.caseId}/papers/${notice?.id ?? ''}/tickets`),
        404,
        'request.not-found',
      );
    });

    it.each([
      [
        'to the number of the claimant',
        () => base.matter.claimant.phone,
        CHECKED,
        '/phone party.phone-of-opponent',
      ],
      ['to no mobile number', () => '020-12345678', CHECKED, '/phone field.phone'],
      ['unchecked', newPhone, '', '/checkedHow field.required'],
    ])('is not sent %s', async (_how, phone, checkedHow, expected) => {
      const problem = problemOf(await send(clerk, { phone: phone(), checkedHow }), 422, 'request.invalid');
      expect(fieldsOf(problem)).toEqual([expected]);
    });

    it('is sent by the filing clerk of the commission only', async () => {
      const body = { phone: newPhone(), checkedHow: CHECKED };
      for (const person of [base.claimant, staffOf(app, 'recorder.nansha'), staffOf(app, 'director.nansha')])
        problemOf(await send(person, body), 403, 'auth.not-for-you');
      problemOf(await send(clerkOf(app, 'foshan'), body), 404, 'request.not-found');
    });

    it('goes to a number the clerk has checked, and how it was checked is kept for the house', async () => {
      const phone = newPhone();
      expect((await send(clerk, { phone, checkedHow: CHECKED })).status).toBe(204);
      await app.settled();
      const code = await acts.joinCode(clerk, base.caseId);
      const texts = (await app.party(phone).messages()).map(({ text }) => text);
      expect(texts.filter((text) => text.includes(code) && text.includes(base.number))).toHaveLength(1);
      const [jobs] = await app.query<{ all: string }>('SELECT json_agg(data)::text AS all FROM job.job');
      expect(jobs?.all).not.toContain(code);
      expect((await seatOf(base.caseId)).codeSendings).toEqual([
        expect.objectContaining({
          phone: `+86 ${phone.slice(0, 3)}****${phone.slice(-4)}`,
          checkedHow: CHECKED,
          sentBy: '梁慧仪',
        }),
      ]);
      expect((await seatOf(base.caseId, base.claimant)).codeSendings).toEqual([]);
      const types = async (person: Person) =>
        (await person.read<{ type: string }[]>(`/cases/${base.caseId}/timeline`)).map(({ type }) => type);
      expect(await types(clerk)).toContain('party.code-sent');
      expect(await types(base.claimant)).not.toContain('party.code-sent');
      const [record] = await app.query<{ all: string }>(
        'SELECT json_agg(payload)::text AS all FROM record_entry WHERE case_id = $1',
        [base.caseId],
      );
      expect(record?.all).not.toContain(phone);
    });

    it('is not sent once somebody sits there, and a released seat sends nothing to the old number', async () => {
      await acts.join(app.party(newPhone()), await acts.joinCode(clerk, base.caseId), WHO);
      problemOf(await send(clerk, { phone: newPhone(), checkedHow: CHECKED }), 409, 'party.has-joined');
      const messages = () => app.query(`SELECT 1 FROM demo_message WHERE text LIKE '%应诉码为%'`);
      const before = (await messages()).length;
      expect((await release(base.caseId)).status).toBe(204);
      await app.settled();
      expect(await messages()).toHaveLength(before);
    });
  });

  it('is not taken without saying for whom one acts', async () => {
    const { caseId } = await accepted(app);
    await app.settled();
    const code = await acts.joinCode(clerk, caseId);
    for (const declaresAuthority of [false, undefined]) {
      const reply = await app.party(newPhone()).post('/joinings', { code, ...WHO, declaresAuthority });
      expect(fieldsOf(problemOf(reply, 422, 'request.invalid'))).toEqual([
        '/declaresAuthority field.must-agree',
      ]);
    }
  });

  it('cannot be had twice by one account', async () => {
    const first = (await accepted(app)).matter.respondents[0]!;
    const second = (await accepted(app)).matter.respondents[0]!;
    const { caseId } = await accepted(app, { respondents: [first, second] });
    await app.settled();
    const agent = app.party(newPhone());
    await acts.join(agent, await acts.joinCode(clerk, caseId, first.name), WHO);
    const reply = await agent.post('/joinings', {
      code: await acts.joinCode(clerk, caseId, second.name),
      ...WHO,
      declaresAuthority: true,
    });
    problemOf(reply, 409, 'join.other-seat');
  });

  it('is taken back at once, with all that was done through it, and the company begins anew', async () => {
    // Somebody who is not the company joins, agrees to everything, admits a claim, hands something in and signs.
    const { caseId, claimant, respondent: impostor } = await answered(app);
    await acts.addEvidence(impostor, caseId, {
      name: '伪造的签收单',
      purpose: '证明已付工资',
      hasOriginal: false,
      lines: ['已收到'],
    });
    await app.settled();
    await acts.confirmAll(impostor, caseId);
    await app.settled();
    const before = await seatOf(caseId);
    expect(before.actions).toEqual(['party.release-seat']);
    expect(await servicesOf(caseId)).toEqual(['response-notice served']);
    expect(await clockOf(caseId, 'D05')).toMatchObject({ state: 'met' });
    const oldCode = await acts.joinCode(clerk, caseId);
    const notice = (await papersOf(impostor, caseId)).find(({ kind }) => kind === 'response-notice')!;
    const { url } = await impostor.do<{ url: string }>(
      'POST',
      `/cases/${caseId}/papers/${notice.id}/tickets`,
    );
    const cookie = impostor.cookie;
    socket = io(`${app.url}/case`, { extraHeaders: { cookie }, transports: ['websocket'] });
    expect(await socket.emitWithAck('case:watch', { caseId })).toEqual({ ok: true });

    problemOf(
      await claimant.post(`/cases/${caseId}/parties/${before.id}/seat-release`, { reason: REASON }),
      403,
      'auth.not-for-you',
    );
    expect((await release(caseId)).status).toBe(204);

    // The access has ended: session, socket, files, case.
    expect(
      (await app.visitor().get<{ user: unknown }>('/session', { headers: { cookie } })).body.user,
    ).toBeNull();
    await eventually(() => expect(socket?.connected).toBe(false));
    problemOf(await app.visitor().get(url.replace('/api', '')), 404, 'file.ticket-expired');
    await impostor.signIn();
    problemOf(await impostor.get(`/cases/${caseId}`), 404, 'request.not-found');
    problemOf(await impostor.post(`/cases/${caseId}/papers/${notice.id}/tickets`), 404, 'request.not-found');
    problemOf(
      await impostor.send('PUT', `/cases/${caseId}/answer`, { version: 0, data: {} }),
      404,
      'request.not-found',
    );
    problemOf(
      await impostor.post('/joinings', { code: oldCode, ...WHO, declaresAuthority: true }),
      404,
      'join.unknown-code',
    );

    // Nothing that was agreed to or said counts any more.
    await app.settled();
    expect(await seatOf(caseId)).toMatchObject({
      hasJoined: false,
      representativeName: null,
      consentsToElectronic: false,
      consentsToOnlineHearing: false,
      actions: ['party.send-code'],
      seatReleases: [{ representativeName: '吴国强', reason: REASON, releasedBy: '梁慧仪' }],
    });
    expect((await seatOf(caseId, claimant)).seatReleases).toEqual([]);
    expect(await claimant.read<unknown[]>(`/cases/${caseId}/answers`)).toEqual([]);
    const { items } = await clerk.read<{ items: { name: string; isSetAside: boolean }[] }>(
      `/cases/${caseId}/evidence`,
    );
    expect(items.filter(({ isSetAside }) => isSetAside).map(({ name }) => name)).toEqual(['伪造的签收单']);
    const papers = await papersOf(clerk, caseId);
    const voided = papers.filter(({ voidSince }) => voidSince !== null).map(({ kind }) => kind);
    expect(voided.sort()).toEqual(['answer', 'response-notice', 'service-receipt']);
    const answer = papers.find(({ kind }) => kind === 'response-notice');
    const verified = await app
      .visitor()
      .read<{ voidSince: string | null }>(`/verify/${answer?.verificationCode ?? ''}`);
    expect(verified.voidSince).not.toBeNull();

    // It waits to be served anew, and the clocks know it.
    expect(await servicesOf(caseId)).toEqual(['response-notice pending', 'response-notice withdrawn']);
    expect(await clockOf(caseId, 'D03')).toMatchObject({ state: 'running' });
    expect(await clockOf(caseId, 'D05')).toBeUndefined();
    expect(await clockOf(caseId, 'D06')).toBeUndefined();
    problemOf(await release(caseId), 409, 'party.seat-empty');

    // The company comes with the code on the new notice.
    app.clock.forward({ days: 1 });
    const company = app.party(newPhone());
    const newCode = await acts.joinCode(clerk, caseId);
    expect(newCode).not.toBe(oldCode);
    await acts.join(company, newCode, { ...WHO, name: '真正的吴国强' });
    expect(await servicesOf(caseId)).toEqual(['response-notice served', 'response-notice withdrawn']);
    expect(await clockOf(caseId, 'D03')).toMatchObject({ metOn: app.clock.today() });
    expect(await clockOf(caseId, 'D05')).toMatchObject({ state: 'running', startedOn: app.clock.today() });
    await acts.answer(company, caseId, {
      positions: [{ stance: 'denied', reasons: '不同意' }],
      statement: '不同意全部请求',
      signedBy: '真正的吴国强',
    });
    await app.settled();
    expect(await clockOf(caseId, 'D05')).toMatchObject({ state: 'met', metOn: app.clock.today() });
    expect(await clockOf(caseId, 'D06')).toMatchObject({ startedOn: app.clock.today() });
    const receipt = (await papersOf(company, caseId)).findLast(({ kind }) => kind === 'receipt');
    const { words } = await inspectPdf(
      await company.download(`/cases/${caseId}/papers/${receipt?.id ?? ''}/tickets`),
    );
    expect(words).toContain('以上材料共1项');
    expect((await verifyRecord(app.get(DataSource).manager)).breaks).toEqual([]);
    // Who the timeline says did what can be followed by everybody in the case.
    const story = await company.read<{ type: string }[]>(`/cases/${caseId}/timeline`);
    expect(story.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['party.seat-released', 'service.set-aside']),
    );
  });

  it('what came by mail stays served, and only what came through the account is served again', async () => {
    const base = await accepted(app);
    await app.settled();
    const posted = await acts.post(clerk, base.caseId, 'respondent', 'EMS1000000009');
    await acts.delivered(clerk, posted, app.clock.today(), '前台');
    await acts.join(app.party(newPhone()), await acts.joinCode(clerk, base.caseId), WHO);
    await acts.appoint(clerk, base.caseId, { arbitrator: '林慧敏' });
    await app.settled();
    expect(await servicesOf(base.caseId)).toEqual(['composition-notice served', 'response-notice served']);
    expect(await clockOf(base.caseId, 'D04')).toMatchObject({ state: 'met' });
    expect((await release(base.caseId)).status).toBe(204);
    await app.settled();
    expect(await servicesOf(base.caseId)).toEqual([
      'composition-notice pending',
      'response-notice pending',
      'response-notice served',
    ]);
    expect(await clockOf(base.caseId, 'D03')).toMatchObject({ state: 'met' });
    expect(await clockOf(base.caseId, 'D05')).toMatchObject({ state: 'running' });
    expect(await clockOf(base.caseId, 'D04')).toMatchObject({ state: 'running' });
  });

  it('what was waived from it is not waived, also for a hearing that is set down', async () => {
    const { caseId, claimant, respondent } = await joined(app);
    await acts.appoint(clerk, caseId, { arbitrator: '林慧敏' });
    for (const party of [claimant, respondent]) await acts.waiveNotice(party, caseId);
    await acts.setDown(clerk, caseId, {
      startsAt: new Date(app.clock.now().getTime() + 86_400_000),
      roomId: 'nansha-online-2',
    });
    await app.settled();
    expect(await clockOf(caseId, 'D09')).toMatchObject({ state: 'met' });
    expect((await release(caseId)).status).toBe(204);
    await app.settled();
    expect((await clockOf(caseId, 'D09'))?.metOn).toBeNull();
    const waivers = await app.query<{ side: string }>('SELECT side FROM notice_waiver WHERE case_id = $1', [
      caseId,
    ]);
    expect(waivers.map(({ side }) => side)).toEqual(['claimant']);
    const booked = await app.query(
      `SELECT 1 FROM booking b JOIN hearing h ON h.id = b.hearing_id WHERE h.case_id = $1 AND b.resource_id = $2`,
      [caseId, respondent.id],
    );
    expect(booked).toEqual([]);
  });

  it('is given back to who lost it by mistake: the same account joins again', async () => {
    const { caseId, respondent } = await joined(app);
    expect((await release(caseId)).status).toBe(204);
    await app.settled();
    await respondent.signIn();
    await acts.join(respondent, await acts.joinCode(clerk, caseId), WHO);
    expect(await open(respondent, caseId)).toMatchObject({ capacities: ['respondent'] });
  });

  it('released twice at once is released once, with one new notice', async () => {
    const { caseId } = await joined(app);
    const replies = await Promise.all([release(caseId), release(caseId), release(caseId)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
    await app.settled();
    expect(await servicesOf(caseId)).toEqual(['response-notice pending', 'response-notice withdrawn']);
  });

  it.each([1, 2, 3])(
    'released while somebody answers from it: the answer does not stand (run %i)',
    async () => {
      const { caseId, respondent } = await joined(app);
      const { claims } = await acts.open(respondent, caseId);
      const { version } = await respondent.do<{ version: number }>('PUT', `/cases/${caseId}/answer`, {
        version: 0,
        data: {
          positions: claims.map(({ id }) => ({
            claimId: id,
            stance: 'admitted',
            reasons: '',
            pleadsLimitation: false,
          })),
          statement: '全部承认',
        },
      });
      const file = await respondent.upload('a.pdf', await evidenceFile('一', ['二']));
      const [released, answer, added] = await Promise.all([
        release(caseId),
        respondent.post(`/cases/${caseId}/answer/submission`, {
          version,
          signature: { name: '吴国强', agreed: true },
        }),
        respondent.post(`/cases/${caseId}/evidence`, {
          fileId: file.id,
          name: '一',
          purpose: '二',
          hasOriginal: true,
        }),
      ]);
      expect(released.status).toBe(204);
      expect([200, 401, 404]).toContain(answer.status);
      expect([201, 401, 404]).toContain(added.status);
      await app.settled();
      const answers = await clerk.read<{ isSetAside: boolean }[]>(`/cases/${caseId}/answers`);
      expect(answers.filter(({ isSetAside }) => !isSetAside)).toEqual([]);
      const { items } = await clerk.read<{ items: { partyRole: string; isSetAside: boolean }[] }>(
        `/cases/${caseId}/evidence`,
      );
      expect(items.filter(({ partyRole, isSetAside }) => partyRole === 'respondent' && !isSetAside)).toEqual(
        [],
      );
      expect(await clockOf(caseId, 'D05')).toBeUndefined();
    },
  );
});

describe('a seat released while its notice is being made and somebody joins', () => {
  let app: TestApp;
  beforeAll(async () => {
    // No worker: the test renders by hand, at the moment it wants.
    app = await startApp({ hasWorker: false });
  });
  afterAll(() => app?.close());

  it.each([1, 2, 3, 4])('everybody queues at one door (run %i)', async () => {
    const { caseId, clerk } = await accepted(app);
    const notices = () =>
      app.query<{ id: string }>(
        `SELECT id FROM paper WHERE case_id = $1 AND kind = 'response-notice' ORDER BY issued_at, id`,
        [caseId],
      );
    const [first] = await notices();
    const papers = app.get(Papers);
    await papers.render({ paperId: first!.id });
    const code = await acts.joinCode(clerk, caseId);
    const [one, other] = [app.party(newPhone()), app.party(newPhone())];
    await acts.join(one, code, WHO);
    await acts.answer(one, caseId, {
      positions: [{ stance: 'admitted', reasons: '' }],
      statement: '全部承认',
      signedBy: '吴国强',
    });
    await other.signIn();
    const { parties } = await acts.open(clerk, caseId);
    const partyId = parties.find(({ role }) => role === 'respondent')?.id ?? '';
    const pending = await app.query<{ id: string }>(
      `SELECT id FROM paper WHERE case_id = $1 AND state = 'pending'`,
      [caseId],
    );
    const [released, joining] = await Promise.all([
      clerk.post(`/cases/${caseId}/parties/${partyId}/seat-release`, { reason: REASON }),
      other.post('/joinings', { code, ...WHO, declaresAuthority: true }),
      ...pending.map(({ id }) => papers.render({ paperId: id })),
    ]);
    expect(released.status).toBe(204);
    expect([404, 409]).toContain(joining.status);
    for (const { id } of await notices()) await papers.render({ paperId: id });
    const states = await app.query<{ state: string }>(
      `SELECT state FROM service WHERE case_id = $1 AND party_id = $2 ORDER BY created_at, id`,
      [caseId, partyId],
    );
    expect(states.map(({ state }) => state)).toEqual(['withdrawn', 'pending']);
    expect((await verifyRecord(app.get(DataSource).manager)).breaks).toEqual([]);
  });
});
