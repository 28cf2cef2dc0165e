import { addYears } from '../../kernel/local-date';
import * as acts from '../acts';
import { instantOf } from '../moved-clock';
import type { Story } from '../stage';
import { company, mainlander, monthsBefore, spoken } from './people';

const PHONE = '13829100021';

/** A cook at a chain of restaurants; the notice was signed for eight working days ago and the answer is due. One of the roster has worked for this employer. */
export const waitingForAnswer: Story = {
  key: 'waiting-for-answer',
  state: 'accepted',
  commissionId: 'nansha',
  about: '南沙：厨师主张工资、年休假；应诉通知书已邮寄送达，答辩期将满。应诉码印在通知书上，立案员可以打开',
  parties: [
    { who: '罗志坚（申请人）', phone: PHONE },
    { who: '广州南沙海韵餐饮管理有限公司（尚未加入）', phone: '13829100022' },
  ],
  acts: ({ workingDaysAgo, party, staff }) => {
    const filedOn = workingDaysAgo(15);
    const startDate = addYears(monthsBefore(filedOn, 1).first, -4);
    const endDate = monthsBefore(filedOn, 1).last;
    const year = Number(endDate.slice(0, 4));
    const servedOn = workingDaysAgo(8);
    const memory: { caseId: string; posted: acts.Service[] } = { caseId: '', posted: [] };
    return [
      {
        at: instantOf(filedOn, '20:40'),
        what: async () => {
          memory.caseId = (
            await acts.file(party(PHONE), {
              commissionId: 'nansha',
              claimant: mainlander('罗志坚', 'male', '1982-08-21', {
                area: '440115',
                address: '广州市南沙区大岗镇豪岗大道9号',
                phone: PHONE,
              }),
              respondents: [
                company('广州南沙海韵餐饮管理有限公司', 'MA5A2N03', '440115', {
                  address: '广州市南沙区环市大道中27号',
                  legalRepresentative: '区永康',
                  legalRepresentativePost: '执行董事',
                  phone: '13829100022',
                }),
              ],
              employment: {
                startDate,
                post: '厨师',
                workplace: '广州市南沙区环市大道中27号',
                contract: 'written',
                contractSignedOn: startDate,
                contractFrom: startDate,
                monthlyWage: 900_000,
                paidUntil: monthsBefore(filedOn, 3).last,
                isEnded: true,
                endDate,
                endKind: 'agreed-by-employer',
                endReason: '门店结业，双方协商解除',
              },
              claims: [
                {
                  head: 'unpaid-wages',
                  facts: { monthlyWage: 900_000, from: monthsBefore(filedOn, 2).first, to: endDate },
                  from: monthsBefore(filedOn, 2).first,
                  to: endDate,
                },
                {
                  head: 'annual-leave',
                  facts: {
                    startDate,
                    endDate,
                    hasTwelveMonthsBefore: true,
                    monthlyWages: [900_000],
                    years: [{ year, cumulativeYears: 12, takenDays: 2 }],
                  },
                },
                {
                  head: 'economic-compensation',
                  facts: { startDate, endDate, monthlyWages: [900_000], endKind: 'agreed-by-employer' },
                },
              ],
              statement: `申请人于${spoken(startDate)}入职任厨师。${spoken(endDate)}门店结业，被申请人提出协商解除劳动合同，承诺支付的经济补偿及最后两个月工资至今未付，当年年休假亦未安排。`,
              evidence: [
                {
                  name: '劳动合同',
                  purpose: '证明劳动关系、岗位和工资',
                  source: '本人保存',
                  hasOriginal: true,
                  lines: ['岗位：厨师', '月工资：9000元'],
                },
                {
                  name: '协商解除通知',
                  purpose: '证明由被申请人提出解除',
                  source: '被申请人出具',
                  hasOriginal: true,
                  lines: ['因门店结业，公司提出与罗志坚协商解除劳动合同。'],
                },
              ],
            })
          ).caseId;
        },
      },
      {
        at: instantOf(workingDaysAgo(13), '11:05'),
        what: async () => void (await acts.accept(staff('clerk.nansha'), memory.caseId)),
      },
      {
        at: instantOf(workingDaysAgo(12), '09:20'),
        what: async () => {
          memory.posted = await acts.post(
            staff('clerk.nansha'),
            memory.caseId,
            'respondent',
            'EMS1066830021',
          );
        },
      },
      {
        at: instantOf(workingDaysAgo(7), '15:10'),
        what: () => acts.delivered(staff('clerk.nansha'), memory.posted, servedOn, '区永康'),
      },
    ];
  },
};
