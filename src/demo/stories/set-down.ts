import { addYears } from '../../kernel/local-date';
import * as acts from '../acts';
import { instantOf } from '../moved-clock';
import type { Stage, Story } from '../stage';
import { company, monthsBefore, spoken } from './people';

const [WORKER, EMPLOYER] = ['+85291000041', '13829100042'];

/** The next half hour that is at least ten minutes away: the waiting room is open, and the hearing can be entered. */
export function nextHalfHour(now: Date): Date {
  const half = 30 * 60_000;
  return new Date(Math.ceil((now.getTime() + 10 * 60_000) / half) * half);
}

/** A designer from Hong Kong at a company in Hengqin; the hearing by video begins within the hour. */
export const setDown: Story = {
  key: 'set-down',
  state: 'set-down',
  commissionId: 'hengqin',
  about: '香港设计师追索工资和经济补偿，演示数据载入后半小时内开庭',
  parties: [
    { who: '陈嘉欣（申请人，香港）', phone: WORKER },
    { who: '珠海横琴星屿文化创意有限公司（被申请人）', phone: EMPLOYER },
  ],
  acts: ({ now, workingDaysAgo, party, staff }: Stage) => {
    const filedOn = workingDaysAgo(25);
    const endDate = monthsBefore(filedOn, 1).last;
    const startDate = addYears(monthsBefore(filedOn, 1).first, -1);
    const memory = { caseId: '' };
    return [
      {
        at: instantOf(filedOn, '22:05'),
        what: async () => {
          memory.caseId = (
            await acts.file(party(WORKER), {
              commissionId: 'hengqin',
              claimant: {
                name: '陈嘉欣',
                sex: 'female',
                birthDate: '1993-07-19',
                document: { kind: 'hk-macau-permit', number: 'H08123456' },
                address: '香港九龙观塘道418号创纪之城20楼',
                phone: WORKER,
                email: 'ka-yan.chan@example.hk',
              },
              respondents: [
                company('珠海横琴星屿文化创意有限公司', 'MA5H5Q05', '440402', {
                  address: '珠海市横琴环岛东路1889号创意谷6栋301',
                  legalRepresentative: '许文杰',
                  legalRepresentativePost: '执行董事',
                  phone: EMPLOYER,
                }),
              ],
              employment: {
                startDate,
                post: '平面设计师',
                workplace: '珠海市横琴环岛东路1889号创意谷6栋301',
                contract: 'written',
                contractSignedOn: startDate,
                contractFrom: startDate,
                monthlyWage: 1_500_000,
                paidUntil: monthsBefore(filedOn, 3).last,
                isEnded: true,
                endDate,
                endKind: 'resigned-for-cause',
                endReason: '公司拖欠工资',
              },
              claims: [
                {
                  head: 'unpaid-wages',
                  facts: { monthlyWage: 1_500_000, from: monthsBefore(filedOn, 2).first, to: endDate },
                  from: monthsBefore(filedOn, 2).first,
                  to: endDate,
                },
                {
                  head: 'economic-compensation',
                  facts: { startDate, endDate, monthlyWages: [1_500_000], endKind: 'resigned-for-cause' },
                },
              ],
              statement: `申请人系香港居民，于${spoken(startDate)}入职被申请人横琴办公室，任平面设计师，月工资15000元。被申请人拖欠最后两个月工资，申请人于${spoken(endDate)}书面解除劳动合同。`,
              evidence: [
                {
                  name: '劳动合同',
                  purpose: '证明劳动关系和工资标准',
                  source: '本人保存',
                  hasOriginal: true,
                  lines: ['岗位：平面设计师', '月工资：15000元', '工作地点：横琴创意谷'],
                },
                {
                  name: '银行月结单',
                  purpose: '证明最后两个月未收到工资',
                  source: '本人网上银行',
                  hasOriginal: true,
                  lines: ['无工资入账'],
                },
              ],
            })
          ).caseId;
        },
      },
      {
        at: instantOf(workingDaysAgo(23), '10:40'),
        what: async () => void (await acts.accept(staff('clerk.hengqin'), memory.caseId)),
      },
      {
        at: instantOf(workingDaysAgo(21), '14:00'),
        what: async () => {
          await acts.join(party(EMPLOYER), await acts.joinCode(staff('clerk.hengqin'), memory.caseId), {
            name: '梁子峰',
            capacity: 'agent',
            consentsToElectronic: true,
            consentsToOnlineHearing: true,
          });
        },
      },
      {
        at: instantOf(workingDaysAgo(16), '16:30'),
        what: () =>
          acts.answer(party(EMPLOYER), memory.caseId, {
            positions: [
              {
                stance: 'partly',
                admitted: 1_500_000,
                reasons: '确认拖欠一个月工资，另一个月申请人长期未到岗。',
              },
              { stance: 'denied', reasons: '申请人因个人原因返港发展，不符合支付经济补偿的情形。' },
            ],
            statement: '被申请人愿意支付一个月工资，不同意其余请求。',
            signedBy: '梁子峰',
          }),
      },
      {
        at: instantOf(workingDaysAgo(12), '09:50'),
        what: async () =>
          void (await acts.appoint(staff('clerk.hengqin'), memory.caseId, {
            arbitrator: '黄嘉莹',
            recorder: '欧阳俊',
          })),
      },
      {
        at: instantOf(workingDaysAgo(10), '15:20'),
        what: async () => {
          await acts.setDown(staff('clerk.hengqin'), memory.caseId, {
            startsAt: nextHalfHour(now),
            durationMinutes: 120,
            roomId: 'hengqin-online-1',
          });
        },
      },
      {
        at: instantOf(workingDaysAgo(9), '20:10'),
        what: () => acts.confirmAll(party(WORKER), memory.caseId),
      },
    ];
  },
};
