// Keeps the program's processes running: starts them, reports and restarts one that crashes (waiting longer each
// time, at most five times a minute), and stops all of them in order.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { at, dataFolder } from './files.mjs';
import { exitRefused, refusalIn } from './refusal.mjs';
import { printFailure, red, yellow } from './steps.mjs';

const childHook = pathToFileURL(at('docker', 'lib', 'child.mjs')).href;
const restartsPerMinute = 5;
const logFolder = path.join(dataFolder, 'logs');

export const logFileOf = (name) => path.join(logFolder, `${name}.log`);

const logSize = (name) => (existsSync(logFileOf(name)) ? statSync(logFileOf(name)).size : 0);

/** The end of a log, at most what was written after its first `from` bytes. */
export function lastLines(name, from = 0) {
  const file = logFileOf(name);
  if (!existsSync(file)) return '';
  return readFileSync(file).subarray(from).toString('utf8').trimEnd().split('\n').slice(-30).join('\n');
}

/** A log that has grown large is put aside at a start, and one such file is kept. */
function openLog(name) {
  mkdirSync(logFolder, { recursive: true });
  const file = logFileOf(name);
  if (existsSync(file) && statSync(file).size > 20_000_000) renameSync(file, `${file}.old`);
  return openSync(file, 'a', 0o600);
}

export class Supervisor {
  #children = new Map();
  #isStopping = false;
  #onHopeless;

  /** `onHopeless(name)` is called when a process keeps crashing, or refuses its settings. */
  constructor(onHopeless) {
    this.#onHopeless = onHopeless;
  }

  /** Starts `node <script>`; with `isShown` its output goes to the terminal, else to .data/logs. */
  start(name, script, { env, isShown = false, nodeOptions = [] }) {
    const entry = { name, crashes: [], child: undefined, timer: undefined };
    this.#children.set(name, entry);
    const begin = () => {
      entry.timer = undefined;
      const log = isShown ? 'inherit' : openLog(name);
      entry.logFrom = logSize(name);
      const child = spawn(process.execPath, [...nodeOptions, '--import', childHook, script], {
        cwd: at(),
        env,
        // Its own process group: Ctrl-C reaches the starter alone, which then stops everything in order.
        detached: process.platform !== 'win32',
        stdio: ['ignore', log, log, 'ipc'],
      });
      if (typeof log === 'number') closeSync(log);
      entry.child = child;
      child.on('error', (error) => console.error(red(`${name}: ${error.message}`)));
      child.on('exit', (code, signal) => {
        if (entry.child !== child) return;
        entry.child = undefined;
        if (this.#isStopping || entry.isWanted) return;
        if (code === exitRefused) {
          printFailure(refusalIn(isShown ? '' : lastLines(name, entry.logFrom)));
          this.#onHopeless(name);
        } else this.#restart(entry, begin, signal ?? `code ${code}`, isShown);
      });
    };
    begin();
    return entry;
  }

  #restart(entry, begin, how, isShown) {
    const now = Date.now();
    entry.crashes = [...entry.crashes.filter((time) => now - time < 60_000), now];
    console.error(red(`\n${entry.name} ended unexpectedly (${how}). 进程意外退出。`));
    const log = isShown ? '' : lastLines(entry.name, entry.logFrom);
    if (log) console.error(`${log}\n(more in ${path.relative(at(), logFileOf(entry.name))})`);
    if (entry.crashes.length > restartsPerMinute) {
      console.error(
        red(`${entry.name} has ended ${entry.crashes.length} times within a minute: giving up. 已停止重试。`),
      );
      this.#onHopeless(entry.name);
      return;
    }
    const pause = Math.min(500 * 2 ** (entry.crashes.length - 1), 8_000);
    console.error(yellow(`${entry.name} is started again in ${pause / 1000} s. 即将重新启动。`));
    entry.timer = setTimeout(begin, pause);
  }

  isRunning(name) {
    return this.#children.get(name)?.child !== undefined;
  }

  /** Asks one process to end, and ends it when it has not within ten seconds. */
  async stop(name) {
    const entry = this.#children.get(name);
    if (!entry) return;
    this.#children.delete(name);
    entry.isWanted = true;
    clearTimeout(entry.timer);
    const { child } = entry;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise((resolve) => {
      const force = setTimeout(() => child.kill('SIGKILL'), 10_000);
      child.once('exit', () => {
        clearTimeout(force);
        resolve();
      });
      child.kill('SIGTERM');
    });
  }

  async stopAll() {
    this.#isStopping = true;
    await Promise.all([...this.#children.keys()].map((name) => this.stop(name)));
  }

  killAll() {
    for (const { child } of this.#children.values()) child?.kill('SIGKILL');
  }
}
