import { useTranslation } from 'react-i18next';
import { currentLocale } from '../app/i18n';
import { longDate, yuanText } from './format';

/** A reference as the law library makes it. */
export interface Article {
  law: string;
  article: string;
  paragraph?: string;
  item?: string;
}

export interface Step {
  key: string;
  params: Record<string, string | number>;
  amount?: number;
  date?: string;
  article?: Article;
}

export interface Finding {
  value: unknown;
  basis: Article[];
  steps: Step[];
}

/** 《劳动争议调解仲裁法》第四十三条第一款, as law/articles.ts cites it. */
function citation({ law, article, paragraph, item }: Article, title: string): string {
  if (article === '') return title;
  const locale = currentLocale();
  if (locale === 'en') {
    return `${title}, art. ${article}${[paragraph, item].map((part) => (part ? `(${part})` : '')).join('')}`;
  }
  const [articleWord, itemWord] = locale === 'zh-CN' ? ['条', '项'] : ['條', '項'];
  return [
    title || law,
    `第${chineseNumeral(Number(article))}${articleWord}`,
    paragraph ? `第${chineseNumeral(Number(paragraph))}款` : '',
    item ? `第（${chineseNumeral(Number(item))}）${itemWord}` : '',
  ].join('');
}

/** The references without those that lie within another: beside 第六条 the line 第六条第二款 says nothing. */
export function withoutParts(articles: readonly Article[]): Article[] {
  return articles.filter((part) => !articles.some((whole) => isWithin(part, whole)));
}

function isWithin(part: Article, whole: Article): boolean {
  if (part.law !== whole.law || part.article !== whole.article || whole.item !== undefined) return false;
  if (whole.paragraph === undefined) return part.paragraph !== undefined || part.item !== undefined;
  return part.paragraph === whole.paragraph && part.item !== undefined;
}

/** 第四十三条; statutes are printed in simplified Chinese whatever the reader's language. */
export function articleName(number: string): string {
  return `第${chineseNumeral(Number(number))}条`;
}

const DIGITS = '零一二三四五六七八九';

function chineseNumeral(value: number): string {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  let text = hundreds > 0 ? `${DIGITS.charAt(hundreds)}百` : '';
  if (tens > 0) text += tens === 1 && hundreds === 0 ? '十' : `${DIGITS.charAt(tens)}十`;
  else if (hundreds > 0 && ones > 0) text += '零';
  return ones > 0 ? text + DIGITS.charAt(ones) : text;
}

/** Puts the library's answers into words: names ending in Fen hold fen, in On a day, in Key another text's key. */
export function useLawText(): {
  cite: (article: Article) => string;
  text: (key: string, params?: Record<string, string | number>) => string;
} {
  const { t } = useTranslation();
  return {
    cite: (article) => citation(article, t(`instrument.${article.law}`)),
    text: (key, params = {}) => {
      const shown = Object.entries(params).map(([name, value]) => {
        if (name.endsWith('Fen')) return [name, yuanText(Number(value))];
        if (name.endsWith('On')) return [name, longDate(String(value))];
        if (name.endsWith('Key')) return [name, t(String(value))];
        return [name, value];
      });
      return t(key, Object.fromEntries(shown) as Record<string, string | number>);
    },
  };
}
