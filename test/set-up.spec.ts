import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_PASSWORD } from '../src/demo/staff';
import { STORIES } from '../src/demo/tell';
import { ROOT } from './support/sources';

interface Ended {
  code: number | null;
  said: string;
}

/** Until nobody holds its output any more: the process itself and whatever it has started. */
function endOf(child: ChildProcess): Promise<Ended> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said }));
  });
}

const node = (args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess =>
  spawn(process.execPath, args, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** A script that uses what the scripts in docker use. */
const script = (text: string): string[] => ['--input-type=module', '--eval', text];

const STACK = /^\s+at /m;

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('what cannot go on says in a sentence why', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'set-up-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('a data folder that nothing can be written to', async () => {
    writeFileSync(join(folder, 'file'), '');
    const data = join(folder, 'file', 'data');
    const { code, said } = await endOf(node(['docker/start.mjs'], { DATA_FOLDER: data }));
    expect(code).toBe(1);
    expect(said).toContain(`Nothing can be written to the folder ${data}`);
    expect(said).toContain('→ give this user the right to write there');
    expect(said).not.toMatch(STACK);
  });

  it.each([
    ['a port where nobody listens', async () => `127.0.0.1:${await closedPort()}`, 'nobody listens there'],
    ['a host that does not exist', () => Promise.resolve('nowhere.invalid:5432'), 'that host name'],
  ])('a database at %s, without its password', async (_name, place, advice) => {
    const at = await place();
    const { code, said } = await endOf(
      node(
        script(
          `import { startDatabase } from './docker/lib/database.mjs'; import { main } from './docker/lib/steps.mjs'; await main(startDatabase);`,
        ),
        { DATABASE_URL: `postgres://somebody:secret@${at}/cases` },
      ),
    );
    expect(code).toBe(1);
    expect(said).toContain(`The database at ${at}/cases cannot be reached`);
    expect(said).toContain(`→ ${advice}`);
    expect(said).not.toContain('secret');
    expect(said).not.toMatch(STACK);
  });
});

describe('settings that the program refuses', () => {
  it.each(['main', 'worker'])('%s ends with the list, and nothing else', async (entry) => {
    const { code, said } = await endOf(
      node([join('dist', 'src', `${entry}.js`)], { NODE_ENV: 'production' }),
    );
    expect(code).toBe(78);
    expect(said.split('\n')[0]).toBe('Settings:');
    expect(said).toMatch(/^- SESSION_SECRET is missing/m);
    expect(said).toMatch(/^- DATABASE_URL is missing/m);
    expect(said).not.toMatch(STACK);
  });

  it('are said once, and the program is not started again', async () => {
    const data = mkdtempSync(join(tmpdir(), 'set-up-'));
    const refusing = join(data, 'refusing.mjs');
    writeFileSync(refusing, `console.error('Settings:\\n- SESSION_SECRET is missing'); process.exit(78);`);
    const { code, said } = await endOf(
      node(
        script(
          `import { Supervisor } from './docker/lib/supervisor.mjs'; new Supervisor((name) => console.log(name + ' is hopeless')).start('server', ${JSON.stringify(refusing)}, { env: process.env });`,
        ),
        { DATA_FOLDER: data },
      ),
    );
    rmSync(data, { recursive: true });
    expect(code).toBe(0);
    expect(said.match(/SESSION_SECRET is missing/g)).toHaveLength(1);
    expect(said).toContain('server is hopeless');
    expect(said).not.toContain('started again');
  });
});

describe('whoever is to end', () => {
  const WAITING = `import { onEnding } from './docker/lib/ending.mjs';
    const waiting = setInterval(() => undefined, 60_000);
    onEnding(() => { console.log('stopping'); clearInterval(waiting); }, () => console.log('at once'));`;

  it('ends when the npm that started it was killed without warning', async () => {
    const npm = node(
      script(
        `import { spawn } from 'node:child_process';
         spawn(process.execPath, ${JSON.stringify(script(`${WAITING} console.log('waiting');`))}, { stdio: 'inherit' });`,
      ),
      { npm_lifecycle_event: 'start' },
    );
    npm.stdout?.once('data', () => npm.kill('SIGKILL'));
    expect((await endOf(npm)).said).toBe('waiting\nstopping\n');
  });

  it('takes one Ctrl-C for one, though terminal and npm both pass it on', async () => {
    const { said } = await endOf(
      node(script(`${WAITING} process.emit('SIGINT'); process.emit('SIGINT'); console.log('waiting');`)),
    );
    expect(said).toBe('stopping\nwaiting\n');
  });
});

describe('README, “Try it”', () => {
  const rows = readFileSync(join(ROOT, 'README.md'), 'utf8').split('\n');

  it.each(STORIES)('$key: the parties and the clerk', ({ parties, commissionId }) => {
    const [claimant = '', ...others] = parties.map(({ phone }) => phone);
    const row = rows.map((each) => each.replaceAll(' ', '')).find((each) => each.includes(`|${claimant}|`));
    for (const word of [...others, `\`clerk.${commissionId}\``]) expect(row).toContain(word);
  });

  it('says the password of the staff', () => {
    expect(rows.join('\n')).toContain(`\`${DEMO_PASSWORD}\``);
  });
});
