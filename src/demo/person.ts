import { randomUUID } from 'node:crypto';
import type { Transport, WireReply, WireRequest } from './transport';

export interface Reply<T> {
  status: number;
  headers: WireReply['headers'];
  /** Parsed when it is JSON, text otherwise. */
  body: T;
  raw: Buffer;
}

export interface RequestOptions {
  /** One key per intent; a fresh one by default, null for none. */
  key?: string | null;
  language?: string;
  headers?: Record<string, string>;
}

export type Credentials =
  | { kind: 'party'; phone: string }
  | { kind: 'staff'; username: string; password: string }
  | { kind: 'visitor' };

export interface SessionView {
  user: { id: string; kind: 'party' | 'staff'; name: string; commissionId: string | null } | null;
  csrfToken: string;
}

export interface UploadedFile {
  id: string;
  name: string;
  size: number;
  sha256: string;
  mediaType: string;
}

/** A request that had to succeed and did not, with what came back. */
export class RequestFailed extends Error {
  constructor(
    request: string,
    readonly reply: Reply<unknown>,
  ) {
    super(`${request} answered ${reply.status}: ${reply.raw.toString('utf8').slice(0, 2000)}`);
  }
}

/** A little less than a session lives, so that nobody is thrown out in the middle of an act. */
const STAY_SIGNED_IN_MS = { party: 6 * 86_400_000, staff: 11 * 3_600_000 };
const CODE = /(?<!\d)\d{6}(?!\d)/;

/**
 * Somebody in front of a browser: keeps cookies, sends the CSRF token and an Idempotency-Key, signs in with the code
 * from the demonstration inbox or the authenticator, and signs in again when the session has run out.
 */
export class Person {
  private readonly cookies = new Map<string, string>();
  private csrf = '';
  private signedInAt: number | null = null;
  private signingIn: Promise<void> | null = null;
  private userId = '';
  private userName = '';

  constructor(
    private readonly transport: Transport,
    private readonly clock: { now(): Date },
    readonly credentials: Credentials,
  ) {}

  /** The account's id; known once signed in. */
  get id(): string {
    return this.userId;
  }

  /** As the account says; known once signed in. */
  get name(): string {
    return this.userName;
  }

  /** As a Cookie header, for sockets. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async signIn(): Promise<void> {
    this.cookies.clear();
    this.csrf = (await this.request<SessionView>('GET', '/session')).body.csrfToken;
    if (this.credentials.kind === 'visitor') return;
    const session =
      this.credentials.kind === 'party'
        ? await this.signInWithCode(this.credentials.phone)
        : await this.signInWithPassword(this.credentials.username, this.credentials.password);
    this.csrf = session.csrfToken;
    this.userId = session.user?.id ?? '';
    this.userName = session.user?.name ?? '';
    this.signedInAt = this.clock.now().getTime();
  }

  /** Another device of the same account: its own session. */
  elsewhere(): Person {
    return new Person(this.transport, this.clock, this.credentials);
  }

  /** Sends a request and returns whatever comes back. */
  async send<T = unknown>(
    method: WireRequest['method'],
    path: string,
    body?: unknown,
    options: RequestOptions = {},
  ): Promise<Reply<T>> {
    await this.beSignedIn();
    return this.request<T>(method, path, body, options);
  }

  async get<T = unknown>(path: string, options?: RequestOptions): Promise<Reply<T>> {
    return this.send<T>('GET', path, undefined, options);
  }

  async post<T = unknown>(path: string, body?: unknown, options?: RequestOptions): Promise<Reply<T>> {
    return this.send<T>('POST', path, body, options);
  }

  /** Sends a request that must succeed, and returns its body. */
  async do<T = unknown>(
    method: WireRequest['method'],
    path: string,
    body?: unknown,
    options?: RequestOptions,
  ): Promise<T> {
    const reply = await this.send<T>(method, path, body, options);
    if (reply.status >= 300) {
      throw new RequestFailed(`${method} ${path}`, reply);
    }
    return reply.body;
  }

  async read<T = unknown>(path: string): Promise<T> {
    return this.do<T>('GET', path);
  }

  /** Uploads a file whole (tus 1.0: create, append, finish). */
  async upload(name: string, content: Buffer): Promise<UploadedFile> {
    const created = await this.post('/uploads', undefined, { headers: uploadHeaders(name, content.length) });
    const location = String(created.headers['location'] ?? '');
    if (created.status !== 201) throw new Error(`Upload refused: ${created.raw.toString('utf8')}`);
    const path = location.replace(/^\/api/, '');
    await this.do('PATCH', path, content, { headers: { 'upload-offset': '0' } });
    return (await this.read<{ file: UploadedFile }>(path)).file;
  }

  /** The content behind a ticket. */
  async download(ticketPath: string): Promise<Buffer> {
    const { url } = await this.do<{ url: string }>('POST', ticketPath);
    const reply = await this.get(url.replace(/^\/api/, ''));
    if (reply.status !== 200) throw new Error(`The ticket opened nothing: ${reply.status}`);
    return reply.raw;
  }

  /** Text messages this person's phone received, newest first. */
  async messages(): Promise<{ id: string; to: string; text: string }[]> {
    if (this.credentials.kind !== 'party') throw new Error('Only parties have a phone');
    return this.read(`/demo/inbox?phone=${encodeURIComponent(this.credentials.phone)}`);
  }

  /** Requests sent at the same moment share one sign-in: a code works once. */
  private async beSignedIn(): Promise<void> {
    if (this.isSignedIn()) return;
    this.signingIn ??= this.signIn().finally(() => (this.signingIn = null));
    await this.signingIn;
  }

  private isSignedIn(): boolean {
    if (this.signingIn) return false;
    if (this.credentials.kind === 'visitor') return this.csrf !== '';
    const age = this.signedInAt === null ? Infinity : this.clock.now().getTime() - this.signedInAt;
    return age >= 0 && age <= STAY_SIGNED_IN_MS[this.credentials.kind];
  }

  private async signInWithCode(phone: string): Promise<SessionView> {
    await this.must('POST', '/auth/codes', { phone });
    const inbox = await this.must<{ text: string }[]>(
      'GET',
      `/demo/inbox?phone=${encodeURIComponent(phone)}`,
    );
    const code = inbox
      .map(({ text }) => (text.includes('验证码') ? CODE.exec(text)?.[0] : undefined))
      .find(Boolean);
    return this.must('POST', '/auth/sessions/party', { phone, code });
  }

  private async signInWithPassword(username: string, password: string): Promise<SessionView> {
    const staff = await this.must<{ username: string; totp: string }[]>('GET', '/demo/staff');
    const totp = staff.find((each) => each.username === username)?.totp;
    if (!totp) throw new Error(`There is no staff account ${username}`);
    return this.must('POST', '/auth/sessions/staff', { username, password, totp });
  }

  private async must<T>(method: WireRequest['method'], path: string, body?: unknown): Promise<T> {
    const reply = await this.request<T>(method, path, body, { key: null });
    if (reply.status < 300) return reply.body;
    throw new Error(`${method} ${path} answered ${reply.status}: ${reply.raw.toString('utf8')}`);
  }

  private async request<T>(
    method: WireRequest['method'],
    path: string,
    body?: unknown,
    { key, language = 'zh-CN', headers = {} }: RequestOptions = {},
  ): Promise<Reply<T>> {
    const isWrite = method !== 'GET' && method !== 'HEAD';
    const reply = await this.transport({
      method,
      path: `/api${path}`,
      headers: {
        'accept-language': language,
        ...(this.cookies.size > 0 ? { cookie: this.cookie } : {}),
        ...(isWrite ? { 'x-csrf-token': this.csrf } : {}),
        ...(isWrite && key !== null ? { 'idempotency-key': key ?? randomUUID() } : {}),
        ...contentType(body),
        ...headers,
      },
      ...(body === undefined ? {} : { body: Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
    });
    this.keepCookies(reply.headers['set-cookie']);
    return { status: reply.status, headers: reply.headers, body: parse(reply) as T, raw: reply.body };
  }

  private keepCookies(header: string | string[] | undefined): void {
    for (const line of header === undefined ? [] : [header].flat()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

export function uploadHeaders(name: string, size: number): Record<string, string> {
  return {
    'tus-resumable': '1.0.0',
    'upload-length': String(size),
    'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
  };
}

function contentType(body: unknown): Record<string, string> {
  if (body === undefined) return {};
  return { 'content-type': Buffer.isBuffer(body) ? 'application/offset+octet-stream' : 'application/json' };
}

function parse({ headers, body }: WireReply): unknown {
  const text = body.toString('utf8');
  return /json/.test(String(headers['content-type'] ?? '')) && text !== ''
    ? (JSON.parse(text) as unknown)
    : text;
}
