import { citation, wholeDocument, withoutParts, type Article, type Instrument } from '../../law/articles';

/**
 * As an award cites: laws first, then regulations of the State Council, interpretations, rules and documents of the
 * ministries, and what the province has made. Every instrument has its place: one without would not be cited at all.
 */
const PLACE: Record<Instrument, number> = {
  'labour-law': 10,
  'contract-law': 11,
  law: 12,
  'civil-procedure': 13,
  'civil-servant-law': 14,
  'contract-regulation': 20,
  'leave-regulation': 21,
  'injury-regulation': 22,
  'interpretation-1': 30,
  'interpretation-2': 31,
  'online-rules': 32,
  rules: 40,
  'org-rules': 41,
  'leave-measures': 42,
  'wage-provisions': 43,
  'mediation-provisions': 44,
  'paid-days-notice': 50,
  'joint-opinion-1': 51,
  'gd-heat-measures': 60,
  'gd-online-rules': 61,
};

const ORDER = (Object.keys(PLACE) as Instrument[]).sort((a, b) => PLACE[a] - PLACE[b]);

/** What bears the name of the country in its title is cited with it: 《中华人民共和国劳动合同法》. */
const NATIONAL: ReadonlySet<Instrument> = new Set<Instrument>([
  'labour-law',
  'contract-law',
  'law',
  'civil-procedure',
  'civil-servant-law',
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
