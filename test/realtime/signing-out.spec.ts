import { Rooms } from '../../src/modules/hearings/conferencing/rooms';
import { constitutedCase, MINUTES, RoomPage, setDown, type Cast, type Person } from './support/people';
import { eventually, startServer, type TestServer } from './support/server';

const NOW = new Date('2026-12-01T08:50:00+08:00');
const REFUSED = expect.objectContaining({ message: 'AUTH_EXPIRED' }) as Error;

describe('signing out while in a hearing', () => {
  let server: TestServer;
  let now = NOW;
  const open: RoomPage[] = [];
  beforeAll(async () => {
    server = await startServer(NOW);
  });
  afterAll(() => server?.stop());
  beforeEach(() => {
    now = new Date(now.getTime() + 7 * 24 * 60 * MINUTES);
    server.setNow(now);
  });
  afterEach(() => {
    for (const page of open.splice(0)) page.close();
  });

  const pageOf = async (person: Person, hearingId: string): Promise<RoomPage> => {
    const page = await person.page(hearingId);
    open.push(page);
    return page;
  };
  const waiting = async (): Promise<{ cast: Cast; hearingId: string; page: RoomPage; other: RoomPage }> => {
    const cast = await constitutedCase(server);
    const hearingId = await setDown(cast, now);
    const [page, other] = [await pageOf(cast.claimant, hearingId), await pageOf(cast.respondent, hearingId)];
    await page.enter();
    await other.enter();
    return { cast, hearingId, page, other };
  };
  const gone = (page: RoomPage) => eventually(() => expect(page.socket.connected).toBe(false));
  const presence = async (hearingId: string, { userId }: Person) =>
    (await server.app.get(Rooms).find(hearingId)?.snapshot(userId))?.seats.find(
      ({ seatId }) => seatId === userId,
    )?.presence;
  const resume = ({ entered }: RoomPage, hearingId: string) =>
    RoomPage.open(server, { resumeKey: entered!.resumeKey, hearingId, seatId: entered!.seatId });

  it('closes the room for this session at once, and for nobody else; the key of the seat leads nowhere', async () => {
    const { cast, hearingId, page, other } = await waiting();
    await cast.claimant.signOut();
    await gone(page);
    await eventually(async () => expect(await presence(hearingId, cast.claimant)).toBe('away'));
    await expect(resume(page, hearingId)).rejects.toEqual(REFUSED);
    expect(await other.verdict('net:ping', {})).toBe('ok');
    const connections = await server.db.query<{ cause: string | null }[]>(
      'SELECT cause FROM hearing_connection WHERE hearing_id = $1 AND user_id = $2',
      [hearingId, cast.claimant.userId],
    );
    expect(connections).toEqual([{ cause: 'ended' }]);
  });

  it('closes it also for a page whose network is away just then', async () => {
    const { cast, hearingId, page } = await waiting();
    page.breakOff();
    await gone(page);
    await cast.claimant.signOut();
    await eventually(async () => expect(await presence(hearingId, cast.claimant)).toBe('away'));
    await expect(resume(page, hearingId)).rejects.toEqual(REFUSED);
  });

  it('disconnects a page that is only checking its camera', async () => {
    const cast = await constitutedCase(server);
    const page = await pageOf(cast.claimant, await setDown(cast, now));
    await cast.claimant.signOut();
    await gone(page);
  });

  it('leaves a ticket that was not used yet worthless', async () => {
    const cast = await constitutedCase(server);
    const hearingId = await setDown(cast, now);
    const { ticket } = await cast.claimant.post<{ ticket: string }>(`/hearings/${hearingId}/tickets`);
    await cast.claimant.signOut();
    await expect(RoomPage.open(server, { ticket })).rejects.toEqual(REFUSED);
  });

  it('on one device does not empty the seat on another', async () => {
    const { cast, hearingId, page } = await waiting();
    const elsewhere = await cast.claimant.onAnotherDevice();
    const second = await pageOf(elsewhere, hearingId);
    await second.enter();
    await gone(page);
    await cast.claimant.signOut();
    expect(await second.verdict('net:ping', {})).toBe('ok');
    expect(await presence(hearingId, cast.claimant)).toBe('online');
    await elsewhere.signOut();
    await gone(second);
  });

  it('is found out also when the announcement was lost with the connection that hears it', async () => {
    const { cast, page, other } = await waiting();
    const listeners = await server.db.query<{ ended: boolean }[]>(
      `WITH listening AS MATERIALIZED (
         SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'
       ), out AS MATERIALIZED (
         DELETE FROM session WHERE user_id = $1 RETURNING token_hash
       )
       SELECT pg_terminate_backend(pid) AS ended FROM listening, out`,
      [cast.claimant.userId],
    );
    expect(listeners).toEqual([{ ended: true }]);
    await gone(page);
    expect(await other.verdict('net:ping', {})).toBe('ok');
  });
});
