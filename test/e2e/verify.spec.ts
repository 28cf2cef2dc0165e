import { createHash } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';
import { accepted } from '../support/cases';
import { fieldsOf, problemOf } from '../support/problem';

interface Verified {
  commissionName: string;
  title: string;
  caseNumber: string | null;
  sha256: string;
  isGenuine?: boolean;
}

describe('anybody can check a paper by its code', () => {
  let app: TestApp;
  let code: string;
  let pdf: Buffer;
  let number: string;
  beforeAll(async () => {
    app = await startApp();
    const base = await accepted(app);
    number = base.number;
    await app.settled();
    const papers = await base.claimant.read<{ id: string; kind: string; verificationCode: string | null }[]>(
      `/cases/${base.caseId}/papers`,
    );
    const notice = papers.find(({ kind }) => kind === 'acceptance-notice');
    code = notice?.verificationCode ?? '';
    pdf = await base.claimant.download(`/cases/${base.caseId}/papers/${notice?.id ?? ''}/tickets`);
    expect(papers.find(({ kind }) => kind === 'application')?.verificationCode).toBeNull();
  });
  afterAll(() => app?.close());

  const hash = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

  it('without signing in, and is told what was issued, but of nobody', async () => {
    const issued = await app.visitor().read<Verified>(`/verify/${code}`);
    expect(issued).toMatchObject({
      commissionName: '广州市南沙区劳动人事争议仲裁委员会',
      title: '受理通知书',
      caseNumber: number,
      sha256: hash(pdf),
    });
    expect(JSON.stringify(issued)).not.toMatch(/林秀英|物流/);
  });

  it('the file in hand is the one that was issued, to the last byte', async () => {
    const check = (content: Buffer): Promise<Verified> =>
      app.visitor().do('POST', `/verify/${code}`, { sha256: hash(content) });
    expect((await check(pdf)).isGenuine).toBe(true);
    const touched = Buffer.from(pdf);
    touched[touched.length >> 1] = (touched[touched.length >> 1] ?? 0) ^ 1;
    expect((await check(touched)).isGenuine).toBe(false);
    expect((await check(Buffer.concat([pdf, Buffer.from('\n')]))).isGenuine).toBe(false);
  });

  it('the code is read however it was typed', async () => {
    const typed = encodeURIComponent(` ${code.toLowerCase().replace(/(.{4})/g, '$1-')} `);
    expect((await app.visitor().read<Verified>(`/verify/${typed}`)).caseNumber).toBe(number);
  });

  it.each(['AAAAAAAAAAAA', '1', '%00', encodeURIComponent("' OR 1=1 --"), 'A'.repeat(250)])(
    'the code %p is unknown',
    async (unknown) => {
      problemOf(await app.visitor().get(`/verify/${unknown}`), 404, 'verify.unknown-code');
      problemOf(
        await app.visitor().post(`/verify/${unknown}`, { sha256: hash(pdf) }),
        404,
        'verify.unknown-code',
      );
    },
  );

  it.each(['', 'abc', 'Z'.repeat(64), '0'.repeat(65)])('%p is no fingerprint', async (sha256) => {
    const problem = problemOf(
      await app.visitor().post(`/verify/${code}`, { sha256 }),
      422,
      'request.invalid',
    );
    expect(fieldsOf(problem)).toEqual(['/sha256 field.sha256']);
  });

  it('a paper that is not drawn yet cannot be checked', async () => {
    const second = await startApp({ hasWorker: false });
    try {
      const base = await accepted(second);
      const [row] = await second.query<{ verification_code: string }>(
        `SELECT verification_code FROM paper WHERE case_id = $1 AND kind = 'acceptance-notice'`,
        [base.caseId],
      );
      problemOf(
        await second.visitor().get(`/verify/${row?.verification_code ?? ''}`),
        404,
        'verify.unknown-code',
      );
    } finally {
      await second.close();
    }
  });
});
