// Every script of this folder speaks through these few functions, so that each step says what it does, how long
// it took and, when it cannot go on, what is missing and what to do. Only node: builtins: it runs before `npm ci`.
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A failure we understand: what is missing, and what the reader can do about it. Printed without a stack. */
export class SetupError extends Error {
  constructor(problem, todo = []) {
    super(problem);
    this.name = 'SetupError';
    this.todo = Array.isArray(todo) ? todo : [todo];
  }
}

const isColoured = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
const paint = (code) => (text) => (isColoured ? `\u001b[${code}m${text}\u001b[0m` : text);
export const green = paint('32');
export const red = paint('31');
export const yellow = paint('33');
export const grey = paint('90');
export const bold = paint('1');

export const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

/**
 * What a step says while it works: `doing(text)` on a line of its own; `doing.progress(done, total)` again and again on
 * one line, or, where lines cannot be written over, at every tenth.
 */
function speaker(title, gloss) {
  const line = (text) => `${grey('▸')} ${title} ${gloss}: ${text}`;
  let tenths = 0;
  let isLineOpen = false;
  const endLine = () => {
    if (isLineOpen) console.log();
    isLineOpen = false;
  };
  const doing = (text) => {
    endLine();
    console.log(line(text));
  };
  doing.progress = (done, total) => {
    if (process.stdout.isTTY) {
      process.stdout.write(`\r\u001b[2K${line(`${done} of ${total}`)}`);
      isLineOpen = true;
    } else if (Math.floor((done * 10) / total) > tenths) {
      tenths = Math.floor((done * 10) / total);
      console.log(line(`${done} of ${total}`));
    }
  };
  return { doing, endLine };
}

/** For work that is not one of the steps on the screen. */
export const silently = Object.assign(() => undefined, { progress: () => undefined });

/**
 * Runs one named step. `work` receives `doing`, to be called when something slow really begins, and returns what came
 * of it in a few words.
 */
export async function step(title, gloss, work) {
  const begun = performance.now();
  const { doing, endLine } = speaker(title, gloss);
  try {
    const outcome = await work(doing);
    endLine();
    const text = typeof outcome === 'string' ? outcome : outcome?.text;
    console.log(`${green('✓')} ${title} ${gloss}${text ? `: ${text}` : ''} ${grey(`(${seconds(begun)})`)}`);
    return typeof outcome === 'string' ? undefined : outcome?.value;
  } catch (error) {
    endLine();
    console.error(`${red('✗')} ${title} ${gloss} ${grey(`(${seconds(begun)})`)}`);
    throw error;
  }
}

export function printFailure(error) {
  if (error instanceof SetupError) {
    console.error(`\n${red(error.message)}`);
    for (const line of error.todo) console.error(`  → ${line}`);
  } else {
    console.error(error);
  }
}

/** Runs a script's main function; a failure is printed and becomes the exit code. */
export async function main(run) {
  try {
    await run();
  } catch (error) {
    printFailure(error);
    process.exitCode = 1;
  }
}

/** Commands under way: when this script ends early, they end with it. */
const underWay = new Set();
process.on('exit', () => {
  for (const child of underWay) child.kill('SIGTERM');
});

/**
 * Runs a command to its end. Output is shown when `show` is set, else kept and printed only when the command fails:
 * a quiet success, a talkative failure. `understand(code, output)` may turn a failure into a SetupError of its own;
 * `onLine` is told each line as it comes.
 */
export function run(command, args, { cwd, env, show = false, input, timeout, understand, onLine } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: env ?? process.env,
      stdio: [input === undefined ? 'ignore' : 'pipe', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      timeout,
    });
    underWay.add(child);
    child.on('close', () => underWay.delete(child));
    const chunks = [];
    const stdout = [];
    child.stdout?.on('data', (chunk) => {
      chunks.push(chunk);
      stdout.push(chunk);
    });
    if (onLine && child.stdout) createInterface({ input: child.stdout }).on('line', onLine);
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => {
      const why = error.code === 'ENOENT' ? 'it is not installed or not on the PATH' : error.message;
      reject(new SetupError(`The command "${command}" could not be started: ${why}.`));
    });
    child.on('close', (code, signal) => {
      if (code === 0) {
        resolve(Buffer.concat(stdout).toString('utf8'));
        return;
      }
      const understood = understand?.(code, Buffer.concat(chunks).toString('utf8'));
      if (understood) {
        reject(understood);
        return;
      }
      const tail = Buffer.concat(chunks).toString('utf8').trimEnd().split('\n').slice(-60).join('\n');
      if (tail) console.error(tail);
      const end = signal ? `was ended by ${signal}` : `ended with code ${code}`;
      reject(new SetupError(`"${[command, ...args].join(' ')}" ${end}.`));
    });
    if (input !== undefined) {
      // A child that dies early closes its input; its exit code tells the story, not the broken pipe.
      child.stdin.on('error', () => undefined);
      child.stdin.end(input);
    }
  });
}

export function commandExists(command) {
  return spawnSync('sh', ['-c', `command -v "${command}"`], { stdio: 'ignore' }).status === 0;
}
