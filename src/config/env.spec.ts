import { readEnv, type SettingName } from './env';

const KEY = Buffer.alloc(32, 1).toString('base64');
const MINIMUM: Partial<Record<SettingName, string>> = {
  DATABASE_URL: 'postgres://127.0.0.1/yun_zhongcai',
  SESSION_SECRET: 'a secret that is only used by tests, nowhere else',
  FIELD_KEY: KEY,
  INDEX_KEY: KEY,
};
const PRODUCTION: typeof MINIMUM = {
  ...MINIMUM,
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://arbitration.example',
  SEAL_P12_DIR: '/seals',
  SMS_DRIVER: 'http',
  SMS_ENDPOINT: 'https://gateway.example/',
  SMS_ACCESS_KEY_ID: 'id',
  SMS_ACCESS_KEY_SECRET: 'secret',
  SMS_SIGN_NAME: '云仲裁',
  SMS_TEMPLATE_CODE: 'SMS_1',
};

describe('settings that are refused, each by its name', () => {
  it.each<[string, typeof MINIMUM, RegExp]>([
    ['no session secret', { ...MINIMUM, SESSION_SECRET: '' }, /SESSION_SECRET is missing/],
    ['a key of another length', { ...MINIMUM, FIELD_KEY: 'c2hvcnQ=' }, /FIELD_KEY must be 32 bytes/],
    ['production without seals', { ...PRODUCTION, SEAL_P12_DIR: '' }, /SEAL_P12_DIR is missing/],
    ['production without its address', { ...PRODUCTION, PUBLIC_URL: '' }, /PUBLIC_URL is missing/],
    [
      'production at a plain address',
      { ...PRODUCTION, PUBLIC_URL: 'http://localhost:3000' },
      /PUBLIC_URL must begin with https/,
    ],
    ['production with codes on a page', { ...PRODUCTION, SMS_DRIVER: 'demo' }, /SMS_DRIVER=demo/],
    ['an address that is none', { ...MINIMUM, PUBLIC_URL: 'arbitration.example' }, /PUBLIC_URL must be an/],
    [
      'an address with a path',
      { ...MINIMUM, PUBLIC_URL: 'https://city.example/zc' },
      /PUBLIC_URL must be an/,
    ],
    ['a key without a certificate', { ...MINIMUM, HTTPS_KEY: '/key.pem' }, /HTTPS_KEY and HTTPS_CERT belong/],
    ['a certificate without a key', { ...MINIMUM, HTTPS_CERT: '/c.pem' }, /HTTPS_KEY and HTTPS_CERT belong/],
    ['trust in anybody', { ...MINIMUM, TRUST_PROXY: 'true' }, /TRUST_PROXY must be false, or/],
    ['trust in a name', { ...MINIMUM, TRUST_PROXY: '127.0.0.1,proxy' }, /TRUST_PROXY must be false, or/],
    ['trust in half a network', { ...MINIMUM, TRUST_PROXY: '10.0.0.0/33' }, /TRUST_PROXY must be false, or/],
    ['a token that can be guessed', { ...MINIMUM, METRICS_TOKEN: 'metrics' }, /METRICS_TOKEN must have 32/],
  ])('%s', (_name, settings, reason) => {
    expect(() => readEnv(settings)).toThrow(reason);
  });

  it('all of them at once', () => {
    expect(() => readEnv({ NODE_ENV: 'production' })).toThrow(
      /SESSION_SECRET[^]*SMS_DRIVER=demo[^]*SEAL_P12_DIR[^]*PUBLIC_URL[^]*DATABASE_URL[^]*FIELD_KEY[^]*INDEX_KEY/,
    );
  });
});

describe('settings that are taken', () => {
  it.each<[string, typeof MINIMUM]>([
    ['the least', MINIMUM],
    ['production', PRODUCTION],
    [
      'a demonstration in production, without seals, gateway and TLS',
      { ...MINIMUM, NODE_ENV: 'production', DEMO_MODE: 'true', PUBLIC_URL: 'http://localhost:3000' },
    ],
  ])('%s', (_name, settings) => {
    expect(() => readEnv(settings)).not.toThrow();
  });

  it.each([
    ['false', []],
    ['127.0.0.1', ['127.0.0.1']],
    ['10.0.0.0/8,::1', ['10.0.0.0/8', '::1']],
  ])('TRUST_PROXY=%s', (text, trusted) => {
    expect(readEnv({ ...MINIMUM, TRUST_PROXY: text }).trustProxy).toEqual(trusted);
  });

  it.each<[typeof MINIMUM, string]>([
    [{}, 'http://127.0.0.1:3000'],
    [{ HTTPS_KEY: '/key.pem', HTTPS_CERT: '/cert.pem' }, 'https://127.0.0.1:3000'],
    [{ PUBLIC_URL: 'https://arbitration.example/' }, 'https://arbitration.example'],
  ])('%j is reached at %s', (settings, url) => {
    expect(readEnv({ ...MINIMUM, ...settings }).publicUrl).toBe(url);
  });
});
