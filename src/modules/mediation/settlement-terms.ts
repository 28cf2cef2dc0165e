import { localDate } from '../../kernel/local-date';
import type { Payment, SettlementTerms } from '../../law/settlement';
import { claimFacts, type CaseClaim, type CaseParty } from '../cases';
import type { MediationStatementFacts } from './settlement.paper';
import type { SettlementTermsDto } from './settlements.dto';

/** Pure: terms as they were sent, as the law reads them, and as the statement prints them. */

export function lawTerms({ claims, payments }: SettlementTermsDto): SettlementTerms {
  return {
    claims: claims.map(({ claimId, result, text, dueOn }) => ({
      claimId,
      result,
      text: result === 'done' ? (text ?? null) : null,
      dueOn: result === 'done' && dueOn ? localDate(dueOn) : null,
    })),
    payments: payments.map(({ claimId, payerId, payeeId, amountFen, dueOn }): Payment => ({
      claimId: claimId ?? null,
      payerId,
      payeeId,
      amount: amountFen,
      dueOn: localDate(dueOn),
    })),
  };
}

type PrintedTerms = Pick<
  MediationStatementFacts,
  'claims' | 'payments' | 'acts' | 'dropped' | 'other' | 'left'
>;

/** Only for terms that the law has found possible. */
export function printedTerms(
  dto: SettlementTermsDto,
  all: readonly CaseClaim[],
  openClaimIds: readonly string[],
  parties: readonly CaseParty[],
): PrintedTerms {
  const { claims, payments } = lawTerms(dto);
  const ordinalOf = (claimId: string): number => all.find(({ id }) => id === claimId)!.ordinal;
  const named = (partyId: string): PrintedTerms['payments'][number]['payer'] => {
    const { role, name } = parties.find(({ id }) => id === partyId)!;
    return { role, name };
  };
  const inOrder = (ids: readonly string[]): number[] => ids.map(ordinalOf).sort((a, b) => a - b);
  const withResult = (result: 'paid' | 'dropped'): string[] =>
    claims.filter((claim) => claim.result === result).map(({ claimId }) => claimId);
  // A sum for all is paid on those that have no payment of their own.
  const together = withResult('paid').filter((id) => !payments.some(({ claimId }) => claimId === id));
  return {
    claims: all.map((claim) => ({ ordinal: claim.ordinal, claim: claimFacts(claim) })),
    payments: payments.map(({ claimId, payerId, payeeId, amount, dueOn }) => ({
      payer: named(payerId),
      payee: named(payeeId),
      ordinals: inOrder(claimId === null ? (together.length > 0 ? together : withResult('paid')) : [claimId]),
      amount,
      dueOn,
    })),
    acts: claims
      .filter(({ result }) => result === 'done')
      .map(({ claimId, text, dueOn }) => ({ ordinal: ordinalOf(claimId), text: text ?? '', dueOn })),
    dropped: inOrder(withResult('dropped')),
    other: (dto.other ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    left: inOrder(openClaimIds.filter((id) => !claims.some(({ claimId }) => claimId === id))),
  };
}
