import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Client } from 'pg';

const ROOT = resolve(__dirname, '../..');
const TEMPLATE_LOCK = 7305100;

export interface TestDatabase {
  name: string;
  /** As the application: owner of its tables, no superuser. */
  url: string;
  /** As a superuser, for what only an intruder would do. */
  adminUrl: string;
  drop(): Promise<void>;
}

/** What the template is made from: other contents make another template. */
const INGREDIENTS = [
  'migrations',
  'src/modules/reference/data',
  'src/demo/staff.ts',
  'src/modules/tribunals',
];

let cloned = 0;

/** A database of one's own, as after `migrate` and with the staff of the demonstration, in the time of a file copy. */
export async function cloneDatabase(fill: (url: string) => Promise<void>): Promise<TestDatabase> {
  const admin = await connect(adminUrl('postgres'));
  try {
    const template = await ensureTemplate(admin, fill);
    const name = `suite_${process.pid}_${process.env['JEST_WORKER_ID'] ?? '0'}_${Date.now().toString(36)}_${(cloned += 1)}`;
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${template}`);
    return { name, url: ownerUrl(template, name), adminUrl: adminUrl(name), drop: () => drop(name) };
  } finally {
    await admin.end();
  }
}

/** An empty database, for tests of migrating itself. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const name = `empty_${process.pid}_${Date.now().toString(36)}_${(cloned += 1)}`;
  const admin = await connect(adminUrl('postgres'));
  try {
    await makeRole(admin, name);
    await admin.query(`CREATE DATABASE ${name} OWNER ${name}`);
  } finally {
    await admin.end();
  }
  return { name, url: ownerUrl(name, name), adminUrl: adminUrl(name), drop: () => drop(name) };
}

/** Made once per server by whoever comes first; appears under its name only when it is complete. */
async function ensureTemplate(admin: Client, fill: (url: string) => Promise<void>): Promise<string> {
  const template = `template_${fingerprint()}`;
  await admin.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (rowCount) return template;
    const draft = `${template}_draft`;
    await makeRole(admin, template);
    await admin.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${draft} OWNER ${template}`);
    await fill(ownerUrl(template, draft));
    await admin.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()',
      [draft],
    );
    await admin.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
    return template;
  } finally {
    await admin.query('SELECT pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

async function makeRole(admin: Client, role: string): Promise<void> {
  const { rowCount } = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  if (!rowCount) await admin.query(`CREATE ROLE ${role} LOGIN PASSWORD '${rolePassword(role)}'`);
}

async function drop(name: string): Promise<void> {
  const admin = await connect(adminUrl('postgres'));
  try {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  } finally {
    await admin.end();
  }
}

function adminUrl(database: string): string {
  const given = process.env['TEST_DATABASE_ADMIN_URL'];
  if (!given) throw new Error('TEST_DATABASE_ADMIN_URL is not set: run the tests through jest');
  const url = new URL(given);
  url.pathname = `/${database}`;
  return url.href;
}

function ownerUrl(role: string, database: string): string {
  const url = new URL(adminUrl(database));
  url.username = role;
  url.password = rolePassword(role);
  return url.href;
}

/** Follows from the administrator's address, so that each process of a run knows it and nobody else does. */
function rolePassword(role: string): string {
  return createHash('sha256')
    .update(`${adminUrl('postgres')} ${role}`)
    .digest('hex');
}

function fingerprint(): string {
  const hash = createHash('sha256');
  const add = (path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      if (entry.isDirectory()) add(join(path, entry.name));
      else hash.update(entry.name).update(readFileSync(join(path, entry.name)));
    }
  };
  for (const name of INGREDIENTS) {
    const path = join(ROOT, name);
    if (name.endsWith('.ts')) hash.update(readFileSync(path));
    else add(path);
  }
  return hash.digest('hex').slice(0, 16);
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}
