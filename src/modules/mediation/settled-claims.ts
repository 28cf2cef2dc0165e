import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date';
import { legalDay } from '../../platform/clock';
import { CaseAccess } from '../cases';
import { Settlement, SettlementOffer } from './settlement.entity';

/** Part of a case that a statement in effect has settled (Rules 73). */
export interface SettledPart {
  readonly number: string;
  readonly statedOn: LocalDate;
  readonly effectiveOn: LocalDate;
  readonly claimIds: readonly string[];
}

/** What the award has to know of settling: what is left to decide, what waits, and that it was tried. Never an offer. */
@Injectable()
export class SettledClaims {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cases: CaseAccess,
  ) {}

  /** In the order in which they took effect. */
  async parts(caseId: string, manager: EntityManager = this.dataSource.manager): Promise<SettledPart[]> {
    const effective = await manager.find(Settlement, {
      where: { caseId, state: 'effective' },
      order: { closedAt: 'ASC' },
    });
    return effective.map(({ number, statedAt, closedAt, claimIds }) => ({
      number: number!,
      statedOn: legalDay(statedAt!),
      effectiveOn: legalDay(closedAt!),
      claimIds,
    }));
  }

  /** Ids of the claims that no statement in effect has settled. */
  async openClaimIds(caseId: string, manager: EntityManager = this.dataSource.manager): Promise<string[]> {
    const settled = (await this.parts(caseId, manager)).flatMap(({ claimIds }) => claimIds);
    const claims = await this.cases.claims(caseId, manager);
    return claims.map(({ id }) => id).filter((id) => !settled.includes(id));
  }

  /** All have accepted the same terms, or a statement waits to be signed for: nothing is decided over their heads. */
  async isPending(caseId: string, manager: EntityManager = this.dataSource.manager): Promise<boolean> {
    return manager.existsBy(Settlement, { caseId, state: In(['agreed', 'stated']) });
  }

  /** Days on which it ended, with something or nothing, and the tribunal in it (Law 42(1)); what parties try alone is theirs. */
  async triedOn(caseId: string, manager: EntityManager = this.dataSource.manager): Promise<LocalDate[]> {
    const ended = await manager.find(Settlement, {
      where: { caseId, state: In(['effective', 'failed', 'retracted']) },
      order: { closedAt: 'ASC' },
    });
    const shown = await manager.findBy(SettlementOffer, {
      settlementId: In(ended.map(({ id }) => id)),
      isShownToTribunal: true,
    });
    return ended
      .filter(({ id }) => shown.some(({ settlementId }) => settlementId === id))
      .map(({ closedAt }) => legalDay(closedAt!));
  }
}
