import { residentId, uscc } from '../../../src/demo/invented';

/** The last day of the month that many months ago; 1 is last month. */
function monthEnd(today: string, monthsAgo: number): string {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month - monthsAgo, 0)).toISOString().slice(0, 10);
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

export interface Story {
  commission: string;
  claimant: {
    name: string;
    document: string;
    address: string;
    region: 'phone.mainland' | 'phone.hong-kong' | 'phone.macau';
    phone: string;
  };
  respondent: {
    name: string;
    uscc: string;
    address: string;
    phone: string;
    representative: string;
    post: string;
  };
  employment: {
    start: string;
    post: string;
    workplace: string;
    wage: string;
    paidUntil: string;
    end: string;
  };
  statement: string;
}

/** The case the browsers play. Its days lie a fixed way before today, so that it does not age. */
export function story(today: string): Story {
  return {
    commission: '广州市南沙区',
    claimant: {
      name: '陈小兰',
      document: residentId('440106', '1991-03-08', '122'),
      address: '广州市南沙区黄阁镇麒麟新城3栋1204房',
      region: 'phone.mainland',
      phone: '13822223333',
    },
    respondent: {
      name: '广州南沙海韵餐饮管理有限公司',
      uscc: uscc('440115', 'MA5CXH1T'),
      address: '广州市南沙区南沙街进港大道12号',
      phone: '13911112222',
      representative: '何志强',
      post: '总经理',
    },
    employment: {
      // Three years and a month: three and a half months' wages, doubled, stand above twelve minimum wages.
      start: dayAfter(monthEnd(today, 38)),
      post: '楼面主管',
      workplace: '广州市南沙区南沙街进港大道12号',
      wage: '6800',
      paidUntil: monthEnd(today, 3),
      end: monthEnd(today, 1),
    },
    statement:
      '我入职后任楼面主管，约定月工资6800元，一直没有签书面劳动合同。最近两个月公司没有发工资，我多次催要。后来公司口头通知我不用来上班了，没有说明理由，也没有任何补偿。',
  };
}
