import { Client, type ClientConfig } from 'pg';
import * as acts from '../../src/demo/acts';
import { residentId, uscc } from '../../src/demo/invented';
import type { Matter } from '../../src/demo/matter';
import { Person } from '../../src/demo/person';
import { newId } from '../../src/kernel/id';
import { startSystem, type System } from '../browser/support/system';
import { overHttp } from './support/over-http';
import { adminUrl, median, report, run, say } from './support/report';

const CLIENTS = 8;
/** Of each client in each round; nobody may have more than twenty drafts open. */
const EACH = 12;
const ROUNDS = 5;
const COMMISSIONS = ['nansha', 'foshan', 'dongguan', 'zhongshan', 'hengqin'] as const;

/**
 * Handing in prepared applications over HTTP, and the same rows written by `pg` alone: one connection for each client,
 * one transaction for each application, statement after statement. Round by round in turn, on the same database.
 * The job worker stands still meanwhile: what it makes of the cases afterwards is measured in papers.
 */
run(async () => {
  const system = await startSystem({ adminUrl: adminUrl(), hasWorker: false });
  try {
    const people = Array.from({ length: CLIENTS }, (_, index) => claimant(system, index));
    const template = await rowsOfOneFiling(system, people[0]!);
    say(`${CLIENTS} clients at once, ${CLIENTS * EACH} applications a round, ${template.length} rows each`);
    const filings: number[] = [];
    const inserts: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const drafts = await Promise.all(people.map((person, index) => prepare(person, index)));
      filings.push(await rate(people.map((person, index) => () => submitAll(person, drafts[index]!))));
      inserts.push(await insertRate(system, template));
    }
    report('applications handed in', 'per second', filings);
    report('the same rows by plain pg', 'per second', inserts);
    const ratios = filings.map((value, index) => value / inserts[index]!);
    report(
      'ratio',
      'of plain pg',
      ratios,
      `; one application takes ${(1000 / median(filings)).toFixed(1)} ms of the machine`,
    );
  } finally {
    await system.stop();
  }
});

function claimant(system: System, index: number): Person {
  return new Person(
    overHttp(system.url),
    { now: () => system.now() },
    { kind: 'party', phone: `1360000${String(1000 + index)}` },
  );
}

function matterOf(index: number): Matter {
  return {
    commissionId: COMMISSIONS[index % COMMISSIONS.length]!,
    claimant: {
      name: '林秀英',
      sex: 'female',
      birthDate: '1990-03-07',
      document: { kind: 'resident-id', number: residentId('440106', '1990-03-07', String(100 + index * 2)) },
      address: '广州市南沙区进港大道1号802房',
      phone: `1360000${String(1000 + index)}`,
    },
    respondents: [
      {
        name: '广州南沙顺景物流有限公司',
        uscc: uscc('440115', 'MA5C0001'),
        address: '广州市南沙区港前大道南2号',
        legalRepresentative: '吴国强',
        legalRepresentativePost: '执行董事',
        phone: '13900001111',
      },
    ],
    employment: {
      startDate: '2023-03-01',
      post: '仓库管理员',
      workplace: '广州市南沙区港前大道南2号',
      contract: 'none',
      monthlyWage: 800_000,
      paidUntil: '2025-11-30',
      isEnded: true,
      endDate: '2026-01-31',
      endKind: 'dismissed',
    },
    claims: [
      { head: 'unpaid-wages', facts: { monthlyWage: 800_000, from: '2025-12-01', to: '2026-01-31' } },
      {
        head: 'unlawful-dismissal',
        facts: { startDate: '2023-03-01', endDate: '2026-01-31', monthlyWages: [800_000] },
      },
    ],
    statement: '申请人任仓库管理员，双方未签订书面劳动合同。公司口头通知解除劳动关系，并拖欠两个月工资。',
    evidence: [{ name: '工资流水', purpose: '证明拖欠工资', hasOriginal: true, lines: ['工资 8000.00元'] }],
  };
}

type Draft = Awaited<ReturnType<typeof acts.prepare>>;

let amounts: ReturnType<typeof acts.calculate> | undefined;

async function prepare(person: Person, index: number, count = EACH): Promise<Draft[]> {
  const drafts: Draft[] = [];
  // The same for all: the calculators, open to everybody, are kept from being asked that often.
  amounts ??= acts.calculate(person, matterOf(index));
  const known = await amounts;
  for (let each = 0; each < count; each += 1) {
    drafts.push(await acts.prepare(person, matterOf(index), known));
  }
  return drafts;
}

async function submitAll(person: Person, drafts: readonly Draft[]): Promise<void> {
  for (const { id, version } of drafts)
    await person.do('POST', `/drafts/${id}/submission`, {
      version,
      signature: { name: '林秀英', agreed: true },
    });
}

/** Applications per second, all clients together. */
async function rate(clients: readonly (() => Promise<void>)[]): Promise<number> {
  const begun = performance.now();
  await Promise.all(clients.map((work) => work()));
  return (CLIENTS * EACH * 1000) / (performance.now() - begun);
}

interface Row {
  /** Its own id, where it has one. */
  id: string | null;
  sql: string;
  values: (string | null)[];
  /** The texts of each unique key, by their places among the values. */
  keys: number[][];
}

/** Values as PostgreSQL writes them: what is read can be written again, whatever its type. */
const asText: ClientConfig = { types: { getTypeParser: () => (value: string) => value } };

/** Every row that the transaction of one filing has made: those that carry its number, and were not there before. */
async function rowsOfOneFiling(system: System, person: Person): Promise<Row[]> {
  const client = new Client({ connectionString: system.databaseUrl, ...asText });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', n.nspname, c.relname) AS name
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname IN ('public', 'job') AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       -- everything else refers to the case
       ORDER BY c.relname <> 'labour_case', c.oid`,
    );
    const count = async (table: string): Promise<number> => {
      const { rows } = await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`);
      return Number(rows[0]!.n);
    };
    // The first of a year begins the counter of the commission; the second is one like all others.
    await acts.file(person, matterOf(0));
    const [draft] = await prepare(person, 0, 1);
    const before = new Map<string, number>();
    for (const { name } of tables) before.set(name, await count(name));
    await submitAll(person, [draft!]);
    const last = await client.query<{ xmin: string }>(
      'SELECT xmin::text FROM labour_case ORDER BY received_at DESC LIMIT 1',
    );
    const rows: Row[] = [];
    for (const { name } of tables) {
      if ((await count(name)) === before.get(name)) continue;
      const { rows: columns } = await client.query<{ name: string }>(
        `SELECT a.attname AS name FROM pg_attribute a WHERE a.attrelid = $1::regclass AND a.attnum > 0
           AND NOT a.attisdropped AND a.attgenerated = '' AND a.attidentity = '' ORDER BY a.attnum`,
        [name],
      );
      const { rows: keys } = await client.query<{ names: string }>(
        `SELECT string_agg(a.attname, ' ' ORDER BY a.attnum) AS names FROM pg_index i
         JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
           AND a.atttypid IN ('text'::regtype, 'bytea'::regtype, 'uuid'::regtype)
         WHERE i.indrelid = $1::regclass AND i.indisunique AND i.indpred IS NULL GROUP BY i.indexrelid`,
        [name],
      );
      const made = await client.query<Record<string, string | null>>(
        `SELECT * FROM ${name} WHERE xmin::text = $1`,
        [last.rows[0]!.xmin],
      );
      for (const row of made.rows)
        rows.push({
          id: row['id'] ?? null,
          sql: `INSERT INTO ${name} (${columns.map((column) => `"${column.name}"`).join(', ')})
                VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
          values: columns.map((column) => row[column.name] ?? null),
          keys: keys.map(({ names }) =>
            names.split(' ').map((key) => columns.findIndex((c) => c.name === key)),
          ),
        });
    }
    return rows;
  } finally {
    await client.end();
  }
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

async function insertRate(system: System, template: readonly Row[]): Promise<number> {
  // Ids that the rows bring with them are made anew for each copy; those of people and files that are there stay.
  const own = new Set(template.flatMap(({ id }) => id?.match(ID) ?? []));
  const clients = await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      const client = new Client({ connectionString: system.databaseUrl });
      await client.connect();
      return client;
    }),
  );
  try {
    return await rate(
      clients.map((client) => async () => {
        for (let each = 0; each < EACH; each += 1) {
          const renamed = new Map([...own].map((id) => [id, newId()]));
          await client.query('BEGIN');
          for (const { sql, values, keys } of template) {
            const copy = values.map((value) => value?.replace(ID, (id) => renamed.get(id) ?? id) ?? null);
            for (const key of keys) {
              if (key.some((at) => copy[at] !== values[at])) continue;
              const last = key.at(-1)!;
              const value = values[last];
              if (value) copy[last] = differing(value, newId());
            }
            await client.query(sql, copy);
          }
          await client.query('COMMIT');
        }
      }),
    );
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

/** As long as before, and like no other. */
function differing(value: string, mark: string): string {
  const text = mark.replaceAll('-', '');
  if (/^\\x[0-9a-f]+$/.test(value)) return `\\x${text.repeat(4).slice(0, value.length - 2)}`;
  return (text + value).slice(-Math.max(value.length, text.length)).replace(/^.{32}/s, text);
}
