// npm start: from a fresh clone to a working address. `npm start -- --help` lists the options.
import './lib/node-version.mjs';
import http from 'node:http';
import https from 'node:https';
import { existsSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { prepareDatabase, startDatabase } from './lib/database.mjs';
import { onEnding } from './lib/ending.mjs';
import { at, dataFolder, loadDotEnv, readJson, requireWritable, writeFileAtomically } from './lib/files.mjs';
import { ensureCertificate } from './lib/https.mjs';
import { commandLineOf, freePortBlock, isPortFree, lanAddresses, nextFreePort } from './lib/processes.mjs';
import { serverVersion, setUp } from './lib/setup.mjs';
import { SetupError, bold, green, grey, printFailure, seconds, step, yellow } from './lib/steps.mjs';
import { Supervisor, lastLines, logFileOf } from './lib/supervisor.mjs';
import { printTable } from './lib/table.mjs';

const help = `npm start [-- options]

  --port <number>   port of web, API and sockets (default 3000, or the next free one)
  --https           HTTPS with a certificate made on the spot, on all addresses of this machine,
                    so that a phone on the same network can join a hearing
  --no-demo         without the demonstration data, accounts and inbox
  --logs            show the logs of the processes here (else: .data/logs)
  --help            this text

Settings: see .env.example (environment variables, or a file .env). With none at all it runs.`;

const runningFile = path.join(dataFolder, 'running.json');
const begun = performance.now();

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string' },
        https: { type: 'boolean', default: false },
        'no-demo': { type: 'boolean', default: false },
        logs: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    throw new SetupError(error.message, 'npm start -- --help lists the options');
  }
}

/** One program per data folder: two would fight over the same database server and files. */
function refuseSecondStart() {
  if (!existsSync(runningFile)) return;
  const { pid, url } = readJson(runningFile);
  if (pid !== process.pid && commandLineOf(pid)?.includes(path.basename(import.meta.url))) {
    throw new SetupError(
      `The program already runs from this folder: ${url ?? 'it is starting'} (process ${pid}). 程序已在运行。`,
      ['open that address, or stop it (Ctrl-C in its window) before starting it again'],
    );
  }
  rmSync(runningFile, { force: true });
}

async function choosePort(wished, host) {
  if (wished !== undefined) {
    const port = Number(wished);
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      throw new SetupError(
        `"${wished}" is not a port. 端口必须是数字。`,
        'give a number from 1 to 65535, e.g. --port 3001',
      );
    if (await isPortFree(port, host)) return port;
    throw new SetupError(
      `Port ${port} on ${host} cannot be used: another program has it, or it needs more rights. 端口不可用。`,
      ['choose another one with --port, or leave it out to take the next free one'],
    );
  }
  const port = await nextFreePort(3000, host);
  if (port === undefined)
    throw new SetupError(`No free port was found on ${host} from 3000 on.`, 'choose one with --port');
  if (port !== 3000)
    console.log(
      yellow(`Port 3000 is taken by another program; using ${port}. 端口 3000 已被占用，改用 ${port}。`),
    );
  return port;
}

function ask(url) {
  const client = url.startsWith('https:') ? https : http;
  return new Promise((resolve) => {
    const request = client.get(url, { rejectUnauthorized: false, timeout: 2_000 }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(undefined));
  });
}

async function untilHealthy(url, isShown) {
  const until = Date.now() + 120_000;
  while (Date.now() < until) {
    const status = await ask(`${url}/api/health`);
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  if (!isShown) console.error(lastLines('server'));
  throw new SetupError('The server does not report that it is healthy. 服务端未就绪。', [
    `its log: ${path.relative(at(), logFileOf('server'))}`,
  ]);
}

/** Whom to sign in as for which case (src/demo/guide.ts). */
function printGuide({ cases, staff, password }, url) {
  printTable('Demonstration cases 演示案件', cases, {
    state: '状态 state',
    commission: '仲裁委 commission',
    clerk: '立案员 clerk',
    claimant: '申请人 claimant',
    respondent: '被申请人 respondent',
    about: '案情 about',
  });
  printTable('Staff 工作人员', staff, {
    commission: '仲裁委 commission',
    clerk: '立案员 clerk',
    recorder: '书记员 recorder',
    director: '负责人 director',
    arbitrators: '仲裁员 arbitrators',
  });
  console.log(
    `\nParties sign in with the phone number; codes 验证码: ${bold(`${url}/demo`)}\n` +
      `Staff: password 密码 ${bold(password)}, six-digit codes 动态码: ${bold(`${url}/demo/staff`)}`,
  );
}

async function start(options) {
  let database;
  let isStopping = false;
  const stop = async (code) => {
    if (isStopping) return;
    isStopping = true;
    await supervisor.stopAll();
    await database?.stop();
    rmSync(runningFile, { force: true });
    process.exit(code);
  };
  const supervisor = new Supervisor(() => void stop(1));
  onEnding(
    () => {
      console.log('\nStopping… 正在停止……');
      stop(0).catch((error) => {
        printFailure(error);
        process.exit(1);
      });
    },
    () => {
      console.log('\nEnding at once. 立即结束。');
      supervisor.killAll();
      process.exit(1);
    },
  );

  requireWritable(dataFolder, 'database, keys and files');
  refuseSecondStart();
  writeFileAtomically(runningFile, JSON.stringify({ pid: process.pid }));
  try {
    loadDotEnv();
    const host = process.env.HOST || (options.https ? '0.0.0.0' : '127.0.0.1');
    const port = await choosePort(options.port ?? (process.env.PORT || undefined), host);
    const settings = await setUp();
    const isDemo = !options['no-demo'] && settings.DEMO_MODE !== 'false';
    const isPublic = host === '0.0.0.0' || host === '::';
    const lan = lanAddresses();

    database = await startDatabase();
    const env = { ...settings, DATABASE_URL: database.url, HOST: host, DEMO_MODE: String(isDemo) };
    const guide = await prepareDatabase(database, env, { isDemo, version: serverVersion() });

    if (options.https) {
      const { keyPath, certPath } = await step('Certificate', '证书', async () => {
        const made = await ensureCertificate(['127.0.0.1', ...lan]);
        return { text: made.text, value: made };
      });
      env.HTTPS_KEY = keyPath;
      env.HTTPS_CERT = certPath;
    }
    const scheme = env.HTTPS_KEY && env.HTTPS_CERT ? 'https' : 'http';
    const nearby = isPublic ? '127.0.0.1' : host;
    const local = `${scheme}://${nearby === '127.0.0.1' ? 'localhost' : nearby}:${port}`;
    const remote = isPublic ? lan.map((address) => `${scheme}://${address}:${port}`) : [];
    env.PORT = String(port);
    env.PUBLIC_URL = settings.PUBLIC_URL || remote[0] || local;
    env.MEDIA_LISTEN_IP = settings.MEDIA_LISTEN_IP || (isPublic ? '0.0.0.0' : '127.0.0.1');
    env.MEDIA_ANNOUNCED_ADDRESS =
      settings.MEDIA_ANNOUNCED_ADDRESS || (isPublic ? (lan[0] ?? '127.0.0.1') : '');
    env.MEDIA_PORT =
      settings.MEDIA_PORT ||
      String(await freePortBlock(44_444, Math.max(4, os.availableParallelism()), env.MEDIA_LISTEN_IP));

    await step('Processes', '服务进程', async () => {
      supervisor.start('server', at('dist', 'src', 'main.js'), { env, isShown: options.logs });
      supervisor.start('worker', at('dist', 'src', 'worker.js'), { env, isShown: options.logs });
      await untilHealthy(`${scheme}://${nearby}:${port}`, options.logs);
      return 'server and job worker are up';
    });
    writeFileAtomically(runningFile, JSON.stringify({ pid: process.pid, url: local }));

    if (guide) printGuide(guide, local);
    else if ((settings.SMS_DRIVER || 'demo') === 'demo') {
      console.log(
        yellow('\nNo SMS gateway is set (SMS_DRIVER): one-time codes reach nobody. 未配置短信网关。'),
      );
    }
    for (const address of remote) console.log(`On the same network 同一网络: ${address}`);
    console.log(
      `\n${green('●')} ${bold(local)}  ${grey(`ready in ${seconds(begun)} · 已就绪 · Ctrl-C stops it 按 Ctrl-C 停止`)}`,
    );
  } catch (error) {
    if (!isStopping) {
      printFailure(error);
      await stop(1);
    }
  }
}

try {
  const options = readOptions();
  if (options.help) console.log(help);
  else await start(options);
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}
