import { createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { legalDay } from '../../src/platform/clock';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { Messages } from '../../src/platform/messaging/messaging.module';
import { FileStore } from '../../src/platform/storage/file-store';
import { S3FileStore } from '../../src/platform/storage/s3-file-store';
import { QUIET, startApp, type TestApp } from '../support/app';
import { filed, newPhone } from '../support/cases';
import { eventually } from '../support/eventually';
import { S3Server } from '../support/s3-server';

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

describe('text messages over the gateway', () => {
  const secret = 'the secret of the account';
  const received: Record<string, string>[] = [];
  const taken: Record<string, string>[] = [];
  const asked: Record<string, string>[] = [];
  /** Takes what it is given, and its answer is lost on the way. */
  let isSilent = false;
  let answer: { status: number; body: object } = { status: 200, body: { Code: 'OK' } };
  let gateway: Server;
  let app: TestApp;

  /** Percent-encoding and signature as the gateway's documentation words them, written a second time. */
  const encode = (value: string): string =>
    [...Buffer.from(value)]
      .map((byte) =>
        /[A-Za-z0-9\-_.~]/.test(String.fromCharCode(byte))
          ? String.fromCharCode(byte)
          : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
      )
      .join('');
  const isSigned = ({ Signature, ...rest }: Record<string, string>): boolean => {
    const query = Object.entries(rest)
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .sort()
      .join('&');
    const expected = createHmac('sha1', `${secret}&`)
      .update(`POST&%2F&${encode(query)}`)
      .digest('base64');
    return Signature === expected;
  };

  const nonces = new Set<string>();
  const refusalOf = (parameters: Record<string, string>): string | null => {
    if (!isSigned(parameters)) return 'SignatureDoesNotMatch';
    const nonce = parameters['SignatureNonce'] ?? '';
    if (nonces.has(nonce)) return 'SignatureNonceUsed';
    nonces.add(nonce);
    return null;
  };

  beforeAll(async () => {
    gateway = createServer((request, response) => {
      text(request).then(
        (body) => {
          const parameters = Object.fromEntries(new URLSearchParams(body));
          const refusal = refusalOf(parameters);
          if (!refusal && parameters['Action'] === 'QuerySendDetails') {
            asked.push(parameters);
            const details = taken
              .filter(({ PhoneNumbers }) => PhoneNumbers === parameters['PhoneNumber'])
              .map(({ OutId }) => ({ OutId, SendStatus: 3 }));
            response.writeHead(200, { 'content-type': 'application/json' });
            response.end(JSON.stringify({ Code: 'OK', SmsSendDetailDTOs: { SmsSendDetailDTO: details } }));
            return;
          }
          if (!refusal) received.push(parameters);
          if (!refusal && answer.status === 200) taken.push(parameters);
          if (isSilent) return void response.destroy();
          response.writeHead(refusal ? 400 : answer.status, { 'content-type': 'application/json' });
          response.end(JSON.stringify(refusal ? { Code: refusal, Message: 'wrong' } : answer.body));
        },
        () => response.destroy(),
      );
    });
    await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
    app = await startApp({
      settings: {
        ...QUIET,
        SMS_DRIVER: 'http',
        SMS_ENDPOINT: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/`,
        SMS_ACCESS_KEY_ID: 'account',
        SMS_ACCESS_KEY_SECRET: secret,
        SMS_SIGN_NAME: '云仲裁*测试~',
        SMS_TEMPLATE_CODE: 'SMS_1',
      },
    });
  });
  afterAll(async () => {
    await app?.close();
    gateway?.closeAllConnections();
    gateway?.close();
  });

  it.each([
    ['13800138000', '13800138000'],
    ['+85291234567', '85291234567'],
    ['+85366123456', '85366123456'],
  ])('a code for %s goes to %s, signed', async (phone, to) => {
    await app.visitor().do('POST', '/auth/codes', { phone });
    const last = received.at(-1);
    expect(last).toMatchObject({
      PhoneNumbers: to,
      SignName: '云仲裁*测试~',
      Action: 'SendSms',
      Version: '2017-05-25',
    });
    // The gateway sets the signature 【…】 before the text: here it would stand twice.
    expect(JSON.parse(last?.['TemplateParam'] ?? '')).toEqual({
      text: expect.stringMatching(/^[^【】]*\d{6}[^【】]*$/) as string,
    });
    expect(last?.['Timestamp']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  it('nothing of it lands in the demonstration inbox', async () => {
    expect(await app.query('SELECT 1 FROM demo_message')).toEqual([]);
  });

  it('what was refused is sent again as a new request for the same message', async () => {
    const before = received.length;
    answer = { status: 503, body: { Code: 'ServiceUnavailable' } };
    const { id } = await app.get(UnitOfWork).run({ kind: 'system', name: 'test' }, async (tx) => {
      await app.get(Messages).enqueue(tx, '+8613800138001', '您的案件有新的进展。');
      const [job] = (await tx.manager.query(
        `SELECT id, data::text AS data FROM job.job WHERE name = 'messages.send' ORDER BY created_on DESC LIMIT 1`,
      )) as { id: string; data: string }[];
      expect(job?.data).not.toMatch(/13800138001|进展/);
      return { id: job?.id ?? '' };
    });
    await eventually(() => expect(received.length).toBe(before + 1));
    answer = { status: 200, body: { Code: 'OK' } };
    await app.settled();
    const [first, ...later] = received.slice(before);
    expect(later.length).toBeGreaterThan(0);
    for (const attempt of later) {
      expect(attempt['OutId']).toBe(first?.['OutId']);
      expect(attempt['SignatureNonce']).not.toBe(first?.['SignatureNonce']);
    }
    const [job] = await app.query<{ state: string }>('SELECT state FROM job.job WHERE id = $1', [id]);
    expect(job?.state).toBe('completed');
  });

  it('when its answer was lost, the gateway is asked for the message before it is sent once more', async () => {
    const before = received.length;
    isSilent = true;
    await app
      .get(UnitOfWork)
      .run({ kind: 'system', name: 'test' }, (tx) =>
        app.get(Messages).enqueue(tx, '+8613800138002', '您的案件有新的进展。'),
      );
    await eventually(() => expect(received.length).toBe(before + 1));
    isSilent = false;
    await app.settled();
    expect(received.length).toBe(before + 1);
    expect(asked.at(-1)).toMatchObject({
      PhoneNumber: '13800138002',
      SendDate: legalDay(new Date()).replaceAll('-', ''),
    });
  });

  it('a refusal is not reported as sent', async () => {
    answer = { status: 200, body: { Code: 'isv.BUSINESS_LIMIT_CONTROL', Message: 'too many' } };
    expect((await app.visitor().post('/auth/codes', { phone: newPhone() })).status).toBe(500);
    answer = { status: 200, body: { Code: 'OK' } };
    expect((await app.visitor().post('/auth/codes', { phone: newPhone() })).status).toBe(204);
  });
});

describe('files in an object store', () => {
  let server: S3Server;
  let store: S3FileStore;
  let folder: string;
  beforeAll(async () => {
    server = await S3Server.start();
    store = new S3FileStore({ endpoint: server.endpoint, ...server.settings });
    folder = mkdtempSync(join(tmpdir(), 's3-'));
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('what is put is there, once, and comes back', async () => {
    const content = randomBytes(10_000);
    expect(await store.has(sha256(content))).toBe(false);
    await store.put(content, sha256(content));
    await store.put(content, sha256(content));
    expect(await store.has(sha256(content))).toBe(true);
    expect((await buffer(await store.read(sha256(content)))).equals(content)).toBe(true);
    expect(
      server.requests.filter((line) => line.startsWith('PUT') && line.endsWith(sha256(content))),
    ).toHaveLength(1);
  });

  it('what is removed is gone, and removing it again is no accident', async () => {
    const content = randomBytes(1_000);
    await store.put(content, sha256(content));
    await store.remove(sha256(content));
    await store.remove(sha256(content));
    expect(await store.has(sha256(content))).toBe(false);
  });

  it('a large file goes in parts and stays where it was', async () => {
    const content = randomBytes(12 * 1024 * 1024);
    const path = join(folder, 'film.mp4');
    writeFileSync(path, content);
    await store.adopt(path, sha256(content));
    await store.adopt(path, sha256(content));
    expect((await buffer(await store.read(sha256(content)))).equals(content)).toBe(true);
    expect(readFileSync(path).equals(content)).toBe(true);
  });

  it('what is not there is gone, not an accident', async () => {
    await expect(store.read('0'.repeat(64))).rejects.toMatchObject({ kind: 'gone', code: 'file.missing' });
  });

  it('a wrong secret is an error, not an empty store', async () => {
    const stranger = new S3FileStore({ endpoint: server.endpoint, ...server.settings, secretKey: 'wrong' });
    await expect(stranger.has('0'.repeat(64))).rejects.toBeDefined();
    await expect(stranger.put(Buffer.from('x'), sha256(Buffer.from('x')))).rejects.toBeDefined();
  });

  it('the whole program works with it: uploads, papers, tickets', async () => {
    const app = await startApp({
      settings: {
        STORAGE_DRIVER: 's3',
        S3_ENDPOINT: server.endpoint,
        S3_BUCKET: server.settings.bucket,
        S3_ACCESS_KEY: server.settings.accessKey,
        S3_SECRET_KEY: server.settings.secretKey,
      },
    });
    try {
      expect(app.get(FileStore)).toBeInstanceOf(S3FileStore);
      const { caseId, claimant } = await filed(app);
      await app.settled();
      const papers = await claimant.read<{ id: string; sha256: string }[]>(`/cases/${caseId}/papers`);
      expect(papers.length).toBeGreaterThan(1);
      for (const paper of papers) {
        const content = await claimant.download(`/cases/${caseId}/papers/${paper.id}/tickets`);
        expect(sha256(content)).toBe(paper.sha256);
      }
    } finally {
      await app.close();
    }
  });
});
