import { signatureOf } from '../../src/demo/acts';
import type { Person } from '../../src/demo/person';
import type { TestApp } from './app';
import type { JoinedCase } from './cases';

export interface OfferView {
  ordinal: number;
  side: string;
  isMine: boolean;
  isShownToTribunal: boolean;
  terms: Terms;
  scope: string;
}

export interface SettlementView {
  id: string;
  state: string;
  version: number;
  offers: OfferView[];
  hiddenOffers: number;
  parties: { role: string; isMine: boolean; hasAccepted: boolean | null; hasSigned: boolean }[];
  claimIds: string[];
  scope: string | null;
  number: string | null;
  paperId: string | null;
  endReason: string | null;
  actions: string[];
}

export interface SettlementsView {
  items: SettlementView[];
  canOffer: boolean;
  needsAuthority: boolean;
  openClaimIds: string[];
}

export interface Terms {
  claims: { claimId: string; result: string; text?: string; dueOn?: string }[];
  payments: { claimId?: string; payerId: string; payeeId: string; amountFen: number; dueOn: string }[];
  other?: string;
}

export interface Refusal {
  code: string;
  detail: string;
  basis: string[];
  errors: { pointer: string; code: string }[];
}

interface Step {
  settlementId: string;
  state: string;
  version: number;
}

export const settlementsOf = (person: Person, caseId: string): Promise<SettlementsView> =>
  person.read(`/cases/${caseId}/settlements`);

export async function latest(person: Person, caseId: string): Promise<SettlementView> {
  return (await settlementsOf(person, caseId)).items.at(-1)!;
}

/** One sum by the company for the first claim, or for as many as are named; the others of them dropped. */
export async function termsOf(
  { claimant, caseId }: Pick<JoinedCase, 'claimant' | 'caseId'> & Partial<JoinedCase>,
  { paid = [0], dropped = [] as number[], amountFen = 1_200_000, dueOn = '2026-12-31', other = '' } = {},
): Promise<Terms> {
  const { claims, parties } = await claimant.read<{
    claims: { id: string }[];
    parties: { id: string; role: string }[];
  }>(`/cases/${caseId}`);
  const partyId = (role: string): string => parties.find((party) => party.role === role)?.id ?? '';
  const payment = { payerId: partyId('respondent'), payeeId: partyId('claimant'), amountFen, dueOn };
  return {
    claims: [
      ...paid.map((i) => ({ claimId: claims[i]!.id, result: 'paid' })),
      ...dropped.map((i) => ({ claimId: claims[i]!.id, result: 'dropped' })),
    ],
    payments: paid.length > 0 ? [payment] : [],
    ...(other ? { other } : {}),
  };
}

export interface OfferRequest {
  version: number;
  terms: Terms;
  isShownToTribunal: boolean;
  hasSpecialAuthority?: boolean;
}

export const offer = (person: Person, caseId: string, request: OfferRequest): Promise<Step> =>
  person.do('POST', `/cases/${caseId}/settlements`, request);

export const accept = (person: Person, { settlementId, version }: Step): Promise<Step> =>
  person.do('POST', `/settlements/${settlementId}/acceptance`, { version });

export const statementRequest = (
  arbitrator: Person,
  version: number,
): { version: number; signature: object; isLawful: boolean } => ({
  version,
  signature: signatureOf(arbitrator),
  isLawful: true,
});

/** Offered by the company, taken by the worker. */
export async function agreed(c: JoinedCase, terms: Terms, isShownToTribunal = false): Promise<Step> {
  return accept(c.claimant, await offer(c.respondent, c.caseId, { version: 0, terms, isShownToTribunal }));
}

/** …and put into a statement that has been drawn and has reached both. */
export async function stated(
  app: TestApp,
  c: JoinedCase & { arbitrator: Person },
  terms: Terms,
): Promise<Step> {
  const { settlementId } = await agreed(c, terms);
  // Read by who makes it; whoever has not signed in yet has no name to sign with.
  const { version } = await latest(c.arbitrator, c.caseId);
  const step = await c.arbitrator.do<Step>(
    'POST',
    `/settlements/${settlementId}/statement`,
    statementRequest(c.arbitrator, version),
  );
  await app.settled();
  return step;
}

/** The service of the statement on this party. */
export async function statementService(
  person: Person,
  caseId: string,
): Promise<{ id: string; actions: string[] }> {
  const services = await person.read<{ id: string; paperKind: string; actions: string[] }[]>(
    `/cases/${caseId}/services`,
  );
  return services.filter(({ paperKind }) => paperKind === 'mediation-statement').at(-1)!;
}

export async function signFor(person: Person, caseId: string): Promise<void> {
  const { id } = await statementService(person, caseId);
  await person.do('POST', `/services/${id}/receipt`);
}
