export const STAFF_ROLES = ['filing-clerk', 'recorder', 'arbitrator', 'director'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export type PartyActor = { kind: 'party'; userId: string; name: string };
export type StaffActor = {
  kind: 'staff';
  userId: string;
  name: string;
  commissionId: string;
  roles: readonly StaffRole[];
};

/** Who acts. The system itself is an actor too: a job that renders a paper has a name in the record. */
export type Actor = { kind: 'anonymous' } | PartyActor | StaffActor | { kind: 'system'; name: string };

export type SignedInActor = PartyActor | StaffActor;

export function isSignedIn(actor: Actor): actor is SignedInActor {
  return actor.kind === 'party' || actor.kind === 'staff';
}

/** The actor as the record keeps it: no personal data, only kind and id. */
export function actorReference(actor: Actor): { kind: Actor['kind']; id: string | null } {
  switch (actor.kind) {
    case 'anonymous':
      return { kind: 'anonymous', id: null };
    case 'system':
      return { kind: 'system', id: actor.name };
    case 'party':
    case 'staff':
      return { kind: actor.kind, id: actor.userId };
  }
}
