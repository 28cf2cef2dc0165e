import { localDate as d } from '../../kernel/local-date';
import { article } from '../../law/articles';
import type { AwardDocument } from '../../law/finality';
import type { PartyFacts } from '../../platform/papers/party-block';
import { madeDecisions, type DraftDecision, type PlannedDocument } from './award-decisions';
import { awardFacts, type AwardCase, type AwardClaim, type AwardParty } from './award-facts';

const paper = {} as PartyFacts;
const worker: AwardParty = {
  id: 'w',
  role: 'claimant',
  kind: 'person',
  name: '陈小兰',
  attended: [{ personName: '陈小兰', appearance: 'in-person' }],
  paper,
};
const company: AwardParty = {
  id: 'c',
  role: 'respondent',
  kind: 'company',
  name: '海韵公司',
  attended: [{ personName: '李明', appearance: 'agent' }],
  paper,
};
const claim = (id: string, ordinal: number, what: string, amount: number, law: number): AwardClaim => ({
  id,
  ordinal,
  head: 'overtime',
  paper: { what, from: null, to: null, amount, text: null },
  paid: what,
  basis: [article('contract-law', law)],
});
const claims = [
  claim('wages', 1, '工资', 100_00, 30),
  claim('overtime', 2, '加班工资', 200_00, 31),
  claim('damages', 3, '赔偿金', 900_00, 87),
];

const document = (kind: AwardDocument['kind'], itemIds: string[]): AwardDocument => ({
  kind,
  itemIds,
  rightsKey: `award.rights-${kind}`,
  workerSuitDays: 15,
  employerSuitDays: null,
  employerSetAsideDays: kind === 'final' ? 30 : null,
});
const only: PlannedDocument = {
  ordinal: 1,
  part: null,
  number: '穗〔2026〕1号',
  document: document('final', ['wages', 'overtime', 'damages']),
  total: 0,
};

function awardCase(decisions: DraftDecision[], change: Partial<AwardCase> = {}): AwardCase {
  const draft = change.draft ?? { facts: '第一段。\n\n 第二段。 ', decisions };
  return {
    number: '穗〔2026〕1号',
    cause: '工资、加班工资、赔偿金',
    acceptedOn: d('2026-09-01'),
    decidedOn: d('2026-10-10'),
    parties: [worker, company],
    claims,
    settled: [],
    mediation: null,
    statement: '我在公司上班。\n公司没有发工资。',
    answers: [],
    answersDue: new Map([['c', d('2026-10-09')]]),
    evidence: [
      { role: 'claimant', party: '陈小兰', names: ['工资流水', '考勤表'] },
      { role: 'respondent', party: '海韵公司', names: [] },
    ],
    hearings: [{ on: d('2026-09-20'), mode: 'online', isPublic: true, absentPartyIds: [] }],
    signature: null,
    decisions: madeDecisions(
      { decisions },
      {
        claims: claims.map(({ id, ordinal, paper: { amount } }) => ({
          id,
          ordinal,
          head: 'overtime',
          amountFen: amount,
        })),
        respondentIds: ['c'],
        performanceDays: 10,
        mediatedOn: [],
      },
    ),
    documents: [only],
    courts: { intermediate: '广州市中级人民法院' },
    arbitrator: '林慧敏',
    recorder: '周婷',
    ...change,
    draft,
  };
}
const granted = (claimId: string): DraftDecision => ({ claimId, outcome: 'granted', reasons: '应当支付。' });
const refused = (claimId: string): DraftDecision => ({ claimId, outcome: 'refused', reasons: '没有依据。' });
const partly = (claimId: string, amountFen: number): DraftDecision => ({
  claimId,
  outcome: 'partly',
  amountFen,
  reasons: '部分支持。',
});

describe('what was settled (Law 42, Rules 73)', () => {
  const settled = [{ number: '穗〔2026〕1号之一', statedOn: d('2026-09-25'), claimIds: ['overtime'] }];

  it('is not decided, and the award says so; of what was offered it says nothing', () => {
    const rest = { ...only, part: 2, document: document('final', ['wages', 'damages']) };
    const award = awardCase([granted('wages'), partly('damages', 500_00)], {
      settled,
      mediation: 'failed',
      documents: [rest],
    });
    const facts = awardFacts(award, rest);
    expect(facts.procedure.remarks).toEqual([
      '双方就第2项（加班工资）仲裁请求达成调解协议，本委于2026年9月25日先行出具穗〔2026〕1号之一仲裁调解书，该调解书已经发生法律效力，本裁决不再处理上述请求。',
      '就其余仲裁请求，本委依法进行了调解，双方未能达成协议。',
    ]);
    expect(facts.claims).toHaveLength(3);
    expect(facts.items).toHaveLength(2);
    // One document of several on the case, and the only award: what is dismissed is told in one closing item.
    expect(facts.dismissesOtherClaims).toBe(true);
    expect(facts.companion).toBeNull();
  });

  it.each([
    ['unwilling', '本委依法组织调解，因当事人不同意调解，调解未成。'],
    ['impossible', '因有当事人未到庭，本委无法进行调解。'],
    [null, undefined],
  ] as const)('mediation %s', (mediation, expected) => {
    const { remarks } = awardFacts(awardCase([granted('wages')], { mediation }), only).procedure;
    expect(remarks.at(-1)).toBe(expected);
  });
});

describe('dispositive items', () => {
  it('what is awarded is paid, the rest is dismissed in one closing item', () => {
    const facts = awardFacts(
      awardCase([granted('wages'), refused('overtime'), partly('damages', 500_00)]),
      only,
    );
    expect(facts.items).toEqual([
      expect.objectContaining({
        kind: 'payment',
        payers: ['海韵公司'],
        payee: '陈小兰',
        what: '工资',
        amount: 100_00,
        within: { days: 10, from: 'effect' },
      }),
      expect.objectContaining({ kind: 'payment', what: '赔偿金', amount: 500_00 }),
    ]);
    expect(facts.dismissesOtherClaims).toBe(true);
    expect(facts.companion).toBeNull();
  });

  it('granted whole, nothing is dismissed', () => {
    const facts = awardFacts(awardCase(claims.map(({ id }) => granted(id))), only);
    expect([facts.items.length, facts.dismissesOtherClaims]).toEqual([3, false]);
  });

  describe('on a claim that is not for money', () => {
    const act = (head: AwardClaim['head'], text: string | null): AwardClaim => ({
      id: 'act',
      ordinal: 1,
      head,
      paper: { what: '证明', from: null, to: null, amount: null, text },
      paid: '证明',
      basis: [article('contract-law', 50)],
    });
    const itemsOf = (claimed: AwardClaim, decision: DraftDecision) =>
      awardFacts(
        awardCase([], {
          claims: [claimed],
          decisions: madeDecisions(
            { decisions: [decision] },
            {
              claims: [{ id: 'act', ordinal: 1, head: claimed.head, amountFen: null }],
              respondentIds: ['c'],
              performanceDays: 10,
              mediatedOn: [],
            },
          ),
        }),
        { ...only, document: document('non-final', ['act']) },
      ).items;

    it.each<[AwardClaim['head'], string | null, string]>([
      [
        'relation-confirmation',
        '确认申请人与被申请人自2025年3月1日起存在劳动关系',
        '确认申请人陈小兰与被申请人海韵公司自2025年3月1日起存在劳动关系',
      ],
      ['relation-confirmation', null, '确认申请人陈小兰与被申请人海韵公司存在劳动关系'],
      ['reinstatement', null, '被申请人海韵公司继续履行与申请人陈小兰的劳动合同'],
      [
        'leaving-certificate',
        '向申请人出具解除或者终止劳动合同的证明',
        '自本裁决书发生法律效力之日起十日内，被申请人海韵公司向申请人陈小兰出具解除或者终止劳动合同的证明',
      ],
      ['file-transfer', null, '自本裁决书发生法律效力之日起十日内，被申请人海韵公司证明'],
    ])('%s (%j): %s', (head, text, expected) => {
      expect(itemsOf(act(head, text), granted('act'))).toEqual([{ kind: 'order', text: expected }]);
    });

    it('in the tribunal’s own words where it wrote some', () => {
      const decision: DraftDecision = { ...granted('act'), outcome: 'partly', order: ' 确认至2026年3月1日 ' };
      expect(itemsOf(act('relation-confirmation', null), decision)).toEqual([
        { kind: 'order', text: '确认至2026年3月1日' },
      ]);
    });

    it('refused', () => {
      expect(itemsOf(act('reinstatement', null), refused('act'))).toEqual([
        { kind: 'order', text: '驳回申请人的全部仲裁请求' },
      ]);
    });
  });

  it('refused whole, all is dismissed and nothing else is said', () => {
    const facts = awardFacts(awardCase(claims.map(({ id }) => refused(id))), only);
    expect(facts.items).toEqual([{ kind: 'order', text: '驳回申请人的全部仲裁请求' }]);
    expect(facts.dismissesOtherClaims).toBe(false);
  });

  it('of two documents each names what it dismisses: the other may have granted the rest', () => {
    const first: PlannedDocument = {
      ...only,
      part: 1,
      number: '穗〔2026〕1号之一',
      document: document('final', ['wages', 'overtime']),
    };
    const second: PlannedDocument = {
      ...only,
      ordinal: 2,
      part: 2,
      number: '穗〔2026〕1号之二',
      document: document('non-final', ['damages']),
    };
    const award = awardCase([granted('wages'), refused('overtime'), partly('damages', 500_00)], {
      documents: [first, second],
    });
    const [final, nonFinal] = [awardFacts(award, first), awardFacts(award, second)];
    expect(final.items.slice(1)).toEqual([{ kind: 'order', text: '驳回申请人的第2项（加班工资）仲裁请求' }]);
    expect(nonFinal.items.slice(1)).toEqual([
      { kind: 'order', text: '驳回申请人的第3项（赔偿金）的其余仲裁请求' },
    ]);
    expect([final.dismissesOtherClaims, nonFinal.dismissesOtherClaims]).toEqual([false, false]);
    expect([final.companion, nonFinal.companion]).toEqual(['穗〔2026〕1号之二', '穗〔2026〕1号之一']);
    expect(final.reasons.map(({ issue }) => issue)).toEqual(['关于工资', '关于加班工资']);
    expect(final.rights).toEqual({
      kind: 'final',
      setAsideCourt: '广州市中级人民法院',
      suitDays: 15,
      setAsideDays: 30,
    });
    expect(nonFinal.rights).toEqual({ kind: 'non-final', suitDays: 15 });
    expect(final.claims).toHaveLength(3);
    expect(final.basis).toEqual([
      '《中华人民共和国劳动合同法》第三十条',
      '《中华人民共和国劳动争议调解仲裁法》第四十七条',
      '《劳动人事争议仲裁办案规则》第五十条',
    ]);
    expect(nonFinal.basis[1]).toBe('《中华人民共和国劳动争议调解仲裁法》第五十条');
  });
});

describe('the course of the case', () => {
  const all = claims.map(({ id }) => granted(id));

  it('names who came, and in what capacity', () => {
    const head = {
      ...company,
      id: 'd',
      name: '另一公司',
      attended: [{ personName: '何志强', appearance: 'legal-representative' as const }],
    };
    const { procedure } = awardFacts(awardCase(all, { parties: [worker, company, head] }), only);
    expect(procedure.attended).toEqual([
      '申请人陈小兰',
      `被申请人${company.name}的委托代理人李明`,
      '被申请人另一公司的法定代表人何志强',
    ]);
    expect(procedure.absent).toEqual([]);
  });

  it('names each person once, and in which hearing somebody else came it names both', () => {
    const attended = [
      { personName: '李明', appearance: 'agent' as const },
      { personName: '李明', appearance: 'agent' as const },
      { personName: '何志强', appearance: 'legal-representative' as const },
    ];
    const { procedure } = awardFacts(awardCase(all, { parties: [worker, { ...company, attended }] }), only);
    expect(procedure.attended).toEqual([
      '申请人陈小兰',
      `被申请人${company.name}的委托代理人李明`,
      `被申请人${company.name}的法定代表人何志强`,
    ]);
  });

  it('says default only where the tribunal has stated it after written notice (Rules 39)', () => {
    const parties = [worker, { ...company, attended: [] }];
    const stated = awardFacts(
      awardCase(all, {
        parties,
        hearings: [{ on: d('2026-09-20'), mode: 'online', isPublic: true, absentPartyIds: [company.id] }],
      }),
      only,
    );
    expect(stated.procedure.absent).toEqual([{ role: 'respondent', name: '海韵公司', hasLeft: false }]);
    expect(stated.basis).toContain('《中华人民共和国劳动争议调解仲裁法》第三十六条第二款、第四十七条');
    const unstated = awardFacts(awardCase(all, { parties }), only);
    expect(unstated.procedure).toMatchObject({ absent: [], remarks: ['被申请人海韵公司未到庭。'] });
  });

  it('says it of the one respondent of whom it was stated, and not of another that stayed away too', () => {
    const parties = [
      worker,
      { ...company, attended: [] },
      { ...company, id: 'second', name: '远航公司', attended: [] },
    ];
    const hearings = [
      { on: d('2026-09-20'), mode: 'on-site' as const, isPublic: true, absentPartyIds: ['second'] },
    ];
    const { procedure } = awardFacts(awardCase(all, { parties, hearings }), only);
    expect(procedure.absent).toEqual([{ role: 'respondent', name: '远航公司', hasLeft: false }]);
    expect(procedure.remarks).toEqual(['被申请人海韵公司未到庭。']);
    expect(procedure.hearings).toEqual([{ on: d('2026-09-20'), mode: 'on-site', isPublic: true }]);
  });

  it('says of a respondent that came once and stayed away another time which hearing went on without it', () => {
    const hearings = [
      { on: d('2026-09-10'), mode: 'online' as const, isPublic: true, absentPartyIds: [] },
      { on: d('2026-09-20'), mode: 'online' as const, isPublic: true, absentPartyIds: [company.id] },
    ];
    const { procedure, basis } = awardFacts(awardCase(all, { hearings }), only);
    expect(procedure.absent).toEqual([]);
    expect(procedure.remarks).toEqual([
      '被申请人海韵公司经本委书面通知，无正当理由未参加2026年9月20日的庭审，该次庭审依法缺席进行。',
    ]);
    expect(basis).toContain('《中华人民共和国劳动争议调解仲裁法》第三十六条第二款、第四十七条');
  });

  it('prints what was written, paragraph by paragraph', () => {
    const facts = awardFacts(
      awardCase(all, {
        draft: {
          facts: ' 甲。\n乙。',
          evidence: '双方质证。',
          reasons: '总的来说。',
          basis: [' 《某规定》第一条 ', ''],
          decisions: all,
        },
      }),
      only,
    );
    expect(facts.findings).toEqual(['甲。', '乙。']);
    expect(facts.evidence).toEqual(['双方质证。']);
    expect(facts.claimantCase).toEqual(['我在公司上班。', '公司没有发工资。']);
    expect(facts.reasons[0]).toEqual({ issue: null, paragraphs: ['总的来说。'] });
    expect(facts.basis.at(-1)).toBe('《某规定》第一条');
    expect(facts.tribunal).toEqual([{ capacity: 'sole', name: '林慧敏', signature: null }]);
  });

  it('lists what was handed in when the tribunal wrote nothing on evidence', () => {
    expect(awardFacts(awardCase(all), only).evidence).toEqual([
      '申请人为证明其主张，向本委提交了工资流水、考勤表。',
    ]);
    const evidence = [{ role: 'respondent' as const, party: '海韵公司', names: ['工资表'] }];
    const parties = [worker, company, { ...company, id: 'd', name: '另一公司' }];
    expect(awardFacts(awardCase(all, { parties, evidence }), only).evidence).toEqual([
      '被申请人海韵公司为证明其主张，向本委提交了工资表。',
    ]);
  });

  it('numbers the issues of claims that are called the same', () => {
    const twice = [claims[0]!, { ...claims[1]!, paper: { ...claims[1]!.paper, what: '工资' } }, claims[2]!];
    const { reasons } = awardFacts(awardCase(all, { claims: twice }), only);
    expect(reasons.map(({ issue }) => issue)).toEqual([
      '关于工资（第1项仲裁请求）',
      '关于工资（第2项仲裁请求）',
      '关于赔偿金',
    ]);
  });
});

describe('the answer', () => {
  const all = claims.map(({ id }) => granted(id));
  const data = {
    positions: [
      { claimId: 'wages', stance: 'admitted' as const, reasons: '', pleadsLimitation: false },
      {
        claimId: 'overtime',
        stance: 'partly' as const,
        admitted: 50_00,
        reasons: '只有两天',
        pleadsLimitation: true,
      },
      { claimId: 'damages', stance: 'denied' as const, reasons: '自行离职。', pleadsLimitation: false },
    ],
    statement: '公司不同意。',
    limitationGrounds: '超过一年',
  };

  it('is told claim by claim, with the plea of limitation', () => {
    const { answer } = awardFacts(
      awardCase(all, { answers: [{ partyId: 'c', submittedAt: new Date(0), data }] }),
      only,
    );
    expect(answer).toEqual({
      limitation: ['被申请人海韵公司对第2项（加班工资）仲裁请求明确提出仲裁时效抗辩。'],
      silent: [],
      paragraphs: [
        '公司不同意。',
        '对第1项仲裁请求（工资）予以承认；对第2项仲裁请求（加班工资）承认其中50.00元，理由是：只有两天；对第3项仲裁请求（赔偿金）不予承认，理由是：自行离职。',
        '关于仲裁时效：超过一年。',
      ],
    });
  });

  it('says who of several answered and who did not', () => {
    const silent = { ...company, id: 'd', name: '另一公司' };
    const { answer } = awardFacts(
      awardCase(all, {
        parties: [worker, company, silent],
        answers: [{ partyId: 'c', submittedAt: new Date(0), data }],
      }),
      only,
    );
    expect(answer.paragraphs[0]).toBe('（海韵公司）公司不同意。');
    expect(answer.silent).toEqual(['被申请人另一公司截至裁决之日未提交答辩书。']);
  });

  it.each([
    ['ended the day before', '2026-10-09', '被申请人在法定期限内未提交答辩书。'],
    ['ends with the day of the award', '2026-10-10', '被申请人截至裁决之日未提交答辩书。'],
    ['still runs', '2026-10-20', '被申请人截至裁决之日未提交答辩书。'],
    ['never began', null, '被申请人截至裁决之日未提交答辩书。'],
  ])('none filed, and the period for it %s (Rules 33)', (_, dueOn, sentence) => {
    const answersDue = new Map(dueOn ? [['c', d(dueOn)]] : []);
    expect(awardFacts(awardCase(all, { answersDue }), only).answer).toEqual({
      paragraphs: [],
      limitation: [],
      silent: [sentence],
    });
  });

  it('tells of limitation in the document on the claims it is pleaded against, and not in the other', () => {
    const part = (ordinal: number, itemIds: string[]): PlannedDocument => ({
      ...only,
      ordinal,
      part: ordinal,
      document: document(ordinal === 1 ? 'final' : 'non-final', itemIds),
    });
    const documents = [part(1, ['wages', 'damages']), part(2, ['overtime'])];
    const answers = [{ partyId: 'c', submittedAt: new Date(0), data }];
    const [other, concerned] = documents.map(
      (each) => awardFacts(awardCase(all, { answers, documents }), each).answer,
    );
    expect(other!.limitation).toEqual([]);
    expect(other!.paragraphs.join('')).not.toContain('时效');
    expect(concerned!.limitation).toHaveLength(1);
    expect(concerned!.paragraphs.at(-1)).toBe('关于仲裁时效：超过一年。');
  });

  it('says of each that answered without the plea that it did not plead it', () => {
    const second = { ...company, id: 'd', name: '另一公司' };
    const mild = { ...data, positions: data.positions.map((each) => ({ ...each, pleadsLimitation: false })) };
    const answers = [
      { partyId: 'c', submittedAt: new Date(0), data },
      { partyId: 'd', submittedAt: new Date(0), data: mild },
    ];
    const { answer } = awardFacts(awardCase(all, { parties: [worker, company, second], answers }), only);
    expect(answer.limitation).toEqual([
      '被申请人海韵公司对第2项（加班工资）仲裁请求明确提出仲裁时效抗辩。',
      '被申请人另一公司未提出仲裁时效抗辩。',
    ]);
  });
});
