import { randomBytes } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { newId } from '../../../src/kernel/id';
import { localDate } from '../../../src/kernel/local-date';
import type { CaseEvent } from '../../../src/law/clocks';
import { clockPayload } from '../../../src/modules/deadlines';
import type { StaffRole } from '../../../src/kernel/actor';
import { tokenHash } from '../../../src/platform/auth/session-reader';
import { FieldEncryption } from '../../../src/platform/database/field-encryption';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work';
import type {
  Ack,
  ConsumerView,
  Entered,
  Events,
  HearingRole,
  Plain,
  Requests,
  RoomAction,
  TransportView,
} from '../../../src/modules/hearings/conferencing/protocol';
import type { TestServer } from './server';

const COMMISSION = 'nansha';

/** Somebody with an account and a session; speaks HTTP as a browser does, CSRF token and all. */
export class Person {
  private csrf: string | null = null;

  constructor(
    readonly server: TestServer,
    readonly userId: string,
    readonly name: string,
    readonly token: string,
  ) {}

  get cookie(): string {
    return `sid=${this.token}`;
  }

  async get<T>(path: string): Promise<T> {
    return this.read<T>(await fetch(`${this.server.url}/api${path}`, { headers: { cookie: this.cookie } }));
  }

  async post<T>(path: string, body: unknown = {}): Promise<T> {
    return this.write<T>('POST', path, body);
  }

  async put<T>(path: string, body: unknown): Promise<T> {
    return this.write<T>('PUT', path, body);
  }

  async signOut(): Promise<void> {
    await this.write('DELETE', '/session');
  }

  /** The same account, signed in once more. */
  async onAnotherDevice(): Promise<Person> {
    return new Person(this.server, this.userId, this.name, await session(this.server, this.userId));
  }

  private async write<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body: unknown = {}): Promise<T> {
    this.csrf ??= (await this.get<{ csrfToken: string }>('/session')).csrfToken;
    const response = await fetch(`${this.server.url}/api${path}`, {
      method,
      headers: {
        cookie: this.cookie,
        'content-type': 'application/json',
        'x-csrf-token': this.csrf,
        'idempotency-key': newId(),
      },
      body: JSON.stringify(body),
    });
    return this.read<T>(response);
  }

  /** A page of this person's in a hearing. */
  async page(hearingId: string): Promise<RoomPage> {
    const { ticket } = await this.post<{ ticket: string }>(`/hearings/${hearingId}/tickets`);
    return RoomPage.open(this.server, { ticket });
  }

  private async read<T>(response: Response): Promise<T> {
    const text = await response.text();
    const data = text === '' ? undefined : (JSON.parse(text) as T & { code?: string });
    if (!response.ok) throw new Refused(response.status, data?.code ?? '', text);
    return data as T;
  }
}

export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    text: string,
  ) {
    super(`${status} ${code} ${text}`);
  }
}

interface Heard {
  event: string;
  seq: number;
  data: unknown;
}

/** A socket of the hearing, without a browser: what a page may send, and everything it hears. */
export class RoomPage {
  readonly heard: Heard[] = [];
  entered: Entered | null = null;

  private constructor(readonly socket: Socket) {
    socket.onAny((event: string, numbered: { seq: number; data: unknown } | undefined) => {
      this.heard.push({ event, seq: numbered?.seq ?? 0, data: numbered?.data });
    });
  }

  static async open(server: Pick<TestServer, 'url'>, auth: Record<string, unknown>): Promise<RoomPage> {
    const socket = io(`${server.url}/hearing`, {
      auth,
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
    });
    const page = new RoomPage(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return page;
  }

  async ask<A extends RoomAction>(action: A, body: Requests[A][0]): Promise<Ack<Requests[A][1]>> {
    return (await this.socket.timeout(8_000).emitWithAck(action, body)) as Ack<Requests[A][1]>;
  }

  /** The answer; a refusal is an error that names code and reason. */
  async must<A extends RoomAction>(action: A, body: Requests[A][0]): Promise<Requests[A][1]> {
    const answer = await this.ask(action, body);
    if (!answer.ok) throw new Error(`${action}: ${answer.code} ${answer.reason}`);
    return answer.data;
  }

  /** `code reason` of a refusal, or `ok`. */
  async verdict<A extends RoomAction>(action: A, body: Requests[A][0]): Promise<string> {
    const answer = await this.ask(action, body);
    return answer.ok ? 'ok' : `${answer.code} ${answer.reason}`;
  }

  async enter(kept?: { sendId: string; recvId: string }): Promise<Entered> {
    this.entered = await this.must('room:enter', {
      rtpCapabilities: CAPABILITIES,
      ...(kept ? { kept } : {}),
    });
    return this.entered;
  }

  /** Publishes without a browser behind it: parameters are real, packets there are none. */
  async produce(source: 'mic' | 'cam'): Promise<{ producerId: string; isMuted: boolean }> {
    return this.must('media:produce', {
      transportId: this.entered!.send!.id,
      source,
      rtpParameters: source === 'mic' ? MICROPHONE : CAMERA,
    });
  }

  all<E extends keyof Events>(event: E): Events[E][] {
    return this.heard.filter((h) => h.event === event).map((h) => h.data as Events[E]);
  }

  last<E extends keyof Events>(event: E): Events[E] {
    const found = this.all(event).at(-1);
    if (!found) throw new Error(`${event} has not come; came: ${this.heard.map((h) => h.event).join(', ')}`);
    return found;
  }

  consumers(): ConsumerView[] {
    const closed = new Set(this.all('consumers:closed').flat());
    return [...(this.entered?.consumers ?? []), ...this.all('consumers:new').flat()].filter(
      (view) => !closed.has(view.consumerId),
    );
  }

  close(): void {
    this.socket.disconnect();
  }

  /** The network goes: the connection ends without a word. */
  breakOff(): void {
    this.socket.io.engine.close();
  }
}

export function connectParameters(transport: TransportView): { transportId: string; dtlsParameters: Plain } {
  const value = Array.from(randomBytes(32), (b) => b.toString(16).padStart(2, '0').toUpperCase()).join(':');
  return {
    transportId: transport.id,
    dtlsParameters: { role: 'client', fingerprints: [{ algorithm: 'sha-256', value }] },
  };
}

const MID = 'urn:ietf:params:rtp-hdrext:sdes:mid';
const OPUS = { mimeType: 'audio/opus', clockRate: 48000, channels: 2 };
const VP8 = { mimeType: 'video/VP8', clockRate: 90000 };
const FEEDBACK = [{ type: 'nack' }, { type: 'nack', parameter: 'pli' }, { type: 'transport-cc' }];

export const CAPABILITIES: Plain = {
  codecs: [
    { ...OPUS, kind: 'audio', preferredPayloadType: 100, rtcpFeedback: [{ type: 'transport-cc' }] },
    { ...VP8, kind: 'video', preferredPayloadType: 101, rtcpFeedback: FEEDBACK },
    {
      mimeType: 'video/rtx',
      kind: 'video',
      clockRate: 90000,
      preferredPayloadType: 102,
      parameters: { apt: 101 },
      rtcpFeedback: [],
    },
  ],
  headerExtensions: [
    { kind: 'audio', uri: MID, preferredId: 1, preferredEncrypt: false, direction: 'sendrecv' },
    { kind: 'video', uri: MID, preferredId: 1, preferredEncrypt: false, direction: 'sendrecv' },
  ],
};

let ssrc = 1_000;

export const MICROPHONE: Plain = {
  codecs: [{ ...OPUS, payloadType: 100, parameters: { useinbandfec: 1 }, rtcpFeedback: [] }],
  headerExtensions: [],
  get encodings() {
    return [{ ssrc: (ssrc += 1) }];
  },
  rtcp: { cname: 'test' },
};

export const CAMERA: Plain = {
  codecs: [{ ...VP8, payloadType: 101, parameters: {}, rtcpFeedback: FEEDBACK }],
  headerExtensions: [],
  get encodings() {
    return [{ ssrc: (ssrc += 1), maxBitrate: 150_000 }];
  },
  rtcp: { cname: 'test' },
};

export interface Cast {
  caseId: string;
  /** Ids of the parties; `second` only where a second respondent was asked for. */
  parties: { claimant: string; respondent: string; second: string | null };
  arbitrator: Person;
  recorder: Person;
  claimant: Person;
  respondent: Person;
  stranger: Person;
  clerk: Person;
}

async function account(
  server: TestServer,
  name: string,
  staff: { roles: StaffRole[] } | null = null,
): Promise<Person> {
  const userId = newId();
  await server.db.query(
    `INSERT INTO user_account (id, kind, name, phone, username, password_hash, totp_secret, commission_id, roles,
       created_at)
     VALUES ($1, $2, $3, $4, $5, CASE WHEN $2 = 'staff' THEN '-' END, CASE WHEN $2 = 'staff' THEN '-'::bytea END, $6, $7,
       now())`,
    [
      userId,
      staff ? 'staff' : 'party',
      name,
      staff ? null : `+861${Math.floor(3e9 + Math.random() * 6e9)}`,
      staff ? userId : null,
      staff ? COMMISSION : null,
      staff?.roles ?? [],
    ],
  );
  return new Person(server, userId, name, await session(server, userId));
}

async function session(server: TestServer, userId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await server.db.query(
    `INSERT INTO session (token_hash, user_id, created_at, expires_at) VALUES ($1, $2, now(), now() + interval '2 years')`,
    [tokenHash(token), userId],
  );
  return token;
}

/** Tribunal members by name can sit in several cases; the double-booking tests need the same ones twice. */
export async function tribunal(
  server: TestServer,
): Promise<{ arbitrator: Person; recorder: Person; clerk: Person }> {
  return {
    arbitrator: await account(server, '何慧敏', { roles: ['arbitrator'] }),
    recorder: await account(server, '陈书怡', { roles: ['recorder'] }),
    clerk: await account(server, '林文', { roles: ['filing-clerk'] }),
  };
}

let serial = 0;

/** A case whose tribunal has been constituted; claimants and respondents are of this case alone unless given. */
export async function constitutedCase(
  server: TestServer,
  given: Partial<Cast> & {
    claimantNumber?: string;
    /** A respondent that has never joined has no account. */
    hasRespondentJoined?: boolean;
    hasSecondRespondent?: boolean;
    consentsToOnline?: { claimant: boolean; respondent: boolean };
  } = {},
): Promise<Cast> {
  const people = {
    ...(given.arbitrator && given.recorder && given.clerk ? {} : await tribunal(server)),
    ...given,
  } as Pick<Cast, 'arbitrator' | 'recorder' | 'clerk'>;
  const claimant = given.claimant ?? (await account(server, '李小明'));
  const respondent = given.respondent ?? (await account(server, '王经理'));
  const stranger = await account(server, '路人');
  const caseId = newId();
  serial += 1;
  const encryption = server.app.get(FieldEncryption);
  await server.db.query(
    `INSERT INTO labour_case (id, commission_id, number, receipt_number, state, version, filed_by, received_at, accepted_at,
       application_sealed, claimant_names, respondent_names, claimed_fen, updated_at)
     VALUES ($1, $2, $3, $4, 'constituted', 3, $5, now(), now(), $6, '李小明', '广州南沙测试有限公司', 1000000, now())`,
    [
      caseId,
      COMMISSION,
      `穗南劳人仲案〔2026〕${serial}号`,
      `收${serial}`,
      claimant.userId,
      encryption.sealJson({ application: {}, signature: {} }),
    ],
  );
  await server.db.query(
    `INSERT INTO case_claim (id, case_id, ordinal, head, facts, amount_fen, since) VALUES ($1, $2, 1, 'unpaid-wages', '{}', 1000000, now())`,
    [newId(), caseId],
  );
  const { hasRespondentJoined = true, consentsToOnline = { claimant: true, respondent: true } } = given;
  const party = async (
    role: 'claimant' | 'respondent',
    kind: string,
    name: string,
    number: string,
    person: Person | null,
    ordinal = 1,
  ) => {
    const id = newId();
    await server.db.query(
      `INSERT INTO case_party (id, case_id, role, ordinal, kind, name, document_kind, document_sealed, document_index,
         address, phone, consents_to_electronic, consents_to_online_hearing, joined_user_id, joined_at, representative_name, representative_capacity)
       VALUES ($1, $2, $3, $12, $4, $5, $6, $7, $8, '广州市南沙区', '13800000000', $9::text IS NOT NULL, $13, $9,
         CASE WHEN $9::text IS NOT NULL THEN now() END, $10, $11)`,
      [
        id,
        caseId,
        role,
        kind,
        name,
        kind === 'person' ? 'resident-id' : 'uscc',
        encryption.seal(number),
        encryption.blindIndex(number),
        person?.userId ?? null,
        kind === 'company' && person ? person.name : null,
        kind === 'company' && person ? 'agent' : null,
        ordinal,
        person !== null && consentsToOnline[role],
      ],
    );
    return id;
  };
  const number = given.claimantNumber ?? `4401${String(serial).padStart(14, '0')}`;
  const claimantParty = await party('claimant', 'person', '李小明', number, claimant);
  const respondentParty = await party(
    'respondent',
    'company',
    '广州南沙测试有限公司',
    `91${serial}`,
    hasRespondentJoined ? respondent : null,
  );
  const second = given.hasSecondRespondent
    ? await party('respondent', 'company', '广州南沙用工有限公司', `92${serial}`, null, 2)
    : null;
  const member = (person: Person, capacity: HearingRole, partyId: string | null = null) =>
    server.db.query(
      `INSERT INTO case_member (case_id, user_id, capacity, party_id, since) VALUES ($1, $2, $3, $4, now())`,
      [caseId, person.userId, capacity, partyId],
    );
  await member(people.arbitrator, 'arbitrator');
  await member(people.recorder, 'recorder');
  await member(claimant, 'claimant', claimantParty);
  if (hasRespondentJoined) await member(respondent, 'respondent', respondentParty);
  const parties = { claimant: claimantParty, respondent: respondentParty, second };
  return { ...people, caseId, parties, claimant, respondent, stranger };
}

export const MINUTES = 60_000;

/** Waived by both sides and set down over HTTP, to begin in `inMinutes`. */
export async function setDown(cast: Cast, now: Date, inMinutes = 30, room = 1): Promise<string> {
  for (const party of [cast.claimant, cast.respondent])
    await party.post(`/cases/${cast.caseId}/notice-waiver`);
  const { hearingId } = await cast.recorder.post<{ hearingId: string }>(`/cases/${cast.caseId}/hearings`, {
    startsAt: new Date(now.getTime() + inMinutes * MINUTES).toISOString(),
    durationMinutes: 120,
    roomId: `${COMMISSION}-online-${room}`,
  });
  return hearingId;
}

/** The notice of a hearing has reached a party on a day: what delivery puts on the record. */
export async function noticeServed(
  server: TestServer,
  caseId: string,
  hearing: string,
  party: string,
  on: string,
): Promise<void> {
  await received(server, caseId, { type: 'notice-served', on: localDate(on), hearing, party });
}

/** The application has reached a respondent: its days to answer run from there. */
export async function applicationServed(
  server: TestServer,
  caseId: string,
  respondent: string,
  on: string,
): Promise<void> {
  await received(server, caseId, { type: 'copy-served', on: localDate(on), respondent });
}

async function received(server: TestServer, caseId: string, event: CaseEvent): Promise<void> {
  await server.app
    .get(UnitOfWork)
    .run({ kind: 'system', name: 'test' }, (tx) =>
      tx.publish({ type: 'service.received', caseId, payload: clockPayload(event) }),
    );
}
