import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { citation, wholeDocument, type Instrument } from '../src/law/articles';
import { ROOT } from './support/sources';

/** The client may not import the law library, so it keeps the names of statutes among its texts: the same ones. */
describe.each(['zh-CN', 'zh-TW', 'en'] as const)('names of statutes in %s', (locale) => {
  const texts = JSON.parse(
    readFileSync(join(ROOT, `web/src/i18n/instruments.${locale}.json`), 'utf8'),
  ) as Record<string, string>;
  const known = [
    ...readFileSync(join(ROOT, 'src/law/articles.ts'), 'utf8').matchAll(/^ {2}'?([a-z0-9-]+)'?: \{/gm),
  ].map((match) => match[1] as Instrument);

  it('are those of the law library, all of them', () => {
    expect(known).toContain('law');
    expect(texts).toEqual(
      Object.fromEntries(known.map((name) => [`instrument.${name}`, citation(wholeDocument(name), locale)])),
    );
  });
});
