// npm test: set-up, then everything. The last line of the output is "N passed, N failed".
//   npm test -- --only rules,e2e            some of the groups
//   npm test -- --only e2e -- -t filing     what stands after the second -- goes to jest
import './lib/node-version.mjs';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureChineseFont, ensureChromium, ensurePdfTools } from './lib/browser.mjs';
import { at, cacheFolder, dataFolder, readJson } from './lib/files.mjs';
import { removeAbandoned, startPostgres } from './lib/postgres.mjs';
import { setUp } from './lib/setup.mjs';
import { SetupError, bold, green, printFailure, red, seconds, step } from './lib/steps.mjs';

const node = process.execPath;
const modules = (...parts) => at('node_modules', ...parts);

const checks = {
  eslint: [modules('eslint', 'bin', 'eslint.js'), '.'],
  prettier: [modules('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  'types (server)': [modules('typescript', 'bin', 'tsc'), '--noEmit', '-p', at('tsconfig.json')],
  'types (web)': [modules('typescript', 'bin', 'tsc'), '--noEmit', '-p', at('web', 'tsconfig.json')],
};

// How each group is run: pure rules in parallel, what shares a machine's ports and pictures one after the other.
const projects = {
  rules: { folder: 'src', args: ['--maxWorkers=2'] },
  guards: { folder: 'test', args: ['--maxWorkers=2'] },
  e2e: { folder: 'test/e2e', args: ['--maxWorkers=2'], needs: ['database', 'pdf'] },
  scenarios: { folder: 'test/scenarios', args: ['--maxWorkers=2'], needs: ['database', 'pdf'] },
  realtime: { folder: 'test/realtime', args: ['--runInBand'], needs: ['database'] },
  browser: { folder: 'test/browser', args: ['--runInBand'], needs: ['database', 'pdf', 'browser', 'client'] },
};
const groups = ['checks', ...Object.keys(projects)];

function readArguments(args) {
  let chosen = groups;
  const forJest = [];
  for (let index = 0; index < args.length; index += 1) {
    if (args[index] === '--') {
      forJest.push(...args.slice(index + 1));
      break;
    }
    const [name, inline] = args[index].split('=');
    if (name !== '--only') {
      throw new SetupError(
        `Unknown option ${args[index]}.`,
        `known: --only ${groups.join(',')}; options for jest stand after --`,
      );
    }
    const list = inline ?? args[(index += 1)] ?? '';
    chosen = list.split(',').map((group) => group.trim());
    const unknown = chosen.filter((group) => !groups.includes(group));
    if (unknown.length > 0)
      throw new SetupError(`Unknown group: ${unknown.join(', ')}.`, `known: ${groups.join(', ')}`);
  }
  return { chosen, forJest };
}

/** Runs a program in the open; resolves with its exit code. */
function runShown(args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { cwd: at(), env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function hasTests(folder, isDeep) {
  if (!existsSync(at(folder))) return false;
  return readdirSync(at(folder), { withFileTypes: true }).some((entry) =>
    entry.isDirectory()
      ? isDeep && hasTests(path.join(folder, entry.name), true)
      : entry.name.endsWith('.spec.ts'),
  );
}

async function runChecks(env, tally) {
  for (const [name, args] of Object.entries(checks)) {
    const begun = performance.now();
    const isGood = (await runShown(args, env)) === 0;
    tally(name, isGood ? 1 : 0, isGood ? 0 : 1, begun);
  }
}

async function runProject(name, env, forJest, tally) {
  const { folder, args } = projects[name];
  const begun = performance.now();
  const results = path.join(cacheFolder, 'test-results', `${process.pid}-${name}.json`);
  mkdirSync(path.dirname(results), { recursive: true });
  rmSync(results, { force: true });
  if (!hasTests(folder, name !== 'guards')) {
    console.error(red(`${name}: there is no test in ${folder}.`));
    tally(name, 0, 1, begun);
    return;
  }
  const code = await runShown(
    [
      modules('jest', 'bin', 'jest.js'),
      '--selectProjects',
      name,
      '--json',
      `--outputFile=${results}`,
      '--ci',
      ...args,
      ...forJest,
    ],
    env,
  );
  if (!existsSync(results)) {
    console.error(red(`${name}: jest left no result file (code ${code}).`));
    tally(name, 0, 1, begun);
    return;
  }
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults } = readJson(results);
  rmSync(results);
  // A file that could not even be loaded has no failed test of its own.
  let failed = numFailedTests + numRuntimeErrorTestSuites;
  if (code !== 0 && failed === 0) failed = 1;
  tally(name, numPassedTests, failed, begun);
  if (testResults.length === 0) console.error(red(`${name}: jest ran no file.`));
}

async function test({ chosen, forJest }) {
  const needs = new Set(chosen.flatMap((group) => projects[group]?.needs ?? []));
  const counts = [];
  const tally = (name, passed, failed, begun) => counts.push({ name, passed, failed, time: seconds(begun) });
  let server;
  try {
    const env = {
      ...(await setUp({
        needsServer: needs.has('database') || chosen.includes('guards'),
        needsClient: needs.has('client'),
      })),
      NODE_ENV: 'test',
      FORCE_COLOR: process.env.FORCE_COLOR ?? (process.stdout.isTTY ? '1' : '0'),
    };
    if (needs.has('pdf')) await ensurePdfTools();
    if (needs.has('browser')) {
      env.CHROMIUM_PATH = await ensureChromium();
      await ensureChineseFont();
    }
    if (needs.has('database') || chosen.includes('guards')) {
      const parent = path.join(dataFolder, 'test-postgres');
      env.TEST_DATABASE_ADMIN_URL = await step('Test database', '测试数据库', async (doing) => {
        if (process.env.TEST_DATABASE_ADMIN_URL) {
          return { text: 'given by TEST_DATABASE_ADMIN_URL', value: process.env.TEST_DATABASE_ADMIN_URL };
        }
        await removeAbandoned(parent);
        server = await startPostgres(
          { folder: path.join(parent, String(process.pid)), isThrowAway: true },
          doing,
        );
        return { text: `a throw-away server on 127.0.0.1:${server.port}`, value: server.adminUrl };
      });
    }
    for (const group of chosen) {
      if (isInterrupted) {
        tally(`${group} (interrupted)`, 0, 1, performance.now());
        continue;
      }
      console.log(`\n${bold(`── ${group} ──`)}`);
      if (group === 'checks') await runChecks(env, tally);
      else await runProject(group, env, forJest, tally);
    }
  } catch (error) {
    printFailure(error);
    tally('set-up', 0, 1, performance.now());
  } finally {
    await server?.remove().catch(printFailure);
  }

  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  console.log();
  for (const count of counts) {
    const mark = count.failed > 0 ? red('✗') : green('✓');
    console.log(`${mark} ${count.name}: ${count.passed} passed, ${count.failed} failed (${count.time})`);
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

// Ctrl-C reaches the group that runs as well; what follows it is left out, and the test database is put away.
let isInterrupted = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    isInterrupted = true;
  });
}
try {
  await test(readArguments(process.argv.slice(2)));
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}
