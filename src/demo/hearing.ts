import type { SignedInActor } from '../kernel/actor';
import type { HearingRecords, Sittings } from '../modules/hearings';
import type { Users } from '../modules/identity';

export interface HearingServices {
  sittings: Sittings;
  records: HearingRecords;
  users: Users;
}

export interface HearingPeople {
  arbitrator: string;
  recorder: string;
  claimant: string;
  respondent: string;
}

const ROLES = ['arbitrator', 'recorder', 'claimant', 'respondent'] as const;

export type RecordLine = readonly [
  stage: Parameters<HearingRecords['append']>[2]['stage'],
  speaker: Parameters<HearingRecords['append']>[2]['speaker'],
  text: string,
];

/** Account ids of those who belong in the room. */
export function peopleOf(members: readonly { userId: string; capacity: string }[]): HearingPeople {
  const of = (capacity: keyof HearingPeople): string => {
    const found = members.find((member) => member.capacity === capacity);
    if (!found) throw new Error(`The case has no ${capacity}`);
    return found.userId;
  };
  return {
    arbitrator: of('arbitrator'),
    recorder: of('recorder'),
    claimant: of('claimant'),
    respondent: of('respondent'),
  };
}

/**
 * A hearing from the waiting room to the signatures, by what the room makes of it: pictures and sound are the only
 * part that is left out.
 */
export async function hold(
  { sittings, records, users }: HearingServices,
  hearingId: string,
  people: HearingPeople,
  lines: readonly RecordLine[],
  pass: (minutes: number) => void,
): Promise<void> {
  const actor = async (userId: string): Promise<SignedInActor> => {
    const user = await users.byId(userId);
    if (!user) throw new Error(`Nobody has the account ${userId}`);
    return user.kind === 'party'
      ? { kind: 'party', userId, name: user.name }
      : { kind: 'staff', userId, name: user.name, commissionId: user.commissionId ?? '', roles: user.roles };
  };
  const [arbitrator, recorder] = [await actor(people.arbitrator), await actor(people.recorder)];
  const parties = [await actor(people.claimant), await actor(people.respondent)];
  await sittings.openLobbyWhenDue(hearingId);
  for (const each of [recorder, arbitrator, ...parties])
    await sittings.takeSeat(await sittings.entrant(each, hearingId));
  for (const { userId } of parties) await sittings.admit(arbitrator, hearingId, userId);
  const present = ROLES.map((role) => ({ seatId: people[role], role }));
  await sittings.open(arbitrator, hearingId, present, []);
  for (const [stage, speaker, text] of lines) {
    pass(3);
    await records.append(recorder, hearingId, { stage, speaker, speakerName: null, text });
  }
  pass(5);
  await sittings.fire(arbitrator, hearingId, 'close', {});
  const sha256 = await records.present(recorder, hearingId);
  for (const each of [...parties, recorder, arbitrator]) {
    pass(2);
    await records.sign(each, hearingId, sha256);
  }
}
