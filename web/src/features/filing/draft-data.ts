import type { Head } from './heads';
import type { END_KINDS, Facts } from './questions';

/** An application while it is being written: everything may still be missing. */
export interface DraftData {
  commissionId?: string | undefined;
  claimant?: ClaimantDraft | undefined;
  respondents?: RespondentDraft[] | undefined;
  employment?: EmploymentDraft | undefined;
  claims?: ClaimDraft[] | undefined;
  statement?: { text?: string | undefined } | undefined;
  evidence?: EvidenceDraft[] | undefined;
  service?: ServiceDraft | undefined;
}

export type Section = keyof DraftData;

export const DOCUMENT_KINDS = ['resident-id', 'hk-macau-permit', 'hk-macau-residence', 'passport'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export interface ClaimantDraft {
  name?: string | undefined;
  sex?: 'female' | 'male' | undefined;
  birthDate?: string | undefined;
  document?: { kind?: DocumentKind | undefined; number?: string | undefined } | undefined;
  address?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
}

/** What the claimant knows of a company's licence. */
export const REGISTRATIONS = ['known', 'unknown', 'unlicensed'] as const;

export interface RespondentDraft {
  /** A company where it is left out. */
  kind?: 'company' | 'person' | undefined;
  name?: string | undefined;
  registration?: (typeof REGISTRATIONS)[number] | undefined;
  uscc?: string | undefined;
  address?: string | undefined;
  mailingAddress?: string | undefined;
  legalRepresentative?: string | undefined;
  legalRepresentativePost?: string | undefined;
  phone?: string | undefined;
  isPhoneUnknown?: boolean | undefined;
}

export const CONTRACTS = ['written', 'none', 'expired'] as const;
export interface EmploymentDraft {
  startDate?: string | undefined;
  post?: string | undefined;
  workplace?: string | undefined;
  contract?: (typeof CONTRACTS)[number] | undefined;
  contractSignedOn?: string | undefined;
  contractFrom?: string | undefined;
  contractTo?: string | undefined;
  monthlyWage?: number | undefined;
  paidUntil?: string | undefined;
  isEnded?: boolean | undefined;
  endDate?: string | undefined;
  endKind?: (typeof END_KINDS)[number] | undefined;
  endReason?: string | undefined;
}

export interface ClaimDraft {
  id: string;
  head: Head;
  facts: Facts;
  amount?: number | undefined;
  from?: string | undefined;
  to?: string | undefined;
  note?: string | undefined;
}

export interface EvidenceDraft {
  id: string;
  fileId: string;
  name?: string | undefined;
  purpose?: string | undefined;
  source?: string | undefined;
  hasOriginal?: boolean | undefined;
}

export interface ServiceDraft {
  receiver?: string | undefined;
  address?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
  consentsToElectronic?: boolean | undefined;
  consentsToOnlineHearing?: boolean | undefined;
}

/** What was left empty is not sent: an empty text is no answer, and an empty date is no day. */
export function withoutBlanks<T>(value: T): T {
  if (Array.isArray(value)) return value.map((each: unknown) => withoutBlanks(each)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== '' && inner !== null && inner !== undefined)
      .map(([key, inner]) => [key, withoutBlanks(inner as unknown)]),
  ) as T;
}

export function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(withoutBlanks(value ?? null), (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
