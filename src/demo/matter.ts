import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../kernel/json';
import type { Fen } from '../kernel/money';
import type { ApplicationDto } from '../modules/cases';

/** What a worker brings along: everything an application says, in the words of the person. */
export interface Matter {
  commissionId: string;
  claimant: ApplicationDto['claimant'];
  respondents: ApplicationDto['respondents'];
  employment: ApplicationDto['employment'];
  claims: readonly ClaimPlan[];
  statement: string;
  evidence: readonly EvidencePlan[];
  consentsToElectronic?: boolean;
  consentsToOnlineHearing?: boolean;
}

export interface ClaimPlan {
  head: ApplicationDto['claims'][number]['head'];
  facts: JsonObject;
  /** What is claimed, in fen; the calculator's figure when left out. */
  amount?: Fen;
  from?: string;
  to?: string;
  note?: string;
}

export interface EvidencePlan {
  name: string;
  purpose: string;
  source?: string;
  hasOriginal: boolean;
  /** Lines of the scanned page. */
  lines: readonly string[];
}

/** The sections of the form, apart from the files, which are uploaded one by one. */
export function applicationOf(
  matter: Matter,
  amounts: readonly (Fen | null)[],
  fileIds: readonly string[],
): ApplicationDto {
  const { claimant } = matter;
  return {
    commissionId: matter.commissionId,
    claimant,
    respondents: matter.respondents,
    employment: matter.employment,
    claims: matter.claims.map(({ head, facts, from, to, note }, i) => ({
      id: randomUUID(),
      head,
      facts,
      ...(amounts[i] === null ? {} : { amount: amounts[i] ?? 0 }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(note === undefined ? {} : { note }),
    })),
    statement: { text: matter.statement },
    evidence: matter.evidence.map(({ name, purpose, source, hasOriginal }, i) => ({
      id: randomUUID(),
      fileId: fileIds[i] ?? '',
      name,
      purpose,
      ...(source === undefined ? {} : { source }),
      hasOriginal,
    })),
    service: {
      receiver: claimant.name,
      address: claimant.address,
      phone: claimant.phone,
      consentsToElectronic: matter.consentsToElectronic ?? true,
      consentsToOnlineHearing: matter.consentsToOnlineHearing ?? true,
    },
  };
}
