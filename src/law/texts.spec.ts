import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ADVICE_KEYS } from './claims/advice';

/** Every key that the law emits has a text in three languages, and every text gets what its placeholders ask for. */

const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const;
const I18N = join(__dirname, '../../web/src/i18n');
const texts = Object.fromEntries(
  LOCALES.map((locale) => [
    locale,
    JSON.parse(readFileSync(join(I18N, `law.${locale}.json`), 'utf8')) as Record<string, string>,
  ]),
) as Record<(typeof LOCALES)[number], Record<string, string>>;

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => String(match[1])).sort();

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return path.endsWith('.ts') && !path.endsWith('.spec.ts') ? [path] : [];
  });
}

interface Emission {
  readonly at: string;
  /** `step` or `problem`, as it is called there. */
  readonly by: string;
  readonly key: string;
  readonly params: readonly string[];
}

const KEY = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;
const used = new Set<string>();
const emissions: Emission[] = [];
for (const path of sources(__dirname)) {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  const objects = new Map<string, ts.ObjectLiteralExpression>();
  const visit = (node: ts.Node, look: (node: ts.Node) => void): void => {
    look(node);
    ts.forEachChild(node, (child) => visit(child, look));
  };
  visit(file, (node) => {
    if (ts.isStringLiteral(node) && KEY.test(node.text)) used.add(node.text);
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
      if (ts.isObjectLiteralExpression(node.initializer)) objects.set(node.name.text, node.initializer);
    }
  });
  visit(file, (node) => {
    if (!ts.isCallExpression(node)) return;
    const index = node.arguments.findIndex((each) => ts.isStringLiteral(each) && KEY.test(each.text));
    const key = node.arguments[index];
    if (!key || !ts.isStringLiteral(key)) return;
    const next = node.arguments[index + 1];
    const literal = next && ts.isIdentifier(next) ? objects.get(next.text) : next;
    const params =
      literal && ts.isObjectLiteralExpression(literal)
        ? literal.properties.flatMap((each) =>
            each.name && ts.isIdentifier(each.name) ? [each.name.text] : [],
          )
        : [];
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    emissions.push({
      at: `${path.slice(__dirname.length + 1)}:${line}`,
      by: node.expression.getText(),
      key: key.text,
      params,
    });
  });
}

describe('texts of the law', () => {
  it('finds the keys of the source', () => {
    expect(used.size).toBeGreaterThan(200);
    expect(emissions.length).toBeGreaterThan(150);
  });

  it.each(LOCALES)('%s has a text for every key used, and none that is not used', (locale) => {
    expect(Object.keys(texts[locale]).sort()).toEqual([...used].sort());
    expect(Object.entries(texts[locale]).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('asks for the same placeholders in each language', () => {
    for (const [key, text] of Object.entries(texts['zh-CN'])) {
      const wanted = new Set(placeholders(text));
      for (const locale of LOCALES) {
        expect([key, new Set(placeholders(texts[locale][key] ?? ''))]).toEqual([key, wanted]);
      }
    }
  });

  /** The working of a claim is read by both sides, and by the tribunal. */
  it('speaks to the claimant only where it advises', () => {
    const working = emissions.filter(
      ({ at, by }) => at.startsWith('claims/') && by !== 'problem' && !/reject$/.test(by),
    );
    expect(working.length).toBeGreaterThan(80);
    const address: Record<(typeof LOCALES)[number], RegExp> = {
      'zh-CN': /[您你]|请[您先另改选向以用注]|可以(?:改为)?请求|自行填写/,
      'zh-TW': /[您你]|請[您先另改選向以用注]|可以(?:改為)?請求|自行填寫/,
      en: /\byou(?:r|rs|rself)?\b|\bplease\b/i,
    };
    const partial = working.flatMap(({ at, key }) =>
      LOCALES.filter(
        (locale) => !ADVICE_KEYS.includes(key) && address[locale].test(texts[locale][key] ?? ''),
      ).map((locale) => `${at} ${key} (${locale})`),
    );
    expect(partial).toEqual([]);
  });

  it('fills every placeholder where a key is emitted', () => {
    const starved = emissions.flatMap(({ at, key, params }) =>
      placeholders(texts['zh-CN'][key] ?? '')
        .filter((name) => !params.includes(name))
        .map((name) => `${at} ${key} lacks {{${name}}}`),
    );
    expect(starved).toEqual([]);
  });
});
