import { observer, types } from 'mediasoup';
import { WorkerPool } from '../../src/modules/hearings/conferencing/worker-pool';

describe('media workers', () => {
  it('that are being started when the program ends, end with it', async () => {
    const workers: types.Worker[] = [];
    observer.on('newworker', (worker) => workers.push(worker));
    const pool = new WorkerPool(
      {
        size: 2,
        port: 0,
        listen: [{ ip: '127.0.0.1' }],
        workerBin: process.env.MEDIASOUP_WORKER_BIN ?? null,
      },
      { info: () => undefined, warn: () => undefined },
    );
    const started = pool.start();
    pool.close();
    await started;
    expect(workers.map(({ closed }) => closed)).toEqual([true, true]);
    expect(pool.status().map(({ pid }) => pid)).toEqual([null, null]);
  });
});
