import { chineseNumeral } from '../../law/articles';

/** 穗南劳人仲案〔2026〕1号, and of several documents that end it piece by piece 穗南劳人仲案〔2026〕1号之一. */
export function documentNumber(caseNumber: string, part: number | null): string {
  return part === null ? caseNumber : `${caseNumber}之${chineseNumeral(part)}`;
}
