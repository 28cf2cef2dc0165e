import { join } from 'node:path';
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { caseLifecycle } from '../src/modules/cases';
import { nextStep } from '../src/modules/cases/case-actions';
import type { CaseRelation } from '../src/modules/cases/case.policy';
import { HEARING_ROLES } from '../src/modules/hearings/conferencing/protocol';
import { parse, programSources, ROOT, sourcesIn, stringsOf, visit } from './support/sources';

const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const;
type Locale = (typeof LOCALES)[number];
type Texts = Record<string, string>;

const read = (path: string): Texts => JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Texts;

/**
 * zh-TW is read in Hong Kong and Macau and keeps to one standard, that of the government's papers there: 裏, 說, 啟, 着,
 * 閱, 戶. Variants of another standard, and characters that only exist simplified, do not stand in it.
 */
const REJECTED = '裡説啓閲户籤佈脱税悦鋭兑温録爲衆羣綫産内吴别决强';
const SIMPLIFIED =
  '云劳动争议网办语说这统请写实个账号络断开内还里复后会继续费调条问拨员当咨询单导验书录没页错经题刚过丢记额于项据决认为选择' +
  '盖对载阅读举证质况审结计诉销确签达电终几样担笔连带偿责处现届满辩将义务预览显综与关时济权冲试边么资标适区仅参见凭应码进补' +
  '组暂间线检设备并层辖响采纳称执吗规顺从转给诺属邮独视频摄头麦风双弃愿负机数换编发归档讼变们报许获长无须该场声废闭状态筛键' +
  '盘齐职岗点订离辞协产删迟别来护话侧范围体钟占释专递图紧则简谁门维输传扫随两约际联营业国奖贴够节违词构铺总缴伤胜观严纪谈仓' +
  '库张类纸领脑尝评残级损难诊竞医疗险摊训车赔种亲鉴论术养监钱丧携测让脸镜听浏墙拦画软栏启扬击钮弹诫静烟较陈遗阶绝误杂册织衔' +
  '广东气坏华缓异强缩优虽镇抚减讯触驳环隐亿识晓礼虚碍帮学纠纷农雇毕粤横压纹旧储链缀贵尽';

const CODE = /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/;
const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Keys that only one language has, and keys whose placeholders differ. */
function differences(texts: Record<Locale, Texts>, placeholder: RegExp): string[] {
  const keys = new Set(
    LOCALES.flatMap((locale) => Object.keys(texts[locale]).map((key) => key.replace(PLURAL, ''))),
  );
  const spellings = (locale: Locale, key: string): string[] =>
    [key, `${key}_other`, `${key}_one`].filter((each) => each in texts[locale]);
  const asked = (locale: Locale, key: string): string => {
    const names = spellings(locale, key).flatMap((each) =>
      [...(texts[locale][each] ?? '').matchAll(placeholder)].map((match) => match[1] ?? ''),
    );
    return [...new Set(names)].sort().join();
  };
  return [...keys].flatMap((key) => {
    const missing = LOCALES.filter((locale) => spellings(locale, key).length === 0);
    if (missing.length > 0) return [`${key} is missing in ${missing.join()}`];
    const empty = LOCALES.filter((locale) =>
      spellings(locale, key).some((each) => texts[locale][each]?.trim() === ''),
    );
    if (empty.length > 0) return [`${key} is empty in ${empty.join()}`];
    const kinds = new Set(LOCALES.map((locale) => asked(locale, key)));
    return kinds.size > 1 ? [`${key} asks for different things: ${[...kinds].join(' / ')}`] : [];
  });
}

const catalogues = Object.fromEntries(
  LOCALES.map((locale) => [locale, read(`src/platform/http/messages/${locale}.json`)]),
) as Record<Locale, Texts>;

const features = [
  ...new Set(
    readdirSync(join(ROOT, 'web/src/i18n')).map((name) => name.replace(/\.(zh-CN|zh-TW|en)\.json$/, '')),
  ),
];
const featureTexts = (feature: string): Record<Locale, Texts> =>
  Object.fromEntries(
    LOCALES.map((locale) => [locale, read(`web/src/i18n/${feature}.${locale}.json`)]),
  ) as Record<Locale, Texts>;
const clientKeys = new Set(features.flatMap((feature) => Object.keys(featureTexts(feature)['zh-CN'])));
const hasClientText = (key: string): boolean => clientKeys.has(key) || clientKeys.has(`${key}_other`);

/** Codes of problems as the program writes them, with the file they stand in. */
function codesInUse(): { code: string; path: string }[] {
  const found: { code: string; path: string }[] = [];
  for (const file of programSources()) {
    if (file.path.startsWith('src/law/') || file.path.startsWith('src/demo/')) continue;
    const add = (node: ts.Expression | undefined): void => {
      for (const code of stringsOf(node)) if (CODE.test(code)) found.push({ code, path: file.path });
    };
    const addAll = (node: ts.Node): void =>
      visit(node, (each) => {
        if (ts.isStringLiteral(each) && CODE.test(each.text))
          found.push({ code: each.text, path: file.path });
      });
    visit(parse(file), (node) => {
      if (ts.isNewExpression(node) && node.expression.getText() === 'DomainError') add(node.arguments?.[1]);
      if (ts.isCallExpression(node) && node.expression.getText() === 'notFound') add(node.arguments[0]);
      if (ts.isCallExpression(node) && node.expression.getText() === 'check' && node.arguments[1]) {
        addAll(node.arguments[1]);
      }
      if (ts.isPropertyAssignment(node)) {
        const name = node.name.getText();
        if (['code', 'message', 'refused', 'problem'].includes(name)) add(node.initializer);
        if (name === 'guards') addAll(node.initializer);
      }
      const isTable = ts.isVariableDeclaration(node) && node.name.getText() === 'CODE_OF_CONSTRAINT';
      if (isTable && node.initializer) addAll(node.initializer);
      // Codes of fields and files are told by their first word wherever they stand.
      if (ts.isStringLiteral(node) && /^(field|file|upload|join)\./.test(node.text) && CODE.test(node.text)) {
        found.push({ code: node.text, path: file.path });
      }
    });
  }
  return found;
}

describe('problem texts of the server', () => {
  it('have the same keys and placeholders in three languages', () => {
    expect(differences(catalogues, /\{(\w+)\}/g)).toEqual([]);
  });

  it('exist for every code the program uses', () => {
    const codes = codesInUse();
    expect(codes.length).toBeGreaterThan(80);
    const missing = codes.filter(({ code }) => !(code in catalogues['zh-CN']) && !code.startsWith('law.'));
    expect([...new Set(missing.map(({ code, path }) => `${code} (${path})`))]).toEqual([]);
  });

  it('are all used', () => {
    const literals = new Set<string>();
    // `kind.${kind}`: keys that are put together are used when their beginning is.
    const beginnings: string[] = [];
    for (const file of programSources()) {
      visit(parse(file), (node) => {
        if (ts.isStringLiteralLike(node)) literals.add(node.text);
        if (ts.isTemplateExpression(node) && node.head.text.includes('.')) beginnings.push(node.head.text);
      });
    }
    const unused = Object.keys(catalogues['zh-CN']).filter(
      (key) => !literals.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)),
    );
    expect(unused).toEqual([]);
  });
});

describe('traditional Chinese', () => {
  it.each([
    ...features.map((feature): [string, Texts] => [feature, featureTexts(feature)['zh-TW']]),
    ['the server', catalogues['zh-TW']] as [string, Texts],
  ])('%s keeps to one standard', (_name, texts) => {
    const wrong = new RegExp(`[${REJECTED}${SIMPLIFIED}]|著(?![名作者述書])`, 'gu');
    const found = Object.entries(texts).flatMap(([key, text]) =>
      [...text.matchAll(wrong)]
        .filter(({ index }) => !/[顯卓]著/.test(text.slice(index - 1, index + 1)))
        .map(([character]) => `${key}: ${character}`),
    );
    expect(found).toEqual([]);
  });
});

describe('texts of the client', () => {
  it.each(features)('%s: the same keys and placeholders in three languages', (feature) => {
    expect(differences(featureTexts(feature), /\{\{\s*(\w+)[^}]*\}\}/g)).toEqual([]);
  });

  it('no key is spelt in two features', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const feature of features) {
      for (const key of Object.keys(featureTexts(feature)['zh-CN'])) {
        if (seen.has(key)) twice.push(`${key}: ${seen.get(key) ?? ''}, ${feature}`);
        seen.set(key, feature);
      }
    }
    expect(twice).toEqual([]);
  });

  it('exist for every key the client asks for', () => {
    const missing: string[] = [];
    for (const file of sourcesIn('web/src')) {
      visit(parse(file), (node) => {
        if (!ts.isCallExpression(node) || !/^(t|i18next\.t|i18n\.t)$/.test(node.expression.getText())) return;
        const [key] = node.arguments;
        for (const each of stringsOf(key)) if (!hasClientText(each)) missing.push(`${each} (${file.path})`);
        // Of a key that is put together, at least the beginning must lead somewhere.
        if (key && ts.isTemplateExpression(key)) {
          const beginning = key.head.text;
          if (beginning !== '' && ![...clientKeys].some((each) => each.startsWith(beginning))) {
            missing.push(`${beginning}… (${file.path})`);
          }
        }
      });
    }
    expect(missing).toEqual([]);
  });

  it('say of each who signed or refused the hearing record', () => {
    const keys = [
      ...HEARING_ROLES.map((role) => `record.hearing-record.signed_${role}`),
      // Members of the tribunal cannot refuse.
      ...['claimant', 'respondent'].map((role) => `record.hearing-record.signing-refused_${role}`),
    ];
    expect(keys.filter((key) => !clientKeys.has(key))).toEqual([]);
    for (const locale of LOCALES) {
      const texts = featureTexts('cases')[locale];
      expect(new Set(keys.map((key) => texts[key])).size).toBe(keys.length);
    }
  });

  it('exist for what comes next, for everybody who can be in the case then', () => {
    const sides: [CaseRelation, (state: string) => boolean][] = [
      ['claimant', () => true],
      ['home-staff', () => true],
      // The respondent joins with the code on the notice, which follows acceptance.
      ['respondent', (state) => !['received', 'correcting', 'refused', 'referred'].includes(state)],
      ['arbitrator', (state) => ['constituted', 'set-down', 'heard', 'decided'].includes(state)],
    ];
    const keys = sides.flatMap(([relation, isThere]) =>
      caseLifecycle
        .states()
        .filter(isThere)
        .map((state) => nextStep(state, new Set([relation]))),
    );
    expect(keys.filter((key) => !hasClientText(key))).toEqual([]);
  });
});
