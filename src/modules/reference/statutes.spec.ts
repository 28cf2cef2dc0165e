import { chineseNumeral } from '../../law/articles';
import { statute, STATUTES } from './statutes';

describe('the statutes carried as data', () => {
  it.each([
    ['law', 54],
    ['rules', 81],
    ['org-rules', 38],
    ['labour-law', 107],
    ['contract-law', 98],
    ['contract-regulation', 38],
    ['leave-regulation', 10],
    ['leave-measures', 19],
    ['wage-provisions', 20],
    ['interpretation-1', 54],
    ['online-rules', 39],
  ])('%s is whole: %i articles, numbered through, none empty', (instrument, count) => {
    const { isWhole, articles } = statute(instrument);
    expect(isWhole).toBe(true);
    expect(articles.map(({ number }) => number)).toEqual(Array.from({ length: count }, (_, i) => `${i + 1}`));
    expect(articles.filter(({ text }) => text.join('').length < 8)).toEqual([]);
  });

  it('says of a part that it is one', () => {
    expect(statute('gd-online-rules')).toMatchObject({ isWhole: false });
  });

  it('begins no article with a number or leaves mark-up in it', () => {
    for (const { articles } of STATUTES) {
      for (const { number, text } of articles) {
        expect(text[0]).not.toMatch(new RegExp(`^第${chineseNumeral(Number(number))}条`));
        expect(text.join('\n')).not.toMatch(/[#*<>]|\s\s/);
      }
    }
  });

  it('has the words the clocks rest on', () => {
    const words = (instrument: string, number: string): string =>
      statute(instrument)
        .articles.find((each) => each.number === number)!
        .text.join('');
    expect(words('law', '43')).toContain('四十五日内结束');
    expect(words('rules', '80')).toContain('工作日');
    expect(words('law', '47')).toContain('十二个月金额');
  });

  it('knows no other', () => {
    expect(() => statute('civil-procedure')).toThrow('statute.unknown');
  });
});
