import { addYears } from '../../kernel/local-date';
import * as acts from '../acts';
import { instantOf } from '../moved-clock';
import type { Story } from '../stage';
import { company, mainlander, monthsBefore, spoken } from './people';

const PHONE = '13829100011';

/** A waitress without a contract; the clerk has asked for two corrections at once. */
export const toCorrect: Story = {
  key: 'to-correct',
  state: 'correcting',
  commissionId: 'nansha',
  about: '服务员主张未签合同二倍工资，已通知补正两处',
  parties: [{ who: '黄丽萍（申请人）', phone: PHONE }],
  acts: ({ today, workingDaysAgo, workingDaysAfter, party, staff }) => {
    const filedOn = workingDaysAgo(4);
    const startDate = addYears(monthsBefore(filedOn, 1).first, -1);
    const until = monthsBefore(filedOn, 1).last;
    const memory = { caseId: '' };
    return [
      {
        at: instantOf(filedOn, '21:12'),
        what: async () => {
          memory.caseId = (
            await acts.file(party(PHONE), {
              commissionId: 'nansha',
              claimant: mainlander('黄丽萍', 'female', '1995-11-02', {
                area: '440115',
                address: '广州市南沙区南沙街道江南路72号2栋501房',
                phone: PHONE,
              }),
              respondents: [
                company('广州市南沙区悦来茶餐厅', 'MA5C1X02', '440115', {
                  address: '广州市南沙区金洲街道金隆路15号',
                  legalRepresentative: '何伟基',
                  legalRepresentativePost: '经营者',
                  phone: '13829100012',
                }),
              ],
              employment: {
                startDate,
                post: '服务员',
                workplace: '广州市南沙区金洲街道金隆路15号',
                contract: 'none',
                monthlyWage: 450_000,
                paidUntil: until,
                isEnded: false,
              },
              claims: [{ head: 'double-wage', facts: { startDate, until, monthlyWage: 450_000 } }],
              statement: `申请人于${spoken(startDate)}入职，任服务员，月工资4500元，至今未签订书面劳动合同。`,
              evidence: [
                {
                  name: '微信工作群记录',
                  purpose: '证明受被申请人管理',
                  source: '本人手机',
                  hasOriginal: true,
                  lines: ['店长：明天早班七点到', '黄丽萍：收到'],
                },
              ],
            })
          ).caseId;
        },
      },
      {
        at: instantOf(workingDaysAgo(1), '10:25'),
        what: async () => {
          await acts.requestCorrection(staff('clerk.nansha'), memory.caseId, {
            defects: [
              {
                section: 'respondents',
                text: '被申请人名称与登记信息不一致，“广州市南沙区悦来茶餐厅”未见登记',
                remedy: '按营业执照填写全称和统一社会信用代码',
              },
              {
                section: 'evidence',
                text: '未提交工资支付的证据',
                remedy: '补充银行流水、微信转账记录等工资支付凭证',
              },
            ],
            dueOn: workingDaysAfter(today, 4),
          });
        },
      },
    ];
  },
};
