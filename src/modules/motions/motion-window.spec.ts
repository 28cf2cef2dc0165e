import { calendar } from '../../../test/support/law';
import { localDate as d } from '../../kernel/local-date';
import type { MotionDetails, MotionKind } from './motion.kinds';
import { windowOf, type MotionSituation } from './motion-window';

const situation: MotionSituation = {
  today: d('2026-03-10'),
  calendar,
  isResultMade: false,
  evidenceUntil: d('2026-03-20'),
  awardDueOn: d('2026-04-24'),
  extendedBy: 0,
  hearingOn: d('2026-03-18'),
  begunHearing: {
    on: d('2026-03-09'),
    notice: { channel: 'written', isReceiptProven: true, isConfirmed: false, isInTime: true },
    noticeServedOn: d('2026-02-28'),
  },
  lostDays: [],
  suspendedOn: null,
  suspension: null,
};
const LOST: MotionSituation['lostDays'] = [
  { period: 'defence', dueOn: d('2026-03-09'), endedOn: d('2026-03-09') },
];
const award: MotionDetails = { error: 'writing', wrong: '一', right: '二' };

describe('when a motion may be filed or granted', () => {
  it.each<[string, MotionKind, MotionDetails | null, Partial<MotionSituation>, boolean, string | null]>([
    ['withdrawal', 'withdrawal', null, {}, false, null],
    ['after the result', 'withdrawal', null, { isResultMade: true }, false, 'withdrawal.too-late'],
    ['extension, to be approved', 'extension', null, {}, false, null],
    ['extension approved', 'extension', { days: 15 }, {}, true, null],
    ['sixteen days in all', 'extension', { days: 8 }, { extendedBy: 8 }, false, 'extension.too-long'],
    [
      'after the period',
      'extension',
      { days: 1 },
      { awardDueOn: d('2026-03-09') },
      true,
      'extension.period-over',
    ],
    ['on its last day', 'extension', { days: 1 }, { awardDueOn: d('2026-03-10') }, true, null],
    ['while no period runs', 'extension', { days: 1 }, { awardDueOn: null }, true, null],
    ['suspension, nothing said yet', 'suspension', null, {}, false, null],
    ['suspension', 'suspension', { ground: 'appraisal', reason: '鉴定' }, {}, false, null],
    ['suspension approved', 'suspension', { ground: 'worker-died' }, {}, true, null],
    ['no explanation', 'suspension', { ground: 'other', reason: '' }, {}, true, 'suspension.unexplained'],
    ['resumption', 'resumption', null, { suspension: { ground: 'appraisal', reason: '鉴定' } }, false, null],
    ['resumption of nothing', 'resumption', null, {}, false, null],
    ['postponement', 'postponement', null, {}, false, null],
    ['no hearing to postpone', 'postponement', null, { hearingOn: null }, false, null],
    ['evidence, no day named', 'evidence-extension', null, {}, false, null],
    ['evidence until another day', 'evidence-extension', { until: '2026-03-27' }, {}, true, null],
    [
      'evidence until the same day',
      'evidence-extension',
      { until: '2026-03-20' },
      {},
      true,
      'evidence-extension.not-later',
    ],
    [
      'evidence after the period',
      'evidence-extension',
      null,
      { today: d('2026-03-21') },
      false,
      'evidence-extension.late',
    ],
    [
      'no evidence period',
      'evidence-extension',
      null,
      { evidenceUntil: null },
      false,
      'evidence-extension.no-period',
    ],
    ['no day was lost', 'outage-extension', null, {}, false, 'outage.none'],
    ['a day was lost', 'outage-extension', null, { lostDays: LOST }, false, null],
    [
      'another period was lost',
      'outage-extension',
      { period: 'evidence', until: '2026-03-20' },
      { lostDays: LOST },
      false,
      'outage.none',
    ],
    [
      'asked too late',
      'outage-extension',
      null,
      { lostDays: LOST, today: d('2026-03-20') },
      false,
      'outage.late',
    ],
    [
      'of two outages the later is still open',
      'outage-extension',
      null,
      {
        lostDays: [
          ...LOST,
          { period: 'evidence', dueOn: d('2026-03-12'), endedOn: d('2026-03-12') },
          ...LOST,
        ],
        today: d('2026-03-20'),
      },
      false,
      null,
    ],
    [
      'until the day that was lost',
      'outage-extension',
      { period: 'defence', until: '2026-03-09' },
      { lostDays: LOST },
      true,
      'outage.not-later',
    ],
    ['absence', 'deemed-withdrawal', null, {}, false, null],
    ['no hearing has begun', 'deemed-withdrawal', null, { begunHearing: null }, false, 'absence.no-notice'],
    [
      'a good reason',
      'deemed-withdrawal',
      { happened: 'left-without-leave', hasGoodReason: true },
      {},
      true,
      'absence.good-reason',
    ],
    ['an outage', 'deemed-withdrawal', { isTechnicalFailure: true }, {}, true, 'absence.technical-failure'],
    ['revocation, nothing said yet', 'revocation', null, {}, false, null],
    ['revocation', 'revocation', { ground: 'scope' }, {}, true, null],
    [
      'another commission’s',
      'revocation',
      { ground: 'jurisdiction' },
      {},
      true,
      'revocation.transfer-instead',
    ],
    ['not overrun', 'termination', null, {}, false, 'termination.not-overrun'],
    [
      'court took it on the last day',
      'termination',
      { courtAcceptedOn: '2026-04-24' },
      { today: d('2026-05-01') },
      true,
      'termination.not-overrun',
    ],
    [
      'court took it after the last day',
      'termination',
      { courtAcceptedOn: '2026-04-25' },
      { today: d('2026-05-01') },
      true,
      null,
    ],
    ['no period runs', 'termination', null, { awardDueOn: null }, false, 'termination.not-overrun'],
    ['correction, nothing said yet', 'award-correction', null, { isResultMade: true }, false, null],
    ['correction', 'award-correction', award, { isResultMade: true }, true, null],
    [
      'correction of nothing',
      'award-correction',
      { error: 'writing' },
      { isResultMade: true },
      true,
      'award-correction.unchanged',
    ],
    [
      'never decided',
      'award-correction',
      { error: 'left-out', right: '二' },
      { isResultMade: true },
      true,
      'award-correction.new-decision',
    ],
    [
      'left out',
      'award-correction',
      { error: 'left-out', right: '二', wasDecided: true },
      { isResultMade: true },
      true,
      null,
    ],
  ])('%s', (_name, kind, details, change, approves, problem) => {
    expect(windowOf(kind, { ...situation, ...change }, details, approves).problem?.key ?? null).toBe(problem);
  });

  it.each([
    ['2026-03-13', false],
    ['2026-03-16', true],
  ])('a postponement asked for on %s for the 18th is late: %s', (today, isLate) => {
    const found = windowOf('postponement', { ...situation, today: d(today) }, null);
    expect(found).toMatchObject({ problem: null, isLate });
    expect(found.finding).not.toBeNull();
  });
});
