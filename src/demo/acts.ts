import type { Fen } from '../kernel/money';
import { evidenceFile } from './evidence-file';
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
  claims: { id: string; ordinal: number; head: string; amountFen: Fen }[];
  parties: { id: string; role: string; name: string }[];
  correction: { draftId: string | null } | null;
}

export interface Decided {
  caseId: string;
  number: string | null;
  state: string;
  version: number;
}

export async function calculate(person: Person, matter: Matter): Promise<Fen[]> {
  const amounts: Fen[] = [];
  for (const { head, facts, amount } of matter.claims) {
    const { value } = await person.do<{ value: Fen }>('POST', `/calculators/${head}`, {
      commissionId: matter.commissionId,
      facts,
    });
    amounts.push(amount ?? value);
  }
  return amounts;
}

/** Fills in the form and leaves it unsigned. */
export async function prepare(claimant: Person, matter: Matter): Promise<Draft> {
  const { id, version } = await claimant.do<Draft>('POST', '/drafts');
  const fileIds: string[] = [];
  for (const { name, lines } of matter.evidence) {
    fileIds.push((await claimant.upload(`${name}.pdf`, await evidenceFile(name, lines))).id);
  }
  const data = applicationOf(matter, await calculate(claimant, matter), fileIds);
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

/** The code as it came by text message to the phone in the application. */
export async function joinCode(respondent: Person): Promise<string> {
  const code = (await respondent.messages())
    .map(({ text }) => /应诉码\s*([2-9A-Z]{8})/.exec(text)?.[1])
    .find((each) => each !== undefined);
  if (!code) throw new Error('No text message with a code to respond');
  return code;
}

export interface Joining {
  name: string;
  capacity: 'legal-representative' | 'agent';
  consentsToElectronic: boolean;
  consentsToOnlineHearing: boolean;
}

export async function join(respondent: Person, who: Joining): Promise<{ caseId: string }> {
  return respondent.do('POST', '/joinings', { code: await joinCode(respondent), ...who });
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
  const { version } = await respondent.do<{ version: number }>('PUT', `/cases/${caseId}/answer`, {
    version: 0,
    data,
  });
  await respondent.do('POST', `/cases/${caseId}/answer/submission`, {
    version,
    signature: { name: plan.signedBy, agreed: true },
  });
}
