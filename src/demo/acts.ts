import type { Fen } from '../kernel/money';
import { evidenceFile } from './evidence-file';
import { codeOnNotice } from './notice';
import { applicationOf, type Matter } from './matter';
import type { Person } from './person';

/** What people do in a case, through the same requests a browser sends. */

export interface Filed {
  caseId: string;
  receiptNumber: string;
}

interface Draft {
  id: string;
  version: number;
  data: Record<string, unknown>;
  problems: { pointer: string; code: string; detail: string }[];
}

interface CaseView {
  version: number;
  state: string;
  number: string | null;
  claims: { id: string; ordinal: number; head: string; amountFen: Fen | null }[];
  parties: { id: string; role: string; name: string }[];
  correction: { draftId: string | null } | null;
}

export interface Decided {
  caseId: string;
  number: string | null;
  state: string;
  version: number;
}

export async function calculate(person: Person, matter: Matter): Promise<(Fen | null)[]> {
  const amounts: (Fen | null)[] = [];
  for (const { head, facts, amount } of matter.claims) {
    const { value } = await person.do<{ value: Fen | null }>('POST', `/calculators/${head}`, {
      commissionId: matter.commissionId,
      facts,
    });
    amounts.push(amount ?? value);
  }
  return amounts;
}

/** Fills in the form and leaves it unsigned. */
/** @param known - amounts computed before, for whoever prepares the same matter many times. */
export async function prepare(
  claimant: Person,
  matter: Matter,
  known?: readonly (Fen | null)[],
): Promise<Draft> {
  const { id, version } = await claimant.do<Draft>('POST', '/drafts');
  const fileIds: string[] = [];
  for (const { name, lines } of matter.evidence) {
    fileIds.push((await claimant.upload(`${name}.pdf`, await evidenceFile(name, lines))).id);
  }
  const data = applicationOf(matter, known ?? (await calculate(claimant, matter)), fileIds);
  return claimant.do<Draft>('PATCH', `/drafts/${id}`, { version, step: 'review', data });
}

export async function file(claimant: Person, matter: Matter): Promise<Filed> {
  const draft = await prepare(claimant, matter);
  return claimant.do<Filed>('POST', `/drafts/${draft.id}/submission`, {
    version: draft.version,
    signature: { name: matter.claimant.name, agreed: true },
  });
}

export const open = (person: Person, caseId: string): Promise<CaseView> => person.read(`/cases/${caseId}`);

export async function requestCorrection(
  clerk: Person,
  caseId: string,
  request: { defects: { section: string; text: string; remedy: string }[]; dueOn: string },
): Promise<Decided> {
  const { version } = await open(clerk, caseId);
  return clerk.do('POST', `/cases/${caseId}/correction-request`, { version, ...request });
}

/** The claimant opens the draft that came back, changes the sections in question and signs again. */
export async function correct(
  claimant: Person,
  caseId: string,
  name: string,
  change: (data: Record<string, unknown>) => Record<string, unknown>,
): Promise<Filed> {
  const draftId = (await open(claimant, caseId)).correction?.draftId;
  if (!draftId) throw new Error('Nothing is to be corrected');
  const draft = await claimant.read<Draft>(`/drafts/${draftId}`);
  const saved = await claimant.do<Draft>('PATCH', `/drafts/${draftId}`, {
    version: draft.version,
    step: 'review',
    data: change(draft.data),
  });
  return claimant.do('POST', `/drafts/${draftId}/submission`, {
    version: saved.version,
    signature: { name, agreed: true },
  });
}

export const ALL_CONDITIONS = {
  isWithinScope: true,
  hasClearClaims: true,
  hasProperParties: true,
  isOurs: true,
} as const;

export async function accept(
  clerk: Person,
  caseId: string,
  more: { evidenceUntil?: string } = {},
): Promise<Decided> {
  const { version } = await open(clerk, caseId);
  return clerk.do('POST', `/cases/${caseId}/acceptance`, { version, conditions: ALL_CONDITIONS, ...more });
}

export async function refuse(clerk: Person, caseId: string, reason: string): Promise<Decided> {
  const { version } = await open(clerk, caseId);
  const conditions = { ...ALL_CONDITIONS, isWithinScope: false };
  return clerk.do('POST', `/cases/${caseId}/refusal`, { version, conditions, reason });
}

export async function refer(
  clerk: Person,
  caseId: string,
  competentCommission: string,
  reason: string,
): Promise<Decided> {
  const { version } = await open(clerk, caseId);
  return clerk.do('POST', `/cases/${caseId}/referral`, { version, competentCommission, reason });
}

/** The code on the latest notice to a respondent, as the clerk who serves the notice opens it; to the first if unnamed. */
export async function joinCode(clerk: Person, caseId: string, respondent?: string): Promise<string> {
  const notice = (await services(clerk, caseId)).findLast(
    ({ paperKind, partyName, state }) =>
      paperKind === 'response-notice' &&
      state !== 'withdrawn' &&
      (respondent === undefined || partyName === respondent),
  );
  if (!notice) throw new Error('There is no notice to respond yet');
  return codeOnNotice(await clerk.download(`/cases/${caseId}/papers/${notice.paperId}/tickets`));
}

export interface Joining {
  name: string;
  capacity: 'legal-representative' | 'agent';
  consentsToElectronic: boolean;
  consentsToOnlineHearing: boolean;
}

export async function join(respondent: Person, code: string, who: Joining): Promise<{ caseId: string }> {
  return respondent.do('POST', '/joinings', { code, ...who, declaresAuthority: true });
}

/** The clerk takes a respondent's seat back. */
export async function releaseSeat(
  clerk: Person,
  caseId: string,
  partyId: string,
  reason: string,
): Promise<void> {
  await clerk.do('POST', `/cases/${caseId}/parties/${partyId}/seat-release`, { reason });
}

export interface Position {
  stance: 'admitted' | 'partly' | 'denied';
  admitted?: Fen;
  reasons: string;
  pleadsLimitation?: boolean;
}

export interface AnswerPlan {
  /** One for each claim, in their order; the last one stands for all that follow. */
  positions: readonly Position[];
  statement: string;
  limitationGrounds?: string;
  signedBy: string;
}

export async function answer(respondent: Person, caseId: string, plan: AnswerPlan): Promise<void> {
  const { claims } = await open(respondent, caseId);
  const data = {
    positions: claims.map((claim, i) => {
      const position = plan.positions[i] ?? plan.positions.at(-1);
      return { pleadsLimitation: false, ...position, claimId: claim.id };
    }),
    statement: plan.statement,
    ...(plan.limitationGrounds === undefined ? {} : { limitationGrounds: plan.limitationGrounds }),
  };
  // One is in hand already where the claims were changed after the first.
  const answers = await respondent.read<{ version: number; submittedAt: string | null }[]>(
    `/cases/${caseId}/answers`,
  );
  const { version } = await respondent.do<{ version: number }>('PUT', `/cases/${caseId}/answer`, {
    version: answers.find(({ submittedAt }) => submittedAt === null)?.version ?? 0,
    data,
  });
  await respondent.do('POST', `/cases/${caseId}/answer/submission`, {
    version,
    signature: { name: plan.signedBy, agreed: true },
  });
}

export interface NewEvidence {
  name: string;
  purpose: string;
  hasOriginal: boolean;
  source?: string;
  lateReason?: string;
  lines: readonly string[];
}

export async function addEvidence(
  party: Person,
  caseId: string,
  { lines, ...item }: NewEvidence,
): Promise<void> {
  const { id: fileId } = await party.upload(`${item.name}.pdf`, await evidenceFile(item.name, lines));
  await party.do('POST', `/cases/${caseId}/evidence`, { fileId, ...item });
}

export interface Service {
  id: string;
  paperId: string;
  paperKind: string;
  partyName: string;
  partyRole: string;
  state: string;
  actions: string[];
}

export const services = (person: Person, caseId: string): Promise<Service[]> =>
  person.read(`/cases/${caseId}/services`);

/** The clerk posts what waits for a party, and notes the day it was signed for. */
export async function post(
  clerk: Person,
  caseId: string,
  party: string,
  waybill: string,
): Promise<Service[]> {
  const waiting = (await services(clerk, caseId)).filter(
    ({ partyRole, actions }) => partyRole === party && actions.includes('service.record-attempt'),
  );
  const [first, ...rest] = waiting;
  if (!first) throw new Error(`Nothing waits to be sent to the ${party}`);
  const enclosed = rest.map(({ id }) => id);
  await clerk.do('POST', `/services/${first.id}/attempts`, {
    channel: 'mail',
    outcome: 'sent',
    waybill,
    enclosed,
  });
  return waiting;
}

export async function delivered(
  clerk: Person,
  posted: readonly Service[],
  servedOn: string,
  receiver: string,
): Promise<void> {
  const [first, ...rest] = posted;
  if (!first) throw new Error('Nothing was posted');
  const enclosed = rest.map(({ id }) => id);
  await clerk.do('POST', `/services/${first.id}/attempts`, {
    channel: 'mail',
    outcome: 'served',
    servedOn,
    receiver,
    enclosed,
  });
}

/** The party signs for everything that reached its account. */
export async function confirmAll(party: Person, caseId: string): Promise<void> {
  for (const { id, actions } of await services(party, caseId)) {
    if (actions.includes('service.confirm')) await party.do('POST', `/services/${id}/receipt`);
  }
}

interface Candidate {
  arbitratorId: string;
  name: string;
  isEligible: boolean;
}

/** The clerk appoints the named arbitrator, or whoever ranks first. */
export async function appoint(
  clerk: Person,
  caseId: string,
  { arbitrator, recorder }: { arbitrator?: string; recorder?: string } = {},
): Promise<string> {
  const { commissionId } = await clerk.read<{ commissionId: string }>(`/cases/${caseId}`);
  const recorders = await clerk.read<{ userId: string; name: string }[]>(
    `/commissions/${commissionId}/recorders`,
  );
  const { items, caseVersion } = await clerk.read<{ items: Candidate[]; caseVersion: number }>(
    `/cases/${caseId}/arbitrator-candidates`,
  );
  const chosen = items.find(({ name, isEligible }) => isEligible && (arbitrator ?? name) === name);
  const keeper = recorders.find(({ name }) => (recorder ?? name) === name);
  if (!chosen || !keeper) throw new Error(`${arbitrator ?? 'nobody'} cannot be appointed`);
  await clerk.do('POST', `/cases/${caseId}/tribunal`, {
    version: caseVersion,
    arbitratorId: chosen.arbitratorId,
    recorderUserId: keeper.userId,
    ground: 'clear',
    obstacles: [],
  });
  return chosen.name;
}

export async function waiveNotice(party: Person, caseId: string): Promise<void> {
  await party.do('POST', `/cases/${caseId}/notice-waiver`);
}

export async function setDown(
  clerk: Person,
  caseId: string,
  {
    startsAt,
    durationMinutes = 120,
    ...place
  }: { startsAt: Date; durationMinutes?: number; roomId?: string; chamberId?: string },
): Promise<string> {
  const { hearingId } = await clerk.do<{ hearingId: string }>('POST', `/cases/${caseId}/hearings`, {
    startsAt: startsAt.toISOString(),
    durationMinutes,
    ...place,
  });
  return hearingId;
}

/** With one's own name. */
export const signatureOf = ({ name }: Person) => ({ name, agreed: true });

export interface Ruling {
  outcome: 'granted' | 'partly' | 'refused';
  amountFen?: Fen;
  reasons: string;
}

export interface AwardPlan {
  facts: string;
  reasons?: string;
  /** Where no hearing record shows what came of mediation (Law 42(1)). */
  mediation?: 'failed' | 'unwilling' | 'impossible';
  /** One for each claim, in their order. */
  rulings: readonly Ruling[];
}

interface AwardDraft {
  version: number;
  problems: { pointer: string; detail: string }[];
}

export async function draftAward(arbitrator: Person, caseId: string, plan: AwardPlan): Promise<AwardDraft> {
  const { claims } = await open(arbitrator, caseId);
  const { version } = await arbitrator.read<AwardDraft>(`/cases/${caseId}/award-draft`);
  return arbitrator.do<AwardDraft>('PUT', `/cases/${caseId}/award-draft`, {
    version,
    data: {
      facts: plan.facts,
      ...(plan.reasons === undefined ? {} : { reasons: plan.reasons }),
      ...(plan.mediation === undefined ? {} : { mediation: plan.mediation }),
      decisions: claims.map((claim, i) => ({ claimId: claim.id, ...plan.rulings[i] })),
    },
  });
}

export interface IssuedAward {
  id: string;
  kind: 'final' | 'non-final';
  number: string;
  totalFen: Fen;
  paperId: string;
}

export async function award(arbitrator: Person, caseId: string, plan: AwardPlan): Promise<IssuedAward[]> {
  const { version } = await draftAward(arbitrator, caseId, plan);
  const { awards } = await arbitrator.do<{ awards: IssuedAward[] }>('POST', `/cases/${caseId}/award`, {
    version,
    signature: signatureOf(arbitrator),
  });
  return awards;
}
