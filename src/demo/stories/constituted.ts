import { addYears } from '../../kernel/local-date';
import * as acts from '../acts';
import { instantOf } from '../moved-clock';
import type { Story } from '../stage';
import { company, mainlander, monthsBefore, spoken } from './people';

const [WORKER, EMPLOYER] = ['13829100031', '13829100032'];

/** A warehouse keeper who says she was dismissed without reason; answered, and an arbitrator has been appointed. */
export const constituted: Story = {
  key: 'constituted',
  state: 'constituted',
  commissionId: 'nansha',
  about: '仓库管理员主张违法解除赔偿金，已答辩、已组庭，待排期',
  parties: [
    { who: '林秀英（申请人）', phone: WORKER },
    { who: '广州南沙顺景物流有限公司（被申请人）', phone: EMPLOYER },
  ],
  acts: ({ workingDaysAgo, party, staff }) => {
    const filedOn = workingDaysAgo(18);
    const endDate = monthsBefore(filedOn, 1).last;
    const startDate = addYears(monthsBefore(filedOn, 2).first, -2);
    const memory = { caseId: '' };
    return [
      {
        at: instantOf(filedOn, '19:30'),
        what: async () => {
          memory.caseId = (
            await acts.file(party(WORKER), {
              commissionId: 'nansha',
              claimant: mainlander('林秀英', 'female', '1990-03-07', {
                area: '440106',
                address: '广州市南沙区进港大道1号802房',
                phone: WORKER,
              }),
              respondents: [
                company('广州南沙顺景物流有限公司', 'MA5C4N04', '440115', {
                  address: '广州市南沙区港前大道南2号',
                  legalRepresentative: '吴国强',
                  legalRepresentativePost: '执行董事',
                  phone: EMPLOYER,
                }),
              ],
              employment: {
                startDate,
                post: '仓库管理员',
                workplace: '广州市南沙区港前大道南2号',
                contract: 'written',
                contractSignedOn: startDate,
                contractFrom: startDate,
                monthlyWage: 720_000,
                paidUntil: endDate,
                isEnded: true,
                endDate,
                endKind: 'dismissed',
                endReason: '公司口头通知不用再来上班',
              },
              claims: [
                { head: 'unlawful-dismissal', facts: { startDate, endDate, monthlyWages: [720_000] } },
              ],
              statement: `申请人于${spoken(startDate)}入职，任仓库管理员。${spoken(endDate)}主管口头通知申请人不用再来上班，未说明任何理由。`,
              evidence: [
                {
                  name: '与主管的通话录音文字稿',
                  purpose: '证明被申请人口头解除劳动合同',
                  source: '本人手机',
                  hasOriginal: true,
                  lines: ['主管：你明天开始不用来了。', '林秀英：为什么？', '主管：公司的决定。'],
                },
              ],
            })
          ).caseId;
        },
      },
      {
        at: instantOf(workingDaysAgo(16), '10:15'),
        what: async () => void (await acts.accept(staff('clerk.nansha'), memory.caseId)),
      },
      {
        at: instantOf(workingDaysAgo(14), '16:20'),
        what: async () => {
          await acts.join(party(EMPLOYER), await acts.joinCode(staff('clerk.nansha'), memory.caseId), {
            name: '吴国强',
            capacity: 'legal-representative',
            consentsToElectronic: true,
            consentsToOnlineHearing: true,
          });
        },
      },
      {
        at: instantOf(workingDaysAgo(9), '17:45'),
        what: async () => {
          await acts.answer(party(EMPLOYER), memory.caseId, {
            positions: [
              {
                stance: 'denied',
                reasons: '申请人系自行离职，公司从未作出解除决定，录音中人员无权代表公司。',
              },
            ],
            statement: '被申请人不同意申请人的仲裁请求。申请人自离开岗位后未再出勤，视为自动离职。',
            signedBy: '吴国强',
          });
          await acts.addEvidence(party(EMPLOYER), memory.caseId, {
            name: '考勤汇总表',
            purpose: '证明申请人自行离岗',
            hasOriginal: true,
            lines: ['林秀英 月末起无打卡记录'],
          });
        },
      },
      {
        at: instantOf(workingDaysAgo(2), '11:30'),
        // The load limit of this arbitrator is one open case: this one.
        what: async () =>
          void (await acts.appoint(staff('clerk.nansha'), memory.caseId, {
            arbitrator: '谭美琪',
            recorder: '周婷',
          })),
      },
    ];
  },
};
