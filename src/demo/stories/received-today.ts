import { addYears } from '../../kernel/local-date';
import * as acts from '../acts';
import type { Matter } from '../matter';
import type { Story } from '../stage';
import { company, mainlander, monthsBefore, spoken } from './people';

const PHONE = '13829100001';

/** A machinist files for two months of wages and weekend work; the clerk finds it in the queue this morning. */
export const receivedToday: Story = {
  key: 'received-today',
  state: 'received',
  commissionId: 'nansha',
  about: '操作工追索工资和加班费，今日提交',
  parties: [{ who: '李明辉（申请人）', phone: PHONE }],
  acts: ({ now, today, party }) => {
    const [unpaidFrom, unpaidTo] = [monthsBefore(today, 3).first, monthsBefore(today, 2).last];
    const startDate = addYears(monthsBefore(today, 5).first, -3);
    const matter: Matter = {
      commissionId: 'nansha',
      claimant: mainlander('李明辉', 'male', '1988-05-16', {
        area: '440115',
        address: '广州市南沙区大岗镇兴业路18号403房',
        phone: PHONE,
      }),
      respondents: [
        company('广州南沙恒达五金制品有限公司', 'MA5C0D01', '440115', {
          address: '广州市南沙区大岗镇豪岗大道66号',
          legalRepresentative: '邓志雄',
          legalRepresentativePost: '总经理',
          phone: '13829100002',
        }),
      ],
      employment: {
        startDate,
        post: '数控车床操作工',
        workplace: '广州市南沙区大岗镇豪岗大道66号',
        contract: 'written',
        contractSignedOn: startDate,
        contractFrom: startDate,
        monthlyWage: 650_000,
        paidUntil: monthsBefore(today, 4).last,
        isEnded: true,
        endDate: unpaidTo,
        endKind: 'resigned-for-cause',
        endReason: '公司连续两个月未支付工资',
      },
      claims: [
        {
          head: 'unpaid-wages',
          facts: { monthlyWage: 650_000, from: unpaidFrom, to: unpaidTo },
          from: unpaidFrom,
          to: unpaidTo,
        },
        {
          head: 'overtime',
          facts: {
            monthlyWage: 650_000,
            from: unpaidFrom,
            to: unpaidTo,
            workdayHours: 40,
            restDayHours: 32,
            holidayHours: 0,
          },
          from: unpaidFrom,
          to: unpaidTo,
        },
      ],
      statement: `申请人于${spoken(startDate)}入职被申请人处，任数控车床操作工，月工资6500元。自${spoken(unpaidFrom)}起，被申请人以订单减少、资金周转困难为由未支付工资，期间仍安排申请人加班。申请人多次催要未果，遂于${spoken(unpaidTo)}书面通知解除劳动合同。`,
      evidence: [
        {
          name: '劳动合同',
          purpose: '证明双方存在劳动关系及约定的工资标准',
          source: '本人保存',
          hasOriginal: true,
          lines: [
            '甲方：广州南沙恒达五金制品有限公司',
            '乙方：李明辉',
            '岗位：数控车床操作工',
            '月工资：6500元',
          ],
        },
        {
          name: '考勤记录',
          purpose: '证明加班的时间',
          source: '本人手机拍摄',
          hasOriginal: false,
          lines: ['平日延时加班 40 小时', '周六、周日加班 32 小时'],
        },
      ],
    };
    return [
      {
        at: new Date(now.getTime() - 40 * 60_000),
        what: async () => void (await acts.file(party(PHONE), matter)),
      },
    ];
  },
};
