import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Lifecycle } from '../src/kernel/lifecycle';
import { lifecyclePage } from '../src/lifecycle-page';
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

  it('are drawn in docs/lifecycle.md as they are: else run `npm run docs`', () => {
    expect(readFileSync(join(ROOT, 'docs/lifecycle.md'), 'utf8')).toBe(lifecyclePage());
  });

  it('all of them are on that page, every guard with its reason', () => {
    const page = lifecyclePage();
    for (const lifecycle of lifecycles) {
      expect(page).toContain(lifecycle.toMermaid());
      for (const row of lifecycle.rows) {
        const line = page
          .split('\n')
          .find((each) => each.startsWith(`| ${row.on} | ${row.from.join(', ')} |`));
        const reasons = [...(line ?? '').matchAll(/\(`[a-z.-]+`\)/g)];
        expect({ event: row.on, isTold: reasons.length >= (row.guards ?? []).length }).toEqual({
          event: row.on,
          isTold: true,
        });
      }
    }
  });

  it('mermaid is given names without hyphens', () => {
    for (const lifecycle of lifecycles) {
      for (const arrow of lifecycle.toMermaid().matchAll(/^ {2}(\S+) --> ([^\s:]+)/gm))
        expect(arrow.slice(1).filter((name) => name.includes('-'))).toEqual([]);
    }
  });
});
