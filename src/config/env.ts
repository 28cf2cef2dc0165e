import { isIP } from 'node:net';

/** One table of settings: name, default, what it is for. README, `.env.example` and compose are held against it by a test. */
export const SETTINGS = {
  NODE_ENV: {
    default: 'development',
    about: 'production refuses to start with a missing secret, seal or secure address',
  },
  DATABASE_URL: { default: '', about: 'PostgreSQL 18; npm start fills it with the embedded server' },
  HOST: { default: '127.0.0.1', about: 'address the server listens on' },
  PORT: { default: '3000', about: 'port of web, API and sockets' },
  PUBLIC_URL: {
    default: '',
    about: 'address people use; printed on papers and in messages; https in production',
  },
  HTTPS_KEY: { default: '', about: 'path of a PEM key; with HTTPS_CERT the server speaks HTTPS itself' },
  HTTPS_CERT: { default: '', about: 'path of a PEM certificate' },
  TRUST_PROXY: {
    default: 'false',
    about:
      'comma-separated addresses or networks of the reverse proxies whose X-Forwarded-For is believed; nobody else’s is',
  },
  METRICS_TOKEN: {
    default: '',
    about: 'bearer token that opens /api/metrics, 32 characters or more; closed when empty',
  },
  DEMO_MODE: { default: 'false', about: 'demonstration data, inbox page and accounts' },
  SESSION_SECRET: { default: '', about: 'signs CSRF tokens and tickets; 32 bytes or more' },
  FIELD_KEY: { default: '', about: 'encrypts identity numbers at rest; 32 bytes, base64' },
  INDEX_KEY: { default: '', about: 'keys the blind index of identity numbers; 32 bytes, base64' },
  STORAGE_DRIVER: { default: 'local', about: 'local or s3' },
  STORAGE_PATH: { default: '.data/files', about: 'folder of the local store and of uploads under way' },
  S3_ENDPOINT: { default: '', about: 'S3-compatible endpoint' },
  S3_REGION: { default: 'us-east-1', about: 'S3 region' },
  S3_BUCKET: { default: '', about: 'S3 bucket' },
  S3_ACCESS_KEY: { default: '', about: 'S3 access key' },
  S3_SECRET_KEY: { default: '', about: 'S3 secret key' },
  SMS_DRIVER: { default: 'demo', about: 'demo writes to the demonstration inbox, http calls the gateway' },
  SMS_ENDPOINT: { default: '', about: 'SMS gateway (Aliyun Dysmsapi protocol)' },
  SMS_ACCESS_KEY_ID: { default: '', about: 'SMS gateway key id' },
  SMS_ACCESS_KEY_SECRET: { default: '', about: 'SMS gateway key secret' },
  SMS_SIGN_NAME: { default: '', about: 'SMS signature registered with the gateway' },
  SMS_TEMPLATE_CODE: { default: '', about: 'SMS template with one variable `text`' },
  MEDIA_PORT: { default: '44444', about: 'first UDP/TCP port of the media workers' },
  MEDIA_LISTEN_IP: { default: '127.0.0.1', about: 'address the media workers listen on' },
  MEDIA_ANNOUNCED_ADDRESS: { default: '', about: 'address told to browsers when it differs' },
  MEDIASOUP_WORKER_BIN: {
    default: '',
    about: 'path of a media worker; set-up finds or builds one otherwise',
  },
  TURN_URLS: { default: '', about: 'comma-separated TURN addresses' },
  TURN_SECRET: { default: '', about: 'shared secret of the TURN server (REST credentials)' },
  CLAMAV_SOCKET: { default: '', about: 'path of a clamd socket; uploads are scanned when set' },
  SEAL_P12_DIR: {
    default: '',
    about:
      'folder with <commission id>/seal.p12 and seal.pass; demonstration certificates otherwise, except in production',
  },
  LOG_LEVEL: { default: 'info', about: 'pino level' },
} as const satisfies Record<string, { default: string; about: string }>;

export type SettingName = keyof typeof SETTINGS;

export interface Env {
  isProduction: boolean;
  isDemo: boolean;
  databaseUrl: string;
  host: string;
  port: number;
  publicUrl: string;
  https: { keyPath: string; certPath: string } | null;
  /** Addresses and networks of reverse proxies; whoever else says X-Forwarded-For is not believed. */
  trustProxy: string[];
  metricsToken: string | null;
  sessionSecret: string;
  fieldKey: Buffer;
  indexKey: Buffer;
  storage: { driver: 'local' | 's3'; path: string };
  s3: { endpoint: string; region: string; bucket: string; accessKey: string; secretKey: string };
  sms: {
    driver: 'demo' | 'http';
    endpoint: string;
    accessKeyId: string;
    accessKeySecret: string;
    signName: string;
    templateCode: string;
  };
  media: { port: number; listenIp: string; announcedAddress: string | null; workerBin: string | null };
  turn: { urls: string[]; secret: string };
  clamavSocket: string | null;
  sealDir: string | null;
  logLevel: string;
}

/** The program does not start with these settings; only whoever wrote them can change that. */
export class SettingsError extends Error {
  constructor(wrong: readonly string[]) {
    super(`Settings:\n- ${wrong.join('\n- ')}`);
    this.name = 'SettingsError';
  }
}

/**
 * @throws SettingsError naming every setting that is missing or malformed, so that one start tells all of it.
 */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const wrong: string[] = [];
  const get = (name: SettingName): string => source[name] || SETTINGS[name].default;
  const required = (name: SettingName): string => {
    const value = get(name);
    if (value === '') wrong.push(`${name} is missing (${SETTINGS[name].about})`);
    return value;
  };
  const oneOf = <T extends string>(name: SettingName, allowed: readonly T[]): T => {
    const value = get(name);
    if (!allowed.includes(value as T)) wrong.push(`${name} must be one of ${allowed.join(', ')}`);
    return value as T;
  };
  const key = (name: SettingName): Buffer => {
    const bytes = Buffer.from(required(name), 'base64');
    if (bytes.length !== 32) wrong.push(`${name} must be 32 bytes in base64`);
    return bytes;
  };
  const port = (name: SettingName): number => {
    const value = Number(get(name));
    if (!Number.isInteger(value) || value < 0 || value > 65535) wrong.push(`${name} must be a port`);
    return value;
  };

  const isProduction = get('NODE_ENV') === 'production';
  const isDemo = get('DEMO_MODE') === 'true';
  const sessionSecret = required('SESSION_SECRET');
  if (sessionSecret.length < 32) wrong.push('SESSION_SECRET must have 32 characters or more');
  const storageDriver = oneOf('STORAGE_DRIVER', ['local', 's3']);
  if (storageDriver === 's3')
    (['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'] as const).forEach(required);
  const smsDriver = oneOf('SMS_DRIVER', ['demo', 'http']);
  if (smsDriver === 'http') {
    (
      [
        'SMS_ENDPOINT',
        'SMS_ACCESS_KEY_ID',
        'SMS_ACCESS_KEY_SECRET',
        'SMS_SIGN_NAME',
        'SMS_TEMPLATE_CODE',
      ] as const
    ).forEach(required);
  } else if (isProduction && !isDemo) {
    wrong.push(
      'SMS_DRIVER=demo shows one-time codes on a page; in production set DEMO_MODE=true or SMS_DRIVER=http',
    );
  }
  const httpsKey = get('HTTPS_KEY');
  const httpsCert = get('HTTPS_CERT');
  if ((httpsKey === '') !== (httpsCert === ''))
    wrong.push(
      'HTTPS_KEY and HTTPS_CERT belong together: with one of them the server would speak plain HTTP',
    );
  const host = get('HOST');
  const listenPort = port('PORT');
  const publicUrl =
    get('PUBLIC_URL') ||
    `${httpsKey ? 'https' : 'http'}://${host === '0.0.0.0' ? 'localhost' : host}:${listenPort}`;
  if (!isOrigin(publicUrl)) wrong.push('PUBLIC_URL must be an address like https://arbitration.example');
  const proxies = get('TRUST_PROXY') === 'false' ? [] : get('TRUST_PROXY').split(',');
  if (!proxies.every(isAddressOrNetwork)) {
    wrong.push(
      'TRUST_PROXY must be false, or addresses and networks of reverse proxies such as 127.0.0.1,10.0.0.0/8; true would believe anybody',
    );
  }
  const metricsToken = get('METRICS_TOKEN');
  if (metricsToken !== '' && metricsToken.length < 32)
    wrong.push('METRICS_TOKEN must have 32 characters or more');
  const sealDir = get('SEAL_P12_DIR');
  if (isProduction && !isDemo) {
    if (sealDir === '') {
      wrong.push(
        'SEAL_P12_DIR is missing: papers cannot be sealed; in production only DEMO_MODE=true goes without',
      );
    }
    if (get('PUBLIC_URL') === '') {
      wrong.push('PUBLIC_URL is missing: papers and messages name the address people use');
    } else if (!publicUrl.startsWith('https:')) {
      wrong.push(
        'PUBLIC_URL must begin with https: sign-in, cameras and microphones need a secure connection',
      );
    }
  }

  const env: Env = {
    isProduction,
    isDemo,
    databaseUrl: required('DATABASE_URL'),
    host,
    port: listenPort,
    publicUrl: publicUrl.replace(/\/$/, ''),
    https: httpsKey && httpsCert ? { keyPath: httpsKey, certPath: httpsCert } : null,
    trustProxy: proxies,
    metricsToken: metricsToken || null,
    sessionSecret,
    fieldKey: key('FIELD_KEY'),
    indexKey: key('INDEX_KEY'),
    storage: { driver: storageDriver, path: get('STORAGE_PATH') },
    s3: {
      endpoint: get('S3_ENDPOINT'),
      region: get('S3_REGION'),
      bucket: get('S3_BUCKET'),
      accessKey: get('S3_ACCESS_KEY'),
      secretKey: get('S3_SECRET_KEY'),
    },
    sms: {
      driver: smsDriver,
      endpoint: get('SMS_ENDPOINT'),
      accessKeyId: get('SMS_ACCESS_KEY_ID'),
      accessKeySecret: get('SMS_ACCESS_KEY_SECRET'),
      signName: get('SMS_SIGN_NAME'),
      templateCode: get('SMS_TEMPLATE_CODE'),
    },
    media: {
      port: port('MEDIA_PORT'),
      listenIp: get('MEDIA_LISTEN_IP'),
      announcedAddress: get('MEDIA_ANNOUNCED_ADDRESS') || null,
      workerBin: get('MEDIASOUP_WORKER_BIN') || null,
    },
    turn: { urls: get('TURN_URLS').split(',').filter(Boolean), secret: get('TURN_SECRET') },
    clamavSocket: get('CLAMAV_SOCKET') || null,
    sealDir: sealDir || null,
    logLevel: get('LOG_LEVEL'),
  };
  if (wrong.length > 0) throw new SettingsError(wrong);
  return env;
}

/** Scheme, host and port: the client's addresses are made from the root, so nothing may stand behind. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return ['http:', 'https:'].includes(url.protocol) && [url.origin, `${url.origin}/`].includes(text);
}

function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

export const ENV = Symbol('Env');
