import * as acts from '../../src/demo/acts';
import { evidenceFile } from '../../src/demo/evidence-file';
import { applicationOf, type Matter } from '../../src/demo/matter';
import type { Person } from '../../src/demo/person';
import { QUIET, startApp, type TestApp } from '../support/app';
import { clerkOf, matter, newPhone, staffOf } from '../support/cases';
import { inspectPdf } from '../support/pdf';
import { fieldsOf, problemOf } from '../support/problem';

interface Draft {
  id: string;
  version: number;
  data: Record<string, unknown>;
  problems: { pointer: string; code: string }[];
}

interface CaseView {
  oralApplication: { takenBy: string; confirmedBy: string; hasSheet: boolean } | null;
  parties: {
    id: string;
    role: string;
    name: string;
    phone: string | null;
    hasJoined: boolean;
    isMine: boolean;
  }[];
  correction: { draftId: string | null } | null;
  actions: string[];
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

describe('at the counter (Law 28(3), Rules 29(3))', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ settings: QUIET });
  });
  afterAll(() => app?.close());

  /** Written down by the clerk for somebody who has no telephone. */
  async function written(
    clerk: Person,
    content: Matter,
    changes: Record<string, unknown> = {},
  ): Promise<Draft> {
    const { id, version, data } = await clerk.do<Draft>('POST', '/drafts');
    expect(data).toEqual({ commissionId: content.commissionId });
    const fileIds: string[] = [];
    for (const { name, lines } of content.evidence) {
      fileIds.push((await clerk.upload(`${name}.pdf`, await evidenceFile(name, lines))).id);
    }
    const whole = applicationOf(content, await acts.calculate(clerk, content), fileIds) as unknown as {
      claimant: Record<string, unknown>;
      service: Record<string, unknown>;
    };
    delete whole.claimant['phone'];
    delete whole.service['phone'];
    return clerk.do<Draft>('PATCH', `/drafts/${id}`, {
      version,
      step: 'review',
      data: { ...whole, service: { ...whole.service, consentsToElectronic: false }, ...changes },
    });
  }

  const sheetOf = async (clerk: Person): Promise<string> =>
    (await clerk.upload('笔录.pdf', await evidenceFile('口头申请笔录', ['已捺印']))).id;

  const oral = (sheetFileId?: string) => ({
    text: '我叫林秀英，不会写字。公司欠我两个月工资。\n今年一月底老板口头叫我走人。',
    isReadBack: true,
    hasNoInterest: true,
    confirmedBy: 'fingerprint',
    ...(sheetFileId ? { sheetFileId } : {}),
  });

  const submit = (clerk: Person, { id, version }: Draft, body: object, name = '林秀英') =>
    clerk.post<acts.Filed>(`/drafts/${id}/submission`, {
      version,
      signature: { name, agreed: true },
      ...body,
    });

  async function filed(content = matter()): Promise<{ caseId: string; clerk: Person; content: Matter }> {
    const clerk = clerkOf(app);
    const draft = await written(clerk, content);
    expect(draft.problems).toEqual([]);
    const reply = await submit(clerk, draft, { oral: oral(await sheetOf(clerk)) });
    expect(reply.status).toBe(201);
    await app.settled();
    return { caseId: reply.body.caseId, clerk, content };
  }

  const paper = async (person: Person, caseId: string, kind: string): Promise<string> => {
    const papers = await person.read<{ id: string; kind: string }[]>(`/cases/${caseId}/papers`);
    const { id } = papers.find((each) => each.kind === kind)!;
    return (await inspectPdf(await person.download(`/cases/${caseId}/papers/${id}/tickets`))).text;
  };

  const codeIn = (receipt: string): string => /加入码\s*([0-9A-Z]{8})/.exec(receipt)?.[1] ?? '';

  it('a clerk takes the application down; record and papers say so, and it goes on like any other', async () => {
    const { caseId, clerk } = await filed();
    const view = await clerk.read<CaseView>(`/cases/${caseId}`);
    expect(view.oralApplication).toMatchObject({
      takenBy: clerk.name,
      confirmedBy: 'fingerprint',
      hasSheet: true,
    });
    expect(view.parties.find(({ role }) => role === 'claimant')).toMatchObject({
      phone: null,
      hasJoined: false,
    });
    const entries = await clerk.read<{ type: string; actorName?: string }[]>(`/cases/${caseId}/timeline`);
    expect(entries.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['application.submitted', 'application.taken-down']),
    );
    const [entry] = await app.query<{ actor_kind: string; actor_id: string }>(
      `SELECT actor_kind, actor_id FROM record_entry WHERE case_id = $1 AND type = 'application.taken-down'`,
      [caseId],
    );
    expect(entry).toEqual({ actor_kind: 'staff', actor_id: clerk.id });
    const record = await paper(clerk, caseId, 'oral-application-record');
    expect(record).toContain('不会写字');
    expect(record).toContain('已向申请人宣读');
    const receipt = await paper(clerk, caseId, 'receipt');
    expect(receipt).toContain('窗口当面提交');
    expect(receipt).toContain(clerk.name);
    expect(codeIn(receipt)).toHaveLength(8);
    const sheet = await clerk.download(`/cases/${caseId}/oral-application/tickets`);
    expect(sheet.subarray(0, 4).toString()).toBe('%PDF');

    const { state } = await acts.accept(clerk, caseId);
    expect(state).toBe('accepted');
    await app.settled();
    // Nobody holds the claimant's seat: what is served waits for the post.
    const services = await clerk.read<{ paperKind: string; partyName: string; state: string }[]>(
      `/cases/${caseId}/services`,
    );
    expect(services.find(({ paperKind }) => paperKind === 'acceptance-notice')).toMatchObject({
      partyName: '林秀英',
      state: 'pending',
    });
  });

  it('the claimant takes the case over with the code on the receipt, and reads what is theirs', async () => {
    const { caseId, clerk, content } = await filed();
    const code = codeIn(await paper(clerk, caseId, 'receipt'));
    const claimant = app.party(newPhone());
    const joining = {
      code,
      name: content.claimant.name,
      capacity: 'self',
      consentsToElectronic: true,
      consentsToOnlineHearing: true,
      declaresAuthority: true,
    };
    problemOf(await claimant.post('/joinings', { ...joining, name: '王小明' }), 422, 'request.invalid');
    expect((await claimant.post<{ caseId: string }>('/joinings', joining)).body.caseId).toBe(caseId);
    const view = await claimant.read<CaseView>(`/cases/${caseId}`);
    expect(view.parties.find(({ isMine }) => isMine)).toMatchObject({ role: 'claimant' });
    expect(view.oralApplication?.hasSheet).toBe(true);
    // They may do what a claimant may.
    const { options } = await claimant.read<{ options: { kind: string }[] }>(`/cases/${caseId}/motions`);
    expect(options.map(({ kind }) => kind)).toContain('withdrawal');
    const other = app.party(newPhone());
    problemOf(await other.post('/joinings', joining), 409, 'join.already-joined');
  });

  it('of two who take it over at once one does', async () => {
    const { caseId, clerk, content } = await filed();
    const joining = {
      code: codeIn(await paper(clerk, caseId, 'receipt')),
      name: content.claimant.name,
      capacity: 'self',
      consentsToElectronic: true,
      consentsToOnlineHearing: false,
      declaresAuthority: true,
    };
    const people = [app.party(newPhone()), app.party(newPhone())];
    await Promise.all(people.map((person) => person.read('/session')));
    const replies = await Promise.all(people.map((person) => person.post('/joinings', joining)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('a correction comes back to the clerk; once the claimant has taken over, to the claimant', async () => {
    const defects = [{ section: 'statement', text: '没有写明工资数额。', remedy: '请写明。' }];
    const { caseId, clerk } = await filed();
    await acts.requestCorrection(clerk, caseId, { defects, dueOn: '2026-03-20' });
    const draftId = (await clerk.read<CaseView>(`/cases/${caseId}`)).correction?.draftId ?? '';
    const draft = await clerk.read<Draft>(`/drafts/${draftId}`);
    const again = await submit(clerk, draft, { oral: oral(await sheetOf(clerk)) });
    expect({ status: again.status, caseId: again.body.caseId }).toEqual({ status: 201, caseId });
    // The seat still waits, with the code it had.
    expect(
      (await clerk.read<CaseView>(`/cases/${caseId}`)).parties.find(({ role }) => role === 'claimant'),
    ).toMatchObject({ hasJoined: false });

    const second = await filed();
    await acts.requestCorrection(second.clerk, second.caseId, { defects, dueOn: '2026-03-20' });
    const claimant = app.party(newPhone());
    await claimant.do('POST', '/joinings', {
      code: codeIn(await paper(second.clerk, second.caseId, 'receipt')),
      name: second.content.claimant.name,
      capacity: 'self',
      consentsToElectronic: true,
      consentsToOnlineHearing: true,
      declaresAuthority: true,
    });
    const theirs = (await claimant.read<CaseView>(`/cases/${second.caseId}`)).correction?.draftId ?? '';
    expect((await second.clerk.get(`/drafts/${theirs}`)).status).toBe(404);
    const open = await claimant.read<Draft>(`/drafts/${theirs}`);
    const phone = '13812345678';
    const data = open.data as { claimant: object; service: object };
    const saved = await claimant.do<Draft>('PATCH', `/drafts/${theirs}`, {
      version: open.version,
      step: 'review',
      data: { claimant: { ...data.claimant, phone }, service: { ...data.service, phone } },
    });
    expect(saved.problems).toEqual([]);
    // The evidence was uploaded by the clerk; the case holds it.
    expect((await submit(claimant, saved, {})).status).toBe(201);
    expect(
      (await claimant.read<CaseView>(`/cases/${second.caseId}`)).parties.find(({ isMine }) => isMine),
    ).toMatchObject({ role: 'claimant', hasJoined: true });
  });

  it('is confirmed by the applicant, read back, and taken down by who has no part in it', async () => {
    const clerk = clerkOf(app);
    const draft = await written(clerk, matter());
    const refused = async (body: object, ...fields: string[]): Promise<void> => {
      const problem = problemOf(await submit(clerk, draft, body), 422, 'request.invalid');
      expect(fieldsOf(problem)).toEqual(fields);
    };
    await refused({}, '/oral/text field.required');
    await refused({ oral: oral() }, '/oral/sheetFileId counter.unconfirmed');
    await refused({ oral: { ...oral(), confirmedBy: 'signature' } }, '/oral/sheetFileId counter.unconfirmed');
    const sheet = await sheetOf(clerk);
    await refused({ oral: { ...oral(sheet), isReadBack: false } }, '/oral/isReadBack field.must-agree');
    await refused({ oral: { ...oral(sheet), hasNoInterest: false } }, '/oral/hasNoInterest field.must-agree');
    const others = await sheetOf(staffOf(app, 'recorder.nansha'));
    problemOf(await submit(clerk, draft, { oral: oral(others) }), 422, 'application.incomplete');
    // Signed on the screen of the clerk.
    const { id: fileId } = await clerk.upload('signature.png', PNG);
    const signed = await clerk.post<acts.Filed>(`/drafts/${draft.id}/submission`, {
      version: draft.version,
      signature: { name: '林秀英', agreed: true, fileId },
      oral: { ...oral(), confirmedBy: 'signature' },
    });
    expect(signed.status).toBe(201);
    problemOf(await submit(clerk, draft, { oral: oral(sheet) }), 409, 'draft.submitted');
  });

  it('without a telephone nothing is served electronically, and another commission is another counter', async () => {
    const clerk = clerkOf(app);
    const content = matter();
    const draft = await written(clerk, content);
    const data = draft.data as { service: object };
    const electronic = await clerk.do<Draft>('PATCH', `/drafts/${draft.id}`, {
      version: draft.version,
      step: 'service',
      data: { service: { ...data.service, consentsToElectronic: true } },
    });
    expect(electronic.problems.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/service/consentsToElectronic counter.no-phone',
    ]);
    const elsewhere = await clerk.post(`/drafts/${draft.id}`);
    expect(elsewhere.status).toBe(404);
    problemOf(
      await clerk.send('PATCH', `/drafts/${draft.id}`, {
        version: electronic.version,
        step: 'commission',
        data: { commissionId: 'foshan' },
      }),
      422,
      'request.invalid',
    );
    problemOf(
      await submit(clerk, { ...draft, version: 1 }, { oral: oral(await sheetOf(clerk)) }),
      409,
      'draft.version',
    );
  });

  it('is for filing clerks only, and what a party writes is no oral application', async () => {
    problemOf(await staffOf(app, 'recorder.nansha').post('/drafts'), 403, 'auth.not-for-you');
    const content = matter();
    const claimant = app.party(content.claimant.phone);
    const draft = await acts.prepare(claimant, content);
    problemOf(
      await claimant.post(`/drafts/${draft.id}/submission`, {
        version: draft.version,
        signature: { name: content.claimant.name, agreed: true },
        oral: oral(),
      }),
      422,
      'request.invalid',
    );
    // Somebody else's draft is nobody's to find.
    expect((await clerkOf(app).get(`/drafts/${draft.id}`)).status).toBe(404);
    const own = await written(clerkOf(app), matter());
    expect((await claimant.get(`/drafts/${own.id}`)).status).toBe(404);
    expect((await clerkOf(app, 'foshan').get(`/drafts/${own.id}`)).status).toBe(404);
  });
});
