import * as acts from '../../src/demo/acts';
import { residentId, uscc } from '../../src/demo/invented';
import type { Matter } from '../../src/demo/matter';
import type { Person } from '../../src/demo/person';
import type { TestApp } from './app';

let counter = 0;
const next = (): number => (counter += 1);

/** A mainland mobile number nobody else in this test process has. */
export function newPhone(): string {
  return `138${String(10_000_000 + next())}`;
}

/** A complete valid application, of invented people; every number's check digits are right. */
export function matter(overrides: Partial<Matter> = {}): Matter {
  const n = next();
  return {
    commissionId: 'nansha',
    claimant: {
      name: '林秀英',
      sex: 'female',
      birthDate: '1990-03-07',
      document: {
        kind: 'resident-id',
        number: residentId('440106', '1990-03-07', String(100 + (n % 450) * 2)),
      },
      address: '广州市南沙区进港大道1号802房',
      phone: newPhone(),
    },
    respondents: [
      {
        name: `广州南沙顺景物流有限公司${n}`,
        uscc: uscc('440115', `MA5C${String(n).padStart(4, '0')}`),
        address: '广州市南沙区港前大道南2号',
        legalRepresentative: '吴国强',
        legalRepresentativePost: '执行董事',
        phone: newPhone(),
      },
    ],
    employment: {
      startDate: '2023-03-01',
      post: '仓库管理员',
      workplace: '广州市南沙区港前大道南2号',
      contract: 'none',
      monthlyWage: 800_000,
      paidUntil: '2025-11-30',
      isEnded: true,
      endDate: '2026-01-31',
      endKind: 'dismissed',
      endReason: '公司口头通知解除',
    },
    claims: [
      {
        head: 'unpaid-wages',
        facts: { monthlyWage: 800_000, from: '2025-12-01', to: '2026-01-31' },
        from: '2025-12-01',
        to: '2026-01-31',
      },
      {
        head: 'unlawful-dismissal',
        facts: { startDate: '2023-03-01', endDate: '2026-01-31', monthlyWages: [800_000] },
      },
    ],
    statement:
      '申请人于2023年3月1日入职，任仓库管理员，双方未签订书面劳动合同。2026年1月31日公司口头通知解除劳动关系，并拖欠两个月工资。',
    evidence: [
      {
        name: '工资流水',
        purpose: '证明月工资标准及拖欠工资的事实',
        source: '本人保存',
        hasOriginal: true,
        lines: ['2025年11月 工资 8000.00元', '2025年12月 无', '2026年1月 无'],
      },
    ],
    ...overrides,
  };
}

export interface FiledCase {
  caseId: string;
  receiptNumber: string;
  claimant: Person;
  matter: Matter;
}

export async function filed(app: TestApp, overrides: Partial<Matter> = {}): Promise<FiledCase> {
  const content = matter(overrides);
  const claimant = app.party(content.claimant.phone);
  return { ...(await acts.file(claimant, content)), claimant, matter: content };
}

export interface AcceptedCase extends FiledCase {
  clerk: Person;
  number: string;
}

/** Staff sign in once per application: an authenticator's code works once. */
const staff = new WeakMap<TestApp, Map<string, Person>>();

export function staffOf(app: TestApp, username: string): Person {
  const known = staff.get(app) ?? new Map<string, Person>();
  staff.set(app, known);
  const person = known.get(username) ?? app.staff(username);
  known.set(username, person);
  return person;
}

export const clerkOf = (app: TestApp, commissionId = 'nansha'): Person =>
  staffOf(app, `clerk.${commissionId}`);

export async function accepted(app: TestApp, overrides: Partial<Matter> = {}): Promise<AcceptedCase> {
  const base = await filed(app, overrides);
  const clerk = clerkOf(app, base.matter.commissionId);
  const { number } = await acts.accept(clerk, base.caseId);
  return { ...base, clerk, number: number ?? '' };
}

export interface JoinedCase extends AcceptedCase {
  respondent: Person;
}

export async function joined(app: TestApp, overrides: Partial<Matter> = {}): Promise<JoinedCase> {
  const base = await accepted(app, overrides);
  await app.settled();
  const respondent = app.party(base.matter.respondents[0]?.phone ?? '');
  await acts.join(respondent, await acts.joinCode(base.clerk, base.caseId), {
    name: '吴国强',
    capacity: 'legal-representative',
    consentsToElectronic: true,
    consentsToOnlineHearing: true,
  });
  return { ...base, respondent };
}

export async function answered(app: TestApp, overrides: Partial<Matter> = {}): Promise<JoinedCase> {
  const base = await joined(app, overrides);
  await acts.answer(base.respondent, base.caseId, {
    positions: [
      { stance: 'partly', admitted: 300_000, reasons: '确认拖欠部分工资，其余已以现金支付。' },
      { stance: 'denied', reasons: '申请人自行离职，公司未作出解除决定。' },
    ],
    statement: '被申请人不同意申请人的全部仲裁请求。',
    signedBy: '吴国强',
  });
  return base;
}
