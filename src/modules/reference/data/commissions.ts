/**
 * The five commissions of the regional cooperation (RC5, 2021-06-16). Case-number prefixes, court names and
 * coordinates are settings a commission can change; prefixes are from memory (docs/law-notes.md).
 */
export interface CommissionSeed {
  id: string;
  name: string;
  shortName: string;
  /** Row of the wage tables that applies here. */
  area: string;
  casePrefix: string;
  address: string;
  phone: string;
  latitude: number;
  longitude: number;
  intermediateCourt: string;
  chambers: {
    id: string;
    name: string;
    kind: 'seat' | 'regional-cooperative' | 'branch';
    address: string;
    latitude: number;
    longitude: number;
  }[];
}

export const COMMISSIONS: readonly CommissionSeed[] = [
  {
    id: 'nansha',
    name: '广州市南沙区劳动人事争议仲裁委员会',
    shortName: '南沙',
    area: 'guangzhou',
    casePrefix: '穗南劳人仲案',
    address: '广州市南沙区',
    phone: '12333',
    latitude: 22.8016,
    longitude: 113.5252,
    intermediateCourt: '广州市中级人民法院',
    chambers: [
      {
        id: 'nansha-seat',
        name: '南沙仲裁庭',
        kind: 'seat',
        address: '广州市南沙区',
        latitude: 22.8016,
        longitude: 113.5252,
      },
      {
        id: 'nansha-rc',
        name: '南沙区域合作仲裁庭',
        kind: 'regional-cooperative',
        address: '广州市南沙区',
        latitude: 22.7945,
        longitude: 113.5513,
      },
    ],
  },
  {
    id: 'foshan',
    name: '佛山市劳动人事争议仲裁委员会',
    shortName: '佛山',
    area: 'foshan',
    casePrefix: '佛劳人仲案',
    address: '佛山市禅城区',
    phone: '12333',
    latitude: 23.0215,
    longitude: 113.1214,
    intermediateCourt: '佛山市中级人民法院',
    chambers: [
      {
        id: 'foshan-seat',
        name: '佛山仲裁庭',
        kind: 'seat',
        address: '佛山市禅城区',
        latitude: 23.0215,
        longitude: 113.1214,
      },
      {
        id: 'foshan-rc',
        name: '佛山区域合作仲裁庭',
        kind: 'regional-cooperative',
        address: '佛山市禅城区',
        latitude: 23.0092,
        longitude: 113.1226,
      },
    ],
  },
  {
    id: 'dongguan',
    name: '东莞市劳动人事争议仲裁委员会',
    shortName: '东莞',
    area: 'dongguan',
    casePrefix: '东劳人仲案',
    address: '东莞市南城街道',
    phone: '12333',
    latitude: 23.0207,
    longitude: 113.7518,
    intermediateCourt: '东莞市中级人民法院',
    chambers: [
      {
        id: 'dongguan-seat',
        name: '东莞仲裁庭',
        kind: 'seat',
        address: '东莞市南城街道',
        latitude: 23.0207,
        longitude: 113.7518,
      },
      {
        id: 'dongguan-rc',
        name: '东莞区域合作仲裁庭',
        kind: 'regional-cooperative',
        address: '东莞市南城街道',
        latitude: 23.0136,
        longitude: 113.7465,
      },
    ],
  },
  {
    id: 'zhongshan',
    name: '中山市劳动人事争议仲裁委员会',
    shortName: '中山',
    area: 'zhongshan',
    casePrefix: '中劳人仲案',
    address: '中山市东区街道',
    phone: '12333',
    latitude: 22.5176,
    longitude: 113.3926,
    intermediateCourt: '中山市中级人民法院',
    chambers: [
      {
        id: 'zhongshan-seat',
        name: '中山仲裁庭',
        kind: 'seat',
        address: '中山市东区街道',
        latitude: 22.5176,
        longitude: 113.3926,
      },
      {
        id: 'zhongshan-rc',
        name: '中山区域合作仲裁庭',
        kind: 'regional-cooperative',
        address: '中山市东区街道',
        latitude: 22.5103,
        longitude: 113.4012,
      },
    ],
  },
  {
    id: 'hengqin',
    name: '珠海市横琴新区劳动人事争议仲裁委员会',
    shortName: '横琴',
    area: 'zhuhai',
    casePrefix: '珠横劳人仲案',
    address: '珠海市横琴',
    phone: '12333',
    latitude: 22.1311,
    longitude: 113.5431,
    intermediateCourt: '珠海市中级人民法院',
    chambers: [
      {
        id: 'hengqin-seat',
        name: '横琴仲裁庭',
        kind: 'seat',
        address: '珠海市横琴',
        latitude: 22.1311,
        longitude: 113.5431,
      },
      {
        id: 'hengqin-rc',
        name: '横琴区域合作仲裁庭',
        kind: 'regional-cooperative',
        address: '珠海市横琴',
        latitude: 22.1268,
        longitude: 113.5502,
      },
    ],
  },
];

/** Online hearing rooms per commission. */
export const ROOMS_PER_COMMISSION = 3;
