import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { FieldEncryption } from '../../src/platform/database/field-encryption';
import type { HearingRecordFacts } from '../../src/modules/hearings/hearing-record.paper';
import { Rooms } from '../../src/modules/hearings/conferencing/rooms';
import type {
  ConsumerView,
  HearingRole,
  MediaReset,
  Requests,
  RoomAction,
  SeatView,
} from '../../src/modules/hearings/conferencing/protocol';
import { HEARING_ROLES } from '../../src/modules/hearings/conferencing/protocol';
import { ROOM_POLICY } from '../../src/modules/hearings/conferencing/room.policy';
import {
  CAPABILITIES,
  connectParameters,
  constitutedCase,
  MICROPHONE,
  MINUTES,
  RoomPage,
  setDown,
  type Cast,
} from './support/people';
import { eventually, startServer, type TestServer } from './support/server';

const FIRST = new Date('2026-12-01T08:50:00+08:00');

interface Room {
  cast: Cast;
  hearingId: string;
  arbitrator: RoomPage;
  recorder: RoomPage;
  claimant: RoomPage;
  respondent: RoomPage;
}

/** What JSON makes of it: anything else never leaves a browser either. */
function toWire(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value) ?? 'null') as unknown;
  } catch {
    return null;
  }
}

describe('the hearing protocol', () => {
  let server: TestServer;
  let now = FIRST;
  const open: RoomPage[] = [];

  beforeAll(async () => {
    server = await startServer(FIRST);
  });
  afterAll(() => server.stop());

  beforeEach(() => {
    // Each hearing has a day of its own, so that rooms are free.
    now = new Date(now.getTime() + 7 * 24 * 60 * MINUTES);
    server.setNow(now);
  });
  afterEach(() => {
    for (const page of open.splice(0)) page.close();
  });

  const pageOf = async (cast: Cast, who: HearingRole, hearingId: string): Promise<RoomPage> => {
    const page = await cast[who].page(hearingId);
    open.push(page);
    return page;
  };

  /** Everybody has entered; the parties wait. */
  async function lobby(hall = 1): Promise<Room> {
    const cast = await constitutedCase(server);
    const hearingId = await setDown(cast, now, 30, hall);
    const pages = {} as Record<HearingRole, RoomPage>;
    for (const role of HEARING_ROLES) {
      pages[role] = await pageOf(cast, role, hearingId);
      await pages[role].enter();
    }
    return { cast, hearingId, ...pages };
  }

  async function inSession(hall = 1): Promise<Room> {
    const room = await lobby(hall);
    for (const party of [room.cast.claimant, room.cast.respondent]) {
      await room.recorder.must('tribunal:admit', { seatId: party.userId });
    }
    await room.arbitrator.must('tribunal:open', {});
    return room;
  }

  const write = (room: Room, text: string) =>
    room.recorder.must('record:append', { stage: 'investigation', speaker: 'claimant', text });

  describe('the waiting room', () => {
    it('shows a party only itself and whether the tribunal is there', async () => {
      const { claimant, respondent, arbitrator, cast } = await lobby();
      expect(claimant.entered!.snapshot).toMatchObject({
        space: 'lobby',
        state: 'lobby-open',
        isTribunalPresent: true,
      });
      expect(claimant.entered!.snapshot.seats.map((seat) => seat.role)).toEqual(['claimant']);
      expect(claimant.entered!.record).toBeNull();
      expect(claimant.entered!.consumers).toEqual([]);
      expect(claimant.entered!.send).not.toBeNull();
      await arbitrator.produce('mic');
      await eventually(() => arbitrator.last('seat:updated'));
      expect(respondent.heard.map((h) => h.event)).not.toContain('seat:updated');
      expect(claimant.all('consumers:new')).toEqual([]);
      expect(
        await claimant.verdict('media:produce', {
          transportId: claimant.entered!.send!.id,
          source: 'mic',
          rtpParameters: MICROPHONE,
        }),
      ).toBe('NOT_ALLOWED room.not-for-you');
      expect(await claimant.verdict('tribunal:admit', { seatId: cast.claimant.userId })).toBe(
        'NOT_ALLOWED room.not-for-you',
      );
    });

    it('tells the page what time it is on the server', async () => {
      const { claimant } = await lobby();
      const apart = Date.parse(claimant.entered!.now) - now.getTime();
      expect(apart).toBeGreaterThanOrEqual(0);
      expect(apart).toBeLessThan(10 * MINUTES);
    });

    it('opens an hour before the time, for whoever comes first', async () => {
      const cast = await constitutedCase(server);
      const hearingId = await setDown(cast, now, 61);
      const early = await pageOf(cast, 'claimant', hearingId);
      expect(await early.verdict('room:enter', { rtpCapabilities: CAPABILITIES })).toBe(
        'BAD_STATE hearing.lobby-not-yet',
      );
      server.setNow(new Date(now.getTime() + MINUTES));
      expect((await early.enter()).snapshot.state).toBe('lobby-open');
    });

    it('lets a person in with all that is to be seen, and sends one back', async () => {
      const { claimant, arbitrator, cast, recorder } = await lobby();
      await arbitrator.produce('cam');
      await arbitrator.produce('mic');
      await recorder.must('tribunal:admit', { seatId: cast.claimant.userId });
      await eventually(() => expect(claimant.last('space:moved').snapshot).toMatchObject({ space: 'main' }));
      expect(claimant.last('space:moved').snapshot.seats).toHaveLength(4);
      expect(
        claimant
          .consumers()
          .map((view) => view.source)
          .sort(),
      ).toEqual(['cam', 'mic']);
      await claimant.produce('mic');
      await eventually(() =>
        expect(arbitrator.consumers().map((view) => view.seatId)).toEqual([cast.claimant.userId]),
      );
      expect(
        await recorder.verdict('tribunal:return', { seatId: cast.claimant.userId, reason: '误入' }),
      ).toBe('NOT_ALLOWED room.not-for-you');
      await arbitrator.must('tribunal:return', { seatId: cast.claimant.userId, reason: '误入' });
      await eventually(() => expect(claimant.last('space:moved').snapshot.space).toBe('lobby'));
      expect(claimant.last('space:moved').record).toBeNull();
      await eventually(() => expect(arbitrator.consumers()).toEqual([]));
      expect(
        await arbitrator.verdict('tribunal:return', { seatId: cast.recorder.userId, reason: '误' }),
      ).toBe('BAD_STATE hearing.tribunal-stays');
    });
  });

  describe('getting in', () => {
    it('takes a ticket once, for two minutes, from the case only', async () => {
      const cast = await constitutedCase(server);
      const hearingId = await setDown(cast, now);
      const mint = () => cast.claimant.post<{ ticket: string }>(`/hearings/${hearingId}/tickets`);
      const { ticket } = await mint();
      open.push(await RoomPage.open(server, { ticket }));
      const refusal = expect.objectContaining({ message: 'AUTH_EXPIRED' }) as Error;
      await expect(RoomPage.open(server, { ticket })).rejects.toEqual(refusal);
      await expect(RoomPage.open(server, {})).rejects.toEqual(refusal);
      await expect(RoomPage.open(server, { ticket: 'guess' })).rejects.toEqual(refusal);
      const late = await mint();
      server.setNow(new Date(now.getTime() + 3 * MINUTES));
      await expect(RoomPage.open(server, { ticket: late.ticket })).rejects.toEqual(refusal);
      await expect(cast.stranger.post(`/hearings/${hearingId}/tickets`)).rejects.toMatchObject({
        status: 404,
      });
      await expect(cast.clerk.post(`/hearings/${hearingId}/tickets`)).rejects.toMatchObject({ status: 403 });
    });

    it('opens no socket for a page of another site', async () => {
      const polling = `${server.url}/socket.io/?EIO=4&transport=polling`;
      const open = (origin: string) => fetch(polling, { headers: { origin } });
      expect((await open('https://elsewhere.example')).status).toBe(403);
      expect((await open('null')).status).toBe(403);
      const own = await open(server.url);
      expect(own.status).toBe(200);
      const { sid } = JSON.parse((await own.text()).slice(1)) as { sid: string };
      // A connection that is left open is waited for when the server ends.
      expect((await fetch(`${polling}&sid=${sid}`, { method: 'POST', body: '1' })).status).toBe(200);
    });

    it('redeems one ticket for one of two who race with it', async () => {
      const cast = await constitutedCase(server);
      const hearingId = await setDown(cast, now);
      const { ticket } = await cast.claimant.post<{ ticket: string }>(`/hearings/${hearingId}/tickets`);
      const outcomes = await Promise.allSettled(
        Array.from({ length: 4 }, () => RoomPage.open(server, { ticket })),
      );
      for (const outcome of outcomes) if (outcome.status === 'fulfilled') open.push(outcome.value);
      expect(outcomes.map((outcome) => outcome.status).sort()).toEqual([
        'fulfilled',
        'rejected',
        'rejected',
        'rejected',
      ]);
    });

    it('gives the seat to the page that came last and tells the other', async () => {
      const { cast, hearingId, claimant } = await lobby();
      const second = await pageOf(cast, 'claimant', hearingId);
      await second.enter();
      await eventually(() => expect(claimant.heard.map((h) => h.event)).toContain('session:replaced'));
      await eventually(() => expect(claimant.socket.connected).toBe(false));
      expect(second.entered!.seatId).toBe(cast.claimant.userId);
    });
  });

  describe('who may do what', () => {
    const samples = (room: Room): { [A in RoomAction]: Requests[A][0] } => ({
      'room:enter': { rtpCapabilities: CAPABILITIES },
      'room:leave': {},
      'transport:connect': { transportId: 'none', dtlsParameters: {} },
      'transport:restart-ice': { transportId: 'none' },
      'media:produce': { transportId: 'none', source: 'mic', rtpParameters: MICROPHONE },
      'media:pause': { source: 'cam' },
      'media:resume': { source: 'cam' },
      'media:close': { source: 'cam' },
      'consumers:ready': { consumerIds: [] },
      'consumers:tiles': { tiles: [{ consumerId: 'none', size: 'small' }] },
      'net:ping': {},
      'net:report': { rttMs: 20, lossRatio: 0 },
      'probe:start': {},
      'probe:connect': { dtlsParameters: {} },
      'probe:produce': { rtpParameters: MICROPHONE },
      'probe:stop': {},
      'tribunal:admit': { seatId: room.cast.claimant.userId },
      'tribunal:seat-in-chamber': { partyId: 'none', name: '某人', appearance: 'agent' },
      'tribunal:return': { seatId: 'nobody', reason: '试' },
      'tribunal:mute': { seatId: room.cast.claimant.userId, source: 'mic' },
      'tribunal:unmute': { seatId: room.cast.claimant.userId, source: 'mic' },
      'tribunal:mute-all': {},
      'tribunal:open': {},
      'tribunal:recess': { reason: '休庭' },
      'tribunal:resume': {},
      'tribunal:adjourn': { reason: '延期' },
      'tribunal:close': {},
      'record:append': { stage: 'opening', speaker: 'arbitrator', text: '现在开庭。' },
      'record:amend': { entryId: 'none', version: 1, text: '改' },
      'record:present': {},
      'record:reopen': { reason: '补' },
      'record:sign': { sha256: '0'.repeat(64) },
      'record:refuse': { note: '不签' },
      'record:note-signature': { seatId: 'none' },
      'record:request-correction': { entryId: 'none', proposedText: '改', reason: '误' },
      'record:note-correction': { seatId: 'none', entryId: 'none', proposedText: '改', reason: '误' },
      'record:decide-correction': { correctionId: 'none', isGranted: true, reason: '准' },
    });

    it('refuses every role every action that is not its own, over the socket', async () => {
      const room = await inSession();
      const bodies = samples(room);
      for (const action of Object.keys(ROOM_POLICY) as RoomAction[]) {
        for (const role of HEARING_ROLES) {
          if (ROOM_POLICY[action].roles.includes(role)) continue;
          const verdict = await room[role].verdict(action, bodies[action]);
          expect(`${role} ${action}: ${verdict}`).toBe(`${role} ${action}: NOT_ALLOWED room.not-for-you`);
        }
      }
    });

    it('refuses the right person at the wrong time', async () => {
      const room = await inSession();
      expect(await room.arbitrator.verdict('tribunal:open', {})).toBe('BAD_STATE room.not-now');
      expect(await room.arbitrator.verdict('tribunal:resume', {})).toBe('BAD_STATE room.not-now');
      expect(await room.claimant.verdict('record:sign', { sha256: '0'.repeat(64) })).toBe(
        'BAD_STATE room.not-now',
      );
      expect(await room.arbitrator.verdict('record:present', {})).toBe('BAD_STATE hearing-record.empty');
    });

    it('refuses a page that has not entered, whoever it belongs to', async () => {
      const { cast, hearingId } = await lobby();
      const idle = await pageOf(cast, 'arbitrator', hearingId);
      expect(await idle.verdict('tribunal:open', {})).toBe('BAD_STATE room.not-entered');
      expect(await idle.verdict('net:ping', {})).toBe('ok');
    });

    it('keeps rooms apart', async () => {
      const [one, other] = [await inSession(1), await inSession(2)];
      expect(
        await one.arbitrator.verdict('tribunal:mute', { seatId: other.cast.claimant.userId, source: 'mic' }),
      ).toBe('NOT_FOUND hearing.no-seat');
      expect(
        await one.claimant.verdict('transport:restart-ice', {
          transportId: other.claimant.entered!.send!.id,
        }),
      ).toBe('NOT_FOUND room.no-transport');
    });
  });

  it('lets a page try its way to the media server days before, and keeps nothing of it', async () => {
    const cast = await constitutedCase(server);
    const hearingId = await setDown(cast, now, 24 * 60);
    const page = await pageOf(cast, 'claimant', hearingId);
    expect(await page.verdict('probe:connect', { dtlsParameters: {} })).toBe('BAD_STATE room.no-probe');
    const { transport } = await page.must('probe:start', {});
    await page.must('probe:connect', { dtlsParameters: connectParameters(transport).dtlsParameters });
    await page.must('probe:produce', { rtpParameters: MICROPHONE });
    expect(await page.verdict('probe:produce', { rtpParameters: MICROPHONE })).toBe(
      'LIMIT room.already-published',
    );
    await page.must('probe:stop', {});
    expect(await page.verdict('probe:produce', { rtpParameters: MICROPHONE })).toBe(
      'BAD_STATE room.no-probe',
    );
    expect(await page.verdict('room:enter', { rtpCapabilities: CAPABILITIES })).toBe(
      'BAD_STATE hearing.lobby-not-yet',
    );
  });

  describe('bad input', () => {
    it.each<[string, string, unknown, string]>([
      [
        'an unknown field',
        'tribunal:mute',
        { seatId: 'x', source: 'mic', role: 'arbitrator' },
        'INVALID field.unknown',
      ],
      ['a missing field', 'tribunal:mute', { source: 'mic' }, 'INVALID field.too-long'],
      ['no body', 'tribunal:recess', null, 'INVALID field.too-long'],
      ['a list', 'tribunal:recess', [1], 'INVALID request.malformed'],
      ['a strange source', 'tribunal:mute', { seatId: 'x', source: 'screen' }, 'INVALID field.choice'],
      [
        'a novel',
        'record:append',
        { stage: 'opening', speaker: 'note', text: 'x'.repeat(4001) },
        'INVALID field.too-long',
      ],
      [
        'capabilities that are none',
        'room:enter',
        { rtpCapabilities: { codecs: 'all' } },
        'INVALID room.media-refused',
      ],
    ])('%s', async (_name, action, body, expected) => {
      const { arbitrator, recorder } = await inSession();
      const page = action.startsWith('record:') ? recorder : arbitrator;
      const verdict = await page.verdict(action as RoomAction, body as never);
      expect(verdict.split(' ')[0]).toBe('INVALID');
      if (!expected.endsWith('too-long')) expect(verdict).toBe(expected);
    });

    it('certificates without a fingerprint, connecting twice, foreign codecs', async () => {
      const { claimant } = await inSession();
      const { send } = claimant.entered!;
      expect(
        await claimant.verdict('transport:connect', {
          transportId: send!.id,
          dtlsParameters: { fingerprints: [] },
        }),
      ).toBe('INVALID room.media-refused');
      await claimant.must('transport:connect', connectParameters(send!));
      expect(await claimant.verdict('transport:connect', connectParameters(send!))).toBe(
        'BAD_STATE room.transport-connected',
      );
      const av1 = {
        codecs: [{ mimeType: 'video/AV1', payloadType: 100, clockRate: 90000 }],
        encodings: [{ ssrc: 1 }],
      };
      expect(
        await claimant.verdict('media:produce', { transportId: send!.id, source: 'cam', rtpParameters: av1 }),
      ).toBe('INVALID room.media-refused');
    });

    it('a flood is cut off', async () => {
      const { claimant } = await lobby();
      const verdicts = await Promise.all(Array.from({ length: 200 }, () => claimant.verdict('net:ping', {})));
      expect(verdicts).toContain('LIMIT room.too-fast');
      expect(verdicts).toContain('ok');
    });

    it('an answer that was lost is given again, and the work is not done twice', async () => {
      const room = await inSession();
      const body = {
        stage: 'opening' as const,
        speaker: 'arbitrator' as const,
        text: '现在开庭。',
        reqId: 'once-only-1',
      };
      const [first, again] = [
        await room.recorder.must('record:append', body),
        await room.recorder.must('record:append', body),
      ];
      expect(again).toEqual(first);
      expect(room.recorder.last('record:changed').record.entries).toHaveLength(1);
    });
  });

  it('answers whatever is sent with a refusal, and stands', async () => {
    const room = await inSession();
    const actions = (Object.keys(ROOM_POLICY) as RoomAction[]).filter((action) => action !== 'room:leave');
    const junk = fc.oneof(
      fc.anything(),
      fc.record(
        {
          seatId: fc.oneof(fc.string(), fc.constant(room.cast.claimant.userId)),
          transportId: fc.oneof(fc.string(), fc.constant(room.claimant.entered!.send!.id)),
          source: fc.constantFrom('mic', 'cam', 'screen'),
          rtpCapabilities: fc.object(),
          rtpParameters: fc.oneof(
            fc.object(),
            fc.record({ codecs: fc.array(fc.object()), encodings: fc.array(fc.object()) }),
          ),
          dtlsParameters: fc.object(),
          consumerIds: fc.array(fc.string()),
          text: fc.string(),
          reason: fc.string(),
        },
        { requiredKeys: [] },
      ),
    );
    for (const role of HEARING_ROLES) {
      const bodies = fc.sample(junk, { numRuns: 45, seed: 20261201 });
      const sent = bodies.map((body, i) =>
        room[role].ask(actions[i % actions.length]!, toWire(body) as never),
      );
      for (const answer of await Promise.all(sent))
        if (!answer.ok) expect(answer.reason).not.toBe('internal');
    }
    expect(await room.recorder.verdict('net:ping', {})).not.toBe('RETRY internal');
    expect(
      server.app
        .get(Rooms)
        .status()
        .workers.every((worker) => worker.pid !== null),
    ).toBe(true);
  });

  it('builds a room anew when its media worker dies: seats, admissions and mutes stand', async () => {
    const { arbitrator, claimant, recorder, cast } = await inSession();
    const seatId = cast.claimant.userId;
    for (const page of [arbitrator, claimant]) await page.produce('mic');
    await arbitrator.must('tribunal:mute', { seatId, source: 'mic' });
    for (const { pid } of server.app.get(Rooms).status().workers) process.kill(pid!, 'SIGKILL');
    const pages = [arbitrator, claimant, recorder];
    const resets = await eventually(() =>
      pages.map((page) => {
        const reset = page.heard.find((h) => h.event === 'media:reset');
        expect(reset).toBeDefined();
        return reset!.data as MediaReset;
      }),
    );
    pages.forEach((page, i) => Object.assign(page.entered!, resets[i]));
    expect(claimant.entered!.send!.id).toBe(resets[1]!.send.id);
    await arbitrator.produce('mic');
    expect(await claimant.produce('mic')).toMatchObject({ isMuted: true });
    await eventually(() => {
      const fresh = recorder.heard.slice(recorder.heard.findIndex((h) => h.event === 'media:reset'));
      const feeds = fresh.filter((h) => h.event === 'consumers:new').flatMap((h) => h.data as ConsumerView[]);
      expect(feeds.map((feed) => feed.seatId).sort()).toEqual([cast.arbitrator.userId, seatId].sort());
    });
  });

  describe('the course of a hearing', () => {
    it('opens only with the recorder and both sides before the tribunal', async () => {
      const { arbitrator, cast, recorder, hearingId } = await lobby();
      expect(await arbitrator.verdict('tribunal:open', {})).toBe('BAD_STATE hearing.claimant-absent');
      await arbitrator.must('tribunal:admit', { seatId: cast.claimant.userId });
      expect(await arbitrator.verdict('tribunal:open', {})).toBe('BAD_STATE hearing.respondent-absent');
      const absences = [{ partyId: cast.parties.respondent, reason: '经合法通知无正当理由拒不到庭' }];
      expect(await arbitrator.verdict('tribunal:open', { absences })).toBe(
        'BAD_STATE hearing.respondent-not-notified',
      );
      await arbitrator.must('tribunal:admit', { seatId: cast.respondent.userId });
      await recorder.must('room:leave', {});
      expect(await arbitrator.verdict('tribunal:open', {})).toBe('BAD_STATE hearing.recorder-absent');
      const back = await pageOf(cast, 'recorder', hearingId);
      await back.enter();
      await arbitrator.must('tribunal:open', {});
    });

    it('takes sound and picture away for a recess and gives them back', async () => {
      const room = await inSession();
      await room.claimant.produce('mic');
      await eventually(() => expect(room.arbitrator.consumers()).toHaveLength(1));
      await room.arbitrator.must('tribunal:recess', { reason: '休庭十分钟' });
      await eventually(() =>
        expect(room.claimant.last('room:state')).toMatchObject({ state: 'recess', reason: '休庭十分钟' }),
      );
      expect(room.arbitrator.consumers()).toEqual([]);
      await room.arbitrator.must('tribunal:resume', {});
      await eventually(() => expect(room.arbitrator.consumers()).toHaveLength(1));
    });

    it('is on the record, releases people and room, and moves the case', async () => {
      const { arbitrator, cast, hearingId } = await inSession();
      await arbitrator.must('tribunal:recess', { reason: '休庭' });
      await arbitrator.must('tribunal:resume', {});
      server.setNow(new Date(now.getTime() + 40 * MINUTES));
      await arbitrator.must('tribunal:close', {});
      const types = (await cast.claimant.get<{ type: string }[]>(`/cases/${cast.caseId}/timeline`)).map(
        (e) => e.type,
      );
      expect(types.filter((type) => type.startsWith('hearing.') && type !== 'hearing.notice-waived')).toEqual(
        ['hearing.set-down', 'hearing.opened', 'hearing.recessed', 'hearing.resumed', 'hearing.closed'],
      );
      const [{ state }] = await server.db.query('SELECT state FROM labour_case WHERE id = $1', [cast.caseId]);
      expect(state).toBe('heard');
      const late = await server.db.query(
        'SELECT 1 FROM booking WHERE hearing_id = $1 AND upper(during) > $2',
        [hearingId, new Date(now.getTime() + 41 * MINUTES)],
      );
      expect(late).toEqual([]);
      expect((await cast.claimant.get<{ state: string }>(`/hearings/${hearingId}`)).state).toBe('closed');
    });

    it('adjourned, the case can be set down again', async () => {
      const { arbitrator, cast, claimant } = await inSession();
      await arbitrator.must('tribunal:adjourn', { reason: '需要补充鉴定' });
      await eventually(() => expect(claimant.last('room:state').state).toBe('adjourned'));
      const again = await setDown(cast, new Date(now.getTime() + 24 * 60 * MINUTES));
      const { ordinal } = await cast.claimant.get<{ ordinal: number }>(`/hearings/${again}`);
      expect(ordinal).toBe(2);
    });

    it('cancelled from a desk, the room is told', async () => {
      const { cast, hearingId, arbitrator, claimant } = await lobby();
      await cast.recorder.post(`/hearings/${hearingId}/cancellation`, { reason: '另行安排' });
      await eventually(() =>
        expect(claimant.last('room:state')).toMatchObject({ state: 'cancelled', actions: [] }),
      );
      expect(await arbitrator.verdict('tribunal:open', {})).toBe('BAD_STATE room.not-now');
    });
  });

  describe('muting', () => {
    it('is done before it is said, outlives a reload, and is undone by the tribunal alone', async () => {
      const { arbitrator, claimant, cast, hearingId } = await inSession();
      const seatId = cast.claimant.userId;
      await claimant.produce('mic');
      await arbitrator.must('tribunal:mute', { seatId, source: 'mic' });
      await eventually(() => expect(claimant.last('media:muted')).toEqual({ source: 'mic', isMuted: true }));
      await eventually(() => expect((arbitrator.last('seat:updated') as SeatView).mic).toBe('muted'));
      expect(await claimant.verdict('media:resume', { source: 'mic' })).toBe(
        'NOT_ALLOWED room.muted-by-tribunal',
      );
      expect(await claimant.verdict('tribunal:unmute', { seatId, source: 'mic' })).toBe(
        'NOT_ALLOWED room.not-for-you',
      );
      await claimant.must('media:close', { source: 'mic' });
      expect(await claimant.produce('mic')).toMatchObject({ isMuted: true });

      claimant.breakOff();
      const reloaded = await pageOf(cast, 'claimant', hearingId);
      const { snapshot } = await reloaded.enter();
      expect(snapshot.space).toBe('main');
      expect(snapshot.seats.find((seat) => seat.seatId === seatId)!.mic).toBe('muted');
      expect(await reloaded.produce('mic')).toMatchObject({ isMuted: true });
      await arbitrator.must('tribunal:unmute', { seatId, source: 'mic' });
      await reloaded.must('media:resume', { source: 'mic' });
    });

    it('of all silences the parties and leaves the tribunal its voice', async () => {
      const { arbitrator, claimant, respondent, recorder } = await inSession();
      for (const page of [arbitrator, recorder, claimant, respondent]) await page.produce('mic');
      await arbitrator.must('tribunal:mute-all', {});
      await eventually(() => {
        expect(claimant.last('media:muted').isMuted).toBe(true);
        expect(respondent.last('media:muted').isMuted).toBe(true);
      });
      expect(recorder.all('media:muted')).toEqual([]);
    });
  });

  describe('coming back', () => {
    it('picks the old connections up with the key the seat was given, once', async () => {
      const { arbitrator, claimant, cast, hearingId } = await inSession();
      await claimant.produce('mic');
      await arbitrator.produce('mic');
      const { resumeKey, seatId, send, recv } = claimant.entered!;
      claimant.breakOff();
      await eventually(() =>
        expect(arbitrator.last('seat:updated')).toMatchObject({ seatId, presence: 'held' }),
      );
      const key = { resumeKey, hearingId, seatId };
      const again = await RoomPage.open(server, key);
      open.push(again);
      const entered = await again.enter({ sendId: send!.id, recvId: recv!.id });
      expect(entered).toMatchObject({
        isMediaKept: true,
        seatId,
        snapshot: { space: 'main', state: 'in-session' },
      });
      expect(entered.consumers.map((view) => view.seatId)).toEqual([cast.arbitrator.userId]);
      expect(entered.snapshot.seats.find((s) => s.seatId === seatId)).toMatchObject({
        mic: 'on',
        presence: 'online',
      });
      await expect(RoomPage.open(server, key)).rejects.toMatchObject({ message: 'AUTH_EXPIRED' });
      await expect(
        RoomPage.open(server, { ...key, resumeKey: entered.resumeKey, seatId: cast.arbitrator.userId }),
      ).rejects.toMatchObject({ message: 'AUTH_EXPIRED' });
    });

    it('after a reload is a new page in the same seat', async () => {
      const { claimant, cast, hearingId, arbitrator } = await inSession();
      await claimant.produce('cam');
      await eventually(() => expect(arbitrator.consumers()).toHaveLength(1));
      claimant.breakOff();
      const page = await pageOf(cast, 'claimant', hearingId);
      const entered = await page.enter();
      expect(entered).toMatchObject({ isMediaKept: false, snapshot: { space: 'main' } });
      await eventually(() => expect(arbitrator.consumers()).toEqual([]));
      await page.produce('cam');
      await eventually(() => expect(arbitrator.consumers()).toHaveLength(1));
    });

    it('keeps who was connected when, and why a connection ended', async () => {
      const { claimant, respondent, cast, hearingId } = await inSession();
      claimant.breakOff();
      await respondent.must('room:leave', {});
      await eventually(async () => {
        const rows: { user_id: string; cause: string }[] = await server.db.query(
          'SELECT user_id, cause FROM hearing_connection WHERE hearing_id = $1 AND cause IS NOT NULL ORDER BY cause',
          [hearingId],
        );
        expect(rows).toEqual([
          { user_id: cast.respondent.userId, cause: 'left' },
          { user_id: cast.claimant.userId, cause: 'network' },
        ]);
      });
    });
  });

  describe('the hearing record', () => {
    it('grows before everybody admitted and nobody else', async () => {
      const { recorder, claimant, respondent, arbitrator, cast } = await lobby();
      await arbitrator.must('tribunal:admit', { seatId: cast.claimant.userId });
      await recorder.must('record:append', {
        stage: 'opening',
        speaker: 'recorder',
        text: '现在宣布仲裁庭纪律。',
      });
      await eventually(() => expect(claimant.last('record:changed').record.entries).toHaveLength(1));
      expect(respondent.all('record:changed')).toEqual([]);
      await arbitrator.must('tribunal:admit', { seatId: cast.respondent.userId });
      await eventually(() => expect(respondent.last('space:moved').record?.entries).toHaveLength(1));
    });

    it('is read by HTTP as by the page: not from the waiting room while the hearing sits', async () => {
      const room = await inSession();
      const { cast, hearingId, arbitrator } = room;
      await write(room, '月工资五千元。');
      const read = (who: 'claimant' | 'respondent' | 'arbitrator') =>
        cast[who].get<{ entries: unknown[] }>(`/hearings/${hearingId}/record`);
      expect((await read('claimant')).entries).toHaveLength(1);
      await arbitrator.must('tribunal:return', { seatId: cast.claimant.userId, reason: '暂时离席' });
      await expect(read('claimant')).rejects.toMatchObject({
        status: 403,
        code: 'hearing-record.not-admitted',
      });
      expect((await read('respondent')).entries).toHaveLength(1);
      expect((await read('arbitrator')).entries).toHaveLength(1);
      await arbitrator.must('tribunal:close', {});
      expect((await read('claimant')).entries).toHaveLength(1);
    });

    it('is no longer touched once the case is decided', async () => {
      const room = await inSession();
      await write(room, '月工资五千元。');
      await room.arbitrator.must('tribunal:close', {});
      await server.db.query(`UPDATE labour_case SET state = 'decided' WHERE id = $1`, [room.cast.caseId]);
      const refused = 'BAD_STATE hearing-record.case-decided';
      const text = { stage: 'closing' as const, speaker: 'note' as const, text: '补记' };
      expect(await room.recorder.verdict('record:append', text)).toBe(refused);
      expect(await room.arbitrator.verdict('record:present', {})).toBe(refused);
    });

    it('is changed by nobody who has read an older version of it', async () => {
      const room = await inSession();
      const { entryId } = await write(room, '月工资五千元。');
      await room.recorder.must('record:amend', { entryId, version: 1, text: '月工资六千元。' });
      expect(
        await room.recorder.verdict('record:amend', { entryId, version: 1, text: '月工资七千元。' }),
      ).toBe('BAD_STATE hearing-record.entry-changed');
    });

    it('is corrected on request, or the request is recorded; then signed by everybody and made a paper', async () => {
      const room = await inSession();
      const { arbitrator, recorder, claimant, respondent, cast, hearingId } = room;
      const { entryId } = await write(room, '月工资五千元。');
      await room.recorder.must('record:append', {
        stage: 'investigation',
        speaker: 'respondent',
        text: '2025年3月入职。',
      });
      const first = (await arbitrator.must('record:present', {})).sha256;
      expect(await recorder.verdict('record:append', { stage: 'debate', speaker: 'note', text: '补' })).toBe(
        'BAD_STATE room.not-now',
      );
      await claimant.must('record:sign', { sha256: first });

      const { correctionId } = await claimant.must('record:request-correction', {
        entryId,
        proposedText: '月工资六千元。',
        reason: '金额听错',
      });
      expect(await respondent.verdict('record:sign', { sha256: first })).toBe(
        'BAD_STATE hearing-record.correction-open',
      );
      await arbitrator.must('record:decide-correction', {
        correctionId,
        isGranted: true,
        reason: '与陈述一致',
      });
      const { record } = await eventually(() => {
        const last = claimant.last('record:changed');
        expect(last.record.entries[0]!.text).toBe('月工资六千元。');
        return last;
      });
      expect(record.signatures.map((s) => s.state)).toEqual(['awaited', 'awaited', 'awaited', 'awaited']);
      expect(record.sha256).not.toBe(first);
      expect(record.text).toContain('该项原记录为“月工资五千元。”');
      expect(record.corrections).toMatchObject([
        { name: '李小明', originalText: '月工资五千元。', proposedText: '月工资六千元。', state: 'granted' },
      ]);

      const refused = await respondent.must('record:request-correction', {
        entryId: record.entries[1]!.id,
        proposedText: '2025年5月入职。',
        reason: '记录有误',
      });
      await arbitrator.must('record:decide-correction', {
        correctionId: refused.correctionId,
        isGranted: false,
        reason: '与当庭陈述不符',
      });
      const final = await eventually(() => {
        const last = respondent.last('record:changed').record;
        expect(last.text).toContain('2025年5月入职。”，理由：记录有误。仲裁庭认为与当庭陈述不符，不予补正。');
        return last;
      });
      expect(final.entries[1]!.text).toBe('2025年3月入职。');

      expect(await claimant.verdict('record:sign', { sha256: first })).toBe(
        'BAD_STATE hearing-record.text-changed',
      );
      for (const page of [claimant, arbitrator, recorder])
        await page.must('record:sign', { sha256: final.sha256! });
      expect(await claimant.verdict('record:sign', { sha256: final.sha256! })).toBe(
        'BAD_STATE hearing-record.already-settled',
      );
      expect(
        await claimant.verdict('record:refuse', { seatId: cast.respondent.userId, note: '他不签' }),
      ).toBe('NOT_ALLOWED hearing-record.only-for-oneself');
      expect(await respondent.verdict('record:refuse', { hasLeft: true, note: '已离开' })).toBe(
        'NOT_ALLOWED hearing-record.only-for-oneself',
      );
      await respondent.must('record:refuse', { note: '对记录有异议' });
      const confirmed = await eventually(() => {
        const last = recorder.last('record:changed').record;
        expect(last.state).toBe('confirmed');
        return last;
      });
      expect(confirmed.signatures.find((s) => s.role === 'respondent')).toMatchObject({
        state: 'refused',
        note: '对记录有异议',
      });
      // Signed before the hearing was closed: the paper says when it was, and so waits for it.
      const papers = async () =>
        server.db.query<{ case_id: string; facts_sealed: Buffer }[]>(
          `SELECT * FROM paper WHERE kind = 'hearing-record' AND subject = $1`,
          [hearingId],
        );
      expect(await papers()).toEqual([]);
      server.setNow(new Date(now.getTime() + 90 * MINUTES));
      await arbitrator.must('tribunal:close', {});
      const [paper, ...others] = await papers();
      expect(others).toEqual([]);
      expect(paper).toMatchObject({ case_id: cast.caseId });
      const facts = server.app.get(FieldEncryption).openJson<HearingRecordFacts>(paper!.facts_sealed);
      const closed: { ended_at: Date }[] = await server.db.query(
        `SELECT ended_at FROM hearing WHERE id = $1`,
        [hearingId],
      );
      expect(facts.endedAt).toBe(closed[0]!.ended_at.toISOString());
      expect(facts.corrections).toMatchObject([
        { original: '月工资五千元。', isMade: true },
        { original: '2025年3月入职。', isMade: false },
      ]);
      // The timeline says of each who it was.
      const timeline = await cast.claimant.get<{ type: string; params: { role?: string } }[]>(
        `/cases/${cast.caseId}/timeline`,
      );
      const rolesOf = (type: string) =>
        timeline.filter((entry) => entry.type === type).map(({ params }) => params.role);
      expect(rolesOf('hearing-record.signed')).toEqual(['claimant', 'claimant', 'arbitrator', 'recorder']);
      expect(rolesOf('hearing-record.signing-refused')).toEqual(['respondent']);
      const read = await cast.claimant.get<{ text: string }>(`/hearings/${hearingId}/record`);
      expect(read.text).toBe(final.text);
      await expect(cast.stranger.get(`/hearings/${hearingId}/record`)).rejects.toMatchObject({ status: 404 });
    });

    it('is corrected in one’s own words only: those of the tribunal and of the other side stand', async () => {
      const { recorder, claimant, respondent } = await inSession();
      const said = async (speaker: 'arbitrator' | 'recorder' | 'claimant') =>
        (await recorder.must('record:append', { stage: 'investigation', speaker, text: '现在开庭。' }))
          .entryId;
      const wanted = { proposedText: '仲裁员认可全部请求。', reason: '漏记' };
      const refused = 'BAD_STATE hearing-record.not-own-words';
      const ofTribunal = [await said('arbitrator'), await said('recorder')];
      for (const entryId of ofTribunal)
        expect(await claimant.verdict('record:request-correction', { entryId, ...wanted })).toBe(refused);
      const own = await said('claimant');
      expect(await respondent.verdict('record:request-correction', { entryId: own, ...wanted })).toBe(
        refused,
      );
      expect(await claimant.verdict('record:request-correction', { entryId: own, ...wanted })).toBe('ok');
    });

    it('lets the recorder note who will not sign, but not for the tribunal', async () => {
      const room = await inSession();
      await write(room, '无其他陈述。');
      await room.recorder.must('record:present', {});
      await room.recorder.must('record:refuse', { seatId: room.cast.claimant.userId, note: '未说明理由' });
      await room.recorder.must('record:refuse', {
        seatId: room.cast.respondent.userId,
        hasLeft: true,
        note: '签名前已离开',
      });
      const noted = await eventually(() => {
        const { signatures } = room.recorder.last('record:changed').record;
        expect(signatures.filter(({ state }) => state !== 'awaited')).toHaveLength(2);
        return signatures;
      });
      expect(Object.fromEntries(noted.map(({ role, state }) => [role, state]))).toEqual({
        arbitrator: 'awaited',
        recorder: 'awaited',
        claimant: 'refused',
        respondent: 'left',
      });
      expect(
        await room.recorder.verdict('record:refuse', { seatId: room.cast.arbitrator.userId, note: '未签' }),
      ).toBe('BAD_STATE hearing-record.tribunal-signs');
      await room.recorder.must('record:reopen', { reason: '补记' });
      await eventually(() =>
        expect(room.claimant.last('record:changed').record).toMatchObject({
          state: 'typing',
          text: null,
          signatures: [],
        }),
      );
    });

    it('of a hearing adjourned after its opening is signed by those who come back to it (Rules 42)', async () => {
      const room = await inSession();
      const { cast, hearingId } = room;
      await write(room, '申请鉴定。');
      await room.arbitrator.must('tribunal:adjourn', { reason: '需要鉴定' });
      const { sha256 } = await room.recorder.must('record:present', {});
      const [view] = await cast.claimant.get<Record<string, unknown>[]>(`/cases/${cast.caseId}/hearings`);
      expect(view).toMatchObject({ state: 'adjourned', isMySignatureAwaited: true });
      expect(view!.openedAt).not.toBeNull();
      room.claimant.breakOff();
      const back = await pageOf(cast, 'claimant', hearingId);
      await back.enter();
      await back.must('record:sign', { sha256 });
      expect(await cast.claimant.get(`/hearings/${hearingId}`)).toMatchObject({
        isMySignatureAwaited: false,
      });
    });

    it('can be signed after the hearing has been closed, by those who come back to it', async () => {
      const room = await inSession();
      await write(room, '最后意见：坚持请求。');
      const { sha256 } = await room.recorder.must('record:present', {});
      await room.arbitrator.must('tribunal:close', {});
      room.claimant.breakOff();
      const back = await pageOf(room.cast, 'claimant', room.hearingId);
      const { send, record } = await back.enter();
      expect(send).toBeNull();
      expect(record!.state).toBe('for-confirmation');
      await back.must('record:sign', { sha256 });
    });
  });

  it('speaks one protocol on both sides', () => {
    const [ours, theirs] = ['src/modules/hearings/conferencing', 'web/src/features/hearings'].map((folder) =>
      readFileSync(`${folder}/protocol.ts`, 'utf8'),
    );
    expect(theirs).toBe(ours);
  });
});
