import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work';
import { CaseAccess, type CaseParty } from '../cases';
import { clockPayload } from '../deadlines';
import { DefenceWaiver } from './defence-waiver.entity';

/** Who has given up the time to answer changed claims: before the tribunal decides on the change, or after. */
@Injectable()
export class DefenceWaivers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cases: CaseAccess,
  ) {}

  async add(tx: Tx, motionId: string, party: CaseParty, userId: string): Promise<void> {
    await tx.manager.insert(DefenceWaiver, {
      motionId,
      partyId: party.id,
      waivedBy: userId,
      waivedAt: tx.at,
    });
    await tx.publish({
      type: 'defence.waived',
      caseId: party.caseId,
      payload: {
        motionId,
        partyId: party.id,
        ...clockPayload({ type: 'defence-waived', on: tx.today, change: motionId, respondent: party.id }),
      },
    });
  }

  /** Ids of the parties, by motion. */
  async of(
    motionIds: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, string[]>> {
    const waivers = await manager.findBy(DefenceWaiver, { motionId: In([...motionIds]) });
    return new Map(motionIds.map((id) => [id, partiesOf(id, waivers)]));
  }

  /** Every respondent has: nobody has to be waited for. */
  async haveAll(motionId: string, caseId: string, manager?: EntityManager): Promise<boolean> {
    const waived = (await this.of([motionId], manager)).get(motionId) ?? [];
    const parties = await this.cases.parties(caseId, manager);
    return parties.every(({ role, id }) => role === 'claimant' || waived.includes(id));
  }
}

function partiesOf(motionId: string, waivers: readonly DefenceWaiver[]): string[] {
  return waivers.filter((each) => each.motionId === motionId).map(({ partyId }) => partyId);
}
