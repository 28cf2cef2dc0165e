import { localDate as d } from '../../src/kernel/local-date';
import { extensionApproval, suspensionApproval } from '../../src/modules/motions/papers/approvals';
import {
  awardCorrection,
  deemedWithdrawalDecision,
  revocationDecision,
  terminationDecision,
  withdrawalDecision,
} from '../../src/modules/motions/papers/decisions';
import {
  evidenceExtensionNotice,
  extensionNotice,
  motionRefusal,
  outageExtensionNotice,
  postponementNotice,
  privateHearingNotice,
  resumptionNotice,
  suspensionNotice,
} from '../../src/modules/motions/papers/notices';
import { claimsAcceptance, claimsNotice, claimsWaiverNotice } from '../../src/modules/motions/papers/claims';
import {
  objectionDecision,
  transferLetter,
  transferNotice,
} from '../../src/modules/motions/papers/jurisdiction';
import { recusalDecision } from '../../src/modules/motions/papers/recusal';
import { REQUESTS } from '../../src/modules/motions/papers/request';
import type { PaperDefinition } from '../../src/platform/papers/paper';
import { CASE_NUMBER, claimant, respondent, type PaperSample } from './paper-samples';

function sample<Facts>(
  definition: PaperDefinition<Facts>,
  facts: Facts,
  mustSay: readonly string[],
  isSealed = true,
): PaperSample {
  return {
    name: definition.kind,
    definition: definition as PaperDefinition<never>,
    facts,
    caseNumber: CASE_NUMBER,
    isSealed,
    mustSay: [definition.title, ...mustSay],
  };
}

const line = {
  claimant: claimant.name,
  respondents: [respondent.name],
  cause: '追索劳动报酬、经济补偿',
  acceptedOn: d('2026-09-28'),
};
const notice = {
  ...line,
  addressees: [claimant.name, respondent.name],
  contact: '广州市南沙区劳动人事争议仲裁委员会，电话020-39050000',
};
const decision = {
  ...line,
  parties: [claimant, respondent],
  tribunal: { arbitrator: '林慧敏', recorder: '周婷' },
};
const approval = {
  ...line,
  asker: '林慧敏',
  askedOn: d('2026-10-30'),
  approver: '罗建邦',
  decidedOn: d('2026-11-02'),
};
const claims = {
  ...notice,
  filedOn: d('2026-10-21'),
  changes: [
    '第1项变更为：工资，2026年6月1日至2026年8月31日，24,000.00元（原为工资，2026年7月1日至2026年8月31日，16,000.00元）。',
    '放弃第3项：加班工资，2,000.00元。',
    '增加第4项：未休年休假工资，3,000.00元。',
  ],
  standing: [
    '第1项：工资，2026年6月1日至2026年8月31日，24,000.00元。',
    '第2项：解除劳动合同的经济补偿，16,000.00元。',
    '第4项：未休年休假工资，3,000.00元。',
  ],
};
const request = {
  ...line,
  commission: '广州市南沙区劳动人事争议仲裁委员会',
  party: claimant,
  rows: [],
  signedBy: claimant.name,
  signedOn: d('2026-10-21'),
};

export const MOTION_PAPER_SAMPLES: readonly PaperSample[] = [
  sample(
    withdrawalDecision,
    { ...decision, tribunal: null, filedOn: d('2026-10-21'), reason: '双方已经自行和解。' },
    [
      '第三十五条',
      '准予申请人陈小兰撤回仲裁申请',
      '再次申请仲裁的，仲裁委员会应当受理',
      '双方已经自行和解。',
    ],
  ),
  sample(
    deemedWithdrawalDecision,
    {
      ...decision,
      hearingOn: d('2026-10-28'),
      noticeServedOn: d('2026-10-12'),
      happened: 'did-not-come',
      found: '开庭时间已过三十分钟，申请人未到庭，电话无人接听，亦未说明理由。',
    },
    ['第三十六条第一款', '第三十九条', '2026年10月12日送达', '仲裁委员会不予受理'],
  ),
  sample(
    revocationDecision,
    {
      ...decision,
      tribunal: null,
      ground:
        '同一事实、理由和仲裁请求已经处理或者正在处理，不应当受理（《劳动人事争议仲裁办案规则》第三十四条）',
      found: '申请人已就同一争议向广州市南沙区人民法院提起诉讼，该院已经受理',
    },
    ['第三十二条', '撤销本案', '第三十四条'],
  ),
  sample(
    terminationDecision,
    {
      ...decision,
      tribunal: null,
      court: '广州市南沙区人民法院',
      courtNumber: '（2026）粤0115民初1234号',
      courtAcceptedOn: d('2026-11-20'),
      dueOn: d('2026-11-12'),
    },
    ['第四十八条', '本案终止审理', '（2026）粤0115民初1234号'],
  ),
  sample(
    awardCorrection,
    {
      ...decision,
      awardNumber: `${CASE_NUMBER}之一`,
      awardedOn: d('2026-11-09'),
      error: 'arithmetic',
      wrong: '合计24,560.32元',
      right: '合计24,650.32元',
      reason: '加班工资各月数额相加有误',
    },
    ['第五十四条', '计算错误', '补正为“合计24,650.32元”', '不改变仲裁庭已经作出的裁决'],
  ),
  sample(extensionNotice, { ...notice, days: 15, dueOn: d('2026-11-27') }, [
    '第四十五条',
    '延长十五日',
    '2026年11月27日',
  ]),
  sample(
    suspensionNotice,
    {
      ...notice,
      item: 6,
      ground: '需要等待工伤认定、伤残等级鉴定或者其他鉴定结论。',
      reason: '申请人已申请工伤认定，尚未作出结论',
      since: d('2026-10-20'),
    },
    ['第四十七条第一款第（六）项', '2026年10月20日起中止审理', '不计入仲裁期限'],
  ),
  sample(
    resumptionNotice,
    {
      ...notice,
      since: d('2026-10-20'),
      resumedOn: d('2026-11-05'),
      reason: '工伤认定决定书已经作出',
      dueOn: d('2026-11-28'),
    },
    ['第四十七条第二款', '2026年11月5日起恢复审理', '2026年11月28日'],
  ),
  sample(
    postponementNotice,
    {
      ...notice,
      asker: `申请人${claimant.name}`,
      hearingOn: d('2026-10-28'),
      reason: '住院手术',
    },
    ['第三十八条', '本委决定延期开庭', '另行书面通知'],
  ),
  sample(
    evidenceExtensionNotice,
    {
      ...notice,
      asker: `被申请人${respondent.name}`,
      filedOn: d('2026-10-15'),
      until: d('2026-10-27'),
    },
    ['第十五条', '延长至2026年10月27日'],
  ),
  sample(
    outageExtensionNotice,
    {
      ...notice,
      asker: `被申请人${respondent.name}`,
      filedOn: d('2026-10-15'),
      period: '答辩期限',
      lostOn: d('2026-10-14'),
      endedOn: d('2026-10-14'),
      until: d('2026-10-19'),
    },
    ['第十九条第二款', '第八十六条', '答辩期限顺延至2026年10月19日'],
  ),
  sample(
    privateHearingNotice,
    {
      ...notice,
      asker: `被申请人${respondent.name}`,
      ground: '涉及商业秘密',
      hearingOn: d('2026-10-28'),
    },
    ['第二十六条', '第二十五条', '书面申请不公开审理', '2026年10月28日的开庭不公开进行'],
  ),
  sample(
    motionRefusal,
    {
      ...line,
      contact: notice.contact,
      addressee: claimant.name,
      asked: '延期开庭申请',
      filedOn: d('2026-10-26'),
      reason: '可以通过互联网在线参加庭审。',
      basis: ['《劳动争议调解仲裁法》第三十五条', '《劳动人事争议仲裁办案规则》第三十八条'],
    },
    ['不予准许', '可以通过互联网在线参加庭审', '第三十八条'],
  ),
  sample(
    extensionApproval,
    {
      ...approval,
      reason: '需要核对三年的考勤记录，并向社会保险经办机构调取缴费明细。',
      opinion: '同意延长15日。',
      days: 15,
      dueOn: d('2026-11-12'),
    },
    ['第四十五条', '同意延长15日', '罗建邦', '副卷'],
    false,
  ),
  sample(
    suspensionApproval,
    {
      ...approval,
      reason: '申请人已申请工伤认定，尚未作出结论。',
      opinion: '同意。',
      ground: '需要等待工伤认定、伤残等级鉴定或者其他鉴定结论。',
    },
    ['第四十七条', '同意', '副卷'],
    false,
  ),
  sample(
    REQUESTS.withdrawal,
    { ...request, asked: '现请求撤回仲裁申请', reason: '双方已经自行和解。' },
    ['现请求撤回仲裁申请', '双方已经自行和解', '提出人：陈小兰'],
    false,
  ),
  sample(
    REQUESTS['private-hearing'],
    {
      ...request,
      asked: '现请求不公开审理',
      rows: [['不公开情形', '涉及商业秘密']],
      reason: '涉及客户名单。',
    },
    ['不公开审理', '涉及商业秘密'],
    false,
  ),
  sample(
    REQUESTS['outage-extension'],
    {
      ...request,
      asked: '因期限最后一日本委在线服务平台发生故障，现请求顺延期限',
      rows: [
        ['请求顺延的期限', '举证期限'],
        ['顺延至', '2026年10月19日'],
      ],
      reason: '当晚无法登录。',
    },
    ['请求顺延的期限', '2026年10月19日', '当晚无法登录'],
    false,
  ),
  sample(
    REQUESTS['evidence-extension'],
    {
      ...request,
      asked: '在举证期限内提供证据确有困难，现请求延长举证期限',
      rows: [['延长至', '2026年10月27日']],
      reason: '证人出差，十月下旬返回。',
    },
    ['2026年10月27日', '证人出差'],
    false,
  ),
  sample(claimsAcceptance, { ...claims, addressees: [claimant.name], dueOn: d('2026-12-07') }, [
    '第四十四条',
    '第四十六条第三项',
    '2026年12月7日',
    '放弃第3项',
  ]),
  sample(claimsNotice, { ...claims, addressees: [respondent.name], dueOn: d('2026-12-07'), answerDays: 10 }, [
    '第四十四条',
    '十个工作日内',
    '增加第4项',
  ]),
  sample(claimsWaiverNotice, { ...claims, changes: ['放弃第3项：加班工资，2,000.00元。'] }, [
    '第三十五条',
    '放弃的部分不再审理',
    '仲裁期限不重新计算',
  ]),
  sample(
    REQUESTS['claims-change'],
    {
      ...request,
      asked: '在举证期限届满前提出增加、变更仲裁请求',
      rows: claims.changes.map((text, index): [string, string] => [`请求事项${index + 1}`, text]),
      reason: '补充核对工资流水后发现2026年6月工资也未支付。',
    },
    ['增加第4项', '放弃第3项', '补充核对工资流水'],
    false,
  ),
  ...[null, '佛山市劳动人事争议仲裁委员会'].map((competent) =>
    sample(
      objectionDecision,
      {
        ...line,
        parties: [claimant, respondent],
        asker: `被申请人${respondent.name}`,
        filedOn: d('2026-10-12'),
        objection: '申请人的实际工作场所在佛山市',
        found: '劳动合同履行地和用人单位注册地均已查明',
        competent,
      },
      ['第十条', competent === null ? '驳回' : `本案移送${competent}处理`],
    ),
  ),
  sample(
    transferNotice,
    { ...notice, found: '劳动合同履行地在佛山市', competent: '佛山市劳动人事争议仲裁委员会' },
    ['第九条第一款', '移送有管辖权的佛山市劳动人事争议仲裁委员会', '第四十六条第五项'],
  ),
  sample(
    transferLetter,
    {
      ...line,
      commission: '广州市南沙区劳动人事争议仲裁委员会',
      competent: '佛山市劳动人事争议仲裁委员会',
      found: '劳动合同履行地在佛山市',
      enclosures: ['本案案卷正卷材料'],
      contact: notice.contact,
    },
    ['请依法受理', '指定管辖', '随函移送'],
  ),
  ...[
    { asker: `被申请人${respondent.name}`, isGranted: false, says: '驳回被申请人' },
    { asker: `被申请人${respondent.name}`, isGranted: true, says: '不再参与本案处理' },
    { asker: null, isGranted: true, says: '自行提出回避' },
  ].map(({ asker, isGranted, says }) =>
    sample(
      recusalDecision,
      {
        ...line,
        parties: [claimant, respondent],
        asker,
        filedOn: d('2026-10-12'),
        challenged: '仲裁员林慧敏',
        item: 2,
        ground: '与本案有利害关系。',
        found: '仲裁员林慧敏持有被申请人的股份',
        isGranted,
      },
      ['第三十三条第一款第（二）项', '第十一条、第十二条', says],
    ),
  ),
];
