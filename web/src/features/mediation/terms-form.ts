import type { Schemas } from '../../api/client';
import type { Terms } from './queries';

export type Claim = Schemas['ClaimDto'];
export type Party = Schemas['PartyDto'];

/** Of one claim; `out` is left out of the settlement. */
export interface ClaimAnswer {
  result: 'paid' | 'done' | 'dropped' | 'out' | null;
  amountFen: number | null;
  dueOn: string;
  text: string;
}

export interface Instalment {
  amountFen: number | null;
  dueOn: string;
}

/** Terms while they are filled in: each claim paid by itself, or all that are paid in one sum or in instalments. */
export interface TermsForm {
  claims: Record<string, ClaimAnswer>;
  isTogether: boolean;
  payerId: string;
  instalments: Instalment[];
  other: string;
}

const EMPTY: ClaimAnswer = { result: null, amountFen: null, dueOn: '', text: '' };

/** What stands in the last offer, to be changed; empty where there is none. */
export function firstForm(
  claims: readonly Claim[],
  parties: readonly Party[],
  terms: Terms | null,
): TermsForm {
  const lump = (terms?.payments ?? []).filter(({ claimId }) => !claimId);
  const payer = terms?.payments[0]?.payerId ?? parties.find(({ role }) => role === 'respondent')?.id ?? '';
  return {
    claims: Object.fromEntries(
      claims.map(({ id }): [string, ClaimAnswer] => {
        const settled = terms?.claims.find(({ claimId }) => claimId === id);
        const payment = terms?.payments.find(({ claimId }) => claimId === id);
        return [
          id,
          {
            result: settled?.result ?? (terms ? 'out' : null),
            amountFen: payment?.amountFen ?? null,
            dueOn: payment?.dueOn ?? settled?.dueOn ?? '',
            text: settled?.text ?? '',
          },
        ];
      }),
    ),
    isTogether: lump.length > 0,
    payerId: payer,
    instalments:
      lump.length > 0
        ? lump.map(({ amountFen, dueOn }) => ({ amountFen, dueOn }))
        : [{ amountFen: null, dueOn: '' }],
    other: terms?.other ?? '',
  };
}

export const answerOf = (form: TermsForm, claimId: string): ClaimAnswer => form.claims[claimId] ?? EMPTY;

export const paidClaims = (form: TermsForm, claims: readonly Claim[]): Claim[] =>
  claims.filter(({ id }) => answerOf(form, id).result === 'paid');

/** As it is sent. What the form does not ask any more is left behind. */
export function termsOf(form: TermsForm, claims: readonly Claim[], parties: readonly Party[]): Terms {
  const payeeId = parties.find(({ role }) => role === 'claimant')?.id ?? '';
  const common = { payerId: form.payerId, payeeId };
  const paid = paidClaims(form, claims);
  const settled = claims.flatMap(({ id }) => {
    const { result, text, dueOn } = answerOf(form, id);
    if (result === null || result === 'out') return [];
    return [{ claimId: id, result, ...(result === 'done' ? { text, ...(dueOn ? { dueOn } : {}) } : {}) }];
  });
  const payments = form.isTogether
    ? form.instalments.map(({ amountFen, dueOn }) => ({ ...common, amountFen: amountFen ?? 0, dueOn }))
    : paid.map(({ id }) => {
        const { amountFen, dueOn } = answerOf(form, id);
        return { ...common, claimId: id, amountFen: amountFen ?? 0, dueOn };
      });
  return {
    claims: settled,
    payments: paid.length > 0 ? payments : [],
    ...(form.other.trim() ? { other: form.other.trim() } : {}),
  };
}
