import { EmployerStatus, JointParty, jointParties, JointPartyFacts } from './joint-parties';

const facts: JointPartyFacts = {
  isDispatched: false,
  worksForContractor: false,
  status: 'ordinary',
  canBearLiability: true,
  borrowsLicence: false,
  change: 'none',
  isAboutNewEmployer: false,
  named: [],
};
const shown = (parties: readonly JointParty[]): string[] =>
  parties.map((each) => `${each.role} ${each.isRequired ? 'must' : 'may'} ${each.as}`);

describe('joint parties (Law 22, Rules 6, 7)', () => {
  it.each<[string, Partial<JointPartyFacts>, string[], string]>([
    ['an ordinary employer', {}, [], 'law 22'],
    ['dispatched', { isDispatched: true }, ['dispatching-unit must party', 'user-unit must party'], 'law 22'],
    [
      'an individual contractor',
      { worksForContractor: true },
      ['contracting-organisation must party', 'contractor must party'],
      'rules 7',
    ],
    [
      'borrows a licence it does not have',
      { status: 'unlicensed', canBearLiability: false, borrowsLicence: true },
      ['sponsor must party', 'licence-lender must party'],
      'interpretation-1 30',
    ],
    [
      'a dissolved employer under another’s licence: art. 30 does not speak of it',
      { status: 'dissolved', canBearLiability: false, borrowsLicence: true },
      ['sponsor must party'],
      'rules 6',
    ],
    ['merged', { change: 'merged' }, ['merged-unit must party'], 'interpretation-1 26'],
    ['divided', { change: 'divided' }, ['divided-unit must party'], 'interpretation-1 26'],
    [
      'a new employer may be brought in',
      { isAboutNewEmployer: true },
      ['new-employer may third-person'],
      'interpretation-1 27',
    ],
  ])('%s', (_name, change, expected, cited) => {
    const found = jointParties({ ...facts, ...change });
    expect(shown(found.value)).toEqual(expected);
    expect(found.basis.map((each) => `${each.law} ${each.article}`)).toContain(cited);
    expect(found.steps.length).toBeGreaterThan(0);
  });

  const statuses: EmployerStatus[] = [
    'unlicensed',
    'licence-revoked',
    'licence-expired',
    'ordered-closed',
    'cancelled',
    'dissolved',
    'out-of-business',
  ];
  it.each(statuses)('%s: those behind it, where it cannot bear liability (Rules 6)', (status) => {
    const broke = jointParties({ ...facts, status, canBearLiability: false });
    expect(shown(broke.value)).toEqual(['sponsor must party']);
    expect(broke.steps).toMatchObject([
      { key: 'joint-party.sponsor', article: { law: 'rules', article: '6' } },
    ]);
    const able = jointParties({ ...facts, status });
    expect(able.value).toEqual([]);
    expect(able.steps.map((each) => each.key)).toContain('joint-party.employer-can-bear');
  });

  it.each<[EmployerStatus, boolean]>([
    ['unlicensed', true],
    ['licence-revoked', true],
    ['licence-expired', true],
    ['ordered-closed', false],
    ['cancelled', false],
    ['out-of-business', false],
    ['ordinary', false],
  ])('%s under another’s licence: the lender is a party: %s (Interpretation (I) 30)', (status, isParty) => {
    const roles = jointParties({ ...facts, status, borrowsLicence: true }).value.map((each) => each.role);
    expect(roles.includes('licence-lender')).toBe(isParty);
  });

  it('knows who has been named already', () => {
    const { value } = jointParties({ ...facts, isDispatched: true, named: ['user-unit'] });
    expect(value.map((each) => each.isNamed)).toEqual([false, true]);
  });
});
