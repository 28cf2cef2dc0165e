import { io, type Socket } from 'socket.io-client';
import * as acts from '../../src/demo/acts';
import type { Person } from '../../src/demo/person';
import { startApp, type TestApp } from '../support/app';
import { clerkOf, filed, newPhone } from '../support/cases';
import { eventually } from '../support/eventually';

/** A screen that watches a case, and what it was told. */
class Screen {
  readonly told: unknown[] = [];
  private constructor(readonly socket: Socket) {
    socket.onAny((event: string, payload: unknown) => this.told.push({ event, payload }));
  }

  static async open(app: TestApp, person: Person): Promise<Screen> {
    await person.read('/session');
    const socket = io(`${app.url}/case`, {
      extraHeaders: { cookie: person.cookie },
      transports: ['websocket'],
      forceNew: true,
    });
    const screen = new Screen(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', () => resolve());
      socket.once('connect_error', reject);
    });
    return screen;
  }

  watch(caseId: string): Promise<{ ok: boolean; code?: string }> {
    return this.socket.emitWithAck('case:watch', { caseId }) as Promise<{ ok: boolean; code?: string }>;
  }
}

describe('the channel of a case', () => {
  let app: TestApp;
  const screens: Screen[] = [];
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(async () => {
    for (const { socket } of screens) socket.disconnect();
    await app?.close();
  });

  const watching = async (person: Person, caseId: string): Promise<Screen> => {
    const screen = await Screen.open(app, person);
    screens.push(screen);
    expect(await screen.watch(caseId)).toEqual({ ok: true });
    return screen;
  };
  const change = (caseId: string): Promise<unknown> =>
    acts.requestCorrection(clerkOf(app), caseId, {
      defects: [{ section: 'claims', text: '不清', remedy: '写明' }],
      dueOn: '2026-04-30',
    });

  it('tells that the case has changed, not what happened in it', async () => {
    const { caseId, claimant } = await filed(app);
    const screen = await watching(claimant, caseId);
    await change(caseId);
    await eventually(() => expect(screen.told.length).toBeGreaterThan(0));
    await app.settled();
    for (const each of screen.told) expect(each).toEqual({ event: 'case:changed', payload: { caseId } });
  });

  it('is closed to strangers', async () => {
    const { caseId } = await filed(app);
    const screen = await Screen.open(app, app.party(newPhone()));
    screens.push(screen);
    expect(await screen.watch(caseId)).toEqual({ ok: false, code: 'request.not-found' });
  });

  it('ends with the session: signed out on one page, the others hear no more', async () => {
    const { caseId, claimant } = await filed(app);
    const [one, other] = [await watching(claimant, caseId), await watching(claimant.elsewhere(), caseId)];
    await claimant.do('DELETE', '/session');
    await eventually(() => expect(one.socket.connected).toBe(false));
    expect(other.socket.connected).toBe(true);
    const [heard, heardThere] = [one.told.length, other.told.length];
    await change(caseId);
    await eventually(() => expect(other.told.length).toBeGreaterThan(heardThere));
    expect(one.told).toHaveLength(heard);
  });

  it('and when the session has run out by itself', async () => {
    const { caseId, claimant } = await filed(app);
    await app.settled();
    const screen = await watching(claimant, caseId);
    app.clock.forward({ days: 7, minutes: 1 });
    await change(caseId);
    await eventually(() => expect(screen.socket.connected).toBe(false));
    expect(screen.told).toEqual([]);
  });
});
