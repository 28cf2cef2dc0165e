import { caseLifecycle, type CaseState } from '../cases';
import {
  capacityOf,
  citations,
  decidesByFiling,
  fieldProblems,
  hasDefence,
  MOTION_KINDS,
  MOTIONS,
  type MotionDetails,
  type MotionKind,
} from './motion.kinds';
import type { MotionRelation } from './motion.policy';

const RELATIONS: readonly MotionRelation[] = [
  'claimant',
  'respondent',
  'arbitrator',
  'filing-clerk',
  'director',
];

/** f: may file, d: may decide, D: files and thereby decides. */
const rightsOf = (kind: MotionKind): string =>
  RELATIONS.map((relation) => {
    const relations = new Set([relation]);
    if (decidesByFiling(kind, relations)) return 'D';
    const { filers, deciders } = MOTIONS[kind];
    return filers.includes(relation) ? 'f' : deciders.includes(relation) ? 'd' : '-';
  }).join('');

describe('kinds of motions', () => {
  // claimant, respondent, arbitrator, filing clerk, head
  it.each<[MotionKind, string, string]>([
    ['withdrawal', 'f-dd-', '第三十五条'],
    ['extension', '--f-d', '第四十五条'],
    ['suspension', 'ffffd', '第四十七条'],
    ['resumption', 'ffD-D', '第四十七条第二款'],
    ['postponement', 'ffdd-', '第三十八条'],
    ['evidence-extension', 'ffdd-', '第十五条'],
    ['outage-extension', 'ffdd-', '第十九条第二款'],
    ['deemed-withdrawal', '--D--', '第三十九条'],
    ['revocation', '--ffD', '第三十二条'],
    ['termination', 'ffDD-', '第四十八条'],
    ['award-correction', 'ffD--', '第五十四条'],
    ['private-hearing', 'ffD--', '第二十五条'],
    ['claims-change', 'f-d--', '第四十四条'],
    ['claims-waiver', 'f-dd-', '第三十五条'],
    ['jurisdiction-objection', '-f-dd', '第十条'],
    ['transfer', '--ffD', '第九条'],
    ['recusal', 'fff-d', '第三十三条'],
  ])('%s: %s, after %s', (kind, rights, article) => {
    expect(rightsOf(kind)).toBe(rights);
    expect(citations(MOTIONS[kind].basis).join()).toContain(article);
  });

  it('are all in the table above', () => {
    expect(MOTION_KINDS).toHaveLength(17);
  });

  it.each(MOTION_KINDS.filter((kind) => MOTIONS[kind].ends !== null))(
    '%s ends the case from every state in which it is offered',
    (kind) => {
      const { ends, states } = MOTIONS[kind];
      for (const state of states) expect(caseLifecycle.eventsFrom(state)).toContain(ends);
    },
  );

  it('only what the law leaves to the claimant cannot be refused', () => {
    expect(MOTION_KINDS.filter((kind) => !MOTIONS[kind].isRefusable)).toEqual([
      'withdrawal',
      'claims-waiver',
    ]);
  });

  it('what a party has to ask for the tribunal does not find of itself (Rules 25)', () => {
    const problems = (ground: string, isParty: boolean) =>
      fieldProblems('private-hearing', { ground, reason: '工资表' }, isParty).map(({ code }) => code);
    for (const ground of ['agreed', 'trade-secret', 'privacy']) {
      expect(problems(ground, true)).toEqual([]);
      expect(problems(ground, false)).toEqual(['field.choice']);
    }
    expect(problems('state-secret', false)).toEqual([]);
  });

  it.each<[MotionKind, string, CaseState, boolean]>([
    ['claims-change', 'filed', 'accepted', true],
    ['claims-change', 'granted', 'constituted', true],
    ['claims-change', 'granted', 'heard', false],
    ['claims-change', 'refused', 'accepted', false],
    ['claims-waiver', 'granted', 'accepted', false],
  ])(
    '%s %s in a case that is %s leaves time to answer: %s (Rules 44)',
    (kind, state, caseState, expected) => {
      expect(hasDefence({ kind, state }, caseState)).toBe(expected);
    },
  );

  it('who of the tribunal speaks', () => {
    expect(capacityOf(new Set(['arbitrator', 'home-staff']))).toBe('arbitrator');
    expect(capacityOf(new Set(['recorder', 'home-staff']))).toBe('recorder');
  });

  it('of the tribunal each withdraws for itself alone (Law 33)', () => {
    const problems = (challenged: 'arbitrator' | 'recorder', isParty: boolean, own?: 'recorder') =>
      fieldProblems('recusal', { challenged, ground: 'interest', reason: '持股' }, isParty, own).map(
        ({ pointer }) => pointer,
      );
    expect(problems('recorder', true)).toEqual([]);
    expect(problems('arbitrator', false)).toEqual([]);
    expect(problems('recorder', false)).toEqual(['/details/challenged']);
    expect(problems('recorder', false, 'recorder')).toEqual([]);
  });

  it.each<[string, MotionKind, MotionDetails, string[]]>([
    ['nothing is needed', 'withdrawal', {}, []],
    ['what is optional may be there', 'withdrawal', { reason: '和解' }, []],
    ['all is missing', 'extension', {}, ['/details/days field.required', '/details/reason field.required']],
    ['blank is missing', 'postponement', { reason: ' ' }, ['/details/reason field.required']],
    [
      'no is an answer',
      'deemed-withdrawal',
      { hasGoodReason: false, isTechnicalFailure: false, happened: 'did-not-come', reason: '未到' },
      [],
    ],
    [
      'not among the choices',
      'suspension',
      { ground: 'holiday', reason: '休假' },
      ['/details/ground field.choice'],
    ],
    [
      'a choice of another kind',
      'revocation',
      { ground: 'appraisal', reason: '鉴定' },
      ['/details/ground field.choice'],
    ],
    ['no claims are none', 'claims-waiver', { claims: [] }, ['/details/claims field.required']],
    ['of another kind', 'withdrawal', { court: '法院' }, ['/details/court field.unknown']],
  ])('%s', (_name, kind, details, expected) => {
    expect(fieldProblems(kind, details, true).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(
      expected,
    );
  });
});
