import { calendar } from '../../test/support/law';
import { Citations, product } from '../../test/support/citations';
import { localDate as d } from '../kernel/local-date';
import {
  AcceptanceConditions,
  decideAcceptance,
  decidePreCaseMediation,
  decideRevocation,
} from './acceptance';
import { commissionFor } from './commission-area';
import { jointParties } from './joint-parties';
import { decideCompetence, doesMoveCount, seatOf } from './jurisdiction';
import { decideObjection, decideTransfer } from './jurisdiction-objection';
import { decideCounterclaim, decideNewClaims } from './later-claims';
import {
  decideReview,
  decideReviewApplication,
  lastReviewDay,
  NO_STATEMENT_GROUNDS,
  NoStatementGround,
  REVIEW_PAPERS,
  ReviewPaper,
} from './mediation-review';
import { decideSameMatter } from './same-matter';
import { decideScope } from './scope';
import { COMMISSION_AREAS } from './tables/areas';

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
  for (const facts of product<AcceptanceConditions>({
    isWithinScope: BOTH,
    hasClearClaims: BOTH,
    hasProperParties: BOTH,
    jurisdiction: [{ isOurs: true }, { isOurs: false, competent: '佛山' }],
    isLimitationAtRisk: BOTH,
  })) {
    citations.look('acceptance', decideAcceptance(facts));
    citations.look('revocation', decideRevocation(facts));
  }
  for (const facts of product<Parameters<typeof decidePreCaseMediation>[0]>({
    wasMediated: BOTH,
    claimantAgrees: [true, false, null],
    respondentAgrees: [true, false, null],
  }))
    citations.look('pre-case mediation', decidePreCaseMediation(facts));

  for (const city of ['guangzhou', 'jiangmen'])
    citations.look('area', commissionFor({ name: '某地', city, district: 'nansha' }, day, COMMISSION_AREAS));

  for (const facts of product<Parameters<typeof jointParties>[0]>({
    isDispatched: BOTH,
    worksForContractor: BOTH,
    status: ['unlicensed', 'ordinary'],
    canBearLiability: BOTH,
    borrowsLicence: BOTH,
    change: ['none', 'merged', 'divided'],
    isAboutNewEmployer: BOTH,
    named: [[]],
  }))
    citations.look('joint parties', jointParties(facts));

  const here = { name: '甲地', commission: 'a' };
  const there = { name: '乙地', commission: 'b' };
  const seats = [
    ...product<Parameters<typeof seatOf>[0]>({
      isRegistered: BOTH,
      registered: [here, null],
      mainOffice: [there, null],
      sponsors: [[], [there]],
    }),
  ];
  for (const seat of seats) {
    citations.look('seat', seatOf(seat));
    for (const workplaces of [[], [here], [here, there], [{ name: '丙地', commission: null }]])
      for (const acceptedOn of [null, day])
        for (const by of ['worker', 'employer'] as const)
          citations.look(
            'competence',
            decideCompetence({
              workplaces,
              seat,
              applications: [
                { by: 'worker', commission: 'a', acceptedOn: day },
                { by, commission: 'b', acceptedOn },
              ],
            }),
          );
    citations.look(
      'competence',
      decideCompetence({
        workplaces: [here, there],
        seat,
        applications: [
          { by: 'worker', commission: 'a', acceptedOn: null },
          { by: 'worker', commission: 'b', acceptedOn: null },
        ],
      }),
    );
  }
  for (const movedOn of [day, later]) citations.look('moves', doesMoveCount(movedOn, end));
  for (const facts of product<Parameters<typeof decideObjection>[0]>({
    isWritten: BOTH,
    filedOn: [day, later],
    defenceEndsOn: [end],
    examined: [null, { isFounded: false }, { isFounded: true, competent: '佛山' }],
  }))
    citations.look('objection', decideObjection(facts));
  for (const facts of product<Parameters<typeof decideTransfer>[0]>({
    arrivedBy: ['filing', 'transfer', 'designation'],
    isAccepted: BOTH,
    jurisdiction: [{ isOurs: true }, { isOurs: false, competent: '佛山' }],
    isDisputed: BOTH,
  }))
    citations.look('transfer', decideTransfer(facts));

  for (const facts of product<Parameters<typeof decideCounterclaim>[0]>({
    filedOn: [day, later],
    defenceEndsOn: [end],
    isAcceptable: BOTH,
    mustBeSeparate: BOTH,
    isJoined: BOTH,
  }))
    citations.look('counterclaim', decideCounterclaim(facts));
  for (const facts of product<Parameters<typeof decideNewClaims>[0]>({
    proposedOn: [day, later],
    evidenceEndsOn: [end],
    isAcceptable: BOTH,
    hasWaivedDefence: BOTH,
    isCompensationToDamages: BOTH,
    isDebateOver: [false],
  }))
    citations.look('new claims', decideNewClaims(facts, { mayChangeIntoDamagesUntilDebateEnds: true }));

  citations.look('review window', lastReviewDay(d('2026-11-03'), calendar));
  for (const facts of product<Parameters<typeof decideReviewApplication>[0]>({
    isByOrganisation: BOTH,
    isJoint: BOTH,
    papers: [[], Object.keys(REVIEW_PAPERS) as ReviewPaper[]],
    effectiveOn: [d('2026-11-03')],
    filedOn: [d('2026-11-18'), later],
    isWithinScope: BOTH,
    isOurs: BOTH,
    confirmsRelation: BOTH,
    isConfirmedByCourt: BOTH,
  }))
    citations.look('review', decideReviewApplication(facts, calendar));
  for (const facts of product<Parameters<typeof decideReview>[0]>({
    grounds: [[], Object.keys(NO_STATEMENT_GROUNDS) as NoStatementGround[]],
    isWithdrawn: BOTH,
    isServed: BOTH,
  }))
    citations.look('review result', decideReview(facts));

  for (const facts of product<Parameters<typeof decideSameMatter>[0][number]>({
    number: ['1'],
    hasSameFacts: BOTH,
    hasSameReasons: [true],
    hasSameClaims: [true],
    closing: ['open', 'refused', 'mediated', 'awarded', 'withdrawn', 'deemed-withdrawn', 'revoked'],
    isEffective: BOTH,
    court: ['none', 'pending', 'judgment-effective'],
  }))
    citations.look('same matter', decideSameMatter([facts]));
  citations.look('same matter', decideSameMatter([]));
  citations.look(
    'scope',
    decideScope({
      kind: null,
      exclusions: [
        'insurance-agency',
        'public-housing',
        'appraisal-conclusion',
        'domestic-service',
        'craftsman-apprentice',
        'farm-household',
      ],
    }),
  );
  citations.look('scope', decideScope({ kind: 'labour', exclusions: [] }));
}

describe('the article behind each sentence, from jurisdiction to later claims', () => {
  runAll();

  it('is the one of the table, sentence by sentence', () => {
    expect(citations.steps).toEqual(STEPS);
  });

  it('is joined by those that the answer rests on as a whole', () => {
    expect(citations.bases).toEqual(BASES);
  });
});

const STEPS: Record<string, string> = {
  'acceptance.claims-met': 'rules 30[2]',
  'acceptance.claims-not-met': 'rules 30[2]',
  'acceptance.jurisdiction-met': 'rules 30[4]',
  'acceptance.jurisdiction-not-met': 'rules 30[4], rules 31(1)',
  'acceptance.limitation-no-ground': 'rules 30',
  'acceptance.parties-met': 'rules 30[3]',
  'acceptance.parties-not-met': 'rules 30[3]',
  'acceptance.scope-met': 'rules 2[1], rules 30[1]',
  'acceptance.scope-not-met': 'rules 2, rules 30[1]',
  'acceptance.to-revoke': 'rules 32',
  'counterclaim.apart': 'rules 36(2)',
  'counterclaim.in-time': 'rules 36(1)',
  'counterclaim.joined': 'rules 36(2)',
  'counterclaim.late': 'rules 36(4)',
  'counterclaim.refused': 'rules 36(3)',
  'counterclaim.separate': 'rules 36(3)',
  'joint-party.contracting-organisation': 'rules 7',
  'joint-party.contractor': 'rules 7',
  'joint-party.dispatching-unit': 'law 22(2)',
  'joint-party.divided-unit': 'interpretation-1 26',
  'joint-party.employer-can-bear': 'rules 6',
  'joint-party.licence-lender': 'interpretation-1 30',
  'joint-party.merged-unit': 'interpretation-1 26(1)',
  'joint-party.new-employer': 'interpretation-1 27(1)',
  'joint-party.nobody': 'law 22(1)',
  'joint-party.sponsor': 'rules 6',
  'joint-party.user-unit': 'law 22(2)',
  'jurisdiction.accepted-same-day': '–',
  'jurisdiction.agree-or-designate': 'rules 9(2)',
  'jurisdiction.area': '–',
  'jurisdiction.area-not-verified': '–',
  'jurisdiction.area-unknown': '–',
  'jurisdiction.designated': 'rules 9(2)',
  'jurisdiction.disputed': 'rules 9(2)',
  'jurisdiction.first-to-accept': 'rules 34[2], rules 8(2)',
  'jurisdiction.moved-after-acceptance': 'rules 8(3)',
  'jurisdiction.moved-before-acceptance': 'rules 8(3)',
  'jurisdiction.no-bounce': 'rules 9(2)',
  'jurisdiction.nobody-accepted-yet': 'rules 8(2)',
  'jurisdiction.ours': '–',
  'jurisdiction.performance-prevails': 'law 21(2)',
  'jurisdiction.received': 'rules 9(2)',
  'jurisdiction.seat-office': 'rules 8(1)',
  'jurisdiction.seat-registered': 'rules 8(1)',
  'jurisdiction.seat-sponsor': '–',
  'jurisdiction.seat-sponsor-needed': '–',
  'jurisdiction.seats-compete': '–',
  'jurisdiction.transfer': 'rules 9(1)',
  'jurisdiction.workplace': 'rules 8(1)',
  'jurisdiction.workplace-unclear': 'rules 8(2)',
  'new-claims.defence-period': 'rules 44(1)',
  'new-claims.defence-waived': 'rules 44(1)',
  'new-claims.in-time': '–',
  'new-claims.into-damages': 'joint-opinion-1 5',
  'new-claims.into-damages-not-verified': '–',
  'new-claims.late': 'rules 44(2)',
  'new-claims.not-accepted': 'rules 44(1)',
  'objection.founded': 'rules 10(1)',
  'objection.in-time': 'rules 10(1)',
  'objection.late': 'rules 10(2)',
  'objection.not-written': 'rules 10(1)',
  'objection.to-examine': 'rules 10(1)',
  'objection.unfounded': 'rules 10(1)',
  'pre-mediation.agreed': 'rules 69',
  'pre-mediation.may-suggest': 'rules 69',
  'pre-mediation.not-agreed': 'rules 69',
  'pre-mediation.was-mediated': 'rules 69',
  'review.accept': 'rules 75(1)',
  'review.breaks-mandatory-law': 'rules 78(1)[1]',
  'review.confirmed-by-court': 'rules 75(2)[5]',
  'review.confirms-relation': 'rules 75(2)[4]',
  'review.content-unclear': 'rules 78(1)[5]',
  'review.effective': 'rules 77(2)',
  'review.ends': 'rules 79',
  'review.harms-interests': 'rules 78(1)[2]',
  'review.late': 'rules 75(2)[3]',
  'review.make-statement': 'rules 77(2)',
  'review.no-jurisdiction': 'rules 75(2)[2]',
  'review.not-by-organisation': 'rules 74(1)',
  'review.not-joint': 'rules 74(1)',
  'review.not-voluntary': 'rules 78(1)[4]',
  'review.other-ground': 'rules 78(1)[6]',
  'review.out-of-scope': 'rules 75(2)[1]',
  'review.paper-addresses': 'rules 74(2)',
  'review.paper-agreement': 'rules 74(2)',
  'review.paper-application': 'rules 74(2)',
  'review.paper-identity': 'rules 74(2)',
  'review.paper-phones': 'rules 74(2)',
  'review.paper-qualification': 'rules 74(2)',
  'review.paper-related-proof': 'rules 74(2)',
  'review.suspected-falsehood': 'rules 78(1)[3]',
  'review.tell-in-writing': 'rules 78(2)',
  'review.window': '–',
  'review.withdrawn': 'rules 76(2)',
  'review.withdrawn-late': 'rules 76(2)',
  'same-matter.award-effective': 'rules 34[2]',
  'same-matter.deemed-withdrawn': 'rules 39',
  'same-matter.different': 'rules 34',
  'same-matter.in-arbitration': 'rules 34[2]',
  'same-matter.in-litigation': 'rules 34[2]',
  'same-matter.judgment-effective': 'rules 34[2]',
  'same-matter.none': 'rules 34',
  'same-matter.open': 'rules 34',
  'same-matter.refused': 'rules 34[1]',
  'same-matter.statement-effective': 'rules 34[2]',
  'same-matter.withdrawn': 'rules 35',
  'scope.appraisal-conclusion': 'interpretation-1 2[3]',
  'scope.craftsman-apprentice': 'interpretation-1 2[5]',
  'scope.domestic-service': 'interpretation-1 2[4]',
  'scope.farm-household': 'interpretation-1 2[6]',
  'scope.insurance-agency': 'interpretation-1 2[1]',
  'scope.public-housing': 'interpretation-1 2[2]',
};
const BASES: Record<string, string> = {
  acceptance: 'law 21, law 29, rules 30, rules 31(1), rules 8',
  area: 'law 21(1)',
  competence: 'law 21(2), rules 8',
  'joint parties': 'law 22',
  review: 'rules 74, rules 75',
  'review window': 'rules 74(1), rules 80',
  revocation: 'rules 30',
  'same matter': 'rules 34',
  scope: 'law 2, rules 30[1]',
  seat: 'rules 8(1)',
  transfer: 'rules 8',
};
