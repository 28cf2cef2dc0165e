import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { Env } from '../../config/env';
import { PgListener } from './pg-listener';

const TRIES = 8;

describe('a database that hangs up on whoever calls', () => {
  const server = createServer((socket) => socket.destroy());
  const waiting = new Set<NodeJS.Timeout>();
  const { setTimeout: later, clearTimeout: never } = globalThis;
  let listener: PgListener;

  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    listener = new PgListener({ databaseUrl: `postgres://nobody@127.0.0.1:${port}/none` } as Env);
    Object.assign(listener, { logger: { error: () => undefined } });
    // The same waits, a hundred times shorter, and counted.
    jest.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void, ms = 0) => {
      const timer = later(() => {
        waiting.delete(timer);
        run();
      }, ms / 100);
      waiting.add(timer);
      return timer;
    }) as typeof setTimeout);
    jest.spyOn(globalThis, 'clearTimeout').mockImplementation((timer) => {
      waiting.delete(timer as NodeJS.Timeout);
      never(timer);
    });
  });
  afterAll(async () => {
    await listener.onApplicationShutdown();
    jest.restoreAllMocks();
    server.close();
  });

  it('is called again by one next try, not by one more after each', async () => {
    const most: number[] = [];
    void listener.onApplicationBootstrap().catch(() => undefined);
    for (let tries = 0; tries < TRIES; tries += 1) {
      await once(server, 'connection');
      most.push(waiting.size);
    }
    // Whoever called had nobody waiting beside them.
    expect(most).toEqual(Array.from({ length: TRIES }, () => 0));
  });
});
