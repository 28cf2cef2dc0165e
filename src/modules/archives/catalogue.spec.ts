import { localDate } from '../../kernel/local-date';
import { catalogue, hasGrown, isOpenTo, ORDER, type Entry, type Material } from './catalogue';

let made = 0;
const material = (kind: string | null, more: Partial<Material> = {}): Material => ({
  source: kind === null ? 'evidence' : 'paper',
  id: `m${(made += 1)}`,
  kind,
  volume: 'main',
  title: kind ?? '证据',
  number: null,
  on: localDate('2026-03-10'),
  sha256: 'a'.repeat(64),
  fileId: 'file',
  addressees: [],
  ...more,
});
const titles = (materials: readonly Material[]): string[] =>
  catalogue(materials).map(({ volume, ordinal, title }) => `${volume} ${ordinal} ${title}`);

describe('the catalogue of a file (Rules 22)', () => {
  it('has the main volume in the order of the article, then the sub volume, each counted from one', () => {
    expect(
      titles([
        material('service-receipt'),
        material('extension-approval', { volume: 'sub' }),
        material('award'),
        material('hearing-record'),
        material(null),
        material('answer'),
        material('application'),
        material('suspension-approval', { volume: 'sub' }),
        material('hearing-notice'),
      ]),
    ).toEqual([
      'main 1 application',
      'main 2 answer',
      'main 3 证据',
      'main 4 hearing-notice',
      'main 5 hearing-record',
      'main 6 award',
      'main 7 service-receipt',
      'sub 1 suspension-approval',
      'sub 2 extension-approval',
    ]);
  });

  it('within a kind goes by day, then by number, then by when it came about', () => {
    const same = { on: localDate('2026-03-12') };
    expect(
      titles([
        material('award', { ...same, title: '之二', number: '1号之二' }),
        material('award', { ...same, title: '之一', number: '1号之一' }),
        material('award', { on: localDate('2026-03-11'), title: '先行' }),
        material(null, { ...same, title: '证据2', number: 'p 0002' }),
        material(null, { ...same, title: '证据10', number: 'p 0010' }),
        material('answer', { title: '甲' }),
        material('answer', { title: '乙' }),
      ]),
    ).toEqual(
      ['甲', '乙', '证据2', '证据10', '先行', '之一', '之二'].map((title, i) => `main ${i + 1} ${title}`),
    );
  });

  it('leaves nothing out that has no place yet, and does not list itself', () => {
    expect(
      titles([material('something-new'), material('main-catalogue'), material('service-receipt')]),
    ).toEqual(['main 1 service-receipt', 'main 2 something-new']);
    expect(titles([material('sub-catalogue', { volume: 'sub' })])).toEqual([]);
  });

  it('names no kind twice', () => {
    const all = [...ORDER.main, ...ORDER.sub];
    expect(new Set(all).size).toBe(all.length);
  });

  it('has grown by what it lacks, and by what is not the same any more', () => {
    const [entry] = catalogue([material('award')]) as [Entry];
    expect(hasGrown([entry], [entry])).toBe(false);
    expect(hasGrown([entry], [])).toBe(false);
    expect(hasGrown([], [entry])).toBe(true);
    expect(hasGrown([entry], [{ ...entry, sha256: 'b'.repeat(64) }])).toBe(true);
  });

  it.each([
    ['the main volume', { kind: 'hearing-record' }, true],
    ['the sub volume', { kind: 'extension-approval', volume: 'sub' as const }, false],
    ['the code of another', { kind: 'response-notice', addressees: ['them'] }, false],
    ['one’s own code', { kind: 'response-notice', addressees: ['me'] }, true],
  ])('%s: open to a party %j: %s', (_what, change, isOpen) => {
    const [entry] = catalogue([material('award')]) as [Entry];
    expect(isOpenTo({ ...entry, ...change }, ['me'])).toBe(isOpen);
  });
});
