import { Client } from 'pg';
import { newId } from '../../src/kernel/id';
import type { HearingNoticeFacts } from '../../src/modules/hearings/hearing-notice.paper';
import { FieldEncryption } from '../../src/platform/database/field-encryption';
import { constitutedCase, Refused, tribunal, type Cast } from './support/people';
import { startServer, type TestServer } from './support/server';

const NOW = new Date('2026-12-01T08:00:00+08:00');
/** 2 December 2026 is a Wednesday. */
const at = (time: string): string => `2026-12-02T${time}:00+08:00`;

describe('setting a hearing down', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer(NOW);
  });
  afterAll(() => server.stop());

  afterEach(async () => {
    await server.db.query('DELETE FROM booking');
  });

  const waive = async (cast: Cast): Promise<void> => {
    for (const party of [cast.claimant, cast.respondent])
      await party.post(`/cases/${cast.caseId}/notice-waiver`);
  };
  const setDown = (cast: Cast, startsAt: string, room: number, durationMinutes = 60) =>
    cast.recorder.post<{ hearingId: string }>(`/cases/${cast.caseId}/hearings`, {
      startsAt,
      durationMinutes,
      roomId: `nansha-online-${room}`,
    });
  const noticesOf = async (cast: Cast): Promise<HearingNoticeFacts[]> => {
    const papers: { facts_sealed: Buffer }[] = await server.db.query(
      `SELECT facts_sealed FROM paper WHERE case_id = $1 AND kind = 'hearing-notice'`,
      [cast.caseId],
    );
    const encryption = server.app.get(FieldEncryption);
    return papers.map((paper) => encryption.openJson<HearingNoticeFacts>(paper.facts_sealed));
  };
  const codeOf = (outcome: PromiseSettledResult<unknown>): string =>
    outcome.status === 'fulfilled' ? 'ok' : (outcome.reason as Refused).code;

  it('leaves five working days after the notice, unless everybody has waived them (Rules 38)', async () => {
    const cast = await constitutedCase(server);
    const terms = await cast.recorder.get<{ earliestDay: string; steps: unknown[] }>(
      `/cases/${cast.caseId}/hearing-terms`,
    );
    expect(terms.earliestDay).toBe('2026-12-08');
    await expect(setDown(cast, '2026-12-07T10:00:00+08:00', 1)).rejects.toMatchObject({
      status: 409,
      code: 'hearing.too-early',
    });
    await cast.claimant.post(`/cases/${cast.caseId}/notice-waiver`);
    await expect(setDown(cast, '2026-12-07T10:00:00+08:00', 1)).rejects.toMatchObject({
      code: 'hearing.too-early',
    });
    await cast.respondent.post(`/cases/${cast.caseId}/notice-waiver`);
    const { waivers } = await cast.recorder.get<{ waivers: { partyId: string }[] }>(
      `/cases/${cast.caseId}/hearing-terms`,
    );
    // A company's waiver is declared by somebody: whose it is, its id says and not the name on the plate.
    expect(waivers.map(({ partyId }) => partyId).sort()).toEqual(
      [cast.parties.claimant, cast.parties.respondent].sort(),
    );
    await setDown(cast, at('10:00'), 1);
    expect((await noticesOf(cast)).map(({ postponeUntil }) => postponeUntil)).toEqual([null, null]);
  });

  it('stands on its day on the list of those who sit in it, until it is over', async () => {
    const cast = await constitutedCase(server);
    await waive(cast);
    const today = new Date(NOW.getTime() + 4 * 3_600_000).toISOString();
    const { hearingId } = await setDown(cast, today, 2);
    const listed = async (person: Cast['recorder']) =>
      (await person.get<{ id: string }[]>('/hearings-today')).map(({ id }) => id);
    expect(await listed(cast.arbitrator)).toEqual([hearingId]);
    expect(await listed(cast.recorder)).toEqual([hearingId]);
    expect(await listed(cast.clerk)).toEqual([]);
    await expect(listed(cast.claimant)).rejects.toMatchObject({ status: 403 });
    await cast.clerk.post(`/hearings/${hearingId}/cancellation`, { reason: '另行安排' });
    expect(await listed(cast.arbitrator)).toEqual([]);
    // What was waived was waived for the one that was cancelled.
    await waive(cast);
    const next = await setDown(cast, at('10:00'), 2);
    expect(await listed(cast.arbitrator)).toEqual([]);
    expect(next.hearingId).not.toBe(hearingId);
  });

  it('tells until when a postponement can be asked for, where that day is still to come', async () => {
    const cast = await constitutedCase(server);
    await setDown(cast, '2026-12-08T10:00:00+08:00', 1);
    expect((await noticesOf(cast)).map(({ postponeUntil }) => postponeUntil)).toEqual([
      '2026-12-03',
      '2026-12-03',
    ]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a day gone by', { startsAt: '2026-11-30T10:00:00+08:00' }, 'hearing.in-the-past'],
    ['an unknown room', { roomId: 'nansha-online-99' }, 'hearing.room-unknown'],
    ["another commission's room", { roomId: 'foshan-online-1' }, 'hearing.room-unknown'],
    ['an unknown chamber', { roomId: null, chamberId: 'nansha-attic' }, 'hearing.chamber-unknown'],
    ["another commission's chamber", { chamberId: 'foshan-seat' }, 'hearing.chamber-unknown'],
    ['no place at all', { roomId: null }, 'request.invalid'],
    ['no time', { startsAt: 'soon' }, 'request.invalid'],
    ['five minutes', { durationMinutes: 5 }, 'request.invalid'],
  ])('refuses %s', async (_name, change, code) => {
    const cast = await constitutedCase(server);
    await waive(cast);
    const body = { startsAt: at('10:00'), durationMinutes: 60, roomId: 'nansha-online-1', ...change };
    await expect(cast.recorder.post(`/cases/${cast.caseId}/hearings`, body)).rejects.toMatchObject({ code });
  });

  it('is for the tribunal and its clerk, and hears nobody over the internet who has not agreed', async () => {
    const cast = await constitutedCase(server);
    await expect(
      cast.claimant.post(`/cases/${cast.caseId}/hearings`, {
        startsAt: at('10:00'),
        durationMinutes: 60,
        roomId: 'x',
      }),
    ).rejects.toMatchObject({ status: 403 });
    await expect(cast.stranger.get(`/cases/${cast.caseId}/hearings`)).rejects.toMatchObject({ status: 404 });
    await waive(cast);
    await server.db.query(
      `UPDATE case_party SET consents_to_online_hearing = false WHERE case_id = $1 AND role = 'respondent'`,
      [cast.caseId],
    );
    await expect(setDown(cast, at('10:00'), 1)).rejects.toMatchObject({
      code: 'hearing.online-not-consented',
    });
  });

  it('books a case once, however often it is asked at once', async () => {
    const cast = await constitutedCase(server);
    await waive(cast);
    const outcomes = await Promise.allSettled(
      [1, 2, 3, 4].map((room) => setDown(cast, at('10:00'), (room % 2) + 1)),
    );
    expect(outcomes.map(codeOf).sort()).toEqual([
      'lifecycle.not-now',
      'lifecycle.not-now',
      'lifecycle.not-now',
      'ok',
    ]);
    const [{ n }] = await server.db.query('SELECT count(*)::int AS n FROM hearing WHERE case_id = $1', [
      cast.caseId,
    ]);
    expect(n).toBe(1);
  });

  it('gives a room to one of two who race for it, and says which room', async () => {
    const [one, other] = [await constitutedCase(server), await constitutedCase(server)];
    await waive(one);
    await waive(other);
    const outcomes = await Promise.allSettled([setDown(one, at('10:00'), 1), setDown(other, at('10:30'), 1)]);
    expect(outcomes.map(codeOf).sort()).toEqual(['hearing.room-booked', 'ok']);
    // The loser's case is as it was and can be set down elsewhere.
    const loser = outcomes[0].status === 'rejected' ? one : other;
    await setDown(loser, at('11:30'), 1);
  });

  it('gives a chamber to one of two who race for it, also where one of them takes a room besides', async () => {
    const [one, other] = [await constitutedCase(server), await constitutedCase(server)];
    await waive(one);
    await waive(other);
    const inChamber = (cast: Cast, time: string, more: Record<string, unknown> = {}) =>
      cast.recorder.post(`/cases/${cast.caseId}/hearings`, {
        startsAt: at(time),
        durationMinutes: 60,
        chamberId: 'nansha-seat',
        ...more,
      });
    const outcomes = await Promise.allSettled([
      inChamber(one, '10:00'),
      inChamber(other, '10:30', { roomId: 'nansha-online-1' }),
    ]);
    expect(outcomes.map(codeOf).sort()).toEqual(['hearing.room-booked', 'ok']);
    // The same time in the other chamber of the commission is free, and nothing was kept of the loser's attempt.
    const loser = outcomes[0].status === 'rejected' ? one : other;
    await inChamber(loser, '10:15', { chamberId: 'nansha-rc', roomId: 'nansha-online-2' });
    const places = await one.clerk.get<{ id: string; kind: string; address: string; taken: unknown[] }[]>(
      '/hearing-rooms?on=2026-12-02',
    );
    const chambers = places.filter(({ kind }) => kind === 'chamber');
    expect(chambers.map(({ id, taken }) => [id, taken.length]).sort()).toEqual([
      ['nansha-rc', 1],
      ['nansha-seat', 1],
    ]);
    expect(chambers.find(({ id }) => id === 'nansha-seat')!.address).toBe('广州市南沙区');
  });

  describe('how a party wants to be heard', () => {
    const choose = (person: Cast['claimant'], caseId: string, consents: boolean) =>
      person.put(`/cases/${caseId}/online-hearing-consent`, { consents });

    it('is its own to change until the day is set, and again after an adjournment', async () => {
      const cast = await constitutedCase(server);
      await waive(cast);
      const { caseId, claimant, respondent } = cast;
      const own = () =>
        claimant.get<{ onlineConsent: boolean; canChangeOnlineConsent: boolean }>(
          `/cases/${caseId}/hearing-terms`,
        );
      expect(await own()).toMatchObject({ onlineConsent: true, canChangeOnlineConsent: true });
      await choose(claimant, caseId, false);
      expect(await own()).toMatchObject({ onlineConsent: false, canChangeOnlineConsent: true });
      await expect(setDown(cast, at('10:00'), 1)).rejects.toMatchObject({
        code: 'hearing.online-not-consented',
      });
      await choose(claimant, caseId, true);
      await choose(claimant, caseId, true);
      const { hearingId } = await setDown(cast, at('10:00'), 1);
      expect(await own()).toMatchObject({ onlineConsent: true, canChangeOnlineConsent: false });
      await expect(choose(respondent, caseId, false)).rejects.toMatchObject({
        status: 409,
        code: 'hearing.consent-too-late',
      });
      await cast.clerk.post(`/hearings/${hearingId}/cancellation`, { reason: '另行安排' });
      await choose(respondent, caseId, false);
      for (const other of [cast.clerk, cast.recorder])
        await expect(choose(other, caseId, true)).rejects.toMatchObject({ status: 403 });
      await expect(choose(cast.stranger, caseId, true)).rejects.toMatchObject({ status: 404 });
      const types = (await claimant.get<{ type: string }[]>(`/cases/${caseId}/timeline`)).map(
        ({ type }) => type,
      );
      expect(types.filter((type) => type.startsWith('hearing.online-'))).toEqual([
        'hearing.online-declined',
        'hearing.online-agreed',
        'hearing.online-declined',
      ]);
    });

    it('when both race, the day is set with the answer or the answer comes too late', async () => {
      for (let round = 0; round < 4; round += 1) {
        const cast = await constitutedCase(server);
        await waive(cast);
        const outcomes = await Promise.allSettled([
          choose(cast.claimant, cast.caseId, false),
          setDown(cast, at(`${10 + round}:00`), 1),
        ]);
        const [{ agrees }] = await server.db.query(
          `SELECT consents_to_online_hearing AS agrees FROM case_party WHERE id = $1`,
          [cast.parties.claimant],
        );
        expect([outcomes.map(codeOf), agrees]).toEqual(
          agrees
            ? [['hearing.consent-too-late', 'ok'], true]
            : [['ok', 'hearing.online-not-consented'], false],
        );
      }
    });
  });

  it('seats an arbitrator in one of two hearings that race, back to back in both', async () => {
    const shared = await tribunal(server);
    const [one, other] = [await constitutedCase(server, shared), await constitutedCase(server, shared)];
    await waive(one);
    await waive(other);
    const outcomes = await Promise.allSettled([setDown(one, at('10:00'), 1), setDown(other, at('10:59'), 2)]);
    expect(outcomes.map(codeOf).sort()).toEqual(['hearing.person-booked', 'ok']);
    const loser = outcomes[0].status === 'rejected' ? one : other;
    const winnerStart = outcomes[0].status === 'fulfilled' ? '11:00' : '11:59';
    await setDown(loser, at(winnerStart), 2);
  });

  it('knows a claimant with two telephones by the identity number', async () => {
    const number = '440113199001011234';
    const one = await constitutedCase(server, { claimantNumber: number });
    const other = await constitutedCase(server, { claimantNumber: number });
    await waive(one);
    await waive(other);
    await setDown(one, at('10:00'), 1);
    await expect(setDown(other, at('10:00'), 2)).rejects.toMatchObject({ code: 'hearing.person-booked' });
  });

  it('is held by the database itself: two connections, no code of ours between', async () => {
    const cast = await constitutedCase(server);
    await waive(cast);
    const { hearingId } = await setDown(cast, at('16:00'), 1);
    const clients = [0, 1].map(() => new Client({ connectionString: process.env.DATABASE_URL }));
    await Promise.all(clients.map((client) => client.connect()));
    const take = (client: Client) =>
      client
        .query(
          `INSERT INTO booking (id, hearing_id, resource_kind, resource_id, during)
           VALUES ($1, $2, 'person', 'p1', tstzrange($3, $4))`,
          [newId(), hearingId, at('09:00'), at('10:00')],
        )
        .then(
          () => 'ok',
          (error: { code: string }) => error.code,
        );
    for (const client of clients) await client.query('BEGIN');
    const first = await take(clients[0]!);
    const second = take(clients[1]!); // waits for the first to commit
    await clients[0]!.query('COMMIT');
    expect([first, await second]).toEqual(['ok', '23P01']);
    await Promise.all(clients.map((client) => client.end()));
  });

  it('shows the day of a room to staff', async () => {
    const cast = await constitutedCase(server);
    await waive(cast);
    await setDown(cast, at('10:00'), 2, 90);
    const rooms = await cast.clerk.get<{ id: string; taken: { from: string; to: string }[] }[]>(
      '/hearing-rooms?on=2026-12-02',
    );
    expect(rooms.find((room) => room.id === 'nansha-online-2')!.taken).toEqual([
      { from: new Date(at('10:00')).toISOString(), to: new Date(at('11:30')).toISOString() },
    ]);
    await expect(cast.claimant.get('/hearing-rooms?on=2026-12-02')).rejects.toMatchObject({ status: 403 });
    for (const on of ['2026-02-31', '2026-13-01', 'tomorrow'])
      await expect(cast.clerk.get(`/hearing-rooms?on=${on}`)).rejects.toMatchObject({
        status: 422,
        code: 'request.invalid',
      });
  });
});
