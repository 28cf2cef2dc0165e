import type { LocalDate } from '../../kernel/local-date';
import { decideAbsence, type HearingNotice } from '../../law/absence';
import type { WorkCalendar } from '../../law/calendar';
import { decideAfterOutage } from '../../law/clocks';
import {
  decideSuspension,
  decideTermination,
  mayExtend,
  type SuspensionGround,
} from '../../law/course-of-case';
import type { Finding, Step } from '../../law/finding';
import { decideRecusal, type RecusalGround } from '../../law/recusal';
import { decideObjection, decideTransfer } from '../../law/jurisdiction-objection';
import { decideClaimsWaiver, decideNewClaims, requireNewClaims } from '../../law/later-claims';
import {
  decideAwardCorrection,
  decideEvidenceExtension,
  decidePostponement,
  decideRevocation,
  decideWithdrawal,
  type RevocationGround,
} from '../../law/requests';
import type { MotionDetails, MotionKind, Period } from './motion.kinds';

/** A last day of the party that asks on which our own service could not be reached. */
export interface LostDay {
  readonly period: Period;
  readonly dueOn: LocalDate;
  /** The day on which the service came back. */
  readonly endedOn: LocalDate;
}

/** What a motion wants to know of its case; the law is asked with it. */
export interface MotionSituation {
  readonly today: LocalDate;
  readonly calendar: WorkCalendar;
  readonly isResultMade: boolean;
  readonly evidenceUntil: LocalDate | null;
  /** Last day for the award as it stands; null while that stands still or has not begun. */
  readonly awardDueOn: LocalDate | null;
  /** Days by which the running period has been lengthened. */
  readonly extendedBy: number;
  /** Day of the hearing that is set and has not begun; null when there is none. */
  readonly hearingOn: LocalDate | null;
  /** The latest hearing whose time has come, with the notice of it to the claimant; null when there is none. */
  readonly begunHearing: {
    readonly on: LocalDate;
    readonly notice: HearingNotice;
    readonly noticeServedOn: LocalDate | null;
  } | null;
  /** Empty where the outage took nobody's last day, or somebody else's. */
  readonly lostDays: readonly LostDay[];
  readonly suspendedOn: LocalDate | null;
  /** Why the case stands still; null while it goes on. */
  readonly suspension: { readonly ground: SuspensionGround; readonly reason: string } | null;
  /** Last day of the defence period of the party that asks; null while its copy has not been served. */
  readonly defenceEndsOn: LocalDate | null;
  /** How far the tribunal that sits has heard the case (Rules 11). */
  readonly stage: 'before-hearing' | 'before-debate-ends' | 'after-debate';
  /** Somebody of the tribunal asks, for itself; a party that asks has a window. */
  readonly isOwnDuty: boolean;
  /** Another commission has sent it here (Rules 9). */
  readonly isTransferred: boolean;
  /** Every respondent has expressly given up the time to answer the change (Rules 44). */
  readonly isDefenceWaived: boolean;
}

export interface MotionWindow {
  /** Why it cannot be filed or granted, as the law says it; null when it can. */
  readonly problem: Step | null;
  /** The window has closed, but the commission may still grant it. */
  readonly isLate: boolean;
  readonly finding: Finding<unknown> | null;
}

const OPEN: MotionWindow = { problem: null, isLate: false, finding: null };

/**
 * Whether something can be asked for now. `details` are what was filled in so far; null before anything is.
 * `approves` is set when the head of the commission decides, so that the approval is there.
 */
export function windowOf(
  kind: MotionKind,
  situation: MotionSituation,
  details: MotionDetails | null,
  approves = false,
): MotionWindow {
  const { today } = situation;
  switch (kind) {
    case 'withdrawal': {
      const found = decideWithdrawal(situation);
      return judged(found, found.value);
    }
    case 'extension': {
      const found = mayExtend({
        isComplex: true,
        days: details?.days ?? 1,
        extendedBy: situation.extendedBy,
        approval: approves ? { by: 'head', isWritten: true } : null,
        decidedOn: today,
        periodEndsOn: situation.awardDueOn ?? today,
      });
      return judged(found, found.value, ({ key }) => key !== 'extension.needs-approval');
    }
    case 'suspension': {
      if (!details?.ground) return OPEN;
      const found = decideSuspension({
        causes: [
          {
            ground: details.ground as SuspensionGround,
            isOver: false,
            explanation: details.reason ?? '',
          },
        ],
        isSuspended: false,
        approvedBy: approves ? 'head' : null,
      });
      return judged(found, found.value !== 'no-ground');
    }
    case 'resumption': {
      const causes = situation.suspension
        ? [{ ground: situation.suspension.ground, isOver: true, explanation: situation.suspension.reason }]
        : [];
      const found = decideSuspension({ causes, isSuspended: true, approvedBy: null });
      return judged(found, true);
    }
    case 'postponement': {
      if (situation.hearingOn === null) return OPEN;
      const found = decidePostponement(
        { requestedOn: today, hearingOn: situation.hearingOn },
        situation.calendar,
      );
      return { problem: null, isLate: found.value === 'late', finding: found };
    }
    case 'evidence-extension': {
      const found = decideEvidenceExtension({
        requestedOn: today,
        endsOn: situation.evidenceUntil,
        until: (details?.until as LocalDate | undefined) ?? null,
      });
      return judged(found, found.value === 'allowed');
    }
    case 'outage-extension': {
      const { lostDays, calendar } = situation;
      const asked = lostDays.filter(({ period }) => !details?.period || period === details.period);
      const lost = asked.reduce<LostDay | null>(
        (last, each) => (last === null || each.endedOn > last.endedOn ? each : last),
        null,
      );
      const until = (details?.until as LocalDate | undefined) ?? null;
      const found = decideAfterOutage({ lost, requestedOn: today, until }, calendar);
      return judged(found, found.value === 'allowed', ({ key }) => key.startsWith('outage.'));
    }
    case 'deemed-withdrawal': {
      const found = decideAbsence({
        role: 'claimant',
        happened: details?.happened ?? 'did-not-come',
        hasGoodReason: details?.hasGoodReason ?? false,
        notice: situation.begunHearing?.notice ?? null,
        // No case is marked as handled simply yet: the strict rule for the notice holds.
        isSimplified: false,
        isTechnicalFailure: details?.isTechnicalFailure ?? false,
      });
      return judged(found, found.value.may === 'deem-withdrawn');
    }
    case 'revocation': {
      if (!details?.ground) return OPEN;
      const found = decideRevocation(details.ground as RevocationGround);
      return judged(found, found.value === 'revoke');
    }
    case 'termination': {
      const takenOn = details?.courtAcceptedOn ?? today;
      const found = decideTermination({
        isOverrun: situation.awardDueOn !== null && takenOn > situation.awardDueOn,
        suit: 'accepted',
      });
      return judged(found, found.value === 'terminate');
    }
    // Whether the ground is there is for the tribunal.
    case 'private-hearing':
      return OPEN;
    case 'claims-change': {
      const changes = details?.proposed?.map(({ change }) => change);
      const asked = changes && requireNewClaims(changes);
      if (asked && !asked.value) return judged(asked, false);
      const found = decideNewClaims({
        proposedOn: today,
        evidenceEndsOn: situation.evidenceUntil,
        // What the tribunal does not accept it refuses.
        isAcceptable: true,
        hasWaivedDefence: situation.isDefenceWaived,
        isCompensationToDamages: false,
        isDebateOver: false,
      });
      return judged(found, found.value.outcome === 'accept');
    }
    case 'recusal': {
      // 应当回避: what binds the person itself has no last day (Law 33(1)).
      if (situation.isOwnDuty) return OPEN;
      const found = decideRecusal({
        ground: (details?.ground as RecusalGround | undefined) ?? 'interest',
        hasReasons: true,
        stage: situation.stage,
        // Before anything is said it may still be so.
        isKnownSinceOpening: details === null || (details.isKnownSinceOpening ?? false),
        challenged: details?.challenged ?? 'arbitrator',
        isHeadOfCommission: false,
      });
      return judged(found, found.value.outcome === 'examine');
    }
    case 'jurisdiction-objection': {
      const found = decideObjection({
        isWritten: true,
        filedOn: today,
        defenceEndsOn: situation.defenceEndsOn,
        examined: null,
      });
      if (found.value.outcome === 'disregard') return judged(found, false);
      // Examined, and found to be another's.
      return approves && details?.competent
        ? transferable(situation, details.competent)
        : judged(found, true);
    }
    case 'transfer':
      return details?.competent ? transferable(situation, details.competent) : OPEN;
    case 'claims-waiver': {
      const changes = details?.proposed?.map(({ change }) => change) ?? null;
      const found = decideClaimsWaiver({ isResultMade: situation.isResultMade, changes });
      return judged(found, found.value === 'free');
    }
    case 'award-correction': {
      if (!details?.error) return OPEN;
      const found = decideAwardCorrection({
        error: details.error,
        isAwardMade: situation.isResultMade,
        wasDecided: details.wasDecided ?? false,
        wrong: details.wrong ?? '',
        right: details.right ?? '',
      });
      return judged(found, found.value === 'correct');
    }
  }
}

/** A case that was sent here is never sent back or on (Rules 9(2)). */
function transferable({ isTransferred }: MotionSituation, competent: string): MotionWindow {
  const found = decideTransfer({
    arrivedBy: isTransferred ? 'transfer' : 'filing',
    isAccepted: true,
    jurisdiction: { isOurs: false, competent },
    isDisputed: false,
  });
  return judged(found, found.value.outcome === 'transfer');
}

/** The last word of a finding that says no is why; of several reasons the first that counts. */
function judged(
  found: Finding<unknown>,
  isAllowed: boolean,
  counts: (step: Step) => boolean = () => true,
): MotionWindow {
  if (isAllowed) return { problem: null, isLate: false, finding: found };
  const problem = found.steps.find(counts) ?? null;
  return { problem, isLate: false, finding: found };
}
