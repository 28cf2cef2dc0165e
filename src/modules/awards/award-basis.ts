import { citation, wholeDocument, withoutParts, type Article, type Instrument } from '../../law/articles';

/** As an award cites: laws first, then regulations, interpretations and rules of the ministries. */
const ORDER: readonly Instrument[] = [
  'labour-law',
  'contract-law',
  'law',
  'civil-procedure',
  'contract-regulation',
  'leave-regulation',
  'interpretation-1',
  'interpretation-2',
  'rules',
  'org-rules',
  'leave-measures',
  'wage-provisions',
  'paid-days-notice',
  'joint-opinion-1',
  'online-rules',
  'gd-online-rules',
];

/** Laws and State Council regulations are cited by their full title: 《中华人民共和国劳动合同法》. */
const NATIONAL: ReadonlySet<Instrument> = new Set<Instrument>([
  'labour-law',
  'contract-law',
  'law',
  'civil-procedure',
  'contract-regulation',
]);

/** One entry per instrument, its articles in order: 《中华人民共和国劳动合同法》第三十条第一款、第四十七条. */
export function citedTogether(articles: readonly Article[]): string[] {
  return ORDER.flatMap((law) => {
    const title = citation(wholeDocument(law), 'zh-CN');
    const sorted = withoutParts(articles)
      .filter((each) => each.law === law && each.article !== '')
      .sort((a, b) => rank(a) - rank(b));
    const cited = sorted.flatMap((each, i) => {
      const [text, before] = [citation(each, 'zh-CN'), sorted[i - 1]];
      return before && citation(before, 'zh-CN') === text
        ? []
        : [text.slice(shared(each, before, title).length)];
    });
    const isCited = articles.some((each) => each.law === law);
    if (!isCited) return [];
    const full = NATIONAL.has(law) ? title.replace('《', '《中华人民共和国') : title;
    return [`${full}${cited.join('、')}`];
  });
}

/** What need not be said again after the one before: 第四十四条第（一）项、第（二）项; 第三十六条第一款、第二款. */
function shared(each: Article, before: Article | undefined, title: string): string {
  if (before?.article !== each.article) return title;
  const { law, article, paragraph } = each;
  const isSameParagraph =
    before.paragraph === paragraph && paragraph !== undefined && each.item !== undefined;
  return citation({ law, article, ...(isSameParagraph ? { paragraph } : {}) }, 'zh-CN');
}

function rank({ article, paragraph, item }: Article): number {
  return Number(article) * 10_000 + Number(paragraph ?? 0) * 100 + Number(item ?? 0);
}
