import type { SignedInActor } from '../../src/kernel/actor';
import type { Person } from '../../src/demo/person';
import { DEMO_PASSWORD } from '../../src/demo/staff';
import type { Matter } from '../../src/demo/matter';
import { Users } from '../../src/modules/identity';
import { HearingRecords, Sittings } from '../../src/modules/hearings';
import type { HearingRole } from '../../src/modules/hearings/conferencing/protocol';
import { loadRoster } from '../../src/modules/tribunals';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import type { TestApp } from './app';
import { answered, staffOf, type JoinedCase } from './cases';

/** The demonstration register, on top of the staff every test database has. */
export async function withRoster(app: TestApp): Promise<void> {
  await app
    .get(UnitOfWork)
    .run({ kind: 'system', name: 'demo' }, (tx) => loadRoster(tx, app.get(Users), DEMO_PASSWORD));
}

export interface Candidate {
  arbitratorId: string;
  name: string;
  isEligible: boolean;
  rank: number | null;
  load: number;
  basis: string | null;
  reasons: { key: string; article?: { law: string; article: string } }[];
  interests: { subject: string; fromYear: number | null }[];
}

export interface Candidates {
  on: string;
  caseVersion: number;
  composition: string;
  items: Candidate[];
}

/** Roster id of an arbitrator by user name. */
export async function arbitratorId(app: TestApp, username: string): Promise<string> {
  const [row] = await app.query<{ id: string }>(
    'SELECT a.id FROM arbitrator a JOIN user_account u ON u.id = a.user_id WHERE u.username = $1',
    [username],
  );
  if (!row) throw new Error(`${username} is not on the register`);
  return row.id;
}

export async function recorderId(app: TestApp, username: string): Promise<string> {
  const [row] = await app.query<{ id: string }>('SELECT id FROM user_account WHERE username = $1', [
    username,
  ]);
  if (!row) throw new Error(`There is no ${username}`);
  return row.id;
}

/** What a clerk sends to form the tribunal of a case. */
export async function appointment(
  app: TestApp,
  caseId: string,
  username: string,
  recorder = 'recorder.nansha',
): Promise<{
  version: number;
  arbitratorId: string;
  recorderUserId: string;
  ground: 'clear';
  obstacles: string[];
}> {
  const [row] = await app.query<{ version: number }>('SELECT version FROM labour_case WHERE id = $1', [
    caseId,
  ]);
  return {
    version: row?.version ?? 0,
    arbitratorId: await arbitratorId(app, username),
    recorderUserId: await recorderId(app, recorder),
    ground: 'clear',
    obstacles: [],
  };
}

export interface HeardCase extends JoinedCase {
  arbitrator: Person;
  recorder: Person;
}

/**
 * Filed, accepted, answered, constituted, heard with everybody there, and the record signed by all; the room is the only
 * thing left out.
 */
export async function heard(
  app: TestApp,
  overrides: Partial<Matter> = {},
  username = 'arb.linhuimin',
): Promise<HeardCase> {
  const closed = await heardWithoutRecord(app, overrides, username);
  await confirmRecord(app, closed);
  return closed;
}

/** As above, but nothing has been put before the parties to sign yet. */
export async function heardWithoutRecord(
  app: TestApp,
  overrides: Partial<Matter> = {},
  username = 'arb.linhuimin',
): Promise<HeardCase & { hearingId: string }> {
  const base = await answered(app, overrides);
  const { caseId } = base;
  await base.clerk.do('POST', `/cases/${caseId}/tribunal`, await appointment(app, caseId, username));
  const arbitrator = staffOf(app, username);
  const recorder = staffOf(app, 'recorder.nansha');
  for (const party of [base.claimant, base.respondent]) {
    await party.do('POST', `/cases/${caseId}/notice-waiver`);
  }
  const { hearingId } = await setDown(app, base.clerk, caseId);
  await sit(app, hearingId, caseId);
  return { ...base, arbitrator, recorder, hearingId };
}

/** Another hearing of the case, in an hour: set, and held with everybody who belongs to it now. */
export async function sitAgain(app: TestApp, clerk: Person, caseId: string): Promise<string> {
  const { hearingId } = await setDown(app, clerk, caseId);
  await sit(app, hearingId, caseId);
  return hearingId;
}

/** Typed, put before everybody, and signed by all (Rules 42), or by all that are named. */
export async function confirmRecord(
  app: TestApp,
  { caseId, hearingId }: { caseId: string; hearingId: string },
  signing: readonly HearingRole[] = ['claimant', 'respondent', 'arbitrator', 'recorder'],
): Promise<void> {
  const records = app.get(HearingRecords);
  const members = await membersOf(app, caseId);
  const recorder = actorOf(members.find((member) => member.capacity === 'recorder')!);
  await records.append(recorder, hearingId, {
    stage: 'mediation',
    speaker: 'arbitrator',
    speakerName: null,
    text: '调解未成，核对笔录。',
  });
  const sha256 = await records.present(recorder, hearingId);
  for (const member of members.filter(({ capacity }) => signing.includes(capacity)))
    await records.sign(actorOf(member), hearingId, sha256);
}

/** In an hour: the parties have given up the notice period. */
async function setDown(app: TestApp, clerk: Person, caseId: string): Promise<{ hearingId: string }> {
  const startsAt = new Date(app.clock.now().getTime() + 3_600_000);
  return clerk.do('POST', `/cases/${caseId}/hearings`, {
    startsAt: startsAt.toISOString(),
    durationMinutes: 60,
    roomId: 'nansha-online-1',
  });
}

/** Held with everybody who belongs to the case, or over respondents that stay away. */
export async function sit(
  app: TestApp,
  hearingId: string,
  caseId: string,
  absences: readonly { partyId: string; reason: string }[] = [],
): Promise<void> {
  const presiding = await openSitting(app, hearingId, caseId, absences);
  await app.get(Sittings).fire(presiding, hearingId, 'close', {});
}

/** As above, and not closed yet; answers who presides. */
export async function openSitting(
  app: TestApp,
  hearingId: string,
  caseId: string,
  absences: readonly { partyId: string; reason: string }[] = [],
): Promise<SignedInActor> {
  const sittings = app.get(Sittings);
  const [hearing] = await app.query<{ starts_at: Date }>('SELECT starts_at FROM hearing WHERE id = $1', [
    hearingId,
  ]);
  app.clock.set(hearing!.starts_at.toISOString());
  const members = (await membersOf(app, caseId)).filter(
    ({ capacity }) => capacity !== 'respondent' || absences.length === 0,
  );
  const presiding = actorOf(members.find((member) => member.capacity === 'arbitrator')!);
  await sittings.openLobbyWhenDue(hearingId);
  for (const member of members) {
    await sittings.takeSeat(await sittings.entrant(actorOf(member), hearingId));
    await sittings.admit(presiding, hearingId, member.id);
  }
  const present = members.map(({ id, capacity }) => ({ seatId: id, role: capacity }));
  await sittings.open(presiding, hearingId, present, absences);
  return presiding;
}

interface Member {
  id: string;
  kind: 'party' | 'staff';
  name: string;
  capacity: HearingRole;
}

function membersOf(app: TestApp, caseId: string): Promise<Member[]> {
  return app.query<Member>(
    `SELECT u.id, u.kind, u.name, m.capacity FROM case_member m JOIN user_account u ON u.id = m.user_id
     WHERE m.case_id = $1 AND m.until IS NULL`,
    [caseId],
  );
}

function actorOf({ id, kind, name }: Member): SignedInActor {
  return kind === 'party'
    ? { kind, userId: id, name }
    : { kind, userId: id, name, commissionId: 'nansha', roles: [] };
}
