import * as acts from '../../src/demo/acts';
import { Person } from '../../src/demo/person';
import { DEMO_PASSWORD } from '../../src/demo/staff';
import { freePort, overHttp, settingsOf, startApp, type TestApp } from '../support/app';
import { matter } from '../support/cases';
import { eventually } from '../support/eventually';
import { Process } from '../support/processes';

describe('what the logs say of people', () => {
  let app: TestApp;
  let server: Process;
  let worker: Process;
  let url: string;

  beforeAll(async () => {
    // As talkative as it gets, in processes of their own, as in an installation.
    app = await startApp({ hasWorker: false, now: null });
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const env = { ...settingsOf(app), PORT: String(port), PUBLIC_URL: url, LOG_LEVEL: 'trace' };
    server = new Process('main', env, async () => {
      const reply = await fetch(`${url}/api/health`);
      if (!reply.ok) throw new Error(`health ${reply.status}`);
    });
    worker = new Process('worker', env, () => Promise.resolve());
    await Promise.all([server.start(), worker.start()]);
  });
  afterAll(async () => {
    await Promise.all([server?.kill(), worker?.kill()]);
    await app?.close();
  });

  it('is nothing that tells who they are, and where each request went', async () => {
    const someone = (credentials: ConstructorParameters<typeof Person>[2]): Person =>
      new Person(overHttp(url), { now: () => new Date() }, credentials);
    const content = matter();
    const claimant = someone({ kind: 'party', phone: content.claimant.phone });
    const clerk = someone({ kind: 'staff', username: 'clerk.nansha', password: DEMO_PASSWORD });
    const { caseId } = await acts.file(claimant, content);
    await acts.accept(clerk, caseId);
    await clerk.read(`/cases?view=board&q=${encodeURIComponent(content.claimant.name)}`);
    const papers = await eventually(async () => {
      const list = await claimant.read<{ id: string; state: string }[]>(`/cases/${caseId}/papers`);
      if (list.length < 3 || list.some(({ state }) => state === 'pending')) throw new Error('not drawn yet');
      return list;
    });
    await claimant.download(`/cases/${caseId}/papers/${papers[0]?.id ?? ''}/tickets`);
    // Faults are logged with what the database said of them.
    await app.query(
      `CREATE FUNCTION refuse_drafts() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN RAISE EXCEPTION 'the disk is full'; END $$;
       CREATE TRIGGER refuse_drafts BEFORE INSERT ON one_time_code FOR EACH ROW EXECUTE FUNCTION refuse_drafts()`,
    );
    const stranger = someone({ kind: 'visitor' });
    expect((await stranger.post('/auth/codes', { phone: '13912345678' })).status).toBe(500);

    const log = await eventually(() => {
      const output = server.output + worker.output;
      if (!output.includes('the disk is full')) throw new Error('not written yet');
      return output;
    });
    const requests = log.split('\n').filter((line) => line.includes('request completed'));
    expect(requests.length).toBeGreaterThan(10);
    expect(log).toContain(`"path":"/api/cases/${caseId}/acceptance"`);
    expect(log).toContain('"path":"/api/tickets/…"');
    expect(requests.filter((line) => line.includes('/api/health'))).toEqual([]);

    const [respondent] = content.respondents;
    const secrets = {
      claimant: content.claimant.name,
      phone: content.claimant.phone,
      address: content.claimant.address,
      identityNumber: content.claimant.document.number,
      respondent: respondent?.name ?? '',
      respondentPhone: respondent?.phone ?? '',
      strangerPhone: '13912345678',
      statement: content.statement,
      password: DEMO_PASSWORD,
      cookie: claimant.cookie.split('=').at(-1) ?? '',
      code: '验证码',
      search: encodeURIComponent(content.claimant.name),
    };
    const leaks = Object.entries(secrets).filter(([, secret]) => secret === '' || log.includes(secret));
    expect(leaks.map(([what]) => what)).toEqual([]);
  });
});
