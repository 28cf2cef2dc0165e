import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { newId } from '../../kernel/id';
import { canonicalJson, type JsonObject } from '../../kernel/json';
import type { FieldError } from '../../kernel/domain-error';
import { localDate, type LocalDate } from '../../kernel/local-date';
import { sumFen, type Fen } from '../../kernel/money';
import { claimRule } from '../../law/claims';
import type { LawTables } from '../../law/claims/claim';
import { doubleWagePeriod } from '../../law/claims/double-wage';
import type { Finding } from '../../law/finding';
import { compareClaims, type ClaimChange, type ComparedClaim } from '../../law/later-claims';
import { FieldEncryption } from '../../platform/database/field-encryption';
import type { Tx } from '../../platform/database/unit-of-work';
import { Reference } from '../reference';
import type { AnswerDataDto } from './answers.dto';
import { claimFinding, claimProblems } from './application-check';
import type { ApplicationClaimDto } from './application.dto';
import { CaseAnswer } from './case-answer.entity';
import { CaseClaim } from './case-claim.entity';
import { FormerClaim } from './former-claim.entity';
import { LabourCase } from './labour-case.entity';

type ClaimContent = Pick<
  CaseClaim,
  'head' | 'facts' | 'computedFen' | 'amountFen' | 'fromOn' | 'toOn' | 'note' | 'finding'
>;

/** One claim of a proposal beside what it was; numbers are those the claims have, or will have, in the case. */
export interface ProposedChange {
  readonly change: ClaimChange;
  readonly ordinal: number;
  /** Null for a claim that is given up. */
  readonly claim: ApplicationClaimDto | null;
  /** Null for a claim that is added. */
  readonly was: CaseClaim | null;
}

/** What is claimed in a case, and what becomes of it (Rules 44). */
@Injectable()
export class Claims {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reference: Reference,
    private readonly encryption: FieldEncryption,
  ) {}

  /** The figures are computed again here: what a browser says a formula gives is not evidence of anything. */
  async contentOf(
    claims: readonly ApplicationClaimDto[],
    commissionId: string,
    on: LocalDate,
    manager: EntityManager,
  ): Promise<ClaimContent[]> {
    const commission = await this.reference.commission(commissionId, manager);
    const tables = await this.reference.lawTables(commission.area);
    return claims.map((claim) => contentOf(claim, on, tables));
  }

  /** What is wrong with the answers of a proposal, at `/details/claims`. */
  problems(claims: readonly ApplicationClaimDto[], on: LocalDate): FieldError[] {
    const ids = claims.map(({ id }) => id);
    return claims.flatMap((claim, index) => [
      ...(ids.indexOf(claim.id) < index
        ? [{ pointer: `/details/claims/${index}/id`, code: 'field.reference' }]
        : []),
      ...claimProblems(claim, `/details/claims/${index}`, on),
    ]);
  }

  /** What a proposal changes in what is claimed now. */
  async compare(
    caseId: string,
    proposed: readonly ApplicationClaimDto[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ProposedChange[]> {
    const now = await manager.find(CaseClaim, { where: { caseId }, order: { ordinal: 'ASC' } });
    const changes = compareClaims(now.map(comparedClaim), proposed.map(comparedProposal));
    // A number once given up is nobody else's.
    let last = await lastOrdinal(caseId, manager);
    return changes
      .map(({ id, change }): ProposedChange => {
        const was = now.find((each) => each.id === id) ?? null;
        const claim = proposed.find((each) => each.id === id) ?? null;
        return { change, ordinal: was?.ordinal ?? (last += 1), claim, was };
      })
      .sort((a, b) => a.ordinal - b.ordinal);
  }

  /** The claims as they stand from now on; what stood before is kept. The caller holds the case. */
  async replace(tx: Tx, caseId: string, motionId: string, changes: readonly ProposedChange[]): Promise<void> {
    const labourCase = await tx.manager.findOneByOrFail(LabourCase, { id: caseId });
    for (const { change, ordinal, claim, was } of changes) {
      if (change === 'kept') continue;
      if (was && change !== 'added') await this.keepFormer(tx, motionId, was, change);
      if (!claim) {
        await tx.manager.delete(CaseClaim, { id: was!.id });
        continue;
      }
      const [content] = await this.contentOf([claim], labourCase.commissionId, tx.today, tx.manager);
      await tx.manager.save(
        tx.manager.create(CaseClaim, {
          // What was sent in may bear any name; a new claim gets one of ours.
          id: was?.id ?? newId(tx.at.getTime()),
          caseId,
          ordinal,
          since: change === 'reduced' ? was!.since : tx.at,
          ...content!,
        }),
      );
    }
    const standing = await tx.manager.findBy(CaseClaim, { caseId });
    await tx.manager.update(LabourCase, caseId, {
      claimedFen: sumFen(standing.map(({ amountFen }) => amountFen ?? 0)),
      version: labourCase.version + 1,
      updatedAt: tx.at,
    });
  }

  /**
   * What was answered stays as it was; each respondent has an answer in hand again, begun with what it said to claims that
   * still stand as they were (Rules 44).
   */
  async reopenAnswers(tx: Tx, caseId: string): Promise<void> {
    const claims = await tx.manager.findBy(CaseClaim, { caseId });
    const current = { caseId, setAsideAt: IsNull(), supersededAt: IsNull() };
    for (const answer of await tx.manager.findBy(CaseAnswer, current)) {
      const data = standingAnswer(this.encryption.openJson<AnswerDataDto>(answer.dataSealed), claims, tx.at);
      const dataSealed = this.encryption.sealJson(data as unknown as JsonObject);
      if (answer.submittedAt === null) {
        await tx.manager.update(CaseAnswer, answer.id, {
          dataSealed,
          version: answer.version + 1,
          updatedAt: tx.at,
        });
        continue;
      }
      await tx.manager.update(CaseAnswer, answer.id, { supersededAt: tx.at });
      await tx.manager.insert(CaseAnswer, {
        id: newId(tx.at.getTime()),
        partyId: answer.partyId,
        caseId,
        version: 1,
        dataSealed,
        submittedAt: null,
        updatedAt: tx.at,
        setAsideAt: null,
        supersededAt: null,
      });
    }
  }

  private async keepFormer(
    tx: Tx,
    motionId: string,
    was: CaseClaim,
    outcome: FormerClaim['outcome'],
  ): Promise<void> {
    const { id: claimId, ...content } = was;
    await tx.manager.insert<object>(FormerClaim, {
      ...content,
      id: newId(tx.at.getTime()),
      claimId,
      motionId,
      outcome,
      until: tx.at,
    });
  }
}

function contentOf(claim: ApplicationClaimDto, on: LocalDate, tables: LawTables): ClaimContent {
  const finding = claimFinding(claim, on, tables);
  const period = claim.head === 'double-wage' && finding ? doubleWagePeriod(finding as Finding<Fen>) : null;
  return {
    head: claim.head,
    facts: claim.facts,
    computedFen: finding?.value ?? null,
    amountFen: claim.amount ?? null,
    fromOn: claim.from ?? period?.from ?? null,
    toOn: claim.to ?? period?.to ?? null,
    note: claim.note ?? null,
    finding: finding as unknown as JsonObject | null,
  };
}

/** Of double wages the period is counted and not said: it is no fact of the claim. */
const saidPeriod = (head: string, day: string | null | undefined): LocalDate | null =>
  head === 'double-wage' || !day ? null : localDate(day);

function comparedClaim({ id, head, facts, amountFen, fromOn, toOn }: CaseClaim): ComparedClaim {
  return {
    id,
    head,
    facts: canonicalJson(facts),
    amount: amountFen,
    from: saidPeriod(head, fromOn),
    to: saidPeriod(head, toOn),
  };
}

function comparedProposal({ id, head, facts, amount, from, to }: ApplicationClaimDto): ComparedClaim {
  return {
    id,
    head,
    facts: canonicalJson(facts),
    amount: amount ?? null,
    from: saidPeriod(head, from),
    to: saidPeriod(head, to),
  };
}

/** Without what was said to claims that are no more, or are claimed otherwise from now on. */
function standingAnswer(data: AnswerDataDto, claims: readonly CaseClaim[], at: Date): AnswerDataDto {
  const standing = new Set(claims.filter(({ since }) => since < at).map(({ id }) => id));
  return { ...data, positions: (data.positions ?? []).filter(({ claimId }) => standing.has(claimId)) };
}

async function lastOrdinal(caseId: string, manager: EntityManager): Promise<number> {
  const now = await manager.maximum(CaseClaim, 'ordinal', { caseId });
  const before = await manager.maximum(FormerClaim, 'ordinal', { caseId });
  return Math.max(now ?? 0, before ?? 0);
}

/** Words for a claim that is only proposed, as papers and screens name it. */
export const claimTitleKey = ({ head }: Pick<CaseClaim, 'head'>): string => claimRule(head).titleKey;
