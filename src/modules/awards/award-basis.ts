import { citation, wholeDocument, type Article, type Instrument } from '../../law/articles';

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
    const cited = articles
      .filter((each) => each.law === law && each.article !== '' && !isWithinCited(each, articles))
      .sort((a, b) => rank(a) - rank(b))
      .map((each) => citation(each, 'zh-CN').slice(title.length));
    const isCited = articles.some((each) => each.law === law);
    if (!isCited) return [];
    const full = NATIONAL.has(law) ? title.replace('《', '《中华人民共和国') : title;
    return [`${full}${[...new Set(cited)].join('、')}`];
  });
}

/** Where an article is cited whole, its paragraphs need not be named beside it. */
function isWithinCited({ law, article, paragraph }: Article, articles: readonly Article[]): boolean {
  return (
    paragraph !== undefined &&
    articles.some((each) => each.law === law && each.article === article && each.paragraph === undefined)
  );
}

function rank({ article, paragraph, item }: Article): number {
  return Number(article) * 10_000 + Number(paragraph ?? 0) * 100 + Number(item ?? 0);
}
