import { addYears } from '../../kernel/local-date';
import * as acts from '../acts';
import type { RecordLine } from '../hearing';
import { instantOf } from '../moved-clock';
import type { Story } from '../stage';
import { company, mainlander, monthsBefore, spoken } from './people';

const [WORKER, EMPLOYER] = ['13829100061', '13829100062'];

const RECORD: readonly RecordLine[] = [
  ['opening', 'arbitrator', '现在开庭。双方对到庭人员身份有无异议？是否申请回避？'],
  ['opening', 'claimant', '没有异议，不申请回避。'],
  ['opening', 'respondent', '没有异议，不申请回避。'],
  ['statement', 'claimant', '请求支付最后一个月工资和违法解除赔偿金，事实理由同申请书。'],
  ['answer', 'respondent', '认可欠一个月工资；解除系因申请人严重违反规章制度。'],
  ['investigation', 'arbitrator', '被申请人依据哪一条规章制度解除？是否经民主程序并公示？'],
  ['investigation', 'respondent', '依据员工手册第三十二条，张贴在公告栏，没有签收记录。'],
  ['evidence', 'respondent', '提交员工手册。'],
  ['evidence', 'claimant', '没有见过这本手册，不予认可。'],
  ['final-statement', 'claimant', '坚持请求。'],
  ['final-statement', 'respondent', '坚持答辩意见。'],
  ['mediation', 'arbitrator', '双方是否愿意调解？'],
  ['mediation', 'claimant', '愿意。'],
  ['mediation', 'respondent', '不同意调解，请依法裁决。'],
  ['closing', 'arbitrator', '庭审结束。'],
];

/** A lamp factory dismissed its foreman by a handbook nobody had signed; the award has a final and a non-final document. */
export const awarded: Story = {
  key: 'awarded',
  state: 'decided',
  commissionId: 'zhongshan',
  about: '灯饰厂组长主张违法解除赔偿金，终局与非终局裁决书各一份',
  parties: [
    { who: '梁永健（申请人）', phone: WORKER },
    { who: '中山市古镇明晖灯饰有限公司（被申请人）', phone: EMPLOYER },
  ],
  acts: ({ workingDaysAgo, party, staff, hold, people }) => {
    const filedOn = workingDaysAgo(34);
    const endDate = monthsBefore(filedOn, 1).last;
    const startDate = addYears(monthsBefore(filedOn, 1).first, -6);
    const memory = { caseId: '', hearingId: '' };
    return [
      {
        at: instantOf(filedOn, '20:20'),
        what: async () => {
          memory.caseId = (
            await acts.file(party(WORKER), {
              commissionId: 'zhongshan',
              claimant: mainlander('梁永健', 'male', '1979-12-11', {
                area: '442000',
                address: '中山市古镇镇曹兴中路41号',
                phone: WORKER,
              }),
              respondents: [
                company('中山市古镇明晖灯饰有限公司', 'MA4L7G07', '442000', {
                  address: '中山市古镇镇同兴路98号',
                  legalRepresentative: '苏炳坤',
                  legalRepresentativePost: '执行董事',
                  phone: EMPLOYER,
                }),
              ],
              employment: {
                startDate,
                post: '装配组长',
                workplace: '中山市古镇镇同兴路98号',
                contract: 'written',
                contractSignedOn: startDate,
                contractFrom: startDate,
                monthlyWage: 850_000,
                paidUntil: monthsBefore(filedOn, 2).last,
                isEnded: true,
                endDate,
                endKind: 'dismissed',
                endReason: '公司以严重违反规章制度为由解除',
              },
              claims: [
                {
                  head: 'unpaid-wages',
                  facts: { monthlyWage: 850_000, from: monthsBefore(filedOn, 1).first, to: endDate },
                  from: monthsBefore(filedOn, 1).first,
                  to: endDate,
                },
                { head: 'unlawful-dismissal', facts: { startDate, endDate, monthlyWages: [850_000] } },
              ],
              statement: `申请人于${spoken(startDate)}入职，任装配组长。${spoken(endDate)}被申请人以申请人“顶撞上级”为由通知解除劳动合同，并扣发当月工资。`,
              evidence: [
                {
                  name: '解除通知书',
                  purpose: '证明被申请人单方解除及其理由',
                  source: '被申请人出具',
                  hasOriginal: true,
                  lines: ['因你顶撞上级，严重违反公司规章制度，即日起解除劳动合同。'],
                },
                {
                  name: '工资流水',
                  purpose: '证明月工资标准',
                  source: '银行打印',
                  hasOriginal: true,
                  lines: ['每月 8500.00 元'],
                },
              ],
            })
          ).caseId;
        },
      },
      {
        at: instantOf(workingDaysAgo(32), '15:50'),
        what: async () => void (await acts.accept(staff('clerk.zhongshan'), memory.caseId)),
      },
      {
        at: instantOf(workingDaysAgo(30), '10:30'),
        what: async () => {
          await acts.join(party(EMPLOYER), await acts.joinCode(staff('clerk.zhongshan'), memory.caseId), {
            name: '苏炳坤',
            capacity: 'legal-representative',
            consentsToElectronic: true,
            consentsToOnlineHearing: true,
          });
        },
      },
      {
        at: instantOf(workingDaysAgo(25), '16:40'),
        what: async () => {
          await acts.answer(party(EMPLOYER), memory.caseId, {
            positions: [
              { stance: 'admitted', reasons: '' },
              { stance: 'denied', reasons: '申请人顶撞上级，严重违反员工手册第三十二条，公司有权解除。' },
            ],
            statement: '同意支付拖欠的工资；解除合法，不同意支付赔偿金。',
            signedBy: '苏炳坤',
          });
          await acts.addEvidence(party(EMPLOYER), memory.caseId, {
            name: '员工手册',
            purpose: '证明解除的制度依据',
            hasOriginal: true,
            lines: ['第三十二条 顶撞上级、不服从安排的，视为严重违反规章制度。'],
          });
        },
      },
      {
        at: instantOf(workingDaysAgo(20), '09:40'),
        what: async () =>
          void (await acts.appoint(staff('clerk.zhongshan'), memory.caseId, {
            arbitrator: '高兆棠',
            recorder: '萧文轩',
          })),
      },
      {
        at: instantOf(workingDaysAgo(18), '11:15'),
        what: async () => {
          memory.hearingId = await acts.setDown(staff('clerk.zhongshan'), memory.caseId, {
            startsAt: instantOf(workingDaysAgo(8), '14:30'),
            durationMinutes: 120,
            roomId: 'zhongshan-online-2',
          });
        },
      },
      {
        at: instantOf(workingDaysAgo(8), '14:31'),
        what: async () =>
          hold(memory.hearingId, await people(staff('clerk.zhongshan'), memory.caseId), RECORD),
      },
      {
        at: instantOf(workingDaysAgo(3), '16:05'),
        what: async () => {
          await acts.award(staff('arb.gaozhaotang'), memory.caseId, {
            facts: `申请人于${spoken(startDate)}入职被申请人处，任装配组长，月工资8500元，双方签订了书面劳动合同。${spoken(endDate)}，被申请人以申请人顶撞上级、严重违反规章制度为由书面通知解除劳动合同，当月工资未支付。被申请人提交的员工手册未经民主程序制定，亦无向申请人公示或告知的证据。`,
            reasons:
              '劳动者的合法权益受法律保护。因用人单位作出解除劳动合同决定发生的争议，由用人单位负举证责任。',
            rulings: [
              { outcome: 'granted', reasons: '被申请人当庭认可拖欠申请人一个月工资，应予支付。' },
              {
                outcome: 'granted',
                reasons:
                  '员工手册未经民主程序制定，亦未公示或告知申请人，不能作为解除的依据。被申请人解除劳动合同违法，应按经济补偿标准的二倍支付赔偿金。',
              },
            ],
          });
        },
      },
      {
        at: instantOf(workingDaysAgo(2), '20:30'),
        what: () => acts.confirmAll(party(WORKER), memory.caseId),
      },
    ];
  },
};
