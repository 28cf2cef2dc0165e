import { article } from './articles';
import { finding, Finding, Step, step } from './finding';

/**
 * Whether a stage may be held online. Two rules are shown beside each other: Guangdong's online hearing rules, which
 * the commissions of the province follow, and the courts' online litigation rules, which are a model only. What they
 * say differs: in Guangdong it is enough that one party lacks the means, in court all of them must.
 */

/** Stages that are consented to one by one: Guangdong rules 1, court rules 4(2)(4). */
export type OnlineStage =
  'pre-hearing-conference' | 'evidence-exchange' | 'hearing' | 'mediation' | 'post-hearing-confirmation';

/** 'chosen': applied for by the party itself. 'refused-with-reason': and the reason is a proper one. */
export type Stance = 'agreed' | 'chosen' | 'refused' | 'refused-with-reason';

export interface OnlineParty {
  readonly id: string;
  /** Whose side the person is on. An agent is on the side of the principal. */
  readonly side: 'claimant' | 'respondent' | 'third-person';
  /** By stage; a stage that is not there has not been answered. Nothing is inferred from another stage. */
  readonly stances: Readonly<Partial<Record<OnlineStage, Stance>>>;
  /** Has the device, the connection and the ability. */
  readonly hasMeans: boolean;
  readonly isServedByPublicNotice: boolean;
}

export interface OnlineFacts {
  readonly stage: OnlineStage;
  /** Parties and agents. */
  readonly parties: readonly OnlineParty[];
  /** Clear facts and little in dispute. */
  readonly isClear: boolean;
  /** Complex, or with so much evidence that the facts are hard to find online. */
  readonly isComplex: boolean;
  /** A party has applied for a witness to appear and be questioned. */
  readonly asksForWitness: boolean;
  /** Identity, originals or objects have to be seen on the spot. */
  readonly needsOnSiteCheck: boolean;
  readonly touchesNationalSecurity: boolean;
  readonly hasMajorSocialEffect: boolean;
  /** Another reason against it, in the tribunal's words; null where there is none. */
  readonly otherReason: string | null;
}

export interface OnlineSettings {
  /**
   * Those who agree take part online, the others in the room. So the court rules (4(2)(3)); the part of Guangdong's
   * rules that could be read neither allows nor forbids it.
   */
  readonly mayMix: boolean;
}

export const DEFAULT_ONLINE_SETTINGS: OnlineSettings = { mayMix: true };

export interface RuleAnswer {
  /** Whether everybody may take part online under this rule. */
  readonly isSuitable: boolean;
  /** Reasons against. */
  readonly reasons: readonly Step[];
}

export interface OnlineAnswer {
  /** Binding. */
  readonly guangdong: RuleAnswer;
  /** A model. */
  readonly court: RuleAnswer;
  readonly mode: 'online' | 'mixed' | 'in-person';
  readonly attendance: readonly { readonly id: string; readonly attends: 'online' | 'in-person' }[];
}

/** Guangdong's rules decide the mode; a reason only of the court rules is shown and left to the tribunal. */
export function decideOnline(
  facts: OnlineFacts,
  settings: OnlineSettings = DEFAULT_ONLINE_SETTINGS,
): Finding<OnlineAnswer> {
  const barred = guangdongBars(facts);
  const unmet = guangdongConditions(facts);
  const guangdong = answer([...barred, ...unmet]);
  const court = answer(courtReasons(facts));
  const agreeing = facts.parties.filter((party) => hasAgreed(party, facts.stage));
  const canMix = settings.mayMix && facts.isClear && barred.length === 0 && agreeing.length > 0;
  const mode = guangdong.isSuitable ? 'online' : canMix ? 'mixed' : 'in-person';
  const attendance = facts.parties.map((party) => ({
    id: party.id,
    attends:
      mode !== 'in-person' && hasAgreed(party, facts.stage) ? ('online' as const) : ('in-person' as const),
  }));
  const steps: Step[] = [...guangdong.reasons];
  switch (mode) {
    case 'online':
      steps.push(step('online.suitable', {}, { article: article('gd-online-rules', 4, 1) }));
      break;
    case 'mixed':
      steps.push(step('online.mixed', {}, { article: article('online-rules', 4, 2, 3) }));
      break;
    case 'in-person':
      steps.push(
        step('online.in-person', {}, { article: article('gd-online-rules', barred.length > 0 ? 5 : 4, 1) }),
      );
      break;
  }
  steps.push(...court.reasons);
  if (court.isSuitable !== guangdong.isSuitable) {
    steps.push(step('online.rules-differ', {}, { article: article('online-rules', 21, 1) }));
  }
  return finding({ guangdong, court, mode, attendance }, [article('gd-online-rules', 5)], steps);
}

function answer(reasons: readonly Step[]): RuleAnswer {
  return { isSuitable: reasons.length === 0, reasons };
}

function hasAgreed(party: OnlineParty, stage: OnlineStage): boolean {
  const stance = party.stances[stage];
  return stance === 'agreed' || stance === 'chosen';
}

function hasRefused(party: OnlineParty, stage: OnlineStage): boolean {
  const stance = party.stances[stage];
  return stance === 'refused' || stance === 'refused-with-reason';
}

/** Art. 5(1): one item is enough. */
function guangdongBars(facts: OnlineFacts): Step[] {
  const item = (number: number) => ({ article: article('gd-online-rules', 5, 1, number) });
  const bars: Step[] = [];
  if (haveBothSidesRefused(facts)) bars.push(step('online.both-refuse', {}, item(1)));
  else if (refusesWithReason(facts)) bars.push(step('online.refuses-with-reason', {}, item(1)));
  if (facts.parties.some((party) => !party.hasMeans)) bars.push(step('online.one-lacks-means', {}, item(2)));
  if (facts.isComplex) bars.push(step('online.complex', {}, item(3)));
  if (facts.asksForWitness) bars.push(step('online.witness', {}, item(4)));
  if (facts.otherReason !== null) {
    bars.push(step('online.other-reason', { reason: facts.otherReason }, item(5)));
  }
  return bars;
}

/** Art. 4(1): clear facts, little in dispute, and the consent of the parties. */
function guangdongConditions(facts: OnlineFacts): Step[] {
  const rule = { article: article('gd-online-rules', 4, 1) };
  const unmet: Step[] = [];
  if (!facts.isClear) unmet.push(step('online.not-clear', {}, rule));
  if (facts.parties.length === 0 || !facts.parties.every((party) => hasAgreed(party, facts.stage))) {
    unmet.push(step('online.consent-missing', {}, rule));
  }
  return unmet;
}

/** Court rules 4, 21(1), 23. */
function courtReasons(facts: OnlineFacts): Step[] {
  const { parties, stage } = facts;
  const item = (number: number) => ({ article: article('online-rules', 21, 1, number) });
  const reasons: Step[] = [];
  if (haveBothSidesRefused(facts)) reasons.push(step('online.both-refuse', {}, item(1)));
  else if (refusesWithReason(facts)) reasons.push(step('online.refuses-with-reason', {}, item(1)));
  else if (parties.some((party) => hasRefused(party, stage))) {
    reasons.push(step('online.some-refuse', {}, { article: article('online-rules', 4, 2, 3) }));
  }
  const isSilent = (party: OnlineParty) => party.stances[stage] === undefined;
  if (parties.some((party) => isSilent(party) && party.isServedByPublicNotice)) {
    reasons.push(step('online.public-notice-silent', {}, { article: article('online-rules', 23) }));
  }
  if (parties.some((party) => isSilent(party) && !party.isServedByPublicNotice)) {
    reasons.push(step('online.silent', {}, { article: article('online-rules', 4, 1) }));
  }
  if (!parties.some((party) => party.hasMeans)) {
    reasons.push(step('online.all-lack-means', {}, item(2)));
  }
  if (facts.needsOnSiteCheck) reasons.push(step('online.on-site-check', {}, item(3)));
  if (facts.isComplex) reasons.push(step('online.complex', {}, item(4)));
  if (facts.touchesNationalSecurity) reasons.push(step('online.national-security', {}, item(5)));
  if (facts.hasMajorSocialEffect) reasons.push(step('online.social-effect', {}, item(6)));
  if (facts.otherReason !== null) {
    reasons.push(step('online.other-reason', { reason: facts.otherReason }, item(7)));
  }
  return reasons;
}

function haveBothSidesRefused({ parties, stage }: OnlineFacts): boolean {
  const refuses = (side: OnlineParty['side']) =>
    parties.some((party) => party.side === side && hasRefused(party, stage));
  return refuses('claimant') && refuses('respondent');
}

function refusesWithReason({ parties, stage }: OnlineFacts): boolean {
  return parties.some((party) => party.stances[stage] === 'refused-with-reason');
}

export interface ConsentWithdrawal {
  /** Asked in reasonable time before the stage; what that is, the tribunal sees. */
  readonly isInReasonableTime: boolean;
  readonly isToDelay: boolean;
}

/** Whether a party that had agreed may change its mind about a stage (court rules 5(2)). */
export function mayWithdrawConsent(facts: ConsentWithdrawal): Finding<boolean> {
  const rule = { article: article('online-rules', 5, 2) };
  const problems: Step[] = [];
  if (!facts.isInReasonableTime) problems.push(step('online.withdrawn-late', {}, rule));
  if (facts.isToDelay) problems.push(step('online.withdrawn-to-delay', {}, rule));
  return problems.length > 0
    ? finding(false, [], problems)
    : finding(true, [], [step('online.withdrawn', {}, rule)]);
}

/** Why a party may want the others in the room (court rules 5(3)). */
export const IN_PERSON_REASONS = {
  complex: 'online.wants-complex',
  'witness-on-site': 'online.wants-witness',
  'proof-in-person': 'online.wants-proof',
} as const;
export type InPersonReason = keyof typeof IN_PERSON_REASONS;

/** Whether a stage may go offline because one party wants the others there. Without a reason named it may not. */
export function mayDemandInPerson(reasons: readonly InPersonReason[]): Finding<boolean> {
  const rule = { article: article('online-rules', 5, 3) };
  return reasons.length > 0
    ? finding(
        true,
        [],
        reasons.map((each) => step(IN_PERSON_REASONS[each], {}, rule)),
      )
    : finding(false, [], [step('online.wants-without-reason', {}, rule)]);
}

/**
 * Whether a stage under way has to go on in the room for everybody, on the facts as they now are. What was done online
 * stays valid; those who no longer agree come to the room, the others may stay where they are.
 */
export function mustLeaveOnline(facts: OnlineFacts, settings?: OnlineSettings): Finding<boolean> {
  const { value, basis, steps } = decideOnline(facts, settings);
  if (value.mode !== 'in-person') return finding(false, basis, steps);
  const valid = step('online.stays-valid', {}, { article: article('online-rules', 21, 2) });
  return finding(true, basis, [...steps, valid]);
}
