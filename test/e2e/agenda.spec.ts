import * as acts from '../../src/demo/acts';
import { startApp, type TestApp } from '../support/app';
import { filed } from '../support/cases';
import { setDown } from '../support/motions';
import { problemOf } from '../support/problem';
import { withRoster } from '../support/proceedings';

interface Agenda {
  hearings: { hearingId: string; caseNumber: string; mode: string; place: string }[];
  clocks: { caseId: string; code: string; dueOn: string; isOverdue: boolean }[];
}

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
  await withRoster(app);
});
afterAll(() => app?.close());

/** Stories that begin on the same day; an authenticator's code would not work twice. */
beforeEach(async () => {
  app.clock.set('2026-03-10T09:30:00+08:00');
  await app.query('UPDATE user_account SET totp_last_step = NULL');
});

const RANGE = '?from=2026-03-01&to=2026-04-30';

describe('the agenda', () => {
  it('shows each person their own hearings and last days, and the counter those of its commission', async () => {
    const c = await setDown(app);
    const { number } = await acts.open(c.clerk, c.caseId);
    const of = (person: typeof c.clerk): Promise<Agenda> => person.read<Agenda>(`/agenda${RANGE}`);
    for (const person of [c.claimant, c.respondent, c.arbitrator, c.recorder, c.clerk]) {
      expect((await of(person)).hearings).toMatchObject([{ hearingId: c.hearingId, caseNumber: number }]);
    }
    const codes = async (person: typeof c.clerk): Promise<string[]> =>
      (await of(person)).clocks.filter(({ caseId }) => caseId === c.caseId).map(({ code }) => code);
    // The evidence period is both parties', the award the tribunal's; what the counter must do is neither's.
    expect(await codes(c.claimant)).toContain('D08');
    expect(await codes(c.claimant)).not.toContain('D05');
    expect(await codes(c.claimant)).not.toContain('D13');
    expect(await codes(c.respondent)).toContain('D08');
    expect(await codes(c.arbitrator)).toEqual(['D13']);
    expect(await codes(c.clerk)).toContain('D13');
    const foreign = app.staff('clerk.foshan');
    await foreign.signIn();
    expect(await of(foreign)).toMatchObject({ hearings: [] });
    expect((await of(foreign)).clocks.filter(({ caseId }) => caseId === c.caseId)).toEqual([]);
  });

  it.each([
    ['backwards', '?from=2026-03-10&to=2026-03-09', 'agenda.range'],
    ['three months', '?from=2026-03-01&to=2026-06-01', 'agenda.range'],
    ['no day', '?from=2026-02-30&to=2026-03-01', null],
  ])('asked for %s says what is wrong', async (_name, range, code) => {
    const clerk = app.staff('clerk.nansha');
    await clerk.signIn();
    const reply = await clerk.get<{ code: string; errors: { code: string }[] }>(`/agenda${range}`);
    expect(reply.status).toBe(422);
    if (code) expect(reply.body.errors).toMatchObject([{ code }]);
  });

  it('is read by a calendar program at an address that is told once, and names nobody', async () => {
    const c = await setDown(app, 21);
    const { number, parties } = await acts.open(c.clerk, c.caseId);
    const { url } = await c.claimant.do<{ url: string }>('POST', '/agenda/feed');
    const read = async (address: string): Promise<{ status: number; type: string; text: string }> => {
      const reply = await fetch(`${app.url}${new URL(address).pathname}${new URL(address).search}`);
      return {
        status: reply.status,
        type: reply.headers.get('content-type') ?? '',
        text: await reply.text(),
      };
    };
    const { status, type, text } = await read(url);
    expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8']);
    const unfolded = text.replace(/\r\n[ \t]/g, '');
    expect(unfolded).toContain(`SUMMARY:开庭 ${number ?? ''}`);
    expect(unfolded).toMatch(/SUMMARY:期限：举证期限/);
    expect(unfolded).toContain('BEGIN:VALARM');
    for (const { name } of parties) expect(unfolded).not.toContain(name);
    // Nothing of the address is kept in the open.
    const rows = await app.query<{ token_hash: string }>('SELECT token_hash FROM agenda_feed');
    expect(rows.some(({ token_hash: hash }) => url.includes(hash))).toBe(false);

    // A new address ends the old one, and the end ends it.
    const { url: next } = await c.claimant.do<{ url: string }>('POST', '/agenda/feed');
    expect((await read(url)).status).toBe(404);
    expect((await read(next)).status).toBe(200);
    expect((await c.claimant.send('DELETE', '/agenda/feed')).status).toBe(204);
    expect((await read(next)).status).toBe(404);
    problemOf(await app.visitor().get('/agenda/feeds/anything.ics'), 404, 'agenda.no-feed');
  });
});

describe('the queue', () => {
  it('is in the order of what expires first, also after a clock was answered', async () => {
    const late = await filed(app);
    app.clock.forward({ days: 1 });
    const later = await filed(app);
    const clerk = app.staff('clerk.nansha');
    await clerk.signIn();
    const order = async (): Promise<string[]> =>
      (await clerk.read<{ items: { id: string }[] }>('/cases?view=queue')).items
        .map(({ id }) => id)
        .filter((id) => [late.caseId, later.caseId].includes(id));
    expect(await order()).toEqual([late.caseId, later.caseId]);
    // Accepted a day after the other was received: its next duty ends a day later.
    app.clock.forward({ days: 1 });
    await acts.accept(clerk, late.caseId);
    expect((await order())[0]).toBe(later.caseId);
    const kept = await app.query<{ kept: string | null; counted: string | null }>(
      `SELECT c.next_due_on::text AS kept, min(k.due_on)::text AS counted
       FROM labour_case c LEFT JOIN case_clock k ON k.case_id = c.id AND k.state = 'running'
         AND k.code IN ('D01', 'D02', 'D03', 'D04', 'D06', 'D07', 'D09', 'D11', 'D13', 'D14', 'D15', 'D18', 'D27')
       GROUP BY c.id`,
    );
    expect(kept.filter((row) => row.kept !== row.counted)).toEqual([]);
  });
});
