import { Client } from 'pg';
import { newId } from '../../src/kernel/id';
import { constitutedCase, setDown, type Cast, type RoomPage } from './support/people';
import { eventually, startServer, type TestServer } from './support/server';

const NOW = new Date('2026-12-01T08:50:00+08:00');

/**
 * Whoever writes to a case holds its record first. A party that joins does, and then books itself for the hearing; a
 * step of the hearing that took the hearing first would wait for the one while the other waits for it.
 */
describe('one order of locks', () => {
  let server: TestServer;
  let joiner: Client;
  const pages: RoomPage[] = [];

  beforeAll(async () => {
    server = await startServer(NOW);
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    joiner = new Client({ connectionString: process.env.DATABASE_URL });
    await joiner.connect();
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) page.close();
    await joiner.end();
    await server.db.query('DELETE FROM booking');
  });

  /** The record of the case is held, as by somebody who is joining it. */
  async function begin(caseId: string): Promise<void> {
    await joiner.query('BEGIN');
    await joiner.query('SELECT 1 FROM record_head WHERE case_id = $1 FOR UPDATE', [caseId]);
  }

  /** Somebody else has come as far as the lock that the joiner holds. */
  async function somebodyWaits(): Promise<void> {
    await eventually(async () => {
      const waiting = await server.db.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      expect(waiting).toHaveLength(1);
    });
  }

  /** What joining does next: it wants the hearing, lightly. */
  async function book(hearingId: string): Promise<void> {
    await joiner.query(
      `INSERT INTO booking (id, hearing_id, resource_kind, resource_id, during)
       VALUES ($1, $2, 'person', $1, tstzrange(now(), now() + interval '1 hour'))`,
      [newId(), hearingId],
    );
    await joiner.query('COMMIT');
  }

  async function lobby(cast: Cast): Promise<{ hearingId: string; arbitrator: RoomPage; recorder: RoomPage }> {
    const hearingId = await setDown(cast, NOW);
    const enter = async (role: 'arbitrator' | 'recorder'): Promise<RoomPage> => {
      const page = await cast[role].page(hearingId);
      pages.push(page);
      await page.enter();
      return page;
    };
    return { hearingId, arbitrator: await enter('arbitrator'), recorder: await enter('recorder') };
  }

  it('a step of the hearing waits for the record before it takes the hearing', async () => {
    const cast = await constitutedCase(server);
    const { hearingId, arbitrator } = await lobby(cast);
    await begin(cast.caseId);
    const step = arbitrator.verdict('tribunal:adjourn', { reason: '需要补充鉴定' });
    await somebodyWaits();
    await book(hearingId);
    expect(await step).toBe('ok');
  });

  it('so does the hearing record, whose first entry wants the hearing too', async () => {
    const cast = await constitutedCase(server);
    const { hearingId, recorder } = await lobby(cast);
    await begin(cast.caseId);
    const entry = recorder.verdict('record:append', {
      stage: 'opening',
      speaker: 'recorder',
      text: '宣布纪律。',
    });
    await somebodyWaits();
    // Held alone, as a step of the hearing would.
    await joiner.query('SELECT 1 FROM hearing WHERE id = $1 FOR UPDATE', [hearingId]);
    await book(hearingId);
    expect(await entry).toBe('ok');
  });
});
