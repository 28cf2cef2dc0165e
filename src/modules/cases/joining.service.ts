import { Injectable } from '@nestjs/common';
import type { PartyActor } from '../../kernel/actor';
import { DomainError } from '../../kernel/domain-error';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Users } from '../identity';
import type { JoinDto, JoinedDto } from './answers.dto';
import { CaseMember } from './case-member.entity';
import { CaseParty } from './case-party.entity';
import { joinCodeHash } from './intake.service';

const TRIES_PER_HOUR = 10;

/** A respondent finds its case with the code on the notice. */
@Injectable()
export class Joining {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly users: Users,
  ) {}

  /**
   * @throws DomainError `join.unknown-code` (not-found), `join.already-joined` (conflict) when another account holds the
   *   seat, `join.own-case` (conflict), `join.too-many-tries` (too-many).
   */
  async join(actor: PartyActor, dto: JoinDto): Promise<JoinedDto> {
    const outcome = await this.uow.run(actor, async (tx) => {
      const [tries]: { n: number }[] = await tx.manager.query(
        `SELECT count(*)::int AS n FROM join_attempt WHERE user_id = $1 AND at > $2::timestamptz - interval '1 hour'`,
        [actor.userId, tx.at],
      );
      if (tries!.n >= TRIES_PER_HOUR) return { refused: 'join.too-many-tries' as const };
      const party = await tx.manager.findOne(CaseParty, {
        where: { joinCodeHash: joinCodeHash(dto.code) },
        lock: { mode: 'pessimistic_write' },
      });
      if (!party) {
        // Kept although the request fails: guessing is counted.
        await tx.manager.query('INSERT INTO join_attempt (user_id, at) VALUES ($1, $2)', [
          actor.userId,
          tx.at,
        ]);
        return { refused: 'join.unknown-code' as const };
      }
      if (party.joinedUserId === actor.userId) return { caseId: party.caseId };
      if (party.joinedUserId) return { refused: 'join.already-joined' as const };
      const isOpponent = await tx.manager.existsBy(CaseMember, {
        caseId: party.caseId,
        userId: actor.userId,
        capacity: 'claimant',
      });
      if (isOpponent) return { refused: 'join.own-case' as const };
      await tx.manager.update(CaseParty, party.id, {
        joinedUserId: actor.userId,
        joinedAt: tx.at,
        representativeName: dto.name,
        representativeCapacity: dto.capacity,
        consentsToElectronic: dto.consentsToElectronic,
        consentsToOnlineHearing: dto.consentsToOnlineHearing,
      });
      await tx.manager.insert(CaseMember, {
        caseId: party.caseId,
        userId: actor.userId,
        capacity: 'respondent',
        partyId: party.id,
        since: tx.at,
        until: null,
      });
      if (actor.name === '') await this.users.rename(tx, actor.userId, dto.name);
      await tx.publish({
        type: 'party.joined',
        caseId: party.caseId,
        payload: { partyId: party.id, consentsToElectronic: dto.consentsToElectronic },
      });
      return { caseId: party.caseId };
    });
    if ('caseId' in outcome) return { caseId: outcome.caseId };
    const kinds = {
      'join.too-many-tries': 'too-many',
      'join.unknown-code': 'not-found',
      'join.already-joined': 'conflict',
      'join.own-case': 'conflict',
    } as const;
    throw new DomainError(kinds[outcome.refused], outcome.refused);
  }
}
