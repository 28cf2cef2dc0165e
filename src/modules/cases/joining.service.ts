import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { PartyActor } from '../../kernel/actor';
import { DomainError, invalid } from '../../kernel/domain-error';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { lockRecord } from '../../platform/record/record';
import { Users } from '../identity';
import type { JoinDto, JoinedDto } from './answers.dto';
import { CaseMember } from './case-member.entity';
import { CaseParty } from './case-party.entity';
import { Drafts } from './drafts.service';
import { JoinCodes } from './join-code';
import { isSameName } from './same-name';

const TRIES_PER_HOUR = 10;

/**
 * A respondent finds its case with the code on the notice; an applicant whose application was taken down at the counter
 * takes the case over with the code on the receipt.
 */
@Injectable()
export class Joining {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly users: Users,
    private readonly codes: JoinCodes,
    private readonly drafts: Drafts,
  ) {}

  /**
   * @throws DomainError `join.unknown-code` (not-found), `join.already-joined` (conflict) when another account holds the
   *   seat, `join.own-case`, `join.other-seat` (conflict), `join.too-many-tries` (too-many).
   */
  async join(actor: PartyActor, dto: JoinDto): Promise<JoinedDto> {
    const outcome = await this.uow.run(actor, async (tx) => {
      const [tries]: { n: number }[] = await tx.manager.query(
        `SELECT count(*)::int AS n FROM join_attempt WHERE user_id = $1 AND at > $2::timestamptz - interval '1 hour'`,
        [actor.userId, tx.at],
      );
      if (tries!.n >= TRIES_PER_HOUR) return { refused: 'join.too-many-tries' as const };
      const party = await lockSeat(tx, this.codes.indexOf(dto.code));
      if (!party) {
        // Kept although the request fails: guessing is counted.
        await tx.manager.query('INSERT INTO join_attempt (user_id, at) VALUES ($1, $2)', [
          actor.userId,
          tx.at,
        ]);
        return { refused: 'join.unknown-code' as const };
      }
      const { caseId } = party;
      if (party.joinedUserId === actor.userId) return { caseId };
      if (party.joinedUserId) return { refused: 'join.already-joined' as const };
      const seats = await tx.manager.findBy(CaseMember, { caseId, userId: actor.userId, until: IsNull() });
      if (seats.some(({ capacity }) => capacity === 'claimant')) return { refused: 'join.own-case' as const };
      if (seats.length > 0) return { refused: 'join.other-seat' as const };
      const acting = actsAs(party, dto);
      await tx.manager.update(CaseParty, party.id, {
        joinedUserId: actor.userId,
        joinedAt: tx.at,
        ...acting,
        consentsToElectronic: dto.consentsToElectronic,
        consentsToOnlineHearing: dto.consentsToOnlineHearing,
      });
      // Who had a seat that was taken back, by mistake perhaps, has a row already.
      await tx.manager.save(CaseMember, {
        caseId,
        userId: actor.userId,
        capacity: party.role,
        partyId: party.id,
        since: tx.at,
        until: null,
      });
      if (actor.name === '') await this.users.rename(tx, actor.userId, dto.name);
      if (party.role === 'claimant') await this.drafts.handOver(tx, actor.userId, caseId);
      await tx.publish({
        type: 'party.joined',
        caseId,
        payload: { partyId: party.id, role: party.role, consentsToElectronic: dto.consentsToElectronic },
      });
      return { caseId };
    });
    if ('caseId' in outcome) return { caseId: outcome.caseId };
    const kinds = {
      'join.too-many-tries': 'too-many',
      'join.unknown-code': 'not-found',
      'join.already-joined': 'conflict',
      'join.own-case': 'conflict',
      'join.other-seat': 'conflict',
    } as const;
    throw new DomainError(kinds[outcome.refused], outcome.refused);
  }
}

/**
 * Who acts in the seat: a company through somebody, a person himself or through an agent.
 *
 * @throws DomainError (invalid) when a company is to act itself, a person through a legal representative, or somebody
 *   of another name as that person.
 */
function actsAs(
  party: CaseParty,
  { name, capacity }: JoinDto,
): Pick<CaseParty, 'representativeName' | 'representativeCapacity'> {
  if (capacity === 'self') {
    if (party.kind === 'company') throw invalid([{ pointer: '/capacity', code: 'join.is-company' }]);
    if (!isSameName(name, party.name)) {
      throw invalid([{ pointer: '/name', code: 'join.not-that-person', params: { name: party.name } }]);
    }
    return { representativeName: null, representativeCapacity: null };
  }
  if (party.kind === 'person' && capacity === 'legal-representative') {
    throw invalid([{ pointer: '/capacity', code: 'join.is-person' }]);
  }
  return { representativeName: name, representativeCapacity: capacity };
}

/** The seat a code leads to, in the order of all who write in a case: the record first, then its rows. */
async function lockSeat(tx: Tx, joinCodeIndex: string): Promise<CaseParty | null> {
  const found = await tx.manager.findOneBy(CaseParty, { joinCodeIndex });
  if (!found) return null;
  await lockRecord(tx.manager, found.caseId);
  // Asked again: the seat may have been taken back since, and the code with it.
  return tx.manager.findOne(CaseParty, {
    where: { id: found.id, joinCodeIndex },
    lock: { mode: 'pessimistic_write' },
  });
}
