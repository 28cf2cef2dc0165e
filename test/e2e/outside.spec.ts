import type { Reply } from '../../src/demo/person';
import { startApp, type TestApp } from '../support/app';
import { newPhone } from '../support/cases';
import { problemOf } from '../support/problem';

const FORGED = '203.0.113.7';
const addressesOf = async (app: TestApp): Promise<string[]> =>
  (await app.query<{ address: string }>('SELECT DISTINCT address FROM one_time_code ORDER BY address')).map(
    ({ address }) => address,
  );
const ask = (app: TestApp, forwardedFor: string): Promise<Reply<unknown>> =>
  app.visitor().post('/auth/codes', { phone: newPhone() }, { headers: { 'x-forwarded-for': forwardedFor } });

describe('the address of a visitor', () => {
  it('is the one the connection comes from, whatever the visitor says', async () => {
    const app = await startApp({ hasWorker: false, settings: { DEMO_MODE: 'false' } });
    try {
      for (let i = 0; i < 40; i += 1) expect((await ask(app, `203.0.113.${i}`)).status).toBe(204);
      expect(await addressesOf(app)).toEqual(['127.0.0.1']);
      problemOf(await ask(app, FORGED), 429, 'auth.too-many-codes');
    } finally {
      await app.close();
    }
  });

  it.each([
    ['a proxy that is named is believed', '127.0.0.1', FORGED, FORGED],
    ['as part of a network too', '127.0.0.0/8,::1', FORGED, FORGED],
    ['only for what it adds itself', '127.0.0.1', `198.51.100.1, ${FORGED}`, FORGED],
    ['another one is not', '10.0.0.0/8', FORGED, '127.0.0.1'],
  ])('%s', async (_name, proxies, forwardedFor, address) => {
    const app = await startApp({ hasWorker: false, settings: { TRUST_PROXY: proxies } });
    try {
      expect((await ask(app, forwardedFor)).status).toBe(204);
      expect(await addressesOf(app)).toEqual([address]);
    } finally {
      await app.close();
    }
  });
});

describe('the metrics', () => {
  const TOKEN = 'a token that only the collector of the tests holds';
  const from = (app: TestApp, headers: Record<string, string>): Promise<Reply<string>> =>
    app.visitor().get<string>('/metrics', { headers });

  it('are closed without a token, also for this machine', async () => {
    const app = await startApp({ hasWorker: false });
    try {
      for (const headers of [{}, { authorization: 'Bearer ' }, { 'x-forwarded-for': '127.0.0.1' }])
        problemOf(await from(app, headers), 404, 'request.not-found');
    } finally {
      await app.close();
    }
  });

  it('open for the one who holds it', async () => {
    const app = await startApp({ hasWorker: false, settings: { METRICS_TOKEN: TOKEN } });
    try {
      problemOf(await from(app, {}), 404, 'request.not-found');
      problemOf(await from(app, { authorization: `Bearer ${TOKEN}.` }), 404, 'request.not-found');
      const { status, body } = await from(app, { authorization: `Bearer ${TOKEN}` });
      expect(status).toBe(200);
      expect(body).toContain('process_cpu_seconds_total');
    } finally {
      await app.close();
    }
  });
});
