import type { SignedInActor } from '../../kernel/actor';
import { Policy } from '../../kernel/policy';
import type { Capacity } from './case-member.entity';

/** How an actor stands to a case. */
export type CaseRelation = Capacity | 'filing-clerk' | 'home-staff';

export type CasePermission =
  | 'case.read'
  | 'case.accept'
  | 'case.refuse'
  | 'case.refer'
  | 'case.request-correction'
  | 'case.correct'
  | 'party.send-code'
  | 'party.release-seat'
  | 'answer.read'
  | 'answer.write'
  | 'hearing.waive-notice'
  | 'paper.draw'
  | 'party.read-number'
  | 'oral-application.read';

const EVERYBODY_IN_IT = ['claimant', 'respondent', 'arbitrator', 'recorder', 'home-staff'] as const;

export const casePolicy = new Policy<CasePermission, CaseRelation>('case.read', {
  'case.read': EVERYBODY_IN_IT,
  'case.accept': ['filing-clerk'],
  'case.refuse': ['filing-clerk'],
  'case.refer': ['filing-clerk'],
  'case.request-correction': ['filing-clerk'],
  'case.correct': ['claimant'],
  'party.send-code': ['filing-clerk'],
  'party.release-seat': ['filing-clerk'],
  'answer.read': EVERYBODY_IN_IT,
  'answer.write': ['respondent'],
  'hearing.waive-notice': ['claimant', 'respondent'],
  // Trying again what the program owes anyway: nothing is decided by it.
  'paper.draw': ['home-staff', 'arbitrator', 'recorder'],
  // Who checks identity: at the counter, and at the opening of a hearing (Rules 29, 41).
  'party.read-number': ['filing-clerk', 'recorder'],
  // The sheet as it was confirmed on paper; the record made of it is served on the respondent (Law 28(3)).
  'oral-application.read': ['claimant', 'arbitrator', 'recorder', 'home-staff'],
});

/** Pure: from who acts and what the case knows of them to the relations that hold. */
export function caseRelations(
  actor: SignedInActor,
  subject: {
    commissionId: string;
    capacities: readonly Capacity[];
    /** Where the case goes on, when it was transferred within this system. */
    receivedBy?: string | null;
    /** Arbitrator or recorder of the case there. */
    sitsWhereReceived?: boolean;
  },
): ReadonlySet<CaseRelation> {
  const relations = new Set<CaseRelation>(subject.capacities);
  if (actor.kind === 'staff' && actor.commissionId === subject.commissionId) {
    // An arbitrator reads the cases assigned to them, not all of the house; clerks and directors do.
    if (actor.roles.some((role) => role !== 'arbitrator')) relations.add('home-staff');
    if (actor.roles.includes('filing-clerk')) relations.add('filing-clerk');
  }
  // The file goes with the case (Rules 9): who handles it there reads it, and nothing is left to be done in it.
  if (actor.kind === 'staff' && subject.receivedBy) {
    const isOfHouse =
      actor.commissionId === subject.receivedBy && actor.roles.some((role) => role !== 'arbitrator');
    if (isOfHouse || subject.sitsWhereReceived) relations.add('home-staff');
  }
  return relations;
}
