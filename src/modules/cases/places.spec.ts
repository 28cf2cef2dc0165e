import { placeIn } from './places';

describe('what an address names', () => {
  it.each<[string, string | null, string | null]>([
    ['广州市南沙区港前大道南2号', 'guangzhou', 'nansha'],
    ['南沙区黄阁镇麒麟新城', 'guangzhou', 'nansha'],
    ['廣州市天河區中山大道1號', 'guangzhou', null],
    ['广东省佛山市顺德区南沙路1号', 'foshan', null],
    ['佛山顺德', 'foshan', null],
    ['东莞市中山路3号', 'dongguan', null],
    ['中山市石岐街道', 'zhongshan', null],
    ['珠海市横琴新区', 'zhuhai', 'hengqin'],
    ['横琴粤澳深度合作区环岛东路', 'zhuhai', 'hengqin'],
    ['深圳市南山区', 'shenzhen', null],
    ['香港中環', null, null],
    ['', null, null],
  ])('%s', (address, city, district) => {
    const found = placeIn(address);
    expect([found?.city ?? null, found?.district ?? null]).toEqual([city, district]);
  });
});
