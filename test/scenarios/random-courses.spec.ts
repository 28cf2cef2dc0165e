import { DataSource } from 'typeorm';
import { caseLifecycle } from '../../src/modules/cases';
import { Clocks } from '../../src/modules/deadlines';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { hasSentence } from '../../src/platform/http/message-catalogue';
import { hasLawText } from '../../src/platform/law-texts';
import { verifyRecord } from '../../src/platform/record/record';
import { DEFAULT_NOW, QUIET, startApp, type TestApp } from '../support/app';
import { ENDING_WITH_THE_CASE } from '../support/clocks';
import { withRoster } from '../support/proceedings';
import { Course, Dice, type Outcome } from '../support/random-course';

/** More of them: COURSES=500 npx jest --selectProjects scenarios --testPathPatterns random-courses */
const COURSES = Number(process.env['COURSES'] ?? 14);
const FIRST = Number(process.env['FIRST_COURSE'] ?? 1);
const STEPS = 24;

interface Standing {
  state: string;
  number: string | null;
  receipt_number: string;
}

jest.setTimeout(COURSES * 60_000);

describe('cases that take courses nobody planned', () => {
  let app: TestApp;
  const ended = new Map<string, number>();

  beforeAll(async () => {
    app = await startApp({ settings: QUIET });
    await withRoster(app);
  });
  afterAll(() => app?.close());

  const standing = async (caseId: string): Promise<Standing> =>
    (
      await app.query<Standing>('SELECT state, number, receipt_number FROM labour_case WHERE id = $1', [
        caseId,
      ])
    )[0]!;

  const clocks = (caseId: string): Promise<{ code: string; state: string }[]> =>
    app.query(
      `SELECT code, subject, state, started_on, due_on, met_on, stands_at, restarted_by, is_provisional, finding
       FROM case_clock WHERE case_id = $1 ORDER BY code, subject`,
      [caseId],
    );

  /** What must hold after everything that anybody tries. */
  async function look(caseId: string, before: Standing, outcome: Outcome): Promise<void> {
    // What an act sets off comes about first: papers, services, and the clocks that these move.
    await app.settled();
    const after = await standing(caseId);
    if (outcome.kind === 'refused') expect(after.state).toBe(before.state);
    if (before.number !== null) expect(after.number).toBe(before.number);
    expect(after.receipt_number).toBe(before.receipt_number);
    if (after.state !== before.state) {
      // Hearing a case out is more than one of its steps.
      expect(reachable(before.state)).toContain(after.state);
    }
    const stored = await clocks(caseId);
    if ((caseLifecycle.terminal as string[]).includes(after.state)) {
      expect(
        stored.filter(
          ({ code, state }) =>
            ENDING_WITH_THE_CASE.includes(code) && ['running', 'suspended'].includes(state),
        ),
      ).toEqual([]);
    }
    await app
      .get(UnitOfWork)
      .run({ kind: 'system', name: 'test' }, (tx) => app.get(Clocks).recount(tx, caseId));
    expect(await clocks(caseId)).toEqual(stored);
  }

  it.each(Array.from({ length: COURSES }, (_, index) => FIRST + index))(
    'course %i keeps what must hold, and says in three languages what it refuses',
    async (seed) => {
      app.clock.set(DEFAULT_NOW);
      await app.query('UPDATE user_account SET totp_last_step = NULL');
      const course = await Course.begin(app, new Dice(seed));
      await app.settled();
      const { caseId } = course;
      const story: string[] = [];
      try {
        for (let step = 0; step < STEPS; step += 1) {
          const before = await standing(caseId);
          const act = course.draw(await course.state());
          const outcome = await course.try(act);
          story.push(`${before.state}: ${act} → ${said(outcome)}`);
          if (outcome.kind === 'refused') expectSaid(outcome);
          await look(caseId, before, outcome);
        }
      } catch (error) {
        throw new Error(`Course ${seed}:\n${story.join('\n')}\n${String(error)}`, { cause: error });
      }
      const { state } = await standing(caseId);
      ended.set(state, (ended.get(state) ?? 0) + 1);
    },
  );

  it('the record of all of them verifies, and no number was given twice', async () => {
    await app.settled();
    expect((await verifyRecord(app.get(DataSource).manager)).breaks).toEqual([]);
    const [row] = await app.query<{ numbers: number; given: number }>(
      `SELECT count(DISTINCT payload->>'number')::int AS numbers, count(*)::int AS given
       FROM record_entry WHERE type = 'case.accepted'`,
    );
    expect(row?.numbers).toBe(row?.given);
    expect([...ended.values()].reduce((sum, n) => sum + n, 0)).toBe(COURSES);
  });
});

/** Where a case can be after one act, which may be several of its steps. */
function reachable(from: string, seen = new Set<string>()): Set<string> {
  for (const row of caseLifecycle.rows) {
    if ((row.from as string[]).includes(from) && !seen.has(row.to)) reachable(row.to, seen.add(row.to));
  }
  return seen;
}

function said(outcome: Outcome): string {
  if (outcome.kind === 'refused') return `${outcome.status} ${outcome.problem.code}`;
  return outcome.kind === 'refused-in-room' ? outcome.code : outcome.kind;
}

function expectSaid({ status, problem }: Extract<Outcome, { kind: 'refused' }>): void {
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  const isKnown = hasSentence(problem.code) || hasLawText(problem.code.replace(/^law\./, ''));
  expect({ code: problem.code, isKnown }).toEqual({ code: problem.code, isKnown: true });
  for (const { detail } of [problem, ...problem.errors]) {
    expect(detail).toEqual(expect.any(String));
    expect(detail).not.toMatch(/^$|\{\w+\}|undefined/);
  }
}
