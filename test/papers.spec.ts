import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CATALOGUES, ORDER } from '../src/modules/archives/catalogue';
import { award } from '../src/modules/awards/award.paper';
import { yuanInFiguresAndCapitals } from '../src/platform/papers/amounts';
import { renderPaper } from '../src/platform/papers/render-paper';
import { MOTION_PAPER_SAMPLES } from './support/motion-paper-samples';
import { longAward, paperContext, PAPER_SAMPLES, sampleAward } from './support/paper-samples';
import { inspectPdf, readStructure } from './support/pdf';

/** PAPERS_OUT=folder keeps the files, to look at them as pictures. */
async function keep(name: string, pdf: Buffer): Promise<void> {
  const folder = process.env['PAPERS_OUT'];
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.pdf`), pdf);
}

const SAMPLES = [...PAPER_SAMPLES, ...MOTION_PAPER_SAMPLES];

describe.each(SAMPLES.map((sample) => [sample.name, sample] as const))('%s', (name, sample) => {
  it('says what the article asks for, in a clean file with embedded fonts', async () => {
    const context = paperContext({ caseNumber: sample.caseNumber });
    const pdf = await renderPaper(sample.definition, sample.facts as never, context);
    await keep(name, pdf);
    const report = await inspectPdf(pdf);
    expect(report.isClean).toBe(true);
    expect(report.fonts.filter((font) => !font.isEmbedded)).toEqual([]);
    const { reading } = await readStructure(pdf);
    for (const text of sample.mustSay) expect(reading).toContain(text);
    if (sample.caseNumber !== null) expect(report.words).toContain(sample.caseNumber);
    expect(report.words).not.toMatch(/undefined|null|NaN|\[object/);
    expect(report.words).not.toContain('〓');
    const hasSeal = pdf.includes(Buffer.from('印章：', 'utf16le').swap16());
    expect(hasSeal).toBe(sample.isSealed);
    // no article of the rules of 2009, which these replaced
    expect(report.words).not.toMatch(/2009|令第2号/);
  });

  it('is a pure drawing of JSON facts: drawn again from what was stored, it is the same file', async () => {
    const context = paperContext({ caseNumber: sample.caseNumber });
    const direct = await renderPaper(sample.definition, sample.facts as never, context);
    const stored = JSON.parse(JSON.stringify(sample.facts)) as never;
    expect((await renderPaper(sample.definition, stored, context)).equals(direct)).toBe(true);
  });
});

it('every paper has its place in the file of a case (Rules 22)', () => {
  const without = SAMPLES.map(({ definition }) => definition).filter(
    ({ kind, volume }) => ![...ORDER[volume], ...Object.values(CATALOGUES)].includes(kind),
  );
  expect([...new Set(without.map(({ kind }) => kind))]).toEqual([]);
});

describe('award', () => {
  let words: string;

  beforeAll(async () => {
    ({ words } = await inspectPdf(await renderPaper(award, sampleAward, paperContext())));
  });

  it('puts its parts in the order of Rules 53', () => {
    const order = [
      '仲裁裁决书',
      '申请人：陈小兰',
      '法定代表人：何志强',
      '委托代理人：李明',
      '本案现已审理终结',
      '仲裁请求',
      '申请人称',
      '被申请人辩称',
      '经审理查明',
      '本委认为',
      '裁决如下',
      '一、自本裁决书',
      '当事人权利',
      '仲裁员：林慧敏',
      '二〇二六年十一月九日',
      '书记员：周婷',
    ];
    const places = order.map((text) => words.indexOf(text));
    expect(places).not.toContain(-1);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  it('prints each amount in figures and capitals', () => {
    for (const item of sampleAward.items) {
      if (item.kind === 'payment') expect(words).toContain(yuanInFiguresAndCapitals(item.amount));
    }
  });

  it('breaks forty claims over more than twenty pages without losing one', async () => {
    const facts = longAward();
    const pdf = await renderPaper(award, facts, paperContext());
    await keep('award-long', pdf);
    const { pages, pageTexts, isClean } = await inspectPdf(pdf);
    expect(isClean).toBe(true);
    expect(pages).toBeGreaterThan(20);
    // page numbers stand between the parts of an amount that runs on: leave them out
    const running = pageTexts.map((text, i) => text.replace(/\s+/g, '').replace(`－${i + 1}－`, '')).join('');
    for (const item of facts.items) {
      if (item.kind === 'payment') expect(running).toContain(yuanInFiguresAndCapitals(item.amount));
    }
    expect(running).toContain('四十、自本裁决书');
    const last = (pageTexts.at(-1) ?? '').replace(/\s+/g, '');
    expect(last).toContain('仲裁员：林慧敏');
    expect(last.indexOf('仲裁员：林慧敏')).toBeGreaterThan(20);
    pageTexts.forEach((text, i) => expect(text.replace(/\s+/g, '')).toContain(`－${i + 1}－`));
  });
});
