import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { notFound, DomainError, invalid, type FieldError } from '../../kernel/domain-error';
import type { PartyActor, StaffActor } from '../../kernel/actor';
import { newId } from '../../kernel/id';
import { localDate, maxDate, type LocalDate } from '../../kernel/local-date';
import { legalDay } from '../../platform/clock';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { Messages } from '../../platform/messaging/messaging.module';
import { lockRecord, type RecordedEvent } from '../../platform/record/record';
import { WithinTransaction } from '../../platform/record/subscribers';
import { CaseAccess, type CaseParty } from '../cases';
import { clockPayload } from '../deadlines';
import { Papers, type Paper } from '../documents';
import { Reference } from '../reference';
import type { RecordAttemptDto } from './delivery.dto';
import {
  serviceLifecycle,
  type ServiceChannel,
  type ServiceEffect,
  type ServiceFacts,
} from './delivery.lifecycle';
import { clockEventsOf } from './service-clocks';
import { ServicePapers } from './service-papers';
import { Service, ServiceAttempt } from './service.entity';

/** Handed over where something was handed in, or themselves the proof of service: nobody serves these. */
const NOT_SERVED: ReadonlySet<string> = new Set(['receipt', 'service-receipt']);

type AttemptFacts = Pick<
  ServiceAttempt,
  'channel' | 'outcome' | 'waybill' | 'servedOn' | 'receiver' | 'note'
>;

/**
 * 送达: who is to have which paper, by which way, and when it took effect. All writers hold the record of the case
 * first, so that a party joining and a paper being finished at the same moment see each other.
 */
@Injectable()
export class Delivery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cases: CaseAccess,
    private readonly papers: Papers,
    private readonly servicePapers: ServicePapers,
    private readonly reference: Reference,
    private readonly messages: Messages,
  ) {}

  /** A finished paper goes to each of its addressees; at once where the account is a way agreed on. */
  @WithinTransaction('paper.rendered')
  async onPaperRendered(tx: Tx, event: RecordedEvent): Promise<void> {
    const paper = await this.papers.byId(event.payload['paperId'] as string, tx.manager);
    if (!paper || NOT_SERVED.has(paper.kind) || paper.addressees.length === 0) return;
    const parties = await this.cases.parties(paper.caseId, tx.manager);
    for (const partyId of paper.addressees) {
      const inserted = await tx.manager
        .createQueryBuilder()
        .insert()
        .into(Service)
        .values({
          id: newId(tx.at.getTime()),
          caseId: paper.caseId,
          paperId: paper.id,
          partyId,
          state: 'pending',
          channel: null,
          sentAt: null,
          arrivedAt: null,
          servedOn: null,
          confirmedAt: null,
          proofPaperId: null,
          createdAt: tx.at,
        })
        .orIgnore()
        .returning('id')
        .execute();
      const party = parties.find((each) => each.id === partyId);
      if ((inserted.raw as unknown[]).length > 0 && party && takesElectronic(party)) {
        await this.serveOnline(tx, party);
      }
    }
  }

  /** Whatever waited for this party reaches its account now, also what is in the post. */
  @WithinTransaction('party.joined')
  async onPartyJoined(tx: Tx, event: RecordedEvent): Promise<void> {
    const parties = await this.cases.parties(event.caseId, tx.manager);
    const party = parties.find((each) => each.id === event.payload['partyId']);
    if (party && takesElectronic(party)) await this.serveOnline(tx, party);
  }

  /**
   * What the clerk did by post or in person, for one paper or for an envelope of them.
   *
   * @throws DomainError `lifecycle.not-now` (conflict) when a paper has been served already.
   */
  async recordAttempt(actor: StaffActor, serviceId: string, dto: RecordAttemptDto): Promise<string[]> {
    return this.uow.run(actor, async (tx) => {
      const first = await this.lock(tx, serviceId);
      const enclosed = await this.enclosed(tx, first, dto.enclosed ?? []);
      const services = [first, ...enclosed];
      const papers = await this.papersOf(tx, services);
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
   * @throws DomainError `service.nothing-to-confirm` (conflict) when the paper has not reached the account.
   */
  async confirm(actor: PartyActor, serviceId: string): Promise<void> {
    await this.uow.run(actor, async (tx) => {
      const service = await this.lock(tx, serviceId);
      if (service.confirmedAt) return;
      if (service.state !== 'served' || service.channel !== 'platform') {
        throw new DomainError('conflict', 'service.nothing-to-confirm');
      }
      service.confirmedAt = tx.at;
      await tx.manager.save(service);
      const paper = await this.paper(tx, service);
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

  private async serveOnline(tx: Tx, party: CaseParty): Promise<void> {
    const waiting = await tx.manager.find(Service, {
      where: { partyId: party.id, state: In(['pending', 'sent', 'failed']) },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    const papers = await this.papersOf(tx, waiting);
    for (const service of waiting) {
      const paper = papers.get(service.paperId)!;
      const publish = this.step(service, 'serve-online', consentOf(party), 'platform');
      Object.assign(service, { sentAt: tx.at, arrivedAt: tx.at, servedOn: tx.today });
      await tx.manager.save(service);
      await this.log(tx, service, {
        channel: 'platform',
        outcome: 'served',
        waybill: null,
        servedOn: tx.today,
        receiver: null,
        note: null,
      });
      await this.publishServed(tx, service, paper, party, publish, tx.today);
    }
    await this.tell(
      tx,
      party,
      waiting.map((service) => papers.get(service.paperId)!),
    );
  }

  /** Posted, or come back: known to the house, of no effect yet. */
  private async dispatch(tx: Tx, service: Service, paper: Paper, facts: AttemptFacts): Promise<void> {
    const publish = this.step(service, facts.outcome === 'sent' ? 'post' : 'fail', {}, facts.channel);
    if (facts.outcome === 'sent') service.sentAt = tx.at;
    await tx.manager.save(service);
    await this.log(tx, service, facts);
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
    const on = localDate(facts.servedOn!);
    const waybill =
      facts.channel === 'mail' ? (facts.waybill ?? (await this.lastWaybill(tx, service))) : null;
    const publish = this.step(service, 'prove', {}, facts.channel);
    service.servedOn = on;
    await tx.manager.save(service);
    await this.log(tx, service, { ...facts, waybill });
    await this.publishServed(tx, service, paper, party, publish, on);
  }

  /** The table decides; the effect it names is what the caller publishes. */
  private step<E extends keyof ServiceFacts>(
    service: Service,
    event: E,
    facts: ServiceFacts[E],
    channel: ServiceChannel,
  ): ServiceEffect['publish'] {
    const { to, effects } = serviceLifecycle.step(service.state, event, facts);
    service.state = to;
    service.channel = channel;
    return effects[0]!.publish;
  }

  private async publishServed(
    tx: Tx,
    service: Service,
    paper: Paper,
    party: CaseParty,
    type: ServiceEffect['publish'],
    on: LocalDate,
  ): Promise<void> {
    const events = clockEventsOf({
      kind: paper.kind,
      subject: paper.subject,
      partyId: party.id,
      side: party.kind === 'person' ? 'worker' : 'employer',
      on,
      isFinal: paper.kind === 'award' && this.papers.facts<{ finality?: string }>(paper).finality === 'final',
      everyPartyNotifiedOn:
        paper.kind === 'composition-notice' ? await this.everyPartyNotifiedOn(tx, service.caseId) : null,
    });
    await tx.publish({
      type,
      caseId: service.caseId,
      payload: {
        ...references(service, paper),
        channel: service.channel,
        on,
        ...(events.length > 0 ? clockPayload(...events) : {}),
      },
    });
  }

  private async everyPartyNotifiedOn(tx: Tx, caseId: string): Promise<LocalDate | null> {
    const parties = await this.cases.parties(caseId, tx.manager);
    const rows: { party_id: string; served_on: string }[] = await tx.manager.query(
      `SELECT s.party_id, min(s.served_on)::text AS served_on FROM service s JOIN paper p ON p.id = s.paper_id
       WHERE s.case_id = $1 AND s.state = 'served' AND p.kind = 'composition-notice' GROUP BY s.party_id`,
      [caseId],
    );
    const isEverybodyTold = parties.every((party) => rows.some((row) => row.party_id === party.id));
    const [first, ...rest] = rows.map((row) => localDate(row.served_on));
    return isEverybodyTold && first ? maxDate(first, ...rest) : null;
  }

  private async log(tx: Tx, service: Service, facts: AttemptFacts): Promise<void> {
    await tx.manager.insert(ServiceAttempt, {
      id: newId(tx.at.getTime()),
      serviceId: service.id,
      ordinal: (await tx.manager.countBy(ServiceAttempt, { serviceId: service.id })) + 1,
      ...facts,
      recordedBy: tx.actor.kind === 'staff' ? tx.actor.userId : null,
      at: tx.at,
    });
  }

  private async lastWaybill(tx: Tx, service: Service): Promise<string | null> {
    const attempt = await tx.manager.findOne(ServiceAttempt, {
      where: { serviceId: service.id, channel: 'mail' },
      order: { ordinal: 'DESC' },
    });
    return attempt?.waybill ?? null;
  }

  /** A text message goes alongside, so that nobody has to look into the account every day (在线诉讼规则 32). */
  private async tell(tx: Tx, party: CaseParty, papers: readonly Paper[]): Promise<void> {
    const [first] = papers;
    if (!first) return;
    const phone = await this.servicePapers.phone(party);
    if (!phone) return;
    const commission = await this.reference.commission(first.commissionId, tx.manager);
    const labourCase = await this.cases.get(first.caseId, tx.manager);
    const params = {
      commission: commission.name,
      number: labourCase.number ?? labourCase.receiptNumber,
      title: first.title,
      count: papers.length,
    };
    const code = papers.length === 1 ? 'sms.served' : 'sms.served-several';
    await this.messages.enqueueSentence(tx, phone, code, () => params);
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
    return (await this.papersOf(tx, [service])).get(service.paperId)!;
  }

  private async papersOf(tx: Tx, services: readonly Service[]): Promise<Map<string, Paper>> {
    const papers = await this.papers.byIds(
      services.map((service) => service.paperId),
      tx.manager,
    );
    return new Map(papers.map((paper) => [paper.id, paper]));
  }
}

function consentOf(party: CaseParty): ServiceFacts['serve-online'] {
  return { hasJoined: party.joinedUserId !== null, consentsToElectronic: party.consentsToElectronic };
}

/** Electronic service wants consent and an account it can reach (民事诉讼法 90). */
function takesElectronic(party: CaseParty): boolean {
  const { hasJoined, consentsToElectronic } = consentOf(party);
  return hasJoined && consentsToElectronic;
}

function references(service: Service, paper: Paper): { [key: string]: string } {
  return {
    serviceId: service.id,
    paperId: paper.id,
    partyId: service.partyId,
    kind: paper.kind,
    title: paper.title,
  };
}

/** Nothing is received before it was made, or on a day still to come. */
function requirePossibleDay(dto: RecordAttemptDto, today: LocalDate, issuedOn: LocalDate): void {
  if (dto.outcome !== 'served' || !dto.servedOn) return;
  if (dto.servedOn > today) throw invalid([{ pointer: '/servedOn', code: 'field.future-date' }]);
  if (dto.servedOn < issuedOn) {
    throw invalid([{ pointer: '/servedOn', code: 'service.before-paper', params: { issuedOn } }]);
  }
}
