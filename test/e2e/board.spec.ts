import { addDays } from '../../src/kernel/local-date';
import { startApp, type TestApp } from '../support/app';
import { accepted, clerkOf, filed, staffOf } from '../support/cases';

interface Group {
  count: number;
  clocks: { caseId: string; caseNumber: string; code: string; titleKey: string; dueOn: string }[];
}

interface Board {
  today: string;
  soonUntil: string;
  states: { state: string; count: number }[];
  clocks: { overdue: Group; dueToday: Group; dueSoon: Group };
  months: {
    month: string;
    received: number;
    accepted: number;
    decided: number;
    averageDays: number | null;
  }[];
  averageDays: number | null;
}

describe('the board', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app?.close());

  const board = (username = 'clerk.nansha'): Promise<Board> => staffOf(app, username).read('/board');
  const codes = (group: Group): string[] => group.clocks.map(({ code }) => code).sort();

  it('counts cases by state and month, and tells which clocks run out when', async () => {
    const received = await filed(app);
    const { caseId, number } = await accepted(app);
    await app.settled();
    const now = await board('director.nansha');
    expect(now.states).toEqual([
      { state: 'accepted', count: 1 },
      { state: 'received', count: 1 },
    ]);
    expect(now.months).toHaveLength(12);
    expect(now.months.at(-1)).toEqual({
      month: '2026-03',
      received: 2,
      accepted: 1,
      decided: 0,
      averageDays: null,
    });
    expect(now.averageDays).toBeNull();
    // Five working days from Tuesday 10 March end on the 17th: not yet soon.
    expect(now.soonUntil).toBe('2026-03-13');
    expect([now.clocks.overdue.count, now.clocks.dueToday.count, now.clocks.dueSoon.count]).toEqual([
      0, 0, 0,
    ]);

    app.clock.at('2026-03-12');
    const soon = (await board()).clocks.dueSoon;
    expect(codes(soon)).toEqual(['D01', 'D02', 'D03', 'D04']);
    expect(soon.clocks.find(({ code }) => code === 'D01')).toMatchObject({
      caseId: received.caseId,
      caseNumber: received.receiptNumber,
      dueOn: '2026-03-17',
    });
    expect(soon.clocks.find(({ code }) => code === 'D03')).toMatchObject({ caseId, caseNumber: number });

    app.clock.at('2026-03-17');
    expect(codes((await board()).clocks.dueToday)).toEqual(['D01', 'D02', 'D03', 'D04']);
    app.clock.at('2026-03-18');
    const late = await board();
    expect(late.clocks.overdue.count).toBe(4);
    expect(late.clocks.dueToday.count).toBe(0);
  });

  it('is the house’s own', async () => {
    const other = await board('director.foshan');
    expect(other.states).toEqual([]);
    expect(other.clocks.overdue).toEqual({ count: 0, clocks: [] });
    const { claimant } = await filed(app);
    expect((await claimant.get('/board')).status).toBe(404);
    expect((await claimant.get('/board.csv')).status).toBe(404);
    expect((await app.visitor().get('/board')).status).toBe(401);
  });

  it.each([
    ['months', '月份,收到申请,受理,裁决,平均审理天数'],
    ['states', '案件状态,件数'],
    ['clocks', '紧急程度,到期日,期限事项,案号,申请人,被申请人'],
  ])('can be taken along as a table of %s', async (table, head) => {
    const reply = await clerkOf(app).get<string>(`/board.csv?table=${table}`);
    expect(reply.status).toBe(200);
    expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8');
    const text = reply.raw.toString('utf8');
    expect(text.startsWith(`\uFEFF${head}\r\n`)).toBe(true);
    expect(text).not.toContain('board.');
    if (table === 'clocks') expect(text).toContain('已超期,2026-03-17,');
  });

  it('speaks the reader’s language', async () => {
    const reply = await clerkOf(app).get<string>('/board.csv', { language: 'en' });
    expect(reply.raw.toString('utf8')).toContain('Month,Received,Accepted,Decided,Average days');
    const refused = await clerkOf(app).get('/board.csv?table=everything');
    expect(refused.status).toBe(422);
  });

  it('averages the days from acceptance to award over the legal days', async () => {
    // Ends that nothing but the whole case could bring about are written here by hand, to compute with.
    const { caseId } = await accepted(app);
    const decidedOn = addDays(app.clock.today(), 30);
    await app.query(`UPDATE labour_case SET state = 'decided', decided_at = $2::timestamptz WHERE id = $1`, [
      caseId,
      `${decidedOn}T00:30:00+08:00`,
    ]);
    app.clock.at(decidedOn);
    const now = await board();
    expect(now.averageDays).toBe(30);
    expect(now.months.at(-1)).toMatchObject({ month: '2026-04', decided: 1, averageDays: 30 });
  });
});
