import * as acts from '../../src/demo/acts';
import type { Person } from '../../src/demo/person';
import type { TestApp } from './app';
import { answered, staffOf, type JoinedCase } from './cases';
import { appointment } from './proceedings';

export interface MotionView {
  id: string;
  kind: string;
  state: string;
  side: string;
  filerName: string;
  isMine: boolean;
  isLate: boolean;
  details: Record<string, unknown>;
  decision: { outcome: string; reason: string; until: string | null; days: number | null } | null;
  isRefusable: boolean;
  actions: string[];
}

export interface MotionsView {
  items: MotionView[];
  options: {
    kind: string;
    decidesAtOnce: boolean;
    required: string[];
    problem: string | null;
    isLate: boolean;
  }[];
  evidenceUntil: string | null;
  awards: { id: string; number: string }[];
  lostDays: { period: string; dueOn: string; endedOn: string }[];
}

export interface ProblemView {
  code: string;
  detail: string;
  basis: string[];
  errors: { pointer: string; code: string }[];
}

export const motionsOf = (person: Person, caseId: string): Promise<MotionsView> =>
  person.read(`/cases/${caseId}/motions`);

export const kindsFor = async (person: Person, caseId: string): Promise<string[]> =>
  (await motionsOf(person, caseId)).options.map(({ kind }) => kind);

export async function request(
  person: Person,
  caseId: string,
  kind: string,
  details: Record<string, unknown> = {},
): Promise<{ kind: string; version: number; details: Record<string, unknown> }> {
  const { version } = await acts.open(person, caseId);
  return { kind, version, details };
}

export async function ask(
  person: Person,
  caseId: string,
  kind: string,
  details: Record<string, unknown> = {},
): Promise<{ motionId: string; state: string }> {
  return person.do('POST', `/cases/${caseId}/motions`, await request(person, caseId, kind, details));
}

export async function decide(
  person: Person,
  caseId: string,
  motionId: string,
  decision: Record<string, unknown> = { outcome: 'granted' },
): Promise<{ motionId: string; state: string }> {
  const { version } = await acts.open(person, caseId);
  return person.do('POST', `/motions/${motionId}/decision`, { version, ...decision });
}

export async function refusalOf(
  person: Person,
  caseId: string,
  kind: string,
  details: Record<string, unknown> = {},
): Promise<{ status: number; body: ProblemView }> {
  return person.post<ProblemView>(`/cases/${caseId}/motions`, await request(person, caseId, kind, details));
}

export interface SittingCase extends JoinedCase {
  arbitrator: Person;
  recorder: Person;
  director: Person;
}

/** Answered, with a tribunal. */
export async function constituted(app: TestApp, username = 'arb.linhuimin'): Promise<SittingCase> {
  const base = await answered(app);
  await base.clerk.do(
    'POST',
    `/cases/${base.caseId}/tribunal`,
    await appointment(app, base.caseId, username),
  );
  return {
    ...base,
    arbitrator: staffOf(app, username),
    recorder: staffOf(app, 'recorder.nansha'),
    director: staffOf(app, 'director.nansha'),
  };
}

let hearings = 0;

/** …and a hearing set so many days ahead, each at an hour of its own: people sit in one hearing at a time. */
export async function setDown(
  app: TestApp,
  daysAhead = 14,
  { takesPapersOnline = true } = {},
): Promise<SittingCase & { hearingId: string }> {
  const base = await constituted(app);
  if (!takesPapersOnline) {
    await app.query(`UPDATE case_party SET consents_to_electronic = false WHERE case_id = $1`, [base.caseId]);
  }
  const startsAt = new Date(app.clock.now().getTime() + daysAhead * 86_400_000 + hearings++ * 90 * 60_000);
  const hearingId = await acts.setDown(base.clerk, base.caseId, {
    startsAt,
    durationMinutes: 60,
    roomId: 'nansha-online-1',
  });
  await app.settled();
  return { ...base, hearingId };
}

interface ClockView {
  code: string;
  state: string;
  dueOn: string | null;
  subject: string | null;
}

export async function clockOf(person: Person, caseId: string, code: string): Promise<ClockView | undefined> {
  const { clocks } = await person.read<{ clocks: ClockView[] }>(`/cases/${caseId}`);
  return clocks.find((clock) => clock.code === code);
}

export const stateOf = async (person: Person, caseId: string): Promise<string> =>
  (await acts.open(person, caseId)).state;

export const paperKinds = async (person: Person, caseId: string): Promise<string[]> =>
  (await person.read<{ kind: string }[]>(`/cases/${caseId}/papers`)).map(({ kind }) => kind);

export async function recordOf(person: Person, caseId: string): Promise<string[]> {
  const entries = await person.read<{ type: string; params: { kind?: string } }[]>(
    `/cases/${caseId}/timeline`,
  );
  return entries
    .filter(({ type }) => /^(motion|hearing)\./.test(type))
    .map(({ type, params }) => (type.startsWith('motion.') ? `${type} ${params.kind}` : type));
}
