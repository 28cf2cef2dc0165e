import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, Not, type EntityManager } from 'typeorm';
import type { SignedInActor } from '../../kernel/actor';
import { DomainError, notFound } from '../../kernel/domain-error';
import type { LocalDate } from '../../kernel/local-date';
import { article, citation } from '../../law/articles';
import { FieldEncryption } from '../../platform/database/field-encryption';
import type { Tx } from '../../platform/database/unit-of-work';
import type { AnswerDataDto } from './answers.dto';
import { CaseAnswer } from './case-answer.entity';
import { CaseClaim } from './case-claim.entity';
import { caseLifecycle } from './case.lifecycle';
import { CaseMember, type Capacity } from './case-member.entity';
import { CaseParty } from './case-party.entity';
import type { SignedApplication } from './filing.service';
import { IntakeDecision } from './intake.entities';
import { LabourCase } from './labour-case.entity';

export interface SubmittedAnswer {
  partyId: string;
  submittedAt: Date;
  data: AnswerDataDto;
}

/** What other modules may ask of a case, and what they may change: who belongs to it, and how a party wants to be heard. */
@Injectable()
export class CaseAccess {
  constructor(
    private readonly dataSource: DataSource,
    private readonly encryption: FieldEncryption,
  ) {}

  /** @throws DomainError not-found. */
  async get(caseId: string, manager: EntityManager = this.dataSource.manager): Promise<LabourCase> {
    const labourCase = await manager.findOneBy(LabourCase, { id: caseId });
    if (!labourCase) throw notFound();
    return labourCase;
  }

  /** Claimants first, each side in its order. */
  async parties(caseId: string, manager: EntityManager = this.dataSource.manager): Promise<CaseParty[]> {
    return manager.find(CaseParty, { where: { caseId }, order: { role: 'ASC', ordinal: 'ASC' } });
  }

  async claims(caseId: string, manager: EntityManager = this.dataSource.manager): Promise<CaseClaim[]> {
    return manager.find(CaseClaim, { where: { caseId }, order: { ordinal: 'ASC' } });
  }

  /** People in the case now. */
  async members(caseId: string, manager: EntityManager = this.dataSource.manager): Promise<CaseMember[]> {
    const members = await manager.find(CaseMember, { where: { caseId }, order: { since: 'ASC' } });
    return members.filter((member) => member.until === null);
  }

  async decision(
    caseId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<IntakeDecision | null> {
    return manager.findOneBy(IntakeDecision, { caseId });
  }

  application(labourCase: LabourCase): SignedApplication {
    return this.encryption.openJson<SignedApplication>(labourCase.applicationSealed);
  }

  /** Cases still open in which each of these people has the capacity; one query for all of them. */
  async openLoad(
    capacity: Capacity,
    userIds: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, number>> {
    const rows: { user_id: string; load: number }[] = await manager.query(
      `SELECT m.user_id, count(*)::int AS load
       FROM case_member m JOIN labour_case c ON c.id = m.case_id
       WHERE m.user_id = ANY ($1) AND m.capacity = $2 AND m.until IS NULL AND c.state <> ALL ($3)
       GROUP BY m.user_id`,
      [userIds, capacity, caseLifecycle.terminal],
    );
    return new Map(rows.map((row) => [row.user_id, row.load]));
  }

  /** Answers as they were submitted, as far as what they answer is still claimed; drafts stay with who writes them. */
  async answers(
    caseId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<SubmittedAnswer[]> {
    const answers = await manager.find(CaseAnswer, {
      where: { caseId, setAsideAt: IsNull(), submittedAt: Not(IsNull()) },
      order: { submittedAt: 'ASC' },
    });
    const since = new Map((await this.claims(caseId, manager)).map((claim) => [claim.id, claim.since]));
    // Of each party the latest; what was said to a claim before it was changed does not answer the change (Rules 44).
    const latest = new Map(answers.map((answer) => [answer.partyId, answer]));
    return [...latest.values()].map(({ partyId, submittedAt, dataSealed }) => {
      const data = this.encryption.openJson<AnswerDataDto>(dataSealed);
      const positions = data.positions.filter(({ claimId }) => {
        const claimedSince = since.get(claimId);
        return claimedSince !== undefined && claimedSince <= submittedAt!;
      });
      return { partyId, submittedAt: submittedAt!, data: { ...data, positions } };
    });
  }

  /** More time for evidence: the day moves for everybody in the case (Rules 15). */
  async moveEvidencePeriod(tx: Tx, caseId: string, until: LocalDate): Promise<void> {
    await tx.manager.update(IntakeDecision, { caseId }, { evidenceUntil: until });
  }

  /** From now on the case is not heard in public (Law 26, Rules 25). */
  async hearInPrivate(tx: Tx, caseId: string): Promise<void> {
    await tx.manager.update(LabourCase, caseId, { isHeardInPublic: false, updatedAt: tx.at });
  }

  async setOnlineConsent(tx: Tx, partyId: string, consents: boolean): Promise<void> {
    await tx.manager.update(CaseParty, partyId, { consentsToOnlineHearing: consents });
  }

  /** Whoever is challenged stands aside from the request to the decision (Rules 12(2)). The caller holds the case. */
  async challenge(tx: Tx, caseId: string, userId: string, isChallenged: boolean): Promise<void> {
    await tx.manager.update(
      CaseMember,
      { caseId, userId, capacity: In(['arbitrator', 'recorder']) },
      { challengedAt: isChallenged ? tx.at : null },
    );
  }

  /** Not what is urgent, and not what puts the matter off. @throws DomainError `case.challenged` (conflict). */
  async requireUnchallenged(caseId: string, actor: SignedInActor, manager: EntityManager): Promise<void> {
    const challenged = await manager.existsBy(CaseMember, {
      caseId,
      userId: actor.userId,
      challengedAt: Not(IsNull()),
      until: IsNull(),
    });
    if (!challenged) return;
    throw new DomainError('conflict', 'case.challenged', {
      basis: [citation(article('rules', 12, 2), 'zh-CN')],
    });
  }

  /** The tribunal is no more; its people leave the case (Law 33). */
  async endTribunal(tx: Tx, caseId: string): Promise<void> {
    await tx.manager.update(
      CaseMember,
      { caseId, capacity: In(['arbitrator', 'recorder']), until: IsNull() },
      { until: tx.at, challengedAt: null },
    );
  }

  async addMember(
    tx: Tx,
    caseId: string,
    userId: string,
    capacity: Extract<Capacity, 'arbitrator' | 'recorder'>,
  ): Promise<void> {
    await tx.manager.query(
      `INSERT INTO case_member (case_id, user_id, capacity, party_id, since, until) VALUES ($1, $2, $3, NULL, $4, NULL)
       ON CONFLICT (case_id, user_id, capacity) DO UPDATE SET until = NULL`,
      [caseId, userId, capacity, tx.at],
    );
  }
}
