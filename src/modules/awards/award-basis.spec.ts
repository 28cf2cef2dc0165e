import { article, wholeDocument } from '../../law/articles';
import { citedTogether } from './award-basis';

describe('how an award cites', () => {
  it('names each instrument once, in full, its articles in order and once each', () => {
    const articles = [
      article('rules', 50),
      article('contract-law', 87),
      article('law', 47),
      article('contract-law', 47, 2),
      article('contract-law', 47, 1),
      article('contract-law', 87),
      article('contract-law', 87, 1),
      article('contract-regulation', 27),
      wholeDocument('paid-days-notice'),
    ];
    expect(citedTogether(articles)).toEqual([
      '《中华人民共和国劳动合同法》第四十七条第一款、第四十七条第二款、第八十七条',
      '《中华人民共和国劳动争议调解仲裁法》第四十七条',
      '《中华人民共和国劳动合同法实施条例》第二十七条',
      '《劳动人事争议仲裁办案规则》第五十条',
      '《关于职工全年月平均工作时间和工资折算问题的通知》（人社部发〔2025〕2号）',
    ]);
  });

  it('cites nothing for nothing', () => {
    expect(citedTogether([])).toEqual([]);
  });
});
