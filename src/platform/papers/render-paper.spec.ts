import { inspectPdf, inspectSignature, readStructure } from '../../../test/support/pdf';
import { localDate } from '../../kernel/local-date';
import { makeDemoCertificate } from './certificate';
import { loadPaperFonts } from './fonts';
import type { PaperContext, PaperDefinition } from './paper';
import { renderPaper } from './render-paper';
import { sign } from './sign';

interface NoteFacts {
  readonly paragraphs: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const note: PaperDefinition<NoteFacts> = {
  kind: 'note',
  title: '测试通知书',
  volume: 'main',
  draw(page, facts) {
    page.masthead('测试通知书');
    page.caseNumber();
    page.addressee('陈小兰');
    page.heading('一、事由');
    for (const text of facts.paragraphs) page.paragraph(text);
    if (facts.rows.length > 0)
      page.table({ widths: [0.2, 0.8], head: ['序号栏', '内容栏'], rows: facts.rows });
    page.sealed();
  },
};

function context(over: Partial<PaperContext> = {}): PaperContext {
  const name = '广州市南沙区劳动人事争议仲裁委员会';
  return {
    commission: { name, shortName: '南沙区仲裁委', sealName: name },
    caseNumber: '穗南劳人仲案〔2026〕1号',
    issuedAt: new Date('2026-11-23T06:00:00Z'),
    issuedOn: localDate('2026-11-23'),
    verification: { code: '7K3Q-9TXM', url: 'https://zc.example.gov.cn/verify/7K3Q-9TXM' },
    isDemo: false,
    fonts: loadPaperFonts(),
    ...over,
  };
}

const BODY = '根据《劳动人事争议仲裁办案规则》第三十条的规定，本委决定予以受理，现将有关事项通知如下。';

describe('renderPaper', () => {
  it('makes a clean, tagged PDF/A with embedded fonts whose text reads in order', async () => {
    const pdf = await renderPaper(note, { paragraphs: [BODY], rows: [['1', '身份证复印件']] }, context());
    const report = await inspectPdf(pdf);
    expect(report.isClean).toBe(true);
    expect(report.fonts.length).toBeGreaterThan(0);
    expect(report.fonts.filter((font) => !font.isEmbedded || !font.hasUnicode)).toEqual([]);
    expect(report.info).toMatch(/Title:\s+测试通知书 穗南劳人仲案〔2026〕1号/);
    expect(report.info).toMatch(/Tagged:\s+yes/);
    expect(pdf.toString('latin1')).toContain('<pdfaid:part>2</pdfaid:part>');
    const order = [
      '仲裁委员会',
      '测试通知书',
      '穗南劳人仲案〔2026〕1号',
      '陈小兰：',
      '一、事由',
      '根据《',
      '内容栏',
      '身份证复印件',
      '2026年11月23日',
      '－1－',
      '核验码：7K3Q-9TXM',
    ];
    const places = order.map((text) => report.words.indexOf(text));
    expect(places).not.toContain(-1);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  it('builds the logical structure, seal and code as figures, page numbers outside it', async () => {
    const pdf = await renderPaper(
      note,
      { paragraphs: [BODY], rows: [['1', '身份证复印件']] },
      context({ isDemo: true }),
    );
    const { tree } = await readStructure(pdf);
    for (const element of ['Document', 'H1', 'H2', 'P (', 'Table', 'TR', 'TH', 'TD', 'Figure'])
      expect(tree).toContain(element);
    expect(tree).toContain('"身份证复印件"');
    expect(tree.replace(/"\n\s+"/g, '')).toContain(BODY);
    expect(tree).not.toContain('－');
    // the seal's alternative text, as UTF-16 in the file
    const alt = Buffer.from('演示', 'utf16le').swap16();
    expect(pdf.includes(alt)).toBe(true);
  });

  it('gives the same bytes for the same facts and context', async () => {
    const facts = { paragraphs: Array.from({ length: 30 }, () => BODY), rows: [['1', '甲']] };
    const [first, second] = [
      await renderPaper(note, facts, context()),
      await renderPaper(note, facts, context()),
    ];
    expect(first.equals(second)).toBe(true);
    const other = await renderPaper(note, facts, context({ issuedAt: new Date('2026-11-23T06:00:01Z') }));
    expect(other.equals(first)).toBe(false);
  });

  it('repeats column titles, and never leaves the signature without two lines of the body', async () => {
    for (let count = 9; count < 16; count += 1) {
      const pdf = await renderPaper(
        note,
        { paragraphs: Array.from({ length: count }, () => BODY), rows: [] },
        context(),
      );
      const last = (await inspectPdf(pdf)).pageTexts.at(-1) ?? '';
      const before = last.slice(0, last.indexOf('广州市南沙区劳动人事争议仲裁委员会', 1));
      expect(
        before
          .trim()
          .split('\n')
          .filter((line) => line.trim() !== '').length,
      ).toBeGreaterThanOrEqual(2);
    }
    const rows = Array.from({ length: 60 }, (_, i) => [`${i + 1}`, '工资支付凭证']);
    const { pageTexts } = await inspectPdf(await renderPaper(note, { paragraphs: [BODY], rows }, context()));
    const tablePages = pageTexts.filter((text) => text.includes('工资支付凭证'));
    expect(tablePages.length).toBeGreaterThan(1);
    for (const text of tablePages) expect(text.replace(/\s/g, '')).toContain('内容栏');
  });

  it('parts a table row that is higher than a page', async () => {
    const long = Array.from({ length: 90 }, (_, i) => `第${i + 1}行内容`).join('\n');
    const { pages, words } = await inspectPdf(
      await renderPaper(note, { paragraphs: [BODY], rows: [['1', long]] }, context()),
    );
    expect(pages).toBeGreaterThan(2);
    expect(words).toContain('第90行内容');
  });

  it('prints what people type: rare characters, hostile marks, a character no font has', async () => {
    const { words, fonts } = await inspectPdf(
      await renderPaper(
        note,
        { paragraphs: ['姓名：㐀镕堃，\u202e文本\u0000，\u{1f600}，<b>&amp;'], rows: [] },
        context({ caseNumber: 'A<&>B' }),
      ),
    );
    expect(words).toContain('姓名：㐀镕堃，文本，〓，<b>&amp;');
    expect(fonts.every((font) => font.isEmbedded)).toBe(true);
  });

  it('has no number, no code and no case where there is none', async () => {
    const { words } = await inspectPdf(
      await renderPaper(
        note,
        { paragraphs: [BODY], rows: [] },
        context({ caseNumber: null, verification: null }),
      ),
    );
    expect(words).not.toContain('穗南');
    expect(words).not.toContain('核验码');
  });

  it('rejects what a definition throws', async () => {
    const broken: PaperDefinition<null> = {
      ...note,
      draw: () => {
        throw new RangeError('no facts');
      },
    };
    await expect(renderPaper(broken, null, context())).rejects.toThrow('no facts');
  });
});

describe('sign', () => {
  const commission = context().commission.name;
  const certificate = makeDemoCertificate(commission);
  const facts = {
    reason: '签发测试通知书',
    location: '广州市南沙区',
    at: new Date('2026-11-23T06:00:00Z'),
    name: commission,
  };

  it('signs the whole document, and the file stays clean', async () => {
    const pdf = await renderPaper(note, { paragraphs: [BODY], rows: [] }, context());
    const signed = await sign(pdf, certificate.p12, certificate.password, facts);
    expect(signed.subarray(0, pdf.length).equals(pdf)).toBe(true);
    const report = await inspectSignature(signed);
    expect(report).toContain(`${commission}（演示证书）`);
    expect(report).toContain('Signature is Valid');
    expect(report).toContain('Total document signed');
    const { isClean, info, words } = await inspectPdf(signed);
    expect(isClean).toBe(true);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(words).toContain('测试通知书');
    const again = await sign(pdf, certificate.p12, certificate.password, facts);
    expect(again.equals(signed)).toBe(true);
  });

  it('shows when a signed file was changed', async () => {
    const pdf = await renderPaper(note, { paragraphs: [BODY], rows: [] }, context());
    const signed = Buffer.from(await sign(pdf, certificate.p12, certificate.password, facts));
    const at = signed.indexOf('/StructTreeRoot');
    signed.write('/StructTreeRooT', at, 'latin1');
    expect(await inspectSignature(signed)).not.toContain('Signature is Valid');
  });

  it('refuses a wrong password, a second signature and a file that is not a paper', async () => {
    const pdf = await renderPaper(note, { paragraphs: [BODY], rows: [] }, context());
    await expect(sign(pdf, certificate.p12, 'wrong', facts)).rejects.toThrow(/password|MAC/i);
    const signed = await sign(pdf, certificate.p12, certificate.password, facts);
    await expect(sign(signed, certificate.p12, certificate.password, facts)).rejects.toThrow(
      'cannot sign this file',
    );
    await expect(sign(Buffer.from('%PDF-1.7'), certificate.p12, certificate.password, facts)).rejects.toThrow(
      'cannot sign this file',
    );
  });
});
