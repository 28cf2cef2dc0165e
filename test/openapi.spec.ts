import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './support/sources';

const run = promisify(execFile);

/** The description is derived by the compiler's plugin, so it is asked of the compiled program (`nest build`). */
describe('what is derived from the code is what is committed', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'derived-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('docs/openapi.json: else run `npm run openapi`', async () => {
    const fresh = join(folder, 'openapi.json');
    // Needs neither settings nor a database.
    await run(process.execPath, [join(ROOT, 'dist/src/cli.js'), 'openapi', fresh], { cwd: ROOT, env: {} });
    const [derived, committed] = await Promise.all(
      [fresh, join(ROOT, 'docs/openapi.json')].map(
        async (path) => JSON.parse(await readFile(path, 'utf8')) as unknown,
      ),
    );
    expect(committed).toEqual(derived);
  });

  it('web/src/api/schema.d.ts: else run `npm run api -w web`', async () => {
    const fresh = join(folder, 'schema.d.ts');
    const generator = join(ROOT, 'node_modules/openapi-typescript/bin/cli.js');
    await run(process.execPath, [generator, join(ROOT, 'docs/openapi.json'), '-o', fresh], {
      cwd: join(ROOT, 'web'),
    });
    expect(await readFile(join(ROOT, 'web/src/api/schema.d.ts'), 'utf8')).toBe(await readFile(fresh, 'utf8'));
  });
});
