import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { newId } from '../../kernel/id';
import type { Tx } from '../../platform/database/unit-of-work';
import { clockPayload } from '../deadlines';
import { Reference } from '../reference';
import { CaseClaim } from './case-claim.entity';
import { CaseMember } from './case-member.entity';
import { CaseParty } from './case-party.entity';
import { CaseTransitions } from './case-transitions';
import { LabourCase } from './labour-case.entity';

/** Ids of the parties, of the file that was closed and of the one that goes on. */
export type PartyIds = ReadonlyMap<string, string>;

/** A case leaves the commission that has no jurisdiction, and goes on at the one that has (Rules 9, 10). */
@Injectable()
export class Transfers {
  constructor(
    private readonly transitions: CaseTransitions,
    private readonly reference: Reference,
  ) {}

  /** The case is closed here; where it goes on, if at all in this system, is for `receive`. */
  async close(tx: Tx, caseId: string, competent: string): Promise<LabourCase> {
    return this.transitions.fire(tx, caseId, 'transfer', { competent });
  }

  /**
   * The file as it arrives at the competent commission: parties, claims and people as they stand. The day of the
   * application stays what it was: nobody applies again.
   */
  async receive(
    tx: Tx,
    from: LabourCase,
    commissionId: string,
  ): Promise<{ caseId: string; parties: PartyIds }> {
    const id = newId(tx.at.getTime());
    const { nextDueOn: _, ...content } = from;
    await tx.manager.save(
      tx.manager.create(LabourCase, {
        ...content,
        id,
        commissionId,
        number: null,
        receiptNumber: await this.reference.nextNumber(tx, commissionId, 'receipt'),
        state: 'received',
        version: 1,
        acceptedAt: null,
        decidedAt: null,
        suspendedOn: null,
        updatedAt: tx.at,
        transferredFromId: from.id,
      }),
    );
    const parties = await this.copyParties(tx, from.id, id);
    const claims = await tx.manager.findBy(CaseClaim, { caseId: from.id });
    for (const claim of claims) {
      await tx.manager.insert<object>(CaseClaim, { ...claim, id: newId(tx.at.getTime()), caseId: id });
    }
    for (const member of await tx.manager.findBy(CaseMember, { caseId: from.id, until: IsNull() })) {
      // The tribunal stays behind.
      if (member.partyId === null) continue;
      const partyId = parties.get(member.partyId) ?? null;
      await tx.manager.insert(CaseMember, { ...member, caseId: id, partyId, since: tx.at });
    }
    await tx.publish({
      type: 'case.transferred-in',
      caseId: id,
      payload: {
        receiptNumber: (await tx.manager.findOneByOrFail(LabourCase, { id })).receiptNumber,
        fromCaseId: from.id,
        ...clockPayload({ type: 'received', on: tx.today }),
      },
    });
    return { caseId: id, parties };
  }

  private async copyParties(tx: Tx, fromId: string, toId: string): Promise<PartyIds> {
    const ids = new Map<string, string>();
    for (const party of await tx.manager.findBy(CaseParty, { caseId: fromId })) {
      const id = newId(tx.at.getTime());
      ids.set(party.id, id);
      // A code leads into the file it was made for.
      await tx.manager.insert(CaseParty, {
        ...party,
        id,
        caseId: toId,
        joinCodeIndex: null,
        joinCodeSealed: null,
      });
    }
    return ids;
  }
}
