import fc from 'fast-check';
import {
  decideOnline,
  DEFAULT_ONLINE_SETTINGS,
  IN_PERSON_REASONS,
  mayDemandInPerson,
  mayWithdrawConsent,
  mustLeaveOnline,
  OnlineFacts,
  OnlineParty,
  OnlineStage,
  Stance,
} from './online-hearing';

const party = (
  id: string,
  side: OnlineParty['side'],
  stance?: Stance,
  change: Partial<OnlineParty> = {},
): OnlineParty => ({
  id,
  side,
  stances: stance ? { hearing: stance } : {},
  hasMeans: true,
  isServedByPublicNotice: false,
  ...change,
});
const two = (a?: Stance, b?: Stance, change: Partial<OnlineParty> = {}): OnlineParty[] => [
  party('worker', 'claimant', a),
  party('company', 'respondent', b, change),
];
const facts: OnlineFacts = {
  stage: 'hearing',
  parties: two('agreed', 'agreed'),
  isClear: true,
  isComplex: false,
  asksForWitness: false,
  needsOnSiteCheck: false,
  touchesNationalSecurity: false,
  hasMajorSocialEffect: false,
  otherReason: null,
};
const reason = (each: { key: string; article?: { article: string; item?: string } }): string =>
  `${each.key} ${each.article?.article ?? ''}${each.article?.item ? `(${each.article.item})` : ''}`;

describe('suitability for a stage online (Guangdong rules 4, 5; court rules 4, 21, 23)', () => {
  it.each<[string, Partial<OnlineFacts>, string, string[], string[]]>([
    ['everybody agrees', {}, 'online', [], []],
    ['one has asked for it itself', { parties: two('chosen', 'agreed') }, 'online', [], []],
    [
      'both refuse',
      { parties: two('refused', 'refused') },
      'in-person',
      ['online.both-refuse 5(1)', 'online.consent-missing 4'],
      ['online.both-refuse 21(1)'],
    ],
    [
      'one refuses with a reason',
      { parties: two('agreed', 'refused-with-reason') },
      'in-person',
      ['online.refuses-with-reason 5(1)', 'online.consent-missing 4'],
      ['online.refuses-with-reason 21(1)'],
    ],
    [
      'one refuses without a reason: mixed',
      { parties: two('agreed', 'refused') },
      'mixed',
      ['online.consent-missing 4'],
      ['online.some-refuse 4(3)'],
    ],
    [
      'one has said nothing: mixed',
      { parties: two('agreed') },
      'mixed',
      ['online.consent-missing 4'],
      ['online.silent 4'],
    ],
    [
      'one served by public notice has said nothing: mixed',
      { parties: two('agreed', undefined, { isServedByPublicNotice: true }) },
      'mixed',
      ['online.consent-missing 4'],
      ['online.public-notice-silent 23'],
    ],
    [
      'one served by public notice agrees',
      { parties: two('agreed', 'agreed', { isServedByPublicNotice: true }) },
      'online',
      [],
      [],
    ],
    [
      'nobody has said anything',
      { parties: two() },
      'in-person',
      ['online.consent-missing 4'],
      ['online.silent 4'],
    ],
    [
      'one lacks the means: barred here, not in court',
      { parties: two('agreed', 'agreed', { hasMeans: false }) },
      'in-person',
      ['online.one-lacks-means 5(2)'],
      [],
    ],
    [
      'all lack the means',
      { parties: two('agreed', 'agreed').map((each) => ({ ...each, hasMeans: false })) },
      'in-person',
      ['online.one-lacks-means 5(2)'],
      ['online.all-lack-means 21(2)'],
    ],
    ['complex', { isComplex: true }, 'in-person', ['online.complex 5(3)'], ['online.complex 21(4)']],
    [
      'a witness is asked for: barred here, not in court',
      { asksForWitness: true },
      'in-person',
      ['online.witness 5(4)'],
      [],
    ],
    [
      'another reason',
      { otherReason: '一方在羁押中' },
      'in-person',
      ['online.other-reason 5(5)'],
      ['online.other-reason 21(7)'],
    ],
    ['not clear', { isClear: false }, 'in-person', ['online.not-clear 4'], []],
    [
      'not clear, one refuses: no mixed mode',
      { isClear: false, parties: two('agreed', 'refused') },
      'in-person',
      ['online.not-clear 4', 'online.consent-missing 4'],
      ['online.some-refuse 4(3)'],
    ],
    [
      'originals to be seen: a reason of the court only',
      { needsOnSiteCheck: true },
      'online',
      [],
      ['online.on-site-check 21(3)'],
    ],
    [
      'national security',
      { touchesNationalSecurity: true },
      'online',
      [],
      ['online.national-security 21(5)'],
    ],
    ['social effect', { hasMajorSocialEffect: true }, 'online', [], ['online.social-effect 21(6)']],
  ])('%s', (_name, change, mode, guangdong, court) => {
    const found = decideOnline({ ...facts, ...change });
    expect(found.value.mode).toBe(mode);
    expect(found.value.guangdong.reasons.map(reason)).toEqual(guangdong);
    expect(found.value.court.reasons.map(reason)).toEqual(court);
    expect(found.value.guangdong.isSuitable).toBe(guangdong.length === 0);
    expect(found.value.court.isSuitable).toBe(court.length === 0);
    const keys = found.steps.map((each) => each.key);
    expect(keys.includes('online.rules-differ')).toBe((guangdong.length === 0) !== (court.length === 0));
    expect(keys).toContain(
      { online: 'online.suitable', mixed: 'online.mixed', 'in-person': 'online.in-person' }[mode],
    );
  });

  it('in mixed mode each attends as agreed', () => {
    const parties = [
      ...two('agreed', 'refused'),
      party('lawyer', 'claimant', 'chosen'),
      party('third', 'third-person'),
    ];
    expect(decideOnline({ ...facts, parties }).value.attendance).toEqual([
      { id: 'worker', attends: 'online' },
      { id: 'company', attends: 'in-person' },
      { id: 'lawyer', attends: 'online' },
      { id: 'third', attends: 'in-person' },
    ]);
  });

  it('a third person who has not agreed keeps it from being all online', () => {
    const parties = [...two('agreed', 'agreed'), party('third', 'third-person')];
    expect(decideOnline({ ...facts, parties }).value.mode).toBe('mixed');
  });

  it('in person nobody attends online', () => {
    const { attendance } = decideOnline({ ...facts, asksForWitness: true }).value;
    expect(attendance.map((each) => each.attends)).toEqual(['in-person', 'in-person']);
  });

  it('no mixed mode where the commission does not want it', () => {
    const change = { ...facts, parties: two('agreed', 'refused') };
    expect(decideOnline(change, { mayMix: false }).value.mode).toBe('in-person');
    expect(decideOnline(change, DEFAULT_ONLINE_SETTINGS).value.mode).toBe('mixed');
  });

  it('the agent of one side refusing does not make both sides refuse', () => {
    const parties = [
      party('worker', 'claimant', 'refused'),
      party('lawyer', 'claimant', 'refused'),
      party('company', 'respondent', 'agreed'),
    ];
    expect(decideOnline({ ...facts, parties }).value.guangdong.reasons.map(reason)).toEqual([
      'online.consent-missing 4',
    ]);
  });

  it('cites Guangdong art. 4 in person where only the conditions are not met, art. 5 where it is barred', () => {
    const cited = (change: Partial<OnlineFacts>) =>
      decideOnline({ ...facts, ...change }).steps.find((each) => each.key === 'online.in-person')?.article
        ?.article;
    expect(cited({ isClear: false })).toBe('4');
    expect(cited({ isComplex: true })).toBe('5');
  });

  it('nobody there is no consent', () => {
    const { guangdong, court, mode } = decideOnline({ ...facts, parties: [] }).value;
    expect([guangdong.isSuitable, court.isSuitable, mode]).toEqual([false, false, 'in-person']);
  });

  const stages: OnlineStage[] = [
    'pre-hearing-conference',
    'evidence-exchange',
    'hearing',
    'mediation',
    'post-hearing-confirmation',
  ];
  it.each(stages)('consent to %s is consent to that stage only', (stage) => {
    const stances = { [stage]: 'agreed' as const };
    const parties = two().map((each) => ({ ...each, stances }));
    const modes = stages.map((each) => decideOnline({ ...facts, parties, stage: each }).value.mode);
    expect(modes).toEqual(stages.map((each) => (each === stage ? 'online' : 'in-person')));
  });

  it('property: online only where all agree, have the means, and nothing of Guangdong art. 5 is there', () => {
    const stance = fc.constantFrom<(Stance | undefined)[]>(
      'agreed',
      'chosen',
      'refused',
      'refused-with-reason',
      undefined,
    );
    fc.assert(
      fc.property(
        stance,
        stance,
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (a, b, hasMeans, isComplex, asksForWitness) => {
          const parties = two(a, b, { hasMeans });
          const { mode } = decideOnline({ ...facts, parties, isComplex, asksForWitness }).value;
          const isAgreed = [a, b].every((each) => each === 'agreed' || each === 'chosen');
          expect(mode === 'online').toBe(isAgreed && hasMeans && !isComplex && !asksForWitness);
        },
      ),
    );
  });
});

describe('changes of mind (court rules 5, 21(2))', () => {
  it.each([
    [true, false, ['online.withdrawn']],
    [false, false, ['online.withdrawn-late']],
    [true, true, ['online.withdrawn-to-delay']],
    [false, true, ['online.withdrawn-late', 'online.withdrawn-to-delay']],
  ])('consent withdrawn, in time %s, to delay %s', (isInReasonableTime, isToDelay, keys) => {
    const found = mayWithdrawConsent({ isInReasonableTime, isToDelay });
    expect(found.steps.map((each) => each.key)).toEqual(keys);
    expect(found.value).toBe(keys[0] === 'online.withdrawn');
    expect(found.basis).toEqual([{ law: 'online-rules', article: '5', paragraph: '2' }]);
  });

  it.each([
    [[], false, ['online.wants-without-reason']],
    [['complex'], true, ['online.wants-complex']],
    [['witness-on-site', 'proof-in-person'], true, ['online.wants-witness', 'online.wants-proof']],
  ] as [(keyof typeof IN_PERSON_REASONS)[], boolean, string[]][])(
    'others wanted in the room: %j',
    (reasons, expected, keys) => {
      const found = mayDemandInPerson(reasons);
      expect(found.value).toBe(expected);
      expect(found.steps.map((each) => each.key)).toEqual(keys);
      expect(found.basis).toEqual([{ law: 'online-rules', article: '5', paragraph: '3' }]);
    },
  );

  it.each<[string, Partial<OnlineFacts>, boolean]>([
    ['nothing has come up', {}, false],
    ['a witness is asked for', { asksForWitness: true }, true],
    ['it turns out complex', { isComplex: true }, true],
    ['one no longer agrees, without a reason: the others stay', { parties: two('agreed', 'refused') }, false],
  ])('under way: %s', (_name, change, expected) => {
    const found = mustLeaveOnline({ ...facts, ...change });
    expect(found.value).toBe(expected);
    expect(found.steps.some((each) => each.key === 'online.stays-valid')).toBe(expected);
  });

  it('under way without mixed mode', () => {
    expect(mustLeaveOnline({ ...facts, parties: two('agreed', 'refused') }, { mayMix: false }).value).toBe(
      true,
    );
  });
});
