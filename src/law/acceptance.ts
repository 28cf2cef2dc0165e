import { article } from './articles';
import { finding, Finding, Params, Step, step } from './finding';
import { SameMatter } from './same-matter';

/** The four conditions of Rules 30 as the clerk finds them. */
export interface AcceptanceConditions {
  /** (1) A dispute of the kinds in Rules 2. */
  readonly isWithinScope: boolean;
  /** (2) Definite claims, facts and reasons. */
  readonly hasClearClaims: boolean;
  /** (3) An applicant with a direct interest, a definite respondent. */
  readonly hasProperParties: boolean;
  /** (4) This commission's jurisdiction, or the commission that has it. */
  readonly jurisdiction: { readonly isOurs: true } | { readonly isOurs: false; readonly competent: string };
  /** What earlier cases between the parties mean for this one (Rules 34, 35, 39); absent where none has been looked for. */
  readonly sameMatter?: Finding<SameMatter>;
  /** The respondent could plead limitation. That is no ground for refusing (Rules 30 does not name it). */
  readonly isLimitationAtRisk?: boolean;
}

export type AcceptanceOutcome =
  | { readonly outcome: 'accept' }
  | {
      readonly outcome: 'refuse';
      readonly items: readonly (1 | 2 | 3)[];
      /** Present when it is refused as the same matter filed again. */
      readonly isSameMatter?: true;
    }
  | { readonly outcome: 'refer'; readonly competent: string };

/**
 * Accept, refuse or refer. Lack of jurisdiction alone is no refusal: the applicant gets a written explanation that
 * names the competent commission (Rules 31). Where one of the first three conditions fails as well, the application
 * would fail everywhere, so it is refused.
 */
export function decideAcceptance(conditions: AcceptanceConditions): Finding<AcceptanceOutcome> {
  const items: (1 | 2 | 3)[] = [];
  const steps: Step[] = [];
  const at = (item: number) => ({ article: article('rules', 30, undefined, item) });
  if (conditions.isWithinScope) steps.push(step('acceptance.scope-met', {}, at(1)));
  else {
    items.push(1);
    steps.push(step('acceptance.scope-not-met', {}, at(1)));
  }
  if (conditions.hasClearClaims) steps.push(step('acceptance.claims-met', {}, at(2)));
  else {
    items.push(2);
    steps.push(step('acceptance.claims-not-met', {}, at(2)));
  }
  if (conditions.hasProperParties) steps.push(step('acceptance.parties-met', {}, at(3)));
  else {
    items.push(3);
    steps.push(step('acceptance.parties-not-met', {}, at(3)));
  }
  const { jurisdiction } = conditions;
  if (jurisdiction.isOurs) steps.push(step('acceptance.jurisdiction-met', {}, at(4)));
  else {
    if (jurisdiction.competent.trim() === '') {
      throw new RangeError('a referral names the competent commission (Rules 31)');
    }
    steps.push(step('acceptance.jurisdiction-not-met', { competent: jurisdiction.competent }, at(4)));
  }
  if (conditions.sameMatter) steps.push(...conditions.sameMatter.steps);
  if (conditions.isLimitationAtRisk) {
    steps.push(step('acceptance.limitation-no-ground', {}, { article: article('rules', 30) }));
  }

  const isBarred = conditions.sameMatter?.value.mayAccept === false;
  if (items.length > 0 || isBarred) {
    return finding(
      { outcome: 'refuse', items, ...(isBarred ? { isSameMatter: true as const } : {}) },
      [article('law', 29), ...(items.length > 0 ? [article('rules', 31, 1)] : [])],
      steps,
    );
  }
  return jurisdiction.isOurs
    ? finding({ outcome: 'accept' }, [article('law', 29), article('rules', 30)], steps)
    : finding(
        { outcome: 'refer', competent: jurisdiction.competent },
        [article('law', 21), article('rules', 8), article('rules', 31, 1)],
        steps,
      );
}

export type RevocationOutcome =
  | { readonly outcome: 'keep' }
  /** A decision within five working days (Rules 32). */
  | { readonly outcome: 'revoke'; readonly items: readonly (1 | 2 | 3)[]; readonly isSameMatter?: true }
  /** Only the jurisdiction is another's: the case is transferred, not revoked (Rules 9, 32). */
  | { readonly outcome: 'transfer'; readonly competent: string };

/** What becomes of a case that turns out to have been accepted wrongly, from the conditions as they are now known. */
export function decideRevocation(conditions: AcceptanceConditions): Finding<RevocationOutcome> {
  const { value, steps } = decideAcceptance(conditions);
  switch (value.outcome) {
    case 'accept':
      return finding({ outcome: 'keep' }, [article('rules', 30)], steps);
    case 'refuse':
      return finding(
        { ...value, outcome: 'revoke' },
        [],
        [...steps, step('acceptance.to-revoke', {}, { article: article('rules', 32) })],
      );
    case 'refer':
      return finding(
        { outcome: 'transfer', competent: value.competent },
        [],
        [
          ...steps,
          step('jurisdiction.transfer', { competent: value.competent }, { article: article('rules', 9, 1) }),
        ],
      );
  }
}

export interface PreCaseMediationFacts {
  /** A mediation organisation has tried already. */
  readonly wasMediated: boolean;
  /** Whether each side agrees to mediation first; null while it has not answered the suggestion. */
  readonly claimantAgrees: boolean | null;
  readonly respondentAgrees: boolean | null;
}

/**
 * Mediation before acceptance (Rules 69): with the parties' consent acceptance waits; without it the application is
 * dealt with as usual. Who applied directly may be sent a suggestion.
 */
export function decidePreCaseMediation(
  facts: PreCaseMediationFacts,
): Finding<'proceed' | 'may-suggest' | 'put-off'> {
  const rule = { article: article('rules', 69) };
  if (facts.wasMediated) return finding('proceed', [], [step('pre-mediation.was-mediated', {}, rule)]);
  if (facts.claimantAgrees === false || facts.respondentAgrees === false) {
    return finding('proceed', [], [step('pre-mediation.not-agreed', {}, rule)]);
  }
  return facts.claimantAgrees && facts.respondentAgrees
    ? finding('put-off', [], [step('pre-mediation.agreed', {}, rule)])
    : finding('may-suggest', [], [step('pre-mediation.may-suggest', {}, rule)]);
}

type Text = string | null | undefined;

/** What Rules 29 wants in an application, as far as it may be missing. */
export interface Intake {
  readonly claimant: {
    readonly name?: Text;
    readonly sex?: Text;
    readonly birthDate?: Text;
    readonly documentNumber?: Text;
    readonly address?: Text;
    readonly mailingAddress?: Text;
    readonly phone?: Text;
  };
  readonly respondents: readonly {
    readonly name?: Text;
    readonly address?: Text;
    readonly mailingAddress?: Text;
    readonly phone?: Text;
    readonly legalRepresentative?: Text;
    readonly legalRepresentativePost?: Text;
  }[];
  readonly claims: readonly unknown[];
  readonly statement?: Text;
  /** Each item of evidence with where it comes from. */
  readonly evidence: readonly { readonly name?: Text; readonly source?: Text }[];
  readonly witnesses?: readonly { readonly name?: Text; readonly address?: Text }[];
  readonly isSigned: boolean;
}

export interface MissingItem {
  readonly pointer: string;
  readonly key: string;
  readonly params: Params;
}

/**
 * Everything missing from an application, at once: the applicant is told one single time (Rules 29(4)). An
 * application without evidence or witnesses is complete; what there is must be named with its source.
 */
export function missingFromIntake(intake: Intake): Finding<readonly MissingItem[]> {
  const missing: MissingItem[] = [];
  const need = (value: Text, pointer: string, key: string, params: Params = {}): void => {
    if (!value || value.trim() === '') missing.push({ pointer, key, params });
  };
  const { claimant } = intake;
  need(claimant.name, '/claimant/name', 'intake.claimant-name');
  need(claimant.sex, '/claimant/sex', 'intake.claimant-sex');
  need(claimant.birthDate, '/claimant/birthDate', 'intake.claimant-birth-date');
  need(claimant.documentNumber, '/claimant/documentNumber', 'intake.claimant-document');
  need(claimant.address, '/claimant/address', 'intake.claimant-address');
  need(claimant.mailingAddress, '/claimant/mailingAddress', 'intake.claimant-mailing-address');
  need(claimant.phone, '/claimant/phone', 'intake.claimant-phone');
  if (intake.respondents.length === 0) {
    missing.push({ pointer: '/respondents', key: 'intake.respondent', params: {} });
  }
  intake.respondents.forEach((each, index) => {
    const at = `/respondents/${index}`;
    const params = { number: index + 1 };
    need(each.name, `${at}/name`, 'intake.respondent-name', params);
    need(each.address, `${at}/address`, 'intake.respondent-address', params);
    // Without a mailing address of its own, papers go to the domicile.
    need(
      each.mailingAddress ?? each.address,
      `${at}/mailingAddress`,
      'intake.respondent-mailing-address',
      params,
    );
    need(each.phone, `${at}/phone`, 'intake.respondent-phone', params);
    need(each.legalRepresentative, `${at}/legalRepresentative`, 'intake.respondent-representative', params);
    need(each.legalRepresentativePost, `${at}/legalRepresentativePost`, 'intake.respondent-post', params);
  });
  if (intake.claims.length === 0) missing.push({ pointer: '/claims', key: 'intake.claims', params: {} });
  need(intake.statement, '/statement', 'intake.statement');
  intake.evidence.forEach((each, index) => {
    need(each.name, `/evidence/${index}/name`, 'intake.evidence-name', { number: index + 1 });
    need(each.source, `/evidence/${index}/source`, 'intake.evidence-source', { number: index + 1 });
  });
  (intake.witnesses ?? []).forEach((each, index) => {
    need(each.name, `/witnesses/${index}/name`, 'intake.witness-name', { number: index + 1 });
    need(each.address, `/witnesses/${index}/address`, 'intake.witness-address', { number: index + 1 });
  });
  if (!intake.isSigned) missing.push({ pointer: '/signature', key: 'intake.signature', params: {} });
  return finding(
    missing,
    [article('law', 28), article('rules', 29)],
    missing.map((each) => step(each.key, each.params)),
  );
}
