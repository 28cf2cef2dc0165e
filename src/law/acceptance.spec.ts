import {
  AcceptanceConditions,
  AcceptanceOutcome,
  decideAcceptance,
  decidePreCaseMediation,
  decideRevocation,
  Intake,
  missingFromIntake,
  PreCaseMediationFacts,
  RevocationOutcome,
} from './acceptance';
import { decideSameMatter, EarlierCase } from './same-matter';

const met: AcceptanceConditions = {
  isWithinScope: true,
  hasClearClaims: true,
  hasProperParties: true,
  jurisdiction: { isOurs: true },
};
const elsewhere = { isOurs: false, competent: '佛山市劳动人事争议仲裁委员会' } as const;

describe('acceptance (Rules 30, 31)', () => {
  it.each<[string, Partial<AcceptanceConditions>, AcceptanceOutcome, string]>([
    ['all four met', {}, { outcome: 'accept' }, 'rules 30'],
    ['out of scope', { isWithinScope: false }, { outcome: 'refuse', items: [1] }, 'rules 31'],
    ['claims not definite', { hasClearClaims: false }, { outcome: 'refuse', items: [2] }, 'rules 31'],
    ['parties not proper', { hasProperParties: false }, { outcome: 'refuse', items: [3] }, 'rules 31'],
    [
      'all three',
      { isWithinScope: false, hasClearClaims: false, hasProperParties: false },
      { outcome: 'refuse', items: [1, 2, 3] },
      'rules 31',
    ],
    [
      'only the jurisdiction of another',
      { jurisdiction: elsewhere },
      { outcome: 'refer', competent: elsewhere.competent },
      'rules 31',
    ],
    [
      'another’s jurisdiction, and out of scope everywhere',
      { isWithinScope: false, jurisdiction: elsewhere },
      { outcome: 'refuse', items: [1] },
      'rules 31',
    ],
  ])('%s', (_name, change, expected, cited) => {
    const found = decideAcceptance({ ...met, ...change });
    expect(found.value).toEqual(expected);
    expect(found.basis.map((each) => `${each.law} ${each.article}`)).toContain(cited);
    expect(found.steps).toHaveLength(4);
  });

  it('a referral names the competent commission', () => {
    expect(() => decideAcceptance({ ...met, jurisdiction: { isOurs: false, competent: ' ' } })).toThrow(
      RangeError,
    );
  });
});

const before = (closing: EarlierCase['closing']) =>
  decideSameMatter([
    {
      number: '1',
      hasSameFacts: true,
      hasSameReasons: true,
      hasSameClaims: true,
      closing,
      isEffective: false,
      court: 'none',
    },
  ]);

describe('acceptance beside earlier cases (Rules 34, 35, 39)', () => {
  it.each<[string, Partial<AcceptanceConditions>, AcceptanceOutcome, string[]]>([
    [
      'withdrawn before',
      { sameMatter: before('withdrawn') },
      { outcome: 'accept' },
      ['rules 30', 'rules 35'],
    ],
    [
      'deemed withdrawn before',
      { sameMatter: before('deemed-withdrawn') },
      { outcome: 'refuse', items: [], isSameMatter: true },
      ['law 29', 'rules 39'],
    ],
    [
      'refused before, and out of scope',
      { sameMatter: before('refused'), isWithinScope: false },
      { outcome: 'refuse', items: [1], isSameMatter: true },
      ['rules 31', 'rules 34'],
    ],
    [
      'refused before, elsewhere competent: refused, not explained',
      { sameMatter: before('refused'), jurisdiction: elsewhere },
      { outcome: 'refuse', items: [], isSameMatter: true },
      ['law 29', 'rules 34'],
    ],
  ])('%s', (_name, change, expected, cited) => {
    const found = decideAcceptance({ ...met, ...change });
    expect(found.value).toEqual(expected);
    const basis = found.basis.map((each) => `${each.law} ${each.article}`);
    expect(basis).toEqual(expect.arrayContaining(cited));
    expect(basis.includes('rules 31')).toBe(cited.includes('rules 31'));
  });

  it.each([true, false])('limitation is no ground for refusing (at risk: %s)', (isLimitationAtRisk) => {
    const found = decideAcceptance({ ...met, isLimitationAtRisk });
    expect(found.value).toEqual({ outcome: 'accept' });
    expect(found.steps.map((each) => each.key).includes('acceptance.limitation-no-ground')).toBe(
      isLimitationAtRisk,
    );
  });
});

describe('revocation (Rules 32)', () => {
  it.each<[string, Partial<AcceptanceConditions>, RevocationOutcome, string]>([
    ['rightly accepted', {}, { outcome: 'keep' }, 'rules 30'],
    ['out of scope', { isWithinScope: false }, { outcome: 'revoke', items: [1] }, 'rules 32'],
    [
      'the same matter',
      { sameMatter: before('open') },
      { outcome: 'revoke', items: [], isSameMatter: true },
      'rules 32',
    ],
    [
      'only the jurisdiction: transferred, not revoked',
      { jurisdiction: elsewhere },
      { outcome: 'transfer', competent: elsewhere.competent },
      'rules 9',
    ],
    [
      'out of scope and another’s: revoked',
      { isWithinScope: false, jurisdiction: elsewhere },
      { outcome: 'revoke', items: [1] },
      'rules 32',
    ],
  ])('%s', (_name, change, expected, cited) => {
    const found = decideRevocation({ ...met, ...change });
    expect(found.value).toEqual(expected);
    expect(found.basis.map((each) => `${each.law} ${each.article}`)).toContain(cited);
  });
});

describe('mediation before acceptance (Rules 69)', () => {
  it.each<[string, PreCaseMediationFacts, string, string]>([
    [
      'mediated already',
      { wasMediated: true, claimantAgrees: true, respondentAgrees: true },
      'proceed',
      'pre-mediation.was-mediated',
    ],
    [
      'both agree',
      { wasMediated: false, claimantAgrees: true, respondentAgrees: true },
      'put-off',
      'pre-mediation.agreed',
    ],
    [
      'the claimant does not',
      { wasMediated: false, claimantAgrees: false, respondentAgrees: null },
      'proceed',
      'pre-mediation.not-agreed',
    ],
    [
      'the respondent does not',
      { wasMediated: false, claimantAgrees: true, respondentAgrees: false },
      'proceed',
      'pre-mediation.not-agreed',
    ],
    [
      'nobody has answered',
      { wasMediated: false, claimantAgrees: null, respondentAgrees: null },
      'may-suggest',
      'pre-mediation.may-suggest',
    ],
    [
      'one has not answered',
      { wasMediated: false, claimantAgrees: true, respondentAgrees: null },
      'may-suggest',
      'pre-mediation.may-suggest',
    ],
  ])('%s', (_name, facts, expected, key) => {
    const found = decidePreCaseMediation(facts);
    expect(found.value).toBe(expected);
    expect(found.steps).toMatchObject([{ key, article: { law: 'rules', article: '69' } }]);
  });
});

describe('completeness (Rules 29)', () => {
  const complete: Intake = {
    claimant: {
      name: '李明',
      sex: 'male',
      birthDate: '1990-01-01',
      documentNumber: '1',
      address: '广州市',
      mailingAddress: '广州市',
      phone: '13800000000',
    },
    respondents: [
      {
        name: '某公司',
        address: '南沙',
        phone: '020',
        legalRepresentative: '王',
        legalRepresentativePost: '董事长',
      },
    ],
    claims: [{}],
    statement: '事实',
    evidence: [{ name: '工资条', source: '本人' }],
    isSigned: true,
  };
  const missing = (intake: Intake): string[] =>
    missingFromIntake(intake).value.map((each) => `${each.pointer} ${each.key}`);

  it('finds nothing missing', () => {
    expect(missing(complete)).toEqual([]);
    expect(missing({ ...complete, evidence: [], witnesses: [{ name: '陈', address: '番禺' }] })).toEqual([]);
  });

  it('tells everything at once', () => {
    expect(
      missing({
        claimant: { name: ' ' },
        respondents: [],
        claims: [],
        statement: null,
        evidence: [],
        isSigned: false,
      }),
    ).toEqual([
      '/claimant/name intake.claimant-name',
      '/claimant/sex intake.claimant-sex',
      '/claimant/birthDate intake.claimant-birth-date',
      '/claimant/documentNumber intake.claimant-document',
      '/claimant/address intake.claimant-address',
      '/claimant/mailingAddress intake.claimant-mailing-address',
      '/claimant/phone intake.claimant-phone',
      '/respondents intake.respondent',
      '/claims intake.claims',
      '/statement intake.statement',
      '/signature intake.signature',
    ]);
  });

  it('looks at each respondent, item of evidence and witness', () => {
    const found = missingFromIntake({
      ...complete,
      respondents: [...complete.respondents, {}],
      evidence: [{ name: '工资条' }, { source: '本人' }],
      witnesses: [{}],
    });
    expect(found.value.map((each) => `${each.pointer} ${each.params['number']}`)).toEqual([
      '/respondents/1/name 2',
      '/respondents/1/address 2',
      '/respondents/1/mailingAddress 2',
      '/respondents/1/phone 2',
      '/respondents/1/legalRepresentative 2',
      '/respondents/1/legalRepresentativePost 2',
      '/evidence/0/source 1',
      '/evidence/1/name 2',
      '/witnesses/0/name 1',
      '/witnesses/0/address 1',
    ]);
    expect(found.steps).toHaveLength(10);
  });
});
