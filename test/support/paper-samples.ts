import { mainCatalogue, subCatalogue } from '../../src/modules/archives/catalogue.paper';
import { localDate as d } from '../../src/kernel/local-date';
import { award, type AwardFacts } from '../../src/modules/awards/award.paper';
import { acceptanceNotice } from '../../src/modules/cases/papers/acceptance-notice';
import { answer } from '../../src/modules/cases/papers/answer';
import { application } from '../../src/modules/cases/papers/application';
import { correctionNotice } from '../../src/modules/cases/papers/correction-notice';
import type { EvidenceRow } from '../../src/modules/cases/papers/evidence-table';
import { oralApplicationRecord } from '../../src/modules/cases/papers/oral-application-record';
import { receipt } from '../../src/modules/cases/papers/receipt';
import { referralExplanation } from '../../src/modules/cases/papers/referral-explanation';
import { refusalNotice } from '../../src/modules/cases/papers/refusal-notice';
import { responseNotice } from '../../src/modules/cases/papers/response-notice';
import { serviceReceipt } from '../../src/modules/cases/papers/service-receipt';
import { hearingNotice } from '../../src/modules/hearings/hearing-notice.paper';
import { hearingRecord } from '../../src/modules/hearings/hearing-record.paper';
import { mediationStatement } from '../../src/modules/mediation/settlement.paper';
import { compositionNotice } from '../../src/modules/tribunals/composition-notice.paper';
import type { ClaimFacts } from '../../src/platform/papers/claims';
import { loadPaperFonts } from '../../src/platform/papers/fonts';
import type { PaperContext, PaperDefinition } from '../../src/platform/papers/paper';
import type { PartyFacts } from '../../src/platform/papers/party-block';

/** One wage case, as papers: the same people and sums in all of them. Also what the benchmark prints. */
export interface PaperSample {
  readonly name: string;
  readonly definition: PaperDefinition<never>;
  readonly facts: unknown;
  readonly caseNumber: string | null;
  /** sealed by the commission, or handed in by a party */
  readonly isSealed: boolean;
  /** what a reader must find in it, white space aside */
  readonly mustSay: readonly string[];
}

export const CASE_NUMBER = '穗南劳人仲案〔2026〕128号';
const WORKER = '陈小兰';
const EMPLOYER = '广州南沙海韵餐饮管理有限公司';
const CAUSE = '追索劳动报酬、经济补偿';
const CONTACT = '广州市南沙区凤凰大道1号仲裁院立案窗口，电话020-39050000。';

/** A handwritten-looking stroke, 96 × 40, transparent ground. */
export const SIGNATURE_PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAGAAAAAoCAYAAAABk/85AAABKklEQVR42u3aQRaDMAgEUK7QXY/X+1+C7vte2xCZAeIsWGoiH6Ni7PF8maIulAQBCEAhAAEoDgTwj1DCiQAugH4ADhpDAIvJdy1vfABEsvykJY4BYAMBaKjTANB3F315YyQ/86JOuLtKAIwE4KCXBxfA74R0x20H4M3OvQqwO87XY1jJz6jUf8deQYjg7oxzSwAHzj0yjncFyE6QISo0eU5WDYC+WMuu0ITjKADoCy5LUOKyGHoLQifIL1R1dmFkAfhkAMRzI61Kkd8+VQARhIkfcMvnrnqoRhDKk7QJPAKgokoZXdp0AHSXk93pRM49dN6rHUJkK5jVakb9R0gBMCJA2yQhd4J03HLC/JmPnvvYnXHIHnyrn/naHCUAASgEIACFAASgEMD94g3Enx5++MsrOgAAAABJRU5ErkJggg==';

export function paperContext(over: Partial<PaperContext> = {}): PaperContext {
  return {
    commission: {
      name: '广州市南沙区劳动人事争议仲裁委员会',
      shortName: '南沙区仲裁委',
      sealName: '广州市南沙区劳动人事争议仲裁委员会',
    },
    caseNumber: CASE_NUMBER,
    issuedAt: new Date('2026-11-23T08:30:00Z'),
    issuedOn: d('2026-11-23'),
    verification: {
      code: '7K3Q-9TXM-H2WD',
      url: 'https://zc.example.gov.cn/verify/7K3Q-9TXM-H2WD',
    },
    isDemo: false,
    fonts: loadPaperFonts(),
    ...over,
  };
}

export const claimant: PartyFacts = {
  kind: 'person',
  role: 'claimant',
  name: WORKER,
  sex: 'female',
  birthDate: d('1991-03-08'),
  document: { kind: 'resident-id', number: '440105199103081226' },
  address: '广东省广州市南沙区黄阁镇麒麟新城3栋1204房',
  agents: [],
};

export const respondent: PartyFacts = {
  kind: 'organisation',
  role: 'respondent',
  name: EMPLOYER,
  uscc: '91440115MA5CXH1T2K',
  address: '广州市南沙区南沙街进港大道12号',
  head: { kind: 'legal-representative', name: '何志强', post: '总经理' },
  agents: [{ name: '李明', description: '广东湾区律师事务所律师' }],
};

const claims: readonly ClaimFacts[] = [
  { what: '工资', from: d('2026-07-01'), to: d('2026-08-31'), amount: 1_360_000, text: null },
  { what: '休息日加班工资', from: d('2025-03-01'), to: d('2026-08-31'), amount: 2_456_032, text: null },
  {
    what: '未订立书面劳动合同二倍工资差额',
    from: d('2025-04-01'),
    to: d('2026-02-28'),
    amount: 7_480_000,
    text: null,
  },
  { what: '2026年度未休年休假工资', from: null, to: null, amount: 312_644, text: null },
  { what: '解除劳动合同经济补偿', from: null, to: null, amount: 1_020_000, text: null },
];

const evidence: readonly EvidenceRow[] = [
  {
    name: '微信聊天记录（与门店经理）',
    type: '电子数据',
    source: '申请人手机',
    purpose: '证明入职时间、岗位、约定工资标准及催讨工资的经过',
    hasOriginal: true,
    pages: 18,
  },
  {
    name: '银行流水',
    type: '书证',
    source: '中国工商银行',
    purpose: '证明月工资为6,800元，2026年7月起停发',
    hasOriginal: true,
    pages: 6,
  },
  {
    name: '排班表（2025年3月至2026年8月）',
    type: '书证',
    source: '门店张贴',
    purpose: '证明申请人每周工作六天，休息日加班六十八天',
    hasOriginal: false,
    pages: 18,
  },
  {
    name: '解除劳动合同通知书及邮寄凭证',
    type: '书证',
    source: '申请人',
    purpose: '证明申请人以未及时足额支付劳动报酬为由解除劳动合同',
    hasOriginal: true,
    pages: 3,
  },
];

export const sampleAward: AwardFacts = {
  finality: 'final',
  companion: `${CASE_NUMBER}之二`,
  parties: [claimant, respondent],
  cause: CAUSE,
  procedure: {
    acceptedOn: d('2026-09-28'),
    composition: 'sole',
    hearings: [{ on: d('2026-10-28'), mode: 'online' }],
    attended: [`申请人${WORKER}`, `被申请人${EMPLOYER}的委托代理人李明`],
    absent: [],
    remarks: [],
  },
  claims,
  claimantCase: [
    '申请人于2025年3月1日入职被申请人处，任厨房主管，约定月工资6,800元，双方未订立书面劳动合同。申请人每周工作六天，被申请人从未支付休息日加班工资，亦未安排申请人休年休假。',
    '2026年7月起被申请人以经营困难为由停发工资。申请人多次催讨未果，于2026年8月31日以被申请人未及时足额支付劳动报酬为由书面通知解除劳动合同。',
  ],
  answer: {
    paragraphs: [
      '对拖欠2026年7月、8月工资的事实无异议，但因经营困难请求分期支付。申请人实行综合计算工时，不存在休息日加班。双方于2025年3月订立了电子劳动合同，不应支付二倍工资。',
    ],
    limitation: ['被申请人对第2项（休息日加班工资）仲裁请求明确提出仲裁时效抗辩。'],
    silent: [],
  },
  evidence: [
    '申请人提交微信聊天记录、银行流水、排班表、解除劳动合同通知书及邮寄凭证等证据。被申请人对微信聊天记录、银行流水的真实性予以确认，对排班表不予确认；被申请人未提交考勤记录及电子劳动合同原始数据。',
  ],
  findings: [
    '申请人于2025年3月1日入职被申请人处任厨房主管，月工资6,800元，工资由被申请人通过“中国工商银行广州南沙支行”账户于次月15日发放。被申请人未支付申请人2026年7月1日至2026年8月31日期间的工资。',
    '申请人提交的排班表载有被申请人门店经理的签名，显示申请人自2025年3月1日起每周六上班八小时，累计休息日加班六十八天。被申请人未举证证明其实行综合计算工时工作制已经人力资源和社会保障行政部门审批。',
  ],
  reasons: [
    {
      issue: '关于拖欠的工资',
      paragraphs: [
        '被申请人确认未支付申请人2026年7月、8月工资。根据《中华人民共和国劳动合同法》第三十条第一款的规定，用人单位应当按照劳动合同约定和国家规定，向劳动者及时足额支付劳动报酬。经营困难不是用人单位拒付工资的法定理由，本委对申请人的该项请求予以支持。',
      ],
    },
    {
      issue: '关于休息日加班工资',
      paragraphs: [
        '根据《中华人民共和国劳动争议调解仲裁法》第六条、《劳动人事争议仲裁办案规则》第十三条的规定，与争议事项有关的证据属于用人单位掌握管理的，用人单位应当提供；用人单位不提供的，应当承担不利后果。被申请人未提供考勤记录，本委采信申请人提交的排班表，核算休息日加班工资为6,800元÷21.75天×68天×200%＝42,519.54元。申请人仅主张24,560.32元，系对自身权利的处分，本委予以支持。',
      ],
    },
    {
      issue: '关于经济补偿',
      paragraphs: [
        '申请人以被申请人未及时足额支付劳动报酬为由解除劳动合同，符合《中华人民共和国劳动合同法》第三十八条第一款第（二）项、第四十六条第（一）项的规定，被申请人应当支付经济补偿6,800元×1.5个月＝10,200元。',
      ],
    },
  ],
  basis: [
    '《中华人民共和国劳动合同法》第三十条第一款、第三十八条第一款第（二）项、第四十六条第（一）项、第四十七条',
    '《中华人民共和国劳动法》第四十四条第（二）项',
    '《中华人民共和国劳动争议调解仲裁法》第六条、第四十七条',
    '《劳动人事争议仲裁办案规则》第十三条、第五十条',
  ],
  items: [
    {
      kind: 'payment',
      payers: [EMPLOYER],
      liability: null,
      payee: WORKER,
      what: '工资',
      from: d('2026-07-01'),
      to: d('2026-08-31'),
      amount: 1_360_000,
      within: { days: 5, from: 'effect' },
    },
    {
      kind: 'payment',
      payers: [EMPLOYER],
      liability: null,
      payee: WORKER,
      what: '休息日加班工资',
      from: d('2025-03-01'),
      to: d('2026-08-31'),
      amount: 2_456_032,
      within: { days: 5, from: 'effect' },
    },
    {
      kind: 'payment',
      payers: [EMPLOYER],
      liability: null,
      payee: WORKER,
      what: '解除劳动合同经济补偿',
      from: null,
      to: null,
      amount: 1_020_000,
      within: { days: 5, from: 'effect' },
    },
  ],
  dismissesOtherClaims: false,
  rights: { kind: 'final', setAsideCourt: '广州市中级人民法院' },
  tribunal: [{ capacity: 'sole', name: '林慧敏', signature: null }],
  recorder: '周婷',
  decidedOn: d('2026-11-09'),
};

/** The non-final half of the same case: a panel, and the respondent stayed away. */
export const sampleNonFinalAward: AwardFacts = {
  ...sampleAward,
  finality: 'non-final',
  companion: `${CASE_NUMBER}之一`,
  procedure: {
    ...sampleAward.procedure,
    composition: 'panel',
    hearings: [
      { on: d('2026-10-28'), mode: 'online' },
      { on: d('2026-11-03'), mode: 'on-site' },
    ],
    attended: [`申请人${WORKER}`],
    absent: [{ role: 'respondent', name: EMPLOYER, hasLeft: false }],
    remarks: ['经本委主任批准，本案延期审理十五日。'],
  },
  answer: { paragraphs: [], limitation: [], silent: ['被申请人在法定期限内未提交答辩书。'] },
  items: [
    {
      kind: 'payment',
      payers: [EMPLOYER],
      liability: null,
      payee: WORKER,
      what: '未订立书面劳动合同二倍工资差额',
      from: d('2025-09-28'),
      to: d('2026-02-28'),
      amount: 3_432_187,
      within: { days: 7, from: 'effect' },
    },
    { kind: 'order', text: '被申请人应当为申请人出具解除劳动合同的证明' },
  ],
  dismissesOtherClaims: true,
  rights: { kind: 'non-final' },
  tribunal: [
    { capacity: 'presiding', name: '林慧敏', signature: null },
    { capacity: 'member', name: '欧阳国栋', signature: null },
    { capacity: 'member', name: '黎嘉豪', signature: null },
  ],
};

/** Forty claims, long reasons: more than twenty pages. */
export function longAward(count = 40): AwardFacts {
  const many = Array.from({ length: count }, (_, i) => ({
    ...(claims[i % claims.length] as ClaimFacts),
    amount: 123_456 + i * 7_891,
  }));
  return {
    ...sampleAward,
    companion: null,
    claims: many,
    reasons: many.map((claim, i) => ({
      issue: `关于第${i + 1}项仲裁请求`,
      paragraphs: [
        `申请人请求被申请人支付${claim.what}。${sampleAward.reasons[i % sampleAward.reasons.length]?.paragraphs[0] ?? ''}`,
      ],
    })),
    items: many.map((claim) => ({
      kind: 'payment' as const,
      payers: [EMPLOYER],
      liability: null,
      payee: WORKER,
      what: claim.what,
      from: claim.from,
      to: claim.to,
      amount: claim.amount,
      within: { days: 5, from: 'effect' as const },
    })),
  };
}

function sample<Facts>(
  name: string,
  definition: PaperDefinition<Facts>,
  facts: Facts,
  mustSay: readonly string[],
  options: { isSealed?: boolean; caseNumber?: string | null } = {},
): PaperSample {
  const { isSealed = true, caseNumber = CASE_NUMBER } = options;
  return { name, definition: definition, facts, caseNumber, isSealed, mustSay };
}

export const PAPER_SAMPLES: readonly PaperSample[] = [
  sample(
    'mediation-statement',
    mediationStatement,
    {
      parties: [claimant, respondent],
      cause: CAUSE,
      acceptedOn: d('2026-09-28'),
      heardOn: [d('2026-10-20')],
      isThroughTribunal: true,
      claims: [
        {
          ordinal: 1,
          claim: { what: '工资', from: d('2026-06-01'), to: d('2026-08-31'), amount: 1_800_000, text: null },
        },
        { ordinal: 2, claim: { what: '经济补偿', from: null, to: null, amount: 2_400_000, text: null } },
        {
          ordinal: 3,
          claim: { what: '离职证明', from: null, to: null, amount: null, text: '出具解除劳动合同的证明' },
        },
        { ordinal: 4, claim: { what: '加班工资', from: null, to: null, amount: 500_000, text: null } },
        { ordinal: 5, claim: { what: '年休假工资', from: null, to: null, amount: 300_000, text: null } },
      ],
      payments: [
        {
          payer: { role: 'respondent', name: EMPLOYER },
          payee: { role: 'claimant', name: WORKER },
          ordinals: [1, 2],
          amount: 2_000_000,
          dueOn: d('2026-11-30'),
        },
        {
          payer: { role: 'respondent', name: EMPLOYER },
          payee: { role: 'claimant', name: WORKER },
          ordinals: [1, 2],
          amount: 1_500_000,
          dueOn: d('2026-12-31'),
        },
      ],
      acts: [{ ordinal: 3, text: '被申请人向申请人出具解除劳动合同的证明。', dueOn: d('2026-11-15') }],
      dropped: [4],
      other: ['上述款项汇入申请人的工资账户。'],
      left: [5],
      arbitrator: { name: '林慧敏', signature: SIGNATURE_PNG },
      recorder: '周婷',
      statedOn: d('2026-11-09'),
    },
    [
      '仲裁调解书',
      '经仲裁庭主持调解，双方当事人自愿达成协议',
      '支付人民币20,000.00元（大写：贰万元整），用于了结第1、2项仲裁请求',
      '第3项仲裁请求：被申请人向申请人出具解除劳动合同的证明，于2026年11月15日前（含当日）履行完毕',
      '申请人放弃第4项仲裁请求',
      '先行出具调解书；第5项仲裁请求，本委继续处理',
      '经双方当事人签收后，发生法律效力',
      '仲裁员：林慧敏',
      '书记员：周婷',
    ],
  ),
  sample(
    'application',
    application,
    {
      claimant: {
        name: WORKER,
        sex: 'female',
        birthDate: d('1991-03-08'),
        document: { kind: 'resident-id', number: '440105199103081226' },
        address: '广东省广州市南沙区黄阁镇麒麟新城3栋1204房',
        mailingAddress: '广东省广州市南沙区黄阁镇麒麟新城3栋1204房',
        phone: '13800138000',
        email: null,
      },
      respondents: [
        {
          kind: 'company',
          name: EMPLOYER,
          uscc: '91440115MA5CXH1T2K',
          isUnlicensed: false,
          address: '广州市南沙区南沙街进港大道12号',
          mailingAddress: '广州市南沙区南沙街进港大道12号三楼人事部',
          phone: '020-84981234',
          head: { kind: 'legal-representative', name: '何志强', post: '总经理' },
        },
      ],
      employment: [
        { label: '入职时间', value: '2025年3月1日' },
        { label: '岗位、工作地点', value: '厨房主管；广州市南沙区万达广场负一层' },
        { label: '劳动合同', value: '未订立书面劳动合同' },
        { label: '月工资', value: '6,800.00元（工资发放至2026年6月30日）' },
        { label: '解除时间及原因', value: '2026年8月31日，因未及时足额支付劳动报酬由劳动者提出解除' },
      ],
      claims: claims.map((claim, i) => ({
        ...claim,
        working:
          i === 1
            ? [
                '日工资：6,800.00元÷21.75天＝312.64元',
                '休息日加班68天×312.64元×200%＝42,519.54元',
                '依据：《中华人民共和国劳动法》第四十四条第（二）项',
              ]
            : i === 4
              ? [
                  '工作年限：2025年3月1日至2026年8月31日，按1.5个月计算',
                  '6,800.00元×1.5个月＝10,200.00元',
                  '依据：《中华人民共和国劳动合同法》第四十七条',
                ]
              : [],
        computed: i === 1 ? 4_251_954 : i === 4 ? 1_020_000 : null,
      })),
      statement:
        '2025年3月1日，我入职广州南沙海韵餐饮管理有限公司，在万达广场店任厨房主管，每月工资6,800元，公司一直没有和我签订书面劳动合同。\n每周我要上六天班，星期六上班从来没有加班费，也没有安排过年休假。2026年7月开始公司说经营困难，不再发工资。我多次找门店经理和公司人事，都没有结果。2026年8月31日，我以公司拖欠工资为由寄出解除劳动合同通知书。',
      evidence,
      witnesses: [{ name: '吴秀英', address: '广州市南沙区黄阁镇莲溪村二巷6号' }],
      service: {
        receiver: WORKER,
        address: '广东省广州市南沙区黄阁镇麒麟新城3栋1204房',
        phone: '13800138000',
        email: null,
        consentsToElectronic: true,
        consentsToOnlineHearing: true,
      },
      signature: { name: WORKER, image: SIGNATURE_PNG, signedOn: d('2026-09-21') },
    },
    [
      '劳动人事争议仲裁申请书',
      '440105199103081226',
      '24,560.32',
      '合计',
      '壹拾贰万陆仟贰佰捌拾陆元柒角陆分',
      '申请人请求24,560.32元',
      '吴秀英',
    ],
    { isSealed: false, caseNumber: null },
  ),
  sample(
    'receipt',
    receipt,
    {
      number: '穗南劳人仲收〔2026〕0317号',
      submitter: { name: WORKER, isOrganisation: false },
      purpose: `对${EMPLOYER}提出劳动争议仲裁申请`,
      materials: [
        { name: '仲裁申请书', copies: 2, pages: 4, form: 'electronic' },
        ...evidence.map(({ name, pages, hasOriginal }) => ({
          name,
          copies: 1,
          pages,
          form: hasOriginal ? ('electronic' as const) : ('copy' as const),
        })),
      ],
      receivedAt: '2026-09-21T12:05:09Z',
      channel: 'online',
      receiver: null,
      next: ['本委将在收到仲裁申请之日起五个工作日内（2026年9月28日前）审查并决定是否受理，届时书面通知你。'],
    },
    ['收件回执', '2026年9月21日20时05分09秒', '微信聊天记录（与门店经理）', '第二十九条'],
    { caseNumber: null },
  ),
  sample(
    'receipt-counter',
    receipt,
    {
      number: '穗南劳人仲收〔2026〕0318号',
      submitter: { name: WORKER, isOrganisation: false },
      purpose: `对${EMPLOYER}提出劳动争议仲裁申请`,
      materials: [
        { name: '仲裁申请书', copies: 2, pages: 4, form: 'electronic' },
        { name: '口头申请笔录', copies: 1, pages: null, form: 'original' },
      ],
      receivedAt: '2026-09-21T02:05:09Z',
      channel: 'window',
      receiver: '陈立群',
      join: { code: 'ABCD2345', url: 'https://arbitration.example/take-over/ABCD2345' },
      next: ['本委将在收到仲裁申请之日起五个工作日内审查并决定是否受理，届时书面通知你。'],
    },
    ['收件回执', '窗口当面提交', '陈立群', 'ABCD2345', '按你确认的送达地址送达'],
    { caseNumber: null },
  ),
  sample(
    'oral-application-record',
    oralApplicationRecord,
    {
      takenAt: '2026-09-21T02:05:09Z',
      place: '广州市南沙区劳动人事争议仲裁委员会（广州市南沙区进港大道466号）',
      takenBy: '陈立群',
      claimant: {
        name: WORKER,
        sex: 'female',
        document: { kind: 'resident-id', number: '440106199003070024' },
        address: '广州市南沙区进港大道1号802房',
        phone: null,
      },
      respondents: [EMPLOYER],
      text: '我不会写字，请窗口记一下。\n公司欠我两个月工资，一月底老板口头叫我走。',
      confirmedBy: 'fingerprint',
      hasSheet: true,
      signature: { name: WORKER, image: null, signedOn: d('2026-09-21') },
    },
    ['口头申请笔录', '第二十八条第三款', '第二十九条第三款', '公司欠我两个月工资', '捺印', '陈立群'],
    { isSealed: false, caseNumber: null },
  ),
  sample(
    'correction-notice',
    correctionNotice,
    {
      addressee: WORKER,
      respondents: [EMPLOYER],
      receivedOn: d('2026-09-21'),
      defects: [
        {
          item: '被申请人名称',
          defect: '申请书所写“海韵餐饮”与统一社会信用代码对应的登记名称不一致',
          remedy: '按营业执照登记的全称填写',
        },
        { item: '仲裁请求第2项', defect: '未写明加班工资的起止时间', remedy: '写明请求的起止日期和计算方法' },
      ],
      dueOn: d('2026-10-12'),
      howToCorrect: '你可以登录云仲裁平台在原申请中修改后重新提交，也可以到本委立案窗口提交。',
    },
    ['补正通知书', '一次性告知', '第四十六条第（二）项', '2026年10月12日'],
    { caseNumber: null },
  ),
  sample(
    'acceptance-notice',
    acceptanceNotice,
    {
      claimant: WORKER,
      respondents: [EMPLOYER],
      cause: CAUSE,
      receivedOn: d('2026-09-21'),
      acceptedOn: d('2026-09-28'),
      evidenceUntil: d('2026-10-20'),
      materialsWanted: ['2025年3月至2026年6月工资发放银行流水原件', '身份证原件（开庭时核对）'],
      hearing: null,
      contact: CONTACT,
      platformUrl: 'https://zc.example.gov.cn',
    },
    ['受理通知书', CASE_NUMBER, '第三十条', '2026年10月20日', '按撤回仲裁申请处理'],
  ),
  sample(
    'refusal-notice',
    refusalNotice,
    {
      claimant: '黄志明',
      respondents: ['佛山市顺德区嘉禾家庭服务部'],
      receivedOn: d('2026-09-21'),
      claims: ['补缴2024年1月至2026年6月的住房公积金', '支付家庭雇佣服务费8,000元'],
      grounds: [
        {
          basis: '《劳动人事争议仲裁办案规则》第三十条第（一）项',
          reason: '你请求补缴住房公积金的争议，不属于劳动人事争议仲裁的受理范围',
        },
        {
          basis: '《劳动人事争议仲裁办案规则》第三十条第（一）项',
          reason: '你与雇主家庭之间的家庭服务关系不是劳动关系，不属于该规则第二条规定的争议范围',
        },
      ],
    },
    ['不予受理通知书', '不予受理', '基层人民法院提起诉讼', '第三十一条'],
    { caseNumber: '穗南劳人仲不〔2026〕17号' },
  ),
  sample(
    'referral-explanation',
    referralExplanation,
    {
      claimant: '梁伟强',
      respondents: ['佛山市顺德区宏达五金制品有限公司'],
      receivedOn: d('2026-09-21'),
      reason: '你的实际工作场所地和被申请人的住所地均在佛山市顺德区，不在本委管辖区域内',
      competent: {
        name: '佛山市顺德区劳动人事争议仲裁委员会',
        address: '佛山市顺德区大良街道德民路',
        phone: '0757-22830000',
      },
      transferHint: '你可以登录云仲裁平台，将已填写的申请书转交上述仲裁委员会，无须重新填写。',
    },
    ['管辖告知书', '第三十一条', '佛山市顺德区劳动人事争议仲裁委员会'],
    { caseNumber: null },
  ),
  sample(
    'response-notice',
    responseNotice,
    {
      respondent: EMPLOYER,
      isOrganisation: true,
      others: ['广州市另一家有限公司'],
      claimant: WORKER,
      cause: CAUSE,
      acceptedOn: d('2026-09-28'),
      claims,
      answerDays: 10,
      evidenceUntil: d('2026-10-20'),
      enclosures: ['仲裁申请书副本一份', '申请人证据材料四项'],
      join: {
        code: 'HY8K-42QX',
        url: 'https://zc.example.gov.cn/join/HY8K-42QX',
        validUntil: d('2026-12-31'),
      },
      contact: CONTACT,
    },
    [
      '应诉通知书',
      '与你单位、被申请人广州市另一家有限公司因',
      '十个工作日',
      '仲裁时效抗辩',
      'HY8K-42QX',
      '缺席裁决',
    ],
  ),
  sample(
    'answer',
    answer,
    {
      parties: [
        { ...respondent, agents: [] },
        { ...claimant, document: null, birthDate: null },
      ],
      cause: CAUSE,
      replies: [
        {
          claim: claims[0] as ClaimFacts,
          position: 'admitted',
          admitted: null,
          reasons: '拖欠属实，因经营困难请求分三期支付。',
        },
        {
          claim: claims[1] as ClaimFacts,
          position: 'denied',
          admitted: null,
          reasons: '申请人实行综合计算工时，周六上班已安排平日补休。',
        },
        {
          claim: claims[3] as ClaimFacts,
          position: 'partly',
          admitted: 156_322,
          reasons: '申请人已休年休假二天。',
        },
      ],
      limitation: {
        isPleaded: true,
        grounds: '申请人请求2025年9月21日之前的二倍工资差额，已超过一年的仲裁时效期间。',
      },
      statement: '申请人于2025年3月1日入职，双方通过电子签约平台订立了劳动合同。',
      evidence: evidence.slice(1, 2),
      signature: { name: EMPLOYER, image: null, signedOn: d('2026-10-12') },
    },
    ['劳动人事争议仲裁答辩书', '部分承认（承认1,563.22元）', '明确提出仲裁时效抗辩'],
    { isSealed: false },
  ),
  sample(
    'service-receipt-electronic',
    serviceReceipt,
    {
      number: '穗南劳人仲送〔2026〕0582号',
      recipient: { role: 'respondent', name: EMPLOYER },
      papers: [
        {
          title: '应诉通知书',
          number: CASE_NUMBER,
          sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        },
        {
          title: '仲裁申请书副本',
          number: null,
          sha256: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
        },
      ],
      service: {
        kind: 'electronic',
        channel: '云仲裁平台账户，并以短信提示',
        address: '平台账户（何**，138****8000）',
        consent: '受送达人于2026年9月30日在线签署送达地址确认书，同意电子送达',
        sentAt: '2026-09-30T02:00:03Z',
        arrivedAt: '2026-09-30T02:00:04Z',
        readAt: '2026-09-30T06:41:27Z',
        confirmedAt: '2026-09-30T06:42:10Z',
      },
      servedOn: d('2026-09-30'),
      remarks: [],
    },
    ['电子送达凭证', '2026年9月30日10时00分04秒', '9f86d081884c7d65', '送达日期'],
  ),
  sample(
    'service-receipt-physical',
    serviceReceipt,
    {
      number: null,
      recipient: { role: 'respondent', name: EMPLOYER },
      papers: [{ title: '仲裁裁决书', number: `${CASE_NUMBER}之一`, sha256: null }],
      service: {
        kind: 'physical',
        method: 'left',
        place: '广州市南沙区南沙街进港大道12号',
        waybill: null,
        at: '2026-11-10T02:30:00Z',
        receivedBy: null,
        refusal: '前台人员拒绝签收，已拍照、录像',
        witnesses: ['黄丽'],
        servers: ['周婷', '谢军'],
      },
      servedOn: d('2026-11-13'),
      remarks: ['留置送达过程有录像附卷。'],
    },
    ['送达回证', '留置送达', '拒绝签收', '2026年11月13日'],
  ),
  sample(
    'composition-notice',
    compositionNotice,
    {
      addressee: { name: EMPLOYER, isOrganisation: true },
      claimant: WORKER,
      respondents: [EMPLOYER],
      cause: CAUSE,
      constitutedOn: d('2026-09-30'),
      tribunal: [{ capacity: 'sole', name: '林慧敏' }],
      recorder: '周婷',
      simpleProcedure: '事实清楚、权利义务关系明确、争议不大',
      contact: CONTACT,
    },
    ['组庭通知书', '由仲裁员林慧敏独任审理', '请客送礼', '第五十六条'],
  ),
  sample(
    'hearing-notice',
    hearingNotice,
    {
      addressee: { name: WORKER, role: 'claimant', isOrganisation: false },
      claimant: WORKER,
      respondents: [EMPLOYER],
      cause: CAUSE,
      on: d('2026-10-28'),
      weekday: '星期三',
      startsAt: '09:30',
      isPublic: true,
      venue: {
        kind: 'online',
        room: '第一网上仲裁庭',
        url: 'https://zc.example.gov.cn/hearings/h1',
        opensAt: '09:10',
      },
      tribunal: [{ capacity: 'sole', name: '林慧敏' }],
      recorder: '周婷',
      postponeUntil: d('2026-10-23'),
      isNoticeWaived: false,
      contact: CONTACT,
    },
    ['开庭通知书', '2026年10月28日（星期三）9时30分', '重新申请仲裁的，本委不予受理', '不按拒不到庭'],
  ),
  sample(
    'hearing-notice-waived',
    hearingNotice,
    {
      addressee: { name: WORKER, role: 'claimant', isOrganisation: false },
      claimant: WORKER,
      respondents: [EMPLOYER],
      cause: CAUSE,
      on: d('2026-10-28'),
      weekday: '星期三',
      startsAt: '09:30',
      isPublic: true,
      venue: {
        kind: 'online',
        room: '第一网上仲裁庭',
        url: 'https://zc.example.gov.cn/hearings/h1',
        opensAt: '09:10',
      },
      tribunal: [{ capacity: 'sole', name: '林慧敏' }],
      recorder: '周婷',
      postponeUntil: null,
      isNoticeWaived: true,
      contact: CONTACT,
    },
    ['双方当事人已书面同意不受开庭五日前通知期限的限制', '可以在开庭前向本委提出书面请求'],
  ),
  sample(
    'hearing-record',
    hearingRecord,
    {
      cause: CAUSE,
      on: d('2026-10-28'),
      session: 1,
      startedAt: '2026-10-28T01:32:00Z',
      endedAt: '2026-10-28T03:48:00Z',
      venue: { kind: 'online', name: '第一网上仲裁庭' },
      isPublic: true,
      tribunal: [{ capacity: 'sole', name: '林慧敏' }],
      recorder: '周婷',
      attendance: [
        { role: 'claimant', party: WORKER, person: WORKER, capacity: '本人', identity: '已核对居民身份证' },
        {
          role: 'respondent',
          party: EMPLOYER,
          person: '李明',
          capacity: '委托代理人（特别授权）',
          identity: '已核对律师执业证',
        },
      ],
      stages: [
        {
          title: '庭前准备',
          entries: [
            {
              speaker: '记录人员',
              text: '现在查明当事人和其他仲裁参与人到庭情况，宣布仲裁庭纪律。（宣读略）',
            },
            {
              speaker: '仲裁员',
              text: '现在开庭。本委受理的申请人陈小兰与被申请人广州南沙海韵餐饮管理有限公司劳动争议一案，今天依法公开在线开庭审理。本案由林慧敏独任审理，周婷担任记录人员。双方当事人对本庭组成人员是否申请回避？',
            },
            { speaker: '申请人', text: '不申请回避。' },
            { speaker: '被申请人委托代理人', text: '不申请回避。' },
          ],
        },
        {
          title: '仲裁请求与答辩',
          entries: [
            {
              speaker: '申请人',
              text: '请求与申请书一致，没有变更。我2025年3月1日入职，任厨房主管，月工资6,800元，一直没有签合同，每周上六天班，周六没有加班费。2026年7月开始没有发工资。',
            },
            {
              speaker: '被申请人委托代理人',
              text: '欠薪属实，愿意分期支付。加班费、二倍工资不同意。对2025年9月21日之前的二倍工资差额提出仲裁时效抗辩。',
            },
            ...Array.from({ length: 12 }, (_, i) => [
              {
                speaker: '仲裁员',
                text: `第${i + 1}个问题：排班表由谁制作、由谁保管，公司是否另有考勤记录？`,
              },
              {
                speaker: i % 2 === 0 ? '申请人' : '被申请人委托代理人',
                text: '排班表由门店经理制作，每月月底贴在厨房门口，员工签名确认。公司有没有另外的考勤记录，需要庭后核实，三日内书面答复仲裁庭。',
              },
            ]).flat(),
            { speaker: null, text: '10时41分，申请人网络中断，仲裁员宣布休庭三分钟；10时44分恢复' },
          ],
        },
      ],
      interruptions: [
        { at: '2026-10-28T02:41:00Z', who: '申请人陈小兰', note: '网络中断约三分钟，恢复后继续庭审。' },
      ],
      corrections: [
        {
          by: '申请人',
          original: '每周五加班。',
          request: '第2项补正为“每周六加班。”；理由：听错',
          isMade: true,
        },
      ],
      signatures: [
        { role: '仲裁员', name: '林慧敏', state: 'confirmed', at: '2026-10-28T03:55:00Z', note: null },
        { role: '记录人员', name: '周婷', state: 'confirmed', at: '2026-10-28T03:52:00Z', note: null },
        { role: '申请人', name: WORKER, state: 'confirmed', at: '2026-10-28T03:53:10Z', note: null },
        {
          role: '被申请人委托代理人',
          name: '李明',
          state: 'refused',
          at: null,
          note: '称需向公司核实，拒绝签名，记明附卷',
        },
      ],
    },
    ['庭审笔录', '9时32分', '网络中断约三分钟', '拒绝签名', '已补正'],
    { isSealed: false },
  ),
  sample(
    'award-final',
    award,
    sampleAward,
    [
      '终局裁决',
      '穗南劳人仲案〔2026〕128号之一',
      '贰万肆仟伍佰陆拾元叁角贰分',
      '二〇二六年十一月九日',
      '广州市中级人民法院',
      '书记员：周婷',
      '本件与原本核对无异',
    ],
    { caseNumber: `${CASE_NUMBER}之一` },
  ),
  sample(
    'award-non-final',
    award,
    sampleNonFinalAward,
    [
      '非终局裁决',
      '之二',
      '驳回申请人的其他仲裁请求',
      '首席仲裁员：林慧敏',
      '缺席审理和裁决',
      '期满不起诉的，本裁决书发生法律效力',
    ],
    { caseNumber: `${CASE_NUMBER}之二` },
  ),
  sample(
    'main-catalogue',
    mainCatalogue,
    {
      claimants: WORKER,
      respondents: EMPLOYER,
      receivedOn: d('2026-09-25'),
      closedBy: '裁决',
      archivedOn: d('2026-12-01'),
      keptUntil: d('2036-12-01'),
      archivedBy: '周婷',
      revision: 2,
      entries: [
        { ordinal: 1, title: '仲裁申请书', on: d('2026-09-25'), digest: '9f86d081884c7d65' },
        { ordinal: 2, title: `${WORKER}证据1：工资流水`, on: d('2026-09-25'), digest: '60303ae22b998861' },
        { ordinal: 3, title: '仲裁裁决书', on: d('2026-11-09'), digest: 'fd61a03af4f77d87' },
      ],
    },
    ['卷内目录', '正卷', '2036年12月1日以后', '仲裁裁决书', 'fd61a03af4f77d87', '第2次归档', '结案方式'],
  ),
  sample(
    'sub-catalogue',
    subCatalogue,
    {
      claimants: WORKER,
      respondents: EMPLOYER,
      receivedOn: d('2026-09-25'),
      closedBy: '撤回仲裁申请',
      archivedOn: d('2026-12-01'),
      keptUntil: d('2031-12-01'),
      archivedBy: '周婷',
      revision: 1,
      entries: [{ ordinal: 1, title: '延期审理审批表', on: d('2026-10-25'), digest: '9f86d081884c7d65' }],
    },
    ['副卷', '2031年12月1日以后', '延期审理审批表'],
  ),
];
