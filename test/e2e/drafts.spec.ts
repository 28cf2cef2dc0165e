import { prepare } from '../../src/demo/acts';
import { applicationOf } from '../../src/demo/matter';
import { startApp, type TestApp } from '../support/app';
import { matter, newPhone } from '../support/cases';
import { fieldsOf, problemOf } from '../support/problem';

interface Draft {
  id: string;
  version: number;
  step: string;
  data: Record<string, unknown>;
  problems: { pointer: string; code: string; detail: string }[];
}

describe('drafts', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app?.close());

  const content = applicationOf(matter(), [1_600_000, 4_800_000], []);
  const save = (version: number, step: string, data: Record<string, unknown>) => ({ version, step, data });

  it('are saved step by step and resumed on another device', async () => {
    const phone = app.party(newPhone());
    const { id, version } = await phone.do<Draft>('POST', '/drafts');
    const one = await phone.do<Draft>(
      'PATCH',
      `/drafts/${id}`,
      save(version, 'claimant', { commissionId: 'nansha' }),
    );
    await phone.do<Draft>(
      'PATCH',
      `/drafts/${id}`,
      save(one.version, 'respondents', { claimant: content.claimant }),
    );
    const computer = phone.elsewhere();
    const [listed] = await computer.read<{ id: string; step: string }[]>('/drafts');
    expect(listed).toMatchObject({ id, step: 'respondents' });
    const resumed = await computer.read<Draft>(`/drafts/${id}`);
    expect(resumed).toMatchObject({
      version: 3,
      step: 'respondents',
      data: { commissionId: 'nansha', claimant: content.claimant },
    });
    expect(resumed.problems.map(({ pointer }) => pointer)).toContain('/respondents');
  });

  it('begin with the number one signed in with', async () => {
    for (const [phone, shown] of [
      ['+8613900008888', '13900008888'],
      ['+85261234567', '+85261234567'],
    ]) {
      const { data } = await app.party(phone!).do<Draft>('POST', '/drafts');
      expect(data).toEqual({ claimant: { phone: shown } });
    }
  });

  it('two devices that saved on the same version do not overwrite each other', async () => {
    const phone = app.party(newPhone());
    const { id, version } = await phone.do<Draft>('POST', '/drafts');
    const computer = phone.elsewhere();
    await phone.do(
      'PATCH',
      `/drafts/${id}`,
      save(version, 'statement', { statement: { text: '手机上写的' } }),
    );
    const reply = await computer.send(
      'PATCH',
      `/drafts/${id}`,
      save(version, 'statement', { statement: { text: '电脑上写的' } }),
    );
    expect(problemOf(reply, 409, 'draft.version').detail).toContain('另一台设备');
    expect((await phone.read<Draft>(`/drafts/${id}`)).data['statement']).toEqual({ text: '手机上写的' });
  });

  it('and when they save in the same moment, exactly one is written', async () => {
    const phone = app.party(newPhone());
    const { id, version } = await phone.do<Draft>('POST', '/drafts');
    const texts = Array.from({ length: 6 }, (_, i) => `第${i}个页面`);
    const replies = await Promise.all(
      texts.map((text) =>
        phone.send<Draft>('PATCH', `/drafts/${id}`, save(version, 'statement', { statement: { text } })),
      ),
    );
    const won = replies.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 409)).toHaveLength(5);
    const kept = await phone.read<Draft>(`/drafts/${id}`);
    expect(kept.version).toBe(version + 1);
    expect(kept.data).toEqual(won[0]?.body.data);
  });

  it('hold anything half-typed, and say what is still missing', async () => {
    const person = app.party(newPhone());
    const { id, version } = await person.do<Draft>('POST', '/drafts');
    const half = { claimant: { name: '陈', document: { kind: 'resident-id', number: '4401' } }, claims: [] };
    const kept = await person.do<Draft>('PATCH', `/drafts/${id}`, save(version, 'claimant', half));
    expect(kept.data).toEqual(half);
    expect(fieldsOf({ errors: kept.problems } as never)).toEqual(
      expect.arrayContaining([
        '/commissionId field.required',
        '/claimant/document/number field.resident-id-length',
        '/claims field.claim-missing',
        '/statement field.required',
      ]),
    );
  });

  it('say which commission the places in them lead to', async () => {
    const person = app.party(newPhone());
    const { id, ...begun } = await person.do<Draft>('POST', '/drafts');
    let version = begun.version;
    const at = async (data: Record<string, unknown>) => {
      ({ version } = await person.do<Draft>('PATCH', `/drafts/${id}`, { version, step: 'job', data }));
      return (await person.read<{ found: { competent: string[] } | null }>(`/drafts/${id}/competence`)).found;
    };
    expect(await at({ employment: { workplace: 7 }, respondents: [null, { address: '' }] })).toBeNull();
    expect(await at({ employment: { workplace: '佛山市顺德区' } })).toMatchObject({ competent: ['foshan'] });
    expect(await at({ respondents: [{ address: '广州市南沙区' }] })).toMatchObject({
      competent: ['foshan', 'nansha'],
    });
    problemOf(await app.party(newPhone()).get(`/drafts/${id}/competence`), 404, 'request.not-found');
  });

  it('null clears a section; an unknown one is refused by name', async () => {
    const person = app.party(newPhone());
    const { id, version } = await person.do<Draft>('POST', '/drafts');
    await person.do('PATCH', `/drafts/${id}`, save(version, 'statement', { statement: { text: '一' } }));
    const cleared = await person.do<Draft>(
      'PATCH',
      `/drafts/${id}`,
      save(version + 1, 'statement', { statement: null }),
    );
    expect(cleared.data).not.toHaveProperty('statement');
    const reply = await person.send(
      'PATCH',
      `/drafts/${id}`,
      save(version + 2, 'statement', { isAdmin: true }),
    );
    expect(fieldsOf(problemOf(reply, 422, 'request.invalid'))).toEqual(['/data/isAdmin field.unknown']);
  });

  it("a stranger's draft does not exist", async () => {
    const owner = app.party(newPhone());
    const { id } = await owner.do<Draft>('POST', '/drafts');
    const stranger = app.party(newPhone());
    problemOf(await stranger.get(`/drafts/${id}`), 404, 'request.not-found');
    problemOf(await stranger.send('PATCH', `/drafts/${id}`, save(1, 'x', {})), 404, 'request.not-found');
    problemOf(await stranger.send('DELETE', `/drafts/${id}`), 404, 'request.not-found');
    const signature = { name: '陈', agreed: true };
    problemOf(
      await stranger.post(`/drafts/${id}/submission`, { version: 1, signature }),
      404,
      'request.not-found',
    );
    expect((await owner.read<Draft>(`/drafts/${id}`)).version).toBe(1);
  });

  it('one that is too large is refused and nothing of it kept', async () => {
    const person = app.party(newPhone());
    const { id, version } = await person.do<Draft>('POST', '/drafts');
    const reply = await person.send(
      'PATCH',
      `/drafts/${id}`,
      save(version, 'statement', { statement: { text: '长'.repeat(262_145) } }),
    );
    problemOf(reply, 413, 'draft.too-large');
    expect((await person.read<Draft>(`/drafts/${id}`)).data).not.toHaveProperty('statement');
  });

  it('a body past the limit of the server is refused by name as well', async () => {
    const person = app.party(newPhone());
    const { id, version } = await person.do<Draft>('POST', '/drafts');
    const reply = await person.send(
      'PATCH',
      `/drafts/${id}`,
      save(version, 'x', { statement: { text: 'x'.repeat(3_000_000) } }),
    );
    problemOf(reply, 413, 'request.too-large');
  });

  it('there are at most twenty', async () => {
    const person = app.party(newPhone());
    for (let i = 0; i < 20; i += 1) await person.do('POST', '/drafts');
    expect(problemOf(await person.post('/drafts'), 409, 'draft.too-many').detail).toContain('20');
  });

  it('one that is discarded is gone; one that was submitted stays', async () => {
    const person = app.party(newPhone());
    const { id } = await person.do<Draft>('POST', '/drafts');
    await person.do('DELETE', `/drafts/${id}`);
    problemOf(await person.get(`/drafts/${id}`), 404, 'request.not-found');

    const other = app.party(newPhone());
    const draft = await prepare(other, matter());
    await other.do('POST', `/drafts/${draft.id}/submission`, {
      version: draft.version,
      signature: { name: '林秀英', agreed: true },
    });
    problemOf(await other.send('DELETE', `/drafts/${draft.id}`), 409, 'draft.submitted');
    problemOf(
      await other.send('PATCH', `/drafts/${draft.id}`, save(draft.version, 'x', {})),
      409,
      'draft.submitted',
    );
  });

  it('what is typed lies sealed in the database', async () => {
    const person = app.party(newPhone());
    const draft = await prepare(person, matter());
    const [row] = await app.query<{ data_sealed: Buffer }>(
      'SELECT data_sealed FROM application_draft WHERE id = $1',
      [draft.id],
    );
    expect(row?.data_sealed.toString('utf8')).not.toContain('林秀英');
  });
});
