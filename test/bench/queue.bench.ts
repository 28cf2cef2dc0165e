import { Client } from 'pg';
import { Person } from '../../src/demo/person';
import { DEMO_PASSWORD } from '../../src/demo/staff';
import { startSystem } from '../browser/support/system';
import { overHttp } from './support/over-http';
import { adminUrl, median, report, run, say } from './support/report';

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const RUNS = 15;
/** Built after the rows, as whoever moves a house's old cases in would do it. */
const SLOW_TO_KEEP = [
  'labour_case_grams_idx',
  'labour_case_queue_idx',
  'labour_case_commission_id_updated_at_idx',
];

interface Question {
  what: string;
  path: string;
  /** The same page asked for in SQL, with the best index there is for that question alone. */
  sql: string;
  values: unknown[];
}

/**
 * The first page of the queue and of four searches in a house of so many cases, over HTTP with everything a page shows,
 * beside the bare ids in SQL. A fifth of the cases are open. What grows with the house shows from size to size.
 */
run(async () => {
  const system = await startSystem({ adminUrl: adminUrl(), hasWorker: false });
  const database = new Client({ connectionString: system.databaseUrl });
  await database.connect();
  try {
    const clerk = new Person(
      overHttp(system.url),
      { now: () => system.now() },
      { kind: 'staff', username: 'clerk.nansha', password: DEMO_PASSWORD },
    );
    await clerk.signIn();
    let there = 0;
    for (const size of SIZES) {
      await fill(database, there, size);
      there = size;
      say(`\n${size.toLocaleString('en-US')} cases of one commission`);
      for (const question of questions()) await ask(clerk, database, question);
    }
  } finally {
    await database.end();
    await system.stop();
  }
});

function questions(): Question[] {
  const open = `state IN ('received', 'correcting', 'accepted', 'constituted', 'set-down', 'heard')`;
  const named = (q: string): Pick<Question, 'sql' | 'values'> => ({
    // The rows that hold it first, by the index, and then their order.
    sql: `WITH found AS MATERIALIZED (
            SELECT id, updated_at FROM labour_case
            WHERE labour_case_grams(number, receipt_number, claimant_names, respondent_names) @> grams_looked_for($1)
              AND concat_ws(' ', number, receipt_number, claimant_names, respondent_names) LIKE '%' || $1 || '%')
          SELECT id FROM found ORDER BY updated_at DESC LIMIT 50`,
    values: [q],
  });
  return [
    {
      what: 'queue, what expires first',
      path: '/cases?view=queue',
      sql: `SELECT id FROM labour_case WHERE commission_id = 'nansha' AND ${open}
            ORDER BY next_due_on NULLS LAST, received_at LIMIT 50`,
      values: [],
    },
    {
      what: 'a name of two characters',
      path: `/cases?view=board&q=${encodeURIComponent('婉仪')}`,
      ...named('婉仪'),
    },
    {
      what: 'a company',
      path: `/cases?view=board&q=${encodeURIComponent('顺景77号')}`,
      ...named('顺景77号'),
    },
    {
      what: 'a number',
      path: `/cases?view=board&q=${encodeURIComponent('〔2025〕777号')}`,
      ...named('〔2025〕777号'),
    },
    {
      what: 'a telephone',
      path: '/cases?view=board&q=13700000777',
      sql: `SELECT case_id FROM case_party WHERE right(digits_of(phone), 8) = $1`,
      values: ['00000777'],
    },
  ];
}

async function ask(clerk: Person, database: Client, { what, path, sql, values }: Question): Promise<void> {
  const pages: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < RUNS; round += 1) {
    pages.push(await timed(() => clerk.read(path)));
    bare.push(await timed(() => database.query(sql, values)));
  }
  report(
    `${what}: page`,
    'ms',
    pages,
    `; bare SQL ${median(bare).toFixed(2)} ms, ratio ${(median(pages) / median(bare)).toFixed(1)}`,
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Cases, their parties and running clocks, made by the database itself. */
async function fill(database: Client, from: number, to: number): Promise<void> {
  const { rows } = await database.query<{ indexdef: string }>(
    'SELECT indexdef FROM pg_indexes WHERE indexname = ANY($1)',
    [SLOW_TO_KEEP],
  );
  for (const name of SLOW_TO_KEEP) await database.query(`DROP INDEX ${name}`);
  await database.query(
    `INSERT INTO labour_case (id, commission_id, number, receipt_number, state, version, filed_by, received_at, accepted_at,
       application_sealed, claimant_names, respondent_names, claimed_fen, updated_at, next_due_on)
     SELECT 'bench-' || n, 'nansha', '测仲案〔2025〕' || n || '号', '测仲收〔2025〕' || n || '号',
       CASE WHEN n % 5 = 0 THEN 'accepted' ELSE 'decided' END, 1, (SELECT id FROM user_account LIMIT 1),
       now() - n * interval '1 minute', now(), '',
       CASE WHEN n % 997 = 0 THEN '黄婉仪' ELSE (ARRAY['陈','林','黄','梁','何'])[1 + n % 5] || (ARRAY['志','秀','国','美','文'])[1 + n / 5 % 5] || (ARRAY['强','英','明','玲','辉'])[1 + n / 25 % 5] END,
       '南沙顺景' || n % 20000 || '号物流有限公司', 100000, now() - n * interval '1 minute',
       CASE WHEN n % 5 = 0 THEN current_date + n % 45 END
     FROM generate_series($1::int + 1, $2::int) AS n`,
    [from, to],
  );
  await database.query(
    `INSERT INTO case_party (id, case_id, role, ordinal, kind, name, document_kind, document_sealed, document_index, address, phone,
       consents_to_electronic, consents_to_online_hearing)
     SELECT 'bench-party-' || n, 'bench-' || n, 'claimant', 1, 'person', '测试', 'resident-id', '', 'bench-' || n, '', '137' || lpad(n::text, 8, '0'), true, true
     FROM generate_series($1::int + 1, $2::int) AS n`,
    [from, to],
  );
  await database.query(
    `INSERT INTO case_clock (case_id, code, subject, state, started_on, due_on, is_provisional, finding)
     SELECT 'bench-' || n, 'D13', '', 'running', current_date, current_date + n % 45, false,
       '{"value": null, "basis": [], "steps": []}'
     FROM generate_series($1::int + 1, $2::int) AS n WHERE n % 5 = 0`,
    [from, to],
  );
  for (const { indexdef } of rows) await database.query(indexdef);
  await database.query('ANALYZE');
}
