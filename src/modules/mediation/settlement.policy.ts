import { Policy } from '../../kernel/policy';
import type { SettlementState } from './settlement.lifecycle';

/** How somebody stands to the case that is to be settled. */
export type SettlementRelation =
  'claimant' | 'respondent' | 'arbitrator' | 'recorder' | 'filing-clerk' | 'home-staff';

export type SettlementPermission =
  | 'settlement.read'
  | 'settlement.offer'
  | 'settlement.accept'
  | 'settlement.decline'
  | 'settlement.note-acceptance'
  | 'settlement.retract'
  | 'settlement.state'
  | 'settlement.fail';

export const settlementPolicy = new Policy<SettlementPermission, SettlementRelation>('settlement.read', {
  // What of it each of them sees: seesTerms.
  'settlement.read': ['claimant', 'respondent', 'arbitrator', 'recorder', 'home-staff'],
  'settlement.offer': ['claimant', 'respondent', 'arbitrator'],
  'settlement.accept': ['claimant', 'respondent'],
  'settlement.decline': ['claimant', 'respondent'],
  // As with the hearing record: what is signed on paper the recorder keeps.
  'settlement.note-acceptance': ['recorder'],
  'settlement.retract': ['claimant', 'respondent'],
  'settlement.state': ['arbitrator'],
  'settlement.fail': ['arbitrator'],
});

/** A party; a member of the tribunal, who decides when mediation fails; anybody else of the commission. */
export type Viewer = 'party' | 'tribunal' | 'house';

export const viewerOf = (relations: ReadonlySet<SettlementRelation>): Viewer =>
  relations.has('claimant') || relations.has('respondent')
    ? 'party'
    : relations.has('arbitrator') || relations.has('recorder')
      ? 'tribunal'
      : 'house';

/** What was agreed on is there to be put into a statement; it is the statement afterwards. */
const AGREED: readonly SettlementState[] = ['agreed', 'stated', 'effective'];

/**
 * Offers are between the parties. The tribunal that mediates sees those it made, and those a party let it see, while they
 * are talked about; once mediation has failed it sees none: what somebody would have given to be at peace is no admission
 * (Provisions on Mediation 11), and the award knows nothing of it. What both have agreed on the tribunal has to see, for
 * it makes the statement (Law 42(2)). The house sees that only.
 */
export function seesTerms(
  viewer: Viewer,
  state: SettlementState,
  offer: { isShownToTribunal: boolean; isLast: boolean },
): boolean {
  if (viewer === 'party') return true;
  if (AGREED.includes(state) && offer.isLast) return true;
  return viewer === 'tribunal' && state === 'offered' && offer.isShownToTribunal;
}
