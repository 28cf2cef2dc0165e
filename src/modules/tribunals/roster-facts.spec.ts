import { localDate as d } from '../../kernel/local-date';
import { candidates } from '../../law/tribunal';
import {
  agentKeys,
  arbitratorFacts,
  matchingInterests,
  partyKeys,
  type InterestRow,
  type PartyRow,
  type RosterRow,
} from './roster-facts';

const worker: PartyRow = {
  kind: 'person',
  name: '陈小兰',
  documentIndex: 'hash-of-worker',
  joinedUserId: 'user-worker',
  legalRepresentative: null,
  representativeName: null,
};
const company: PartyRow = {
  kind: 'company',
  name: '广州海韵（南沙）餐饮有限公司',
  documentIndex: 'hash-of-company',
  joinedUserId: 'user-company',
  legalRepresentative: '何志强',
  representativeName: '李明',
};
const parties = [worker, company];

const row: RosterRow = {
  arbitrator: { userId: 'user-arbitrator', loadLimit: 10 },
  engagements: [{ commissionId: 'nansha', basis: 'home', fromOn: d('2024-01-01'), toOn: d('2028-12-31') }],
  leaves: [],
  interests: [],
};
const interest = (change: Partial<InterestRow>): InterestRow => ({
  kind: 'interest',
  subjectKind: 'organisation',
  subjectName: '别的公司',
  subjectIndex: null,
  ...change,
});

function reasonsAgainst(change: Partial<RosterRow>, recorderIds: string[] = []): string[] {
  const { value } = candidates([arbitratorFacts({ ...row, ...change }, 0)], {
    commissionId: 'nansha',
    on: d('2026-11-23'),
    parties: partyKeys(parties),
    agents: agentKeys(parties),
    recorderIds,
  });
  return value.excluded.flatMap(({ reasons }) => reasons.map((reason) => reason.key));
}

describe('what an arbitrator has declared meets who is in the case', () => {
  it.each<[string, Partial<InterestRow>, string[]]>([
    ['nobody', {}, []],
    [
      'the company by its code, under an old name',
      { subjectName: '海韵旧名', subjectIndex: 'hash-of-company' },
      ['tribunal.interest'],
    ],
    ['the company by its name', { subjectName: '广州海韵(南沙)餐饮有限公司' }, ['tribunal.interest']],
    [
      'the company by its name, typed with spaces',
      { subjectName: ' 广州海韵（南沙） 餐饮有限公司' },
      ['tribunal.interest'],
    ],
    [
      'the worker by identity number',
      { kind: 'near-relative', subjectKind: 'person', subjectName: '阿兰', subjectIndex: 'hash-of-worker' },
      ['tribunal.near-relative'],
    ],
    [
      'the worker by name',
      { kind: 'near-relative', subjectKind: 'person', subjectName: '陈小兰' },
      ['tribunal.near-relative'],
    ],
    ['the company of that name is not the person', { subjectKind: 'person', subjectName: company.name }, []],
    [
      'its legal representative',
      { kind: 'near-relative', subjectKind: 'person', subjectName: '何志强' },
      ['tribunal.near-relative'],
    ],
    [
      'its agent',
      { kind: 'private-contact', subjectKind: 'person', subjectName: '李明' },
      ['tribunal.private-contact'],
    ],
    [
      'a former employer',
      { kind: 'employed-by', subjectIndex: 'hash-of-company' },
      ['tribunal.employed-by-party'],
    ],
  ])('%s', (_name, change, expected) => {
    const interests = [interest(change)];
    expect(reasonsAgainst({ interests })).toEqual(expected);
    expect(matchingInterests(interests, parties)).toHaveLength(expected.length);
  });

  it('an account that sits in the case as a party, or keeps its record', () => {
    expect(reasonsAgainst({ arbitrator: { userId: 'user-company', loadLimit: null } })).toEqual([
      'tribunal.is-party',
    ]);
    expect(reasonsAgainst({}, ['user-arbitrator'])).toEqual(['tribunal.is-recorder']);
  });

  it('leave, term and load as the rows have them', () => {
    const leaves = [{ fromOn: d('2026-11-23'), toOn: d('2026-11-23') }];
    expect(reasonsAgainst({ leaves, engagements: [], arbitrator: { userId: 'x', loadLimit: 0 } })).toEqual([
      'tribunal.not-engaged',
      'tribunal.on-leave',
      'tribunal.load-limit',
    ]);
    const engagements = [{ ...row.engagements[0]!, basis: 'mutual-engagement' as const }];
    expect(reasonsAgainst({ engagements })).toEqual([]);
  });
});
