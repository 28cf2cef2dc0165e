import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { eventually } from './eventually';
import { ROOT } from './sources';

/** A process of the compiled program, which can be ended in the middle of anything. */
export class Process {
  private child: ChildProcess | null = null;
  private said = '';

  constructor(
    private readonly entry: 'main' | 'worker',
    private readonly env: Record<string, string>,
    private readonly isReady: () => Promise<void>,
  ) {}

  async start(): Promise<void> {
    const child = spawn(process.execPath, [join(ROOT, 'dist', 'src', `${this.entry}.js`)], {
      cwd: ROOT,
      env: { ...process.env, ...this.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const keep = (chunk: Buffer): void => {
      this.said += chunk.toString('utf8');
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    this.child = child;
    await eventually(async () => {
      if (child.exitCode !== null)
        throw new Error(`${this.entry} ended with ${child.exitCode}:\n${this.said.slice(-4000)}`);
      await this.isReady();
    }, 90_000);
  }

  /** Everything it has written so far, over all its lives. */
  get output(): string {
    return this.said;
  }

  /** No time to tidy up, as when the power goes. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** @returns the exit code of an orderly end. */
  async stop(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    const { child } = this;
    this.child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
    child.kill(signal);
    return ended;
  }
}
