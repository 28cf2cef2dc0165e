import * as acts from '../acts';
import { instantOf } from '../moved-clock';
import type { Story } from '../stage';
import { company, mainlander, monthsBefore, spoken } from './people';

const PHONE = '13829100071';

/** A decorator who worked by the job: no employment, refused with the way to the court. */
export const refused: Story = {
  key: 'refused',
  state: 'refused',
  commissionId: 'dongguan',
  about: '装修承揽报酬，不属于劳动争议，已书面不予受理',
  parties: [{ who: '曾庆华（申请人）', phone: PHONE }],
  acts: ({ workingDaysAgo, party, staff }) => {
    const filedOn = workingDaysAgo(8);
    const startDate = monthsBefore(filedOn, 7).first;
    const endDate = monthsBefore(filedOn, 4).last;
    const memory = { caseId: '' };
    return [
      {
        at: instantOf(filedOn, '13:15'),
        what: async () => {
          memory.caseId = (
            await acts.file(party(PHONE), {
              commissionId: 'dongguan',
              claimant: mainlander('曾庆华', 'male', '1976-04-09', {
                area: '441900',
                address: '东莞市虎门镇博涌社区二巷6号',
                phone: PHONE,
              }),
              respondents: [
                company('东莞市虎门锦绣装饰工程部', 'MA4Y8H08', '441900', {
                  address: '东莞市虎门镇太沙路120号',
                  legalRepresentative: '卢展鹏',
                  legalRepresentativePost: '经营者',
                  phone: '13829100072',
                }),
              ],
              employment: {
                startDate,
                post: '油漆工',
                workplace: '东莞市虎门镇',
                contract: 'none',
                monthlyWage: 1_000_000,
                isEnded: true,
                endDate,
                endKind: 'agreed-by-worker',
              },
              claims: [
                {
                  head: 'unpaid-wages',
                  facts: { monthlyWage: 1_000_000, from: startDate, to: endDate, paid: 3_000_000 },
                  from: startDate,
                  to: endDate,
                },
              ],
              statement: `申请人自${spoken(startDate)}起按单承接被申请人的油漆工程，自带工具、自行安排时间，按面积结算，尚有余款未付。`,
              evidence: [],
            })
          ).caseId;
        },
      },
      {
        at: instantOf(workingDaysAgo(5), '14:55'),
        what: async () => {
          await acts.refuse(
            staff('clerk.dongguan'),
            memory.caseId,
            '双方约定按单承揽、按面积结算，申请人自带工具、自行安排工作时间，不受被申请人劳动管理，属承揽合同纠纷，不属于劳动争议。',
          );
        },
      },
    ];
  },
};
