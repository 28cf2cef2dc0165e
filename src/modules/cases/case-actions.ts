import { caseLifecycle, type CaseFacts, type CaseState } from './case.lifecycle';
import { casePolicy, type CasePermission, type CaseRelation } from './case.policy';

/** Which permission an event of the lifecycle asks for; events fired by other modules are theirs to offer. */
export const CASE_EVENT_PERMISSIONS = {
  accept: 'case.accept',
  refuse: 'case.refuse',
  refer: 'case.refer',
  'request-correction': 'case.request-correction',
  correct: 'case.correct',
} as const satisfies Partial<Record<keyof CaseFacts, CasePermission>>;

const PERMISSION_OF: Partial<Record<keyof CaseFacts, CasePermission>> = CASE_EVENT_PERMISSIONS;

/** A case that another commission has sent here is accepted (Rules 9). */
const NOT_OF_TRANSFERRED: ReadonlySet<string> = new Set(['refuse', 'refer', 'request-correction']);

/** States in which a respondent may still answer. */
export const ANSWERABLE: readonly CaseState[] = ['accepted', 'constituted', 'set-down'];

/** Lifecycle ∩ policy: the buttons a screen may draw. */
export function caseActions(
  state: CaseState,
  relations: ReadonlySet<CaseRelation>,
  facts: { hasBeenCorrected: boolean; isTransferred: boolean },
): string[] {
  const events = caseLifecycle.eventsFrom(state).filter((event) => {
    const permission = PERMISSION_OF[event];
    if (!permission || !casePolicy.allows(permission, relations)) return false;
    if (facts.isTransferred && NOT_OF_TRANSFERRED.has(event)) return false;
    return event !== 'request-correction' || !facts.hasBeenCorrected;
  });
  const actions = events.map((event) => PERMISSION_OF[event] as string);
  if (ANSWERABLE.includes(state) && casePolicy.allows('answer.write', relations))
    actions.push('answer.write');
  if (casePolicy.allows('party.read-number', relations)) actions.push('party.read-number');
  return actions;
}

/** Key of the sentence that tells a person what happens next; one for each state and side, and one while it stands still. */
export function nextStep(
  state: CaseState,
  relations: ReadonlySet<CaseRelation>,
  isSuspended: boolean = false,
): string {
  const side = relations.has('claimant')
    ? 'claimant'
    : relations.has('respondent')
      ? 'respondent'
      : relations.has('arbitrator')
        ? 'arbitrator'
        : 'clerk';
  return `next.${side}.${isSuspended ? 'suspended' : state}`;
}
