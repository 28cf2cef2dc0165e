// The database that the program uses: the one DATABASE_URL names, else the embedded one; brought up to date.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { at, dataFolder, hashOf, readJson, writeFileAtomically } from './files.mjs';
import { connect, startPostgres } from './postgres.mjs';
import { exitRefused, refusalIn } from './refusal.mjs';
import { SetupError, run, step } from './steps.mjs';

const databaseName = 'yun_zhongcai';
const preparedFile = path.join(dataFolder, 'prepared.json');
const cli = at('dist', 'src', 'cli.js');

/** Where a database address leads, without its password. */
function withoutPassword(address) {
  try {
    const url = new URL(address);
    return `${url.hostname}:${url.port || 5432}${url.pathname}`;
  } catch {
    throw new SetupError(
      'DATABASE_URL is not an address.',
      'write it like postgres://user:password@host:5432/database',
    );
  }
}

/** What to look at when a given server does not let us in, by the error's code. */
const advice = {
  ECONNREFUSED: 'nobody listens there: is PostgreSQL running, and is this its port?',
  ENOTFOUND: 'that host name is not known: is it spelt right, and can this machine resolve it?',
  EAI_AGAIN: 'that host name cannot be looked up: is this machine on the network?',
  '28P01': 'user name or password are refused',
  28000: 'this user may not connect from here (pg_hba.conf of the server)',
  '3D000': 'the server is there, but has no database of that name: make one with CREATE DATABASE',
};

async function requireAnswer(url) {
  const place = withoutPassword(url);
  try {
    await (await connect({ connectionString: url })).end();
  } catch (error) {
    throw new SetupError(
      `The database at ${place} cannot be reached (${error.message || error.code}). 无法连接数据库。`,
      [
        advice[error.code] ??
          'is that server running, and does the network between let this machine through?',
        'the address is the one in DATABASE_URL; without that setting an embedded PostgreSQL is used',
      ],
    );
  }
}

export async function startDatabase() {
  if (process.env.DATABASE_URL) {
    const url = process.env.DATABASE_URL;
    await step('PostgreSQL', '数据库', async () => {
      await requireAnswer(url);
      return `${withoutPassword(url)}, given by DATABASE_URL`;
    });
    return { url, stop: async () => undefined };
  }
  return step('PostgreSQL', '数据库', async (doing) => {
    const server = await startPostgres({}, doing);
    const url = await server.database(databaseName);
    return {
      text: `embedded, ${server.how}, 127.0.0.1:${server.port}, data in ${server.folder}`,
      value: { url, born: server.born, stop: () => server.stop() },
    };
  });
}

/**
 * Migrates, and loads the demonstration data once. For the embedded server, which is ours alone, it is noted what was
 * done to which data folder, so that a second start need not ask; any other server is asked each time.
 */
export async function prepareDatabase(database, env, { isDemo, version }) {
  const noted = existsSync(preparedFile) ? readJson(preparedFile) : {};
  const prepared = database.born && noted.born === database.born ? noted : { born: database.born };
  const note = (change) => {
    Object.assign(prepared, change);
    if (prepared.born) writeFileAtomically(preparedFile, `${JSON.stringify(prepared, null, 2)}\n`, 0o600);
  };
  const migrations = hashOf([at('migrations')]);
  await step('Tables', '数据表', async (doing) => {
    if (prepared.migrations === migrations) return 'up to date';
    doing('migrating');
    await runCli(['migrate'], env);
    note({ migrations });
    return 'migrated';
  });
  if (!isDemo) return undefined;
  return step('Demonstration data', '演示数据', async (doing) => {
    if (prepared.demo === version && prepared.guide) return { text: 'already loaded', value: prepared.guide };
    doing('loading it when it is not there');
    const printed = await runCli(['seed', '--print-accounts'], env);
    const guide = readGuide(printed);
    note({ demo: version, guide });
    return { text: 'loaded', value: guide };
  });
}

const runCli = (args, env) =>
  run(process.execPath, [cli, ...args], {
    cwd: at(),
    env,
    understand: (code, output) => (code === exitRefused ? refusalIn(output) : undefined),
  });

/** The seed command prints the guide (src/demo/guide.ts) as JSON, alone on its last lines; log lines may stand before it. */
function readGuide(printed) {
  const lines = printed.trimEnd().split('\n');
  for (let from = lines.length - 1; from >= 0; from -= 1) {
    if (!/^[[{]/.test(lines[from])) continue;
    try {
      return JSON.parse(lines.slice(from).join('\n'));
    } catch {
      // A brace inside the JSON: its beginning is further up.
    }
  }
  throw new SetupError('The seed command did not print the demonstration accounts as JSON.');
}
