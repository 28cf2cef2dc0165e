import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { PartyActor, StaffActor } from '../../kernel/actor';
import { DomainError, invalid, notFound, type FieldError } from '../../kernel/domain-error';
import { localDate, maxDate, type LocalDate } from '../../kernel/local-date';
import { legalDay } from '../../platform/clock';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { lockRecord } from '../../platform/record/record';
import { CaseAccess, type CaseParty } from '../cases';
import type { Paper } from '../documents';
import type { RecordAttemptDto } from './delivery.dto';
import { ServicePapers } from './service-papers';
import { references, ServiceSteps, type AttemptFacts } from './service-steps';
import { Service, ServiceAttempt } from './service.entity';

/** 送达 as people do it: what the clerk posts or hands over, what the addressee signs for, and the proof of it. */
@Injectable()
export class Delivery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cases: CaseAccess,
    private readonly steps: ServiceSteps,
    private readonly servicePapers: ServicePapers,
  ) {}

  /**
   * What the clerk did by post or in person, for one paper or for an envelope of them.
   *
   * @throws DomainError (conflict) `lifecycle.not-now` when a paper has been served already, `service.paper-void`.
   */
  async recordAttempt(actor: StaffActor, serviceId: string, dto: RecordAttemptDto): Promise<string[]> {
    return this.uow.run(actor, async (tx) => {
      const first = await this.lock(tx, serviceId);
      const enclosed = await this.enclosed(tx, first, dto.enclosed ?? []);
      const services = [first, ...enclosed];
      const papers = await this.steps.papersOf(tx, services);
      const issuedOn = services.map((service) => legalDay(papers.get(service.paperId)!.issuedAt));
      requirePossibleDay(dto, tx.today, maxDate(issuedOn[0]!, ...issuedOn));
      const party = await this.party(tx, first);
      const facts: AttemptFacts = {
        channel: dto.channel,
        outcome: dto.outcome,
        waybill: dto.channel === 'mail' ? dto.waybill || null : null,
        servedOn: dto.outcome === 'served' ? (dto.servedOn ?? null) : null,
        receiver: dto.outcome === 'served' ? (dto.receiver?.trim() ?? null) : null,
        note: dto.note?.trim() || null,
      };
      for (const service of services) {
        const paper = papers.get(service.paperId)!;
        if (facts.outcome === 'served') await this.prove(tx, service, paper, party, facts);
        else await this.dispatch(tx, service, paper, facts);
      }
      return services.map((service) => service.id);
    });
  }

  /**
   * 签收 on line. Said twice it stands as it was said first.
   *
   * @throws DomainError (conflict) `service.nothing-to-confirm` when the paper has not reached the account,
   *   `service.paper-void` when it is good for nothing any more.
   */
  async confirm(actor: PartyActor, serviceId: string): Promise<void> {
    await this.uow.run(actor, async (tx) => {
      const service = await this.lock(tx, serviceId);
      if (service.confirmedAt) return;
      if (service.state !== 'served' || service.channel !== 'platform') {
        throw new DomainError('conflict', 'service.nothing-to-confirm');
      }
      const paper = await this.paper(tx, service);
      requireGood(paper);
      service.confirmedAt = tx.at;
      await tx.manager.save(service);
      await tx.publish({
        type: 'service.received',
        caseId: service.caseId,
        payload: { ...references(service, paper), channel: 'platform', isConfirmation: true },
      });
      await this.issueProof(tx, service, paper);
    });
  }

  /**
   * The proof of a completed service; the one there is when there is one.
   *
   * @throws DomainError `service.not-served` (conflict).
   */
  async prepareProof(actor: StaffActor, serviceId: string): Promise<string> {
    return this.uow.run(actor, async (tx) => {
      const service = await this.lock(tx, serviceId);
      if (service.state !== 'served') throw new DomainError('conflict', 'service.not-served');
      return service.proofPaperId ?? this.issueProof(tx, service, await this.paper(tx, service));
    });
  }

  /** A paper has become void: nobody waits for it any more. The caller holds the record of the case. */
  async withdraw(tx: Tx, paperId: string): Promise<void> {
    const services = await tx.manager.find(Service, {
      where: { paperId, state: In(['pending', 'sent', 'failed']) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    for (const service of services) {
      const paper = await this.paper(tx, service);
      const publish = this.steps.step(service, 'withdraw', {}, service.channel);
      await tx.manager.save(service);
      await tx.publish({
        type: publish,
        caseId: service.caseId,
        payload: references(service, paper),
        audience: 'commission',
      });
    }
  }

  private async issueProof(tx: Tx, service: Service, paper: Paper): Promise<string> {
    const proofPaperId = await this.servicePapers.issueProof(
      tx,
      service,
      paper,
      await this.party(tx, service),
    );
    await tx.manager.update(Service, service.id, { proofPaperId });
    service.proofPaperId = proofPaperId;
    return proofPaperId;
  }

  /** Posted, or come back: known to the house, of no effect yet. */
  private async dispatch(tx: Tx, service: Service, paper: Paper, facts: AttemptFacts): Promise<void> {
    const publish = this.steps.step(service, facts.outcome === 'sent' ? 'post' : 'fail', {}, facts.channel);
    if (facts.outcome === 'sent') service.sentAt = tx.at;
    await tx.manager.save(service);
    await this.steps.log(tx, service, facts);
    await tx.publish({
      type: publish,
      caseId: service.caseId,
      payload: { ...references(service, paper), channel: facts.channel },
      audience: 'commission',
    });
  }

  private async prove(
    tx: Tx,
    service: Service,
    paper: Paper,
    party: CaseParty,
    facts: AttemptFacts,
  ): Promise<void> {
    requireGood(paper);
    const on = localDate(facts.servedOn!);
    const waybill =
      facts.channel === 'mail' ? (facts.waybill ?? (await this.lastWaybill(tx, service))) : null;
    const publish = this.steps.step(service, 'prove', {}, facts.channel);
    service.servedOn = on;
    await tx.manager.save(service);
    await this.steps.log(tx, service, { ...facts, waybill });
    await this.steps.publishServed(tx, service, paper, party, publish, on);
  }

  private async lastWaybill(tx: Tx, service: Service): Promise<string | null> {
    const attempt = await tx.manager.findOne(ServiceAttempt, {
      where: { serviceId: service.id, channel: 'mail' },
      order: { ordinal: 'DESC' },
    });
    return attempt?.waybill ?? null;
  }

  /** @throws DomainError not-found. */
  private async lock(tx: Tx, serviceId: string): Promise<Service> {
    const found = await tx.manager.findOneBy(Service, { id: serviceId });
    if (!found) throw notFound();
    await lockRecord(tx.manager, found.caseId);
    return tx.manager.findOneOrFail(Service, {
      where: { id: serviceId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  private async enclosed(tx: Tx, first: Service, ids: readonly string[]): Promise<Service[]> {
    const wanted = [...new Set(ids)].filter((id) => id !== first.id);
    if (wanted.length === 0) return [];
    const found = await tx.manager.find(Service, {
      where: { id: In(wanted), caseId: first.caseId, partyId: first.partyId },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const missing = ids.flatMap((id, index): FieldError[] =>
      id === first.id || found.some((service) => service.id === id)
        ? []
        : [{ pointer: `/enclosed/${index}`, code: 'field.reference' }],
    );
    if (missing.length > 0) throw invalid(missing);
    return found;
  }

  private async party(tx: Tx, service: Service): Promise<CaseParty> {
    const parties = await this.cases.parties(service.caseId, tx.manager);
    const party = parties.find((each) => each.id === service.partyId);
    if (!party) throw notFound();
    return party;
  }

  private async paper(tx: Tx, service: Service): Promise<Paper> {
    return (await this.steps.papersOf(tx, [service])).get(service.paperId)!;
  }
}

/** What is void is signed for by nobody: the signature might be what gives it effect. */
function requireGood({ voidSince }: Paper): void {
  if (voidSince !== null) throw new DomainError('conflict', 'service.paper-void');
}

/** Nothing is received before it was made, or on a day still to come. */
function requirePossibleDay(dto: RecordAttemptDto, today: LocalDate, issuedOn: LocalDate): void {
  if (dto.outcome !== 'served' || !dto.servedOn) return;
  if (dto.servedOn > today) throw invalid([{ pointer: '/servedOn', code: 'field.future-date' }]);
  if (dto.servedOn < issuedOn) {
    throw invalid([{ pointer: '/servedOn', code: 'service.before-paper', params: { issuedOn } }]);
  }
}
