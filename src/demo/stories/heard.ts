import { addYears } from '../../kernel/local-date';
import * as acts from '../acts';
import type { RecordLine } from '../hearing';
import { instantOf } from '../moved-clock';
import type { Story } from '../stage';
import { company, mainlander, monthsBefore, spoken } from './people';

const [WORKER, EMPLOYER] = ['13829100051', '13829100052'];

const RECORD: readonly RecordLine[] = [
  ['opening', 'arbitrator', '现在开庭。核对双方当事人身份。双方对到庭人员身份有无异议？'],
  ['opening', 'claimant', '没有异议。'],
  ['opening', 'respondent', '没有异议。'],
  ['opening', 'arbitrator', '告知双方权利义务。是否申请回避？'],
  ['opening', 'claimant', '不申请。'],
  ['opening', 'respondent', '不申请。'],
  ['statement', 'claimant', '仲裁请求和事实理由与申请书一致。'],
  ['answer', 'respondent', '答辩意见与答辩书一致。'],
  ['investigation', 'arbitrator', '申请人每周工作几天？'],
  ['investigation', 'claimant', '六天，旺季基本每个周日都上班。'],
  ['investigation', 'respondent', '周末系自愿到岗，未经审批。'],
  ['evidence', 'claimant', '提交排班表，证明由公司统一排班。'],
  ['evidence', 'respondent', '真实性认可，不认可证明目的。'],
  ['debate', 'arbitrator', '双方围绕加班是否由公司安排发表辩论意见。'],
  ['final-statement', 'claimant', '坚持仲裁请求。'],
  ['final-statement', 'respondent', '请求驳回全部请求。'],
  ['mediation', 'arbitrator', '双方是否愿意调解？'],
  ['mediation', 'claimant', '愿意。'],
  ['mediation', 'respondent', '不同意调解，请依法裁决。'],
  ['closing', 'arbitrator', '庭审结束，双方核对笔录后签名。'],
];

/** An assembly worker's weekends; heard by video two days ago, the record is signed and the award is being written. */
export const heard: Story = {
  key: 'heard',
  state: 'heard',
  commissionId: 'foshan',
  about: '装配工主张休息日加班费，笔录已签，等待裁决',
  parties: [
    { who: '何桂芳（申请人）', phone: WORKER },
    { who: '佛山市顺德区凯胜电器有限公司（被申请人）', phone: EMPLOYER },
  ],
  acts: ({ workingDaysAgo, party, staff, hold, people }) => {
    const filedOn = workingDaysAgo(28);
    const [from, to] = [monthsBefore(filedOn, 7).first, monthsBefore(filedOn, 2).last];
    const startDate = addYears(monthsBefore(filedOn, 1).first, -5);
    const memory = { caseId: '', hearingId: '' };
    return [
      {
        at: instantOf(filedOn, '12:50'),
        what: async () => {
          memory.caseId = (
            await acts.file(party(WORKER), {
              commissionId: 'foshan',
              claimant: mainlander('何桂芳', 'female', '1985-01-30', {
                area: '440606',
                address: '佛山市顺德区北滘镇跃进路3号',
                phone: WORKER,
              }),
              respondents: [
                company('佛山市顺德区凯胜电器有限公司', 'MA4F6G06', '440606', {
                  address: '佛山市顺德区北滘镇工业大道20号',
                  legalRepresentative: '冼浩然',
                  legalRepresentativePost: '总经理',
                  phone: EMPLOYER,
                }),
              ],
              employment: {
                startDate,
                post: '装配工',
                workplace: '佛山市顺德区北滘镇工业大道20号',
                contract: 'written',
                contractSignedOn: startDate,
                contractFrom: startDate,
                monthlyWage: 580_000,
                paidUntil: monthsBefore(filedOn, 1).last,
                isEnded: false,
              },
              claims: [
                {
                  head: 'overtime',
                  facts: {
                    monthlyWage: 580_000,
                    from,
                    to,
                    workdayHours: 0,
                    restDayHours: 160,
                    holidayHours: 16,
                  },
                  from,
                  to,
                },
              ],
              statement: `申请人自${spoken(startDate)}起任装配工。${spoken(from)}至${spoken(to)}期间，被申请人安排申请人在休息日及法定休假日上班，未安排补休，亦未支付加班费。`,
              evidence: [
                {
                  name: '排班表',
                  purpose: '证明休息日由被申请人安排上班',
                  source: '车间张贴，本人拍照',
                  hasOriginal: false,
                  lines: ['周日：何桂芳 早班', '法定休假日：何桂芳 早班'],
                },
              ],
            })
          ).caseId;
        },
      },
      {
        at: instantOf(workingDaysAgo(26), '09:35'),
        what: async () => void (await acts.accept(staff('clerk.foshan'), memory.caseId)),
      },
      {
        at: instantOf(workingDaysAgo(25), '11:10'),
        what: async () => {
          await acts.join(party(EMPLOYER), await acts.joinCode(staff('clerk.foshan'), memory.caseId), {
            name: '冼浩然',
            capacity: 'legal-representative',
            consentsToElectronic: true,
            consentsToOnlineHearing: true,
          });
        },
      },
      {
        at: instantOf(workingDaysAgo(20), '15:00'),
        what: () =>
          acts.answer(party(EMPLOYER), memory.caseId, {
            positions: [
              {
                stance: 'denied',
                reasons: '加班未经审批，且部分请求已超过仲裁时效。',
                pleadsLimitation: true,
              },
            ],
            statement: '公司实行加班审批制度，申请人未提交过加班申请。',
            limitationGrounds: '超过一年的部分已过仲裁时效。',
            signedBy: '冼浩然',
          }),
      },
      {
        at: instantOf(workingDaysAgo(14), '10:00'),
        what: async () =>
          void (await acts.appoint(staff('clerk.foshan'), memory.caseId, {
            arbitrator: '区健文',
            recorder: '冯晓晴',
          })),
      },
      {
        at: instantOf(workingDaysAgo(12), '14:45'),
        what: async () => {
          memory.hearingId = await acts.setDown(staff('clerk.foshan'), memory.caseId, {
            startsAt: instantOf(workingDaysAgo(2), '09:30'),
            durationMinutes: 150,
            roomId: 'foshan-online-1',
          });
        },
      },
      {
        at: instantOf(workingDaysAgo(2), '09:32'),
        what: async () => hold(memory.hearingId, await people(staff('clerk.foshan'), memory.caseId), RECORD),
      },
    ];
  },
};
