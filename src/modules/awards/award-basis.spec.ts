import { article, wholeDocument, type Article } from '../../law/articles';
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
      '《中华人民共和国劳动合同法》第四十七条第一款、第二款、第八十七条',
      '《中华人民共和国劳动争议调解仲裁法》第四十七条',
      '《中华人民共和国劳动合同法实施条例》第二十七条',
      '《劳动人事争议仲裁办案规则》第五十条',
      '《关于职工全年月平均工作时间和工资折算问题的通知》（人社部发〔2025〕2号）',
    ]);
  });

  it('leaves no instrument out', () => {
    expect(
      citedTogether([
        wholeDocument('gd-heat-measures'),
        article('injury-regulation', 64, 2),
        article('civil-servant-law', 105),
        article('mediation-provisions', 27),
      ]),
    ).toEqual([
      '《中华人民共和国公务员法》第一百零五条',
      '《工伤保险条例》第六十四条第二款',
      '《企业劳动争议协商调解规定》第二十七条',
      '《广东省高温天气劳动保护办法》',
    ]);
  });

  it('cites nothing for nothing', () => {
    expect(citedTogether([])).toEqual([]);
  });
});

const cited = (...numbers: [number, (number | undefined)?, number?][]): Article[] =>
  numbers.map(([number, paragraph, item]) => article('contract-law', number, paragraph, item));

describe('articles cited together', () => {
  it.each([
    [
      'an article cited whole swallows its items',
      cited([44], [44, undefined, 1], [44, undefined, 2]),
      '第四十四条',
    ],
    [
      'several items of one article are joined',
      cited([44, undefined, 3], [44, undefined, 1]),
      '第四十四条第（一）项、第（三）项',
    ],
    ['several paragraphs of one article are joined', cited([30, 2], [30, 1]), '第三十条第一款、第二款'],
    [
      'items of one paragraph are joined',
      cited([46, 1, 1], [46, 1, 3]),
      '第四十六条第一款第（一）项、第（三）项',
    ],
    ['a paragraph cited whole swallows its items', cited([46, 1], [46, 1, 3]), '第四十六条第一款'],
    ['paragraphs keep apart', cited([46, 1, 1], [46, 2]), '第四十六条第一款第（一）项、第二款'],
    ['each is named once, in order', cited([47], [30, 1], [47], [30, 1]), '第三十条第一款、第四十七条'],
  ])('%s', (_, articles, expected) => {
    expect(citedTogether(articles)).toEqual([`《中华人民共和国劳动合同法》${expected}`]);
  });
});
