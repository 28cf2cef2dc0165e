import { join } from 'node:path';
import { Lifecycle } from '../src/kernel/lifecycle';
import { programSources, ROOT } from './support/sources';

const files = programSources().filter(({ path }) => path.endsWith('.lifecycle.ts'));
const lifecycles = files.flatMap(({ path }) => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- found at run time, one by one
  const exported = Object.values(require(join(ROOT, path)) as Record<string, unknown>);
  return exported.filter((each) => each instanceof Lifecycle);
});

describe('lifecycles', () => {
  it('each file holds one', () => {
    expect(lifecycles.length).toBeGreaterThanOrEqual(files.length);
    expect(files.length).toBeGreaterThanOrEqual(3);
  });

  it.each(lifecycles.map((each) => [each.name, each] as const))('%s has no defect', (_name, lifecycle) => {
    expect(lifecycle.defects()).toEqual([]);
    for (const row of lifecycle.rows) expect(row.basis.length).toBeGreaterThan(0);
  });

  it('a table with defects is found out', () => {
    const broken = new Lifecycle<'a' | 'b' | 'c', { go: object; back: object }, never>(
      'broken',
      'a',
      ['b'],
      [
        { on: 'go', from: ['a'], to: 'b', basis: [] },
        { on: 'go', from: ['a', 'c'], to: 'a', basis: [] },
        { on: 'back', from: ['b'], to: 'a', basis: [] },
      ],
    );
    expect(broken.defects()).toEqual([
      'twice: a --go',
      'exit from terminal state: b --back',
      'unreachable: c',
    ]);
  });
});
