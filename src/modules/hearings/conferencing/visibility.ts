import type { HearingRole, HearingState, Source, Space } from './protocol';

export interface Seated {
  readonly seatId: string;
  readonly role: HearingRole;
  readonly space: Space;
  /** Sits in the chamber, where the tribunal's own camera and microphone are. */
  readonly isInChamber?: boolean;
}

export interface Feed {
  readonly viewerId: string;
  readonly ownerId: string;
  readonly source: Source;
}

/**
 * Whether pictures and sound flow at all. The tribunal and those admitted already see and hear one another before
 * the hearing opens, because the recorder has to establish who is present (Rules 41); in a recess nobody does.
 */
export function isLive(state: HearingState): boolean {
  return state === 'lobby-open' || state === 'in-session';
}

/** Whether people keep media connections: also through a recess, so that going on needs no new ones. */
export function hasMedia(state: HearingState): boolean {
  return isLive(state) || state === 'recess';
}

/** Whether a person may send pictures and sound into the room. */
export function canPublish(owner: Seated, state: HearingState): boolean {
  return owner.space === 'main' && isLive(state) && owner.isInChamber !== true;
}

export function canSee(viewer: Seated, owner: Seated, state: HearingState): boolean {
  if (viewer.seatId === owner.seatId || viewer.isInChamber === true) return false;
  return viewer.space === 'main' && canPublish(owner, state);
}

export function canHear(viewer: Seated, owner: Seated, state: HearingState): boolean {
  return canSee(viewer, owner, state);
}

const mayReceive = { cam: canSee, mic: canHear } satisfies Record<Source, typeof canSee>;

/** Every stream that somebody is to receive now: the only source from which consumers are made and unmade. */
export function wantedFeeds(
  seats: readonly Seated[],
  publications: readonly { ownerId: string; source: Source }[],
  state: HearingState,
): Feed[] {
  const byId = new Map(seats.map((seat) => [seat.seatId, seat]));
  return publications.flatMap(({ ownerId, source }) => {
    const owner = byId.get(ownerId);
    if (!owner) return [];
    return seats
      .filter((viewer) => mayReceive[source](viewer, owner, state))
      .map((viewer) => ({ viewerId: viewer.seatId, ownerId, source }));
  });
}
