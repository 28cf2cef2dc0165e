import { DataSource } from 'typeorm';
import * as acts from '../../src/demo/acts';
import type { Person } from '../../src/demo/person';
import { DEMO_PASSWORD } from '../../src/demo/staff';
import { Users } from '../../src/modules/identity';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { verifyRecord } from '../../src/platform/record/record';
import { QUIET, startApp, type TestApp } from '../support/app';
import { filed } from '../support/cases';
import { Dice } from '../support/random-course';

const CLERKS = 50;
const CASES = 100;
/** As many of them are filed at once as a worker's machine does without strain. */
const FILING_AT_ONCE = 10;

jest.setTimeout(900_000);

const DECISIONS = {
  accept: {
    path: 'acceptance',
    state: 'accepted',
    type: 'case.accepted',
    body: { conditions: acts.ALL_CONDITIONS },
  },
  refuse: {
    path: 'refusal',
    state: 'refused',
    type: 'case.refused',
    body: { conditions: { ...acts.ALL_CONDITIONS, isWithinScope: false }, reason: '不属于劳动争议。' },
  },
  correct: {
    path: 'correction-request',
    state: 'correcting',
    type: 'case.correction-requested',
    body: {
      defects: [{ section: 'statement', text: '事实不清楚', remedy: '写明离职的经过' }],
      dueOn: '2026-03-17',
    },
  },
} as const;
type Decision = keyof typeof DECISIONS;

describe(`${CLERKS} clerks at the same ${CASES} cases`, () => {
  let app: TestApp;
  const clerks: Person[] = [];
  const cases: string[] = [];
  /** What was said to be done, case by case. */
  const done = new Map<string, Decision[]>();
  const refusals = new Map<string, number>();

  beforeAll(async () => {
    app = await startApp({ settings: QUIET });
    await app.get(UnitOfWork).run({ kind: 'system', name: 'test' }, async (tx) => {
      for (let i = 0; i < CLERKS; i += 1) {
        await app.get(Users).ensureStaff(tx, {
          username: `crowd.${i}`,
          name: `立案员${i}`,
          password: DEMO_PASSWORD,
          commissionId: 'nansha',
          roles: ['filing-clerk'],
        });
      }
    });
    for (let i = 0; i < CLERKS; i += 1) {
      const clerk = app.staff(`crowd.${i}`);
      await clerk.signIn();
      clerks.push(clerk);
    }
    while (cases.length < CASES) {
      const some = await Promise.all(Array.from({ length: FILING_AT_ONCE }, () => filed(app)));
      cases.push(...some.map(({ caseId }) => caseId));
    }
    await app.settled();
    const { version } = await acts.open(clerks[0]!, cases[0]!);
    await Promise.all(
      clerks.map(async (clerk, seed) => {
        const dice = new Dice(seed);
        for (const caseId of shuffled(cases, dice)) {
          const decision = dice.one(Object.keys(DECISIONS) as Decision[]);
          const { path, body } = DECISIONS[decision];
          const reply = await clerk.post<{ code?: string }>(`/cases/${caseId}/${path}`, { version, ...body });
          if (reply.status < 300) done.set(caseId, [...(done.get(caseId) ?? []), decision]);
          else {
            const said = `${reply.status} ${reply.body.code}`;
            refusals.set(said, (refusals.get(said) ?? 0) + 1);
          }
        }
      }),
    );
    await app.settled();
  });
  afterAll(() => app?.close());

  it('one decision holds in each case, and everybody else is told that theirs does not', () => {
    expect([...done.values()].map((decisions) => decisions.length)).toEqual(cases.map(() => 1));
    expect([...refusals.values()].reduce((sum, n) => sum + n, 0)).toBe(CLERKS * CASES - CASES);
    expect(
      [...refusals.keys()].filter((said) => !/^409 (case\.version|lifecycle\.not-now)$/.test(said)),
    ).toEqual([]);
  });

  it('each case is in the state it was said to be, by one entry of its record, with one paper of it', async () => {
    const rows = await app.query<{ id: string; state: string; types: string[] }>(
      `SELECT c.id, c.state, array_agg(e.type ORDER BY e.seq) FILTER (WHERE e.type = ANY($1)) AS types
       FROM labour_case c JOIN record_entry e ON e.case_id = c.id GROUP BY c.id`,
      [Object.values(DECISIONS).map(({ type }) => type)],
    );
    expect(rows).toHaveLength(CASES);
    for (const { id, state, types } of rows) {
      const { state: expected, type } = DECISIONS[done.get(id)![0]!];
      expect({ state, types }).toEqual({ state: expected, types: [type] });
    }
  });

  it('every accepted case has a number of its own, without a gap', async () => {
    const rows = await app.query<{ n: number }>(
      `SELECT substring(number from '〕(\\d+)号')::int AS n FROM labour_case WHERE number IS NOT NULL ORDER BY 1`,
    );
    expect(rows.map(({ n }) => n)).toEqual(rows.map((_, index) => index + 1));
    expect(rows).toHaveLength([...done.values()].filter(([decision]) => decision === 'accept').length);
  });

  it('the chain verifies', async () => {
    const report = await verifyRecord(app.get(DataSource).manager);
    expect(report.chains).toBeGreaterThanOrEqual(CASES);
    expect(report.breaks).toEqual([]);
  });
});

function shuffled<T>(items: readonly T[], dice: Dice): T[] {
  const rest = [...items];
  for (let i = rest.length - 1; i > 0; i -= 1) {
    const j = dice.between(0, i);
    [rest[i], rest[j]] = [rest[j]!, rest[i]!];
  }
  return rest;
}
