import { Citations, product } from '../../test/support/citations';
import { localDate as d } from '../kernel/local-date';
import { decideAbsence } from './absence';
import { awardRights, employersSetAside } from './award-rights';
import {
  checkElection,
  decideCollective,
  decideRepresentativeAct,
  effectPerWorker,
  mayApplyOnCollectiveContract,
  mayOpenCollectiveHearing,
  missingFromCombinedNotice,
} from './collective';
import {
  decideSuspension,
  decideTermination,
  mayExtend,
  SUSPENSION_GROUNDS,
  SuspensionGround,
} from './course-of-case';
import { courtView, decideFinality, DEFAULT_FINALITY_SETTINGS } from './finality';
import { decideOnline, mayDemandInPerson, mayWithdrawConsent, mustLeaveOnline } from './online-hearing';
import { decideRecusal, mayActWhileChallenged } from './recusal';
import { decideConversion, decideSimplified, defencePeriods, maySimplyServe } from './simplified-procedure';
import { MINIMUM_WAGE } from './tables/minimum-wage';
import { candidates, checkTribunal, composition, RelationKind } from './tribunal';

/**
 * Which article each sentence stands on. The functions are run over combinations of their facts; what they cite is
 * compared with a table that was read against the texts: law article(paragraph)[item].
 */

const citations = new Citations();
const BOTH = [true, false] as const;
const day = d('2026-11-20');
const later = d('2026-11-24');
const end = d('2026-11-23');

function runAll(): void {
  for (const facts of product<Parameters<typeof decideAbsence>[0]>({
    role: ['claimant', 'respondent'],
    happened: ['did-not-come', 'left-without-leave'],
    hasGoodReason: BOTH,
    isSimplified: BOTH,
    isTechnicalFailure: BOTH,
    notice: [
      null,
      ...product<NonNullable<Parameters<typeof decideAbsence>[0]['notice']>>({
        channel: ['written', 'simple'],
        isReceiptProven: BOTH,
        isConfirmed: BOTH,
        isInTime: BOTH,
      }),
    ],
  }))
    citations.look('absence', decideAbsence(facts));

  for (const named of [null, '法院']) {
    const courts = { base: named, intermediate: named };
    citations.look(
      'rights',
      awardRights(
        { kind: 'final', workerSuitDays: 15, employerSuitDays: null, employerSetAsideDays: 30 },
        courts,
      ),
    );
    citations.look(
      'rights',
      awardRights(
        { kind: 'non-final', workerSuitDays: 15, employerSuitDays: 15, employerSetAsideDays: null },
        courts,
      ),
    );
  }
  for (const workersSuit of [
    { state: 'none' },
    { state: 'pending' },
    { state: 'ended', rulingReceivedOn: later },
  ] as const)
    citations.look('set aside', employersSetAside({ receivedOn: day, workersSuit }));

  for (const facts of product<Parameters<typeof decideCollective>[0]>({
    workers: [9, 10],
    hasCommonClaims: BOTH,
    isCollectiveContract: BOTH,
    isFitForSimple: BOTH,
  }))
    for (const mayHandleSimply of BOTH)
      citations.look('collective', decideCollective(facts, { mayHandleSimply }));
  for (const count of [2, 3, 6]) {
    const representatives = Array.from({ length: count }, (_, index) => String(index));
    const workers = Array.from({ length: 10 }, (_, index) => String(index));
    citations.look('election', checkElection({ workers, hasCommonClaims: true, representatives }));
    citations.look(
      'election',
      checkElection({ workers: ['0'], hasCommonClaims: true, representatives: [...representatives, '0'] }),
    );
  }
  for (const consenting of [[], ['a']])
    citations.look('representatives', decideRepresentativeAct('settle', ['a'], consenting));
  citations.look('representatives', decideRepresentativeAct('attend', ['a'], []));
  citations.look('combined notice', missingFromCombinedNotice([]));
  for (const facts of product<Parameters<typeof mayApplyOnCollectiveContract>[0]>({
    applicant: ['union', 'elected-representatives', 'other'],
    hasUnion: BOTH,
    isGuidedByUpperUnion: BOTH,
    hasNegotiationFailed: BOTH,
  }))
    citations.look('collective contract', mayApplyOnCollectiveContract(facts));
  for (const tried of BOTH) citations.look('collective hearing', mayOpenCollectiveHearing(tried, false));
  citations.look('effect', effectPerWorker(['a'], []));

  for (const ground of Object.keys(SUSPENSION_GROUNDS) as SuspensionGround[])
    for (const facts of product<{
      isOver: boolean;
      explanation: string;
      isSuspended: boolean;
      approvedBy: 'head' | null;
    }>({
      isOver: BOTH,
      explanation: ['', '说明'],
      isSuspended: BOTH,
      approvedBy: ['head', null],
    }))
      citations.look('suspension', decideSuspension({ ...facts, causes: [{ ...facts, ground }] }));
  for (const facts of product<Parameters<typeof mayExtend>[0]>({
    isComplex: BOTH,
    days: [15, 16],
    extendedBy: [0],
    approval: [null, { by: 'head', isWritten: true }, { by: 'head', isWritten: false }],
    decidedOn: [day, later],
    periodEndsOn: [end],
  }))
    citations.look('extension', mayExtend(facts));
  for (const facts of product<Parameters<typeof decideTermination>[0]>({
    isOverrun: BOTH,
    suit: ['none', 'filed', 'accepted'],
  }))
    citations.look('termination', decideTermination(facts));

  for (const kind of [
    'labour-remuneration',
    'economic-compensation',
    'labour-standard',
    'relation-confirmation',
    'other',
  ] as const)
    for (const awarded of [100, 9_999_999])
      for (const claimedBy of ['worker', 'employer'] as const)
        citations.look(
          'finality',
          decideFinality(
            {
              items: [{ id: 'a', kind, awarded, claimedBy }],
              area: 'guangzhou',
              appliedOn: day,
              awardedOn: day,
            },
            DEFAULT_FINALITY_SETTINGS,
            MINIMUM_WAGE,
          ),
        );
  for (const stated of ['final', 'non-final', null] as const)
    for (const items of [[true], [false], [true, false]])
      citations.look(
        'court',
        courtView(
          stated,
          items.map((isFinal) => ({ isFinal })),
        ),
      );

  for (const a of ['agreed', 'refused', 'refused-with-reason', undefined] as const)
    for (const b of ['agreed', 'refused', undefined] as const)
      for (const facts of product<{
        hasMeans: boolean;
        isServedByPublicNotice: boolean;
        isClear: boolean;
        against: boolean;
      }>({
        hasMeans: BOTH,
        isServedByPublicNotice: BOTH,
        isClear: BOTH,
        against: BOTH,
      })) {
        const { against } = facts;
        const person = (id: string, side: 'claimant' | 'respondent', stance: typeof a) => ({
          id,
          side,
          stances: stance ? { hearing: stance } : {},
          ...facts,
        });
        const online = {
          stage: 'hearing' as const,
          parties: [person('a', 'claimant', a), person('b', 'respondent', b)],
          isClear: facts.isClear,
          isComplex: against,
          asksForWitness: against,
          needsOnSiteCheck: against,
          touchesNationalSecurity: against,
          hasMajorSocialEffect: against,
          otherReason: against ? '其他' : null,
        };
        citations.look('online', decideOnline(online));
        citations.look('online under way', mustLeaveOnline(online));
      }
  for (const facts of product<Parameters<typeof mayWithdrawConsent>[0]>({
    isInReasonableTime: BOTH,
    isToDelay: BOTH,
  }))
    citations.look('consent', mayWithdrawConsent(facts));
  citations.look('in person', mayDemandInPerson([]));
  citations.look('in person', mayDemandInPerson(['complex', 'witness-on-site', 'proof-in-person']));

  for (const facts of product<Parameters<typeof decideRecusal>[0]>({
    ground: ['near-relative', 'interest', 'other-relation', 'private-contact', null],
    hasReasons: BOTH,
    stage: ['before-hearing', 'before-debate-ends', 'after-debate'],
    isKnownSinceOpening: BOTH,
    challenged: ['arbitrator', 'recorder'],
    isHeadOfCommission: BOTH,
  }))
    citations.look('recusal', decideRecusal(facts));
  for (const isUrgent of BOTH) citations.look('recusal', mayActWhileChallenged(isUrgent));

  const rows = [
    { area: 'guangdong', from: d('2026-06-01'), value: 100, source: '测试用数', isVerified: true },
  ];
  const fit = {
    isClear: BOTH,
    amount: [100, 101],
    haveBothAgreed: BOTH,
    touchesPublicInterest: BOTH,
    hasMajorSocialEffect: BOTH,
    isRespondentMissing: BOTH,
    isUnfitForSimple: BOTH,
  };
  for (const facts of product<Parameters<typeof decideSimplified>[0]>({
    ...fit,
    province: ['guangdong', '其他'],
    on: [day],
  }))
    citations.look('simple handling', decideSimplified(facts, rows));
  for (const isSimplified of BOTH) {
    for (const agreedDays of [null, 0, 5])
      citations.look('defence period', defencePeriods(isSimplified, [{ respondent: '甲', agreedDays }]));
    for (const paper of ['award', 'hearing-notice', 'other'] as const)
      citations.look('simple service', maySimplyServe(isSimplified, paper));
    for (const decidedOn of [day, later])
      for (const isUnfitForSimple of BOTH)
        citations.look(
          'conversion',
          decideConversion({
            isSimplified,
            decidedOn,
            periodEndsOn: end,
            isUnfitForSimple,
            touchesPublicInterest: false,
            hasMajorSocialEffect: false,
            isRespondentMissing: false,
          }),
        );
  }
  for (const facts of product<Parameters<typeof composition>[0]>({
    ...fit,
    averageYearlyWage: [100, null],
    workers: [10],
    hasCommonClaims: BOTH,
    isCollectiveContract: BOTH,
    isMajorOrDifficult: BOTH,
    isThreeByDecision: BOTH,
  }))
    citations.look('composition', composition(facts));
  const three = ['a', 'b', 'c'];
  for (const facts of product<Parameters<typeof checkTribunal>[0]>({
    arbitratorIds: [three, ['a'], ['a', 'a']],
    presidingId: ['a', null],
    recorderIds: [['a'], ['r']],
    needs: ['sole', 'three'],
    isCollectiveContract: BOTH,
    sides: [[]],
  }))
    citations.look('tribunal', checkTribunal(facts));
  const engaged = { commissionId: 'n', kind: 'home' as const, from: d('2024-01-01'), to: d('2028-12-31') };
  const seat = { commissionId: 'n', on: day, parties: ['p'], agents: ['g'], recorderIds: ['r'] };
  for (const id of ['p', 'g', 'r', 'x'])
    for (const kind of [
      'near-relative',
      'interest',
      'employed-by',
      'other-relation',
      'private-contact',
    ] as RelationKind[])
      for (const engagement of [
        engaged,
        { ...engaged, to: d('2025-12-31') },
        { ...engaged, kind: 'mutual' as const, to: d('2025-12-31') },
        { ...engaged, from: d('2027-01-01') },
        { ...engaged, commissionId: 'o' },
      ]) {
        const found = candidates(
          [
            {
              id,
              engagements: [engagement],
              leaves: [],
              relations: [{ kind, to: 'p' }],
              load: 0,
              loadLimit: 0,
            },
          ],
          seat,
        );
        citations.look('candidates', found);
        citations.look('candidates', {
          value: 0,
          basis: [],
          steps: found.value.excluded.flatMap((each) => each.reasons),
        });
      }
}

describe('the article behind each sentence, from the tribunal to the remedies', () => {
  runAll();

  it('is the one of the table, sentence by sentence', () => {
    expect(citations.steps).toEqual(STEPS);
  });

  it('is joined by those that the answer rests on as a whole', () => {
    expect(citations.bases).toEqual(BASES);
  });
});

const STEPS: Record<string, string> = {
  'absence.did-not-come': 'rules 39',
  'absence.good-reason': 'rules 39',
  'absence.left': 'rules 39',
  'absence.may-deem-withdrawn': 'rules 39',
  'absence.may-default': 'rules 39',
  'absence.no-notice': 'rules 39',
  'absence.no-refiling': 'rules 39',
  'absence.not-confirmed': 'rules 59(2)',
  'absence.notice-late': 'law 35',
  'absence.receipt-unproven': 'rules 39',
  'absence.simple-notice': 'rules 59(1)',
  'absence.technical-failure': 'online-rules 25(2)',
  'collective.act-binds': 'rules 63(1)',
  'collective.all-consent': 'rules 63(1)',
  'collective.applicant-proper': 'rules 63(2)',
  'collective.by-contract': 'rules 62(1)',
  'collective.by-number': 'rules 62(1)',
  'collective.consent-missing': 'rules 63(1)',
  'collective.effect-per-worker': 'interpretation-1 17',
  'collective.elected-twice': 'rules 63(1)',
  'collective.election-valid': 'rules 63(1)',
  'collective.guided-representatives': 'rules 63(2)',
  'collective.may-open': 'rules 66(1)',
  'collective.mediate-first': 'rules 66(1)',
  'collective.negotiate-first': 'rules 63(2)',
  'collective.not-collective': 'rules 62(1), rules 63(1)',
  'collective.notice-defence-period': 'rules 64',
  'collective.notice-evidence-period': 'rules 64',
  'collective.notice-hearing-day': 'rules 64',
  'collective.notice-hearing-place': 'rules 64',
  'collective.notice-tribunal': 'rules 64',
  'collective.priority': 'rules 5',
  'collective.simple-by-setting': 'rules 62(2)',
  'collective.three': 'rules 65(1)',
  'collective.three-by-setting': 'org-rules 13(1)',
  'collective.too-few': 'rules 63(1)',
  'collective.too-many': 'rules 63(1)',
  'collective.tripartite': 'rules 65(2)',
  'collective.union-applies': 'rules 63(2)',
  'collective.venue': 'rules 67',
  'extension.allowed': 'rules 45',
  'extension.needs-approval': 'rules 45',
  'extension.needs-writing': 'rules 45',
  'extension.not-complex': 'rules 45',
  'extension.period-over': 'law 43(1)',
  'extension.too-long': 'rules 45',
  'finality.above-threshold': 'rules 50(1), rules 50(2)',
  'finality.employers-claim': 'interpretation-1 19',
  'finality.labour-standard': 'rules 50(3)',
  'finality.mixed-document': 'interpretation-1 20',
  'finality.other-kind': 'law 50',
  'finality.relation-confirmed': 'joint-opinion-1 11',
  'finality.relation-not-verified': '–',
  'finality.says-final': 'interpretation-1 18',
  'finality.says-non-final': 'interpretation-1 18',
  'finality.says-nothing-final': 'interpretation-1 19',
  'finality.says-nothing-non-final': 'interpretation-1 18',
  'finality.threshold': 'rules 50(1)',
  'finality.within-threshold': 'rules 50(1), rules 50(2)',
  'online.all-lack-means': 'online-rules 21(1)[2]',
  'online.both-refuse': 'gd-online-rules 5(1)[1], online-rules 21(1)[1]',
  'online.complex': 'gd-online-rules 5(1)[3], online-rules 21(1)[4]',
  'online.consent-missing': 'gd-online-rules 4(1)',
  'online.in-person': 'gd-online-rules 4(1), gd-online-rules 5(1)',
  'online.mixed': 'online-rules 4(2)[3]',
  'online.national-security': 'online-rules 21(1)[5]',
  'online.not-clear': 'gd-online-rules 4(1)',
  'online.on-site-check': 'online-rules 21(1)[3]',
  'online.one-lacks-means': 'gd-online-rules 5(1)[2]',
  'online.other-reason': 'gd-online-rules 5(1)[5], online-rules 21(1)[7]',
  'online.public-notice-silent': 'online-rules 23',
  'online.refuses-with-reason': 'gd-online-rules 5(1)[1], online-rules 21(1)[1]',
  'online.rules-differ': 'online-rules 21(1)',
  'online.silent': 'online-rules 4(1)',
  'online.social-effect': 'online-rules 21(1)[6]',
  'online.some-refuse': 'online-rules 4(2)[3]',
  'online.stays-valid': 'online-rules 21(2)',
  'online.suitable': 'gd-online-rules 4(1)',
  'online.wants-complex': 'online-rules 5(3)',
  'online.wants-proof': 'online-rules 5(3)',
  'online.wants-without-reason': 'online-rules 5(3)',
  'online.wants-witness': 'online-rules 5(3)',
  'online.withdrawn': 'online-rules 5(2)',
  'online.withdrawn-late': 'online-rules 5(2)',
  'online.withdrawn-to-delay': 'online-rules 5(2)',
  'online.witness': 'gd-online-rules 5(1)[4]',
  'recusal.after-debate': 'rules 11(2)',
  'recusal.commission-decides': 'rules 12(1)',
  'recusal.head-decides': 'rules 12(1)',
  'recusal.interest': 'law 33(1)[2]',
  'recusal.known-before': 'rules 11(1)',
  'recusal.near-relative': 'law 33(1)[1]',
  'recusal.needs-reasons': 'rules 11(1)',
  'recusal.other-relation': 'law 33(1)[3]',
  'recusal.own-duty': 'law 33(1)',
  'recusal.private-contact': 'law 33(1)[4]',
  'recusal.three-days': 'rules 11(3)',
  'recusal.urgent': 'rules 12(2)',
  'recusal.work-stops': 'rules 12(2)',
  'rights.employer-sues': 'law 50',
  'rights.enforce': 'law 51',
  'rights.final': 'law 47',
  'rights.non-final': 'law 50',
  'rights.part': 'interpretation-1 16',
  'rights.set-aside': 'law 49(1)',
  'rights.set-aside-again': 'interpretation-1 21(2)',
  'rights.set-aside-at': 'law 49(1)',
  'rights.set-aside-from': 'law 49(1)',
  'rights.set-aside-waits': 'interpretation-1 21(1)',
  'rights.worker-sues': 'law 48, law 50',
  'simplified.average-missing': 'rules 56(1)[2]',
  'simplified.confirmed-facts': 'rules 61(2)',
  'simplified.convert': 'rules 61(1)',
  'simplified.convert-late': 'rules 61(1)',
  'simplified.defence-agreed': 'rules 58',
  'simplified.defence-given-up': 'rules 58',
  'simplified.defence-not-simple': 'rules 58',
  'simplified.defence-whole': 'rules 33(2)',
  'simplified.is-ordinary': 'rules 61(1)',
  'simplified.no-ground': 'rules 56(1)',
  'simplified.period-goes-on': 'rules 61(2)',
  'simplified.service-allowed': 'rules 59(1)',
  'simplified.service-barred': 'rules 59(1)',
  'simplified.service-confirm': 'rules 59(2)',
  'simplified.service-not-simple': 'rules 59(1)',
  'simplified.still-fit': 'rules 61(1)',
  'simplified.tell-parties': 'rules 56(2)',
  'suspension.appraisal': 'rules 47(1)[6]',
  'suspension.capacity-lost': 'rules 47(1)[2]',
  'suspension.employer-ended': 'rules 47(1)[3]',
  'suspension.force-majeure': 'rules 47(1)[4]',
  'suspension.must-resume': 'rules 47(2)',
  'suspension.needs-approval': 'rules 47(1)',
  'suspension.no-ground': 'rules 47(1)',
  'suspension.other': 'rules 47(1)[7]',
  'suspension.other-case': 'rules 47(1)[5]',
  'suspension.over':
    'rules 47(1)[1], rules 47(1)[2], rules 47(1)[3], rules 47(1)[4], rules 47(1)[5], rules 47(1)[6], rules 47(1)[7]',
  'suspension.tell-parties': 'rules 47(1)',
  'suspension.unexplained': 'rules 47(1)[7]',
  'suspension.worker-died': 'rules 47(1)[1]',
  'termination.accepted': 'rules 48',
  'termination.not-accepted': 'rules 48',
  'termination.not-overrun': 'rules 48',
  'termination.not-sued': 'rules 48',
  'tribunal.considered': '–',
  'tribunal.employed-by-party': 'law 33(1)[3]',
  'tribunal.engagement-ended': 'org-rules 24',
  'tribunal.form-again': 'org-rules 15',
  'tribunal.interest': 'law 33(1)[2]',
  'tribunal.is-agent': 'org-rules 33[8]',
  'tribunal.is-party': 'law 33(1)[1]',
  'tribunal.is-recorder': 'org-rules 14(2)',
  'tribunal.load-limit': '–',
  'tribunal.mutual-engagement-ended': 'org-rules 24',
  'tribunal.near-relative': 'law 33(1)[1]',
  'tribunal.neither-one-nor-three': 'law 31',
  'tribunal.no-presiding': 'law 31',
  'tribunal.not-engaged': 'law 20(1)',
  'tribunal.not-engaged-yet': 'org-rules 24',
  'tribunal.not-three': 'law 31',
  'tribunal.not-tripartite': 'rules 65(2)',
  'tribunal.other-relation': 'law 33(1)[3]',
  'tribunal.private-contact': 'law 33(1)[4]',
  'tribunal.proper': 'law 31',
  'tribunal.ranked': '–',
  'tribunal.seated-twice': '–',
  'tribunal.simple-agreed': 'rules 56(1)[3]',
  'tribunal.simple-amount': 'rules 56(1)[2]',
  'tribunal.simple-clear': 'rules 56(1)[1]',
  'tribunal.three-by-decision': 'org-rules 13(1)[4]',
  'tribunal.three-collective': 'org-rules 13(1)[1]',
  'tribunal.three-collective-contract': 'org-rules 13(1)[2]',
  'tribunal.three-major': 'org-rules 13(1)[3]',
  'tribunal.three-not-simple': 'law 31',
  'tribunal.three-public-interest': 'rules 57[1]',
  'tribunal.three-respondent-missing': 'rules 57[3]',
  'tribunal.three-social-effect': 'rules 57[2]',
  'tribunal.three-unfit': 'rules 57[4]',
};
const BASES: Record<string, string> = {
  absence: 'law 36, rules 39',
  candidates: 'law 20, law 31, law 33, org-rules 24',
  collective: 'law 7, org-rules 13, rules 62',
  composition: 'law 31, org-rules 13, rules 56, rules 57',
  'defence period': 'rules 33(2), rules 58',
  election: 'law 7',
  extension: 'law 43(1), rules 45',
  finality: 'law 47, rules 50',
  online: 'gd-online-rules 5',
  'online under way': 'gd-online-rules 5',
  rights: 'rules 50(4)',
  'simple handling': 'rules 56, rules 57',
  suspension: 'rules 47',
  termination: 'law 43(1)',
  tribunal: 'law 31, org-rules 13',
};
