import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/id';
import { localDate, maxDate, type LocalDate } from '../../kernel/local-date';
import type { Tx } from '../../platform/database/unit-of-work';
import { CaseAccess, type CaseParty } from '../cases';
import { clockPayload } from '../deadlines';
import { Papers, type Paper } from '../documents';
import {
  serviceLifecycle,
  type ServiceChannel,
  type ServiceEffect,
  type ServiceFacts,
} from './delivery.lifecycle';
import { clockEventsOf } from './service-clocks';
import { ServiceAttempt, type Service } from './service.entity';

export type AttemptFacts = Pick<
  ServiceAttempt,
  'channel' | 'outcome' | 'waybill' | 'servedOn' | 'receiver' | 'note'
>;

/** Their clock asks when the last of the parties was told (Law 32, Rules 32). */
const TOLD_TO_ALL: ReadonlySet<string> = new Set(['composition-notice', 'revocation-decision']);

/** What every way of serving does: take the step, keep the attempt, tell the record and the clocks. */
@Injectable()
export class ServiceSteps {
  constructor(
    private readonly cases: CaseAccess,
    private readonly papers: Papers,
  ) {}

  /** The table decides; the effect it names is what the caller publishes. */
  step<E extends keyof ServiceFacts>(
    service: Service,
    event: E,
    facts: ServiceFacts[E],
    channel: ServiceChannel | null,
  ): ServiceEffect['publish'] {
    const { to, effects } = serviceLifecycle.step(service.state, event, facts);
    service.state = to;
    service.channel = channel;
    return effects[0]!.publish;
  }

  async log(tx: Tx, service: Service, facts: AttemptFacts): Promise<void> {
    await tx.manager.insert(ServiceAttempt, {
      id: newId(tx.at.getTime()),
      serviceId: service.id,
      ordinal: (await tx.manager.countBy(ServiceAttempt, { serviceId: service.id })) + 1,
      ...facts,
      recordedBy: tx.actor.kind === 'staff' ? tx.actor.userId : null,
      at: tx.at,
    });
  }

  async publishServed(
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
      // Workers claim and employers answer here; an employer may be a person, too.
      side: party.role === 'claimant' ? 'worker' : 'employer',
      on,
      isFinal: paper.kind === 'award' && this.papers.facts<{ finality?: string }>(paper).finality === 'final',
      everyPartyNotifiedOn: TOLD_TO_ALL.has(paper.kind) ? await this.everyPartyNotifiedOn(tx, paper) : null,
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

  async papersOf(tx: Tx, services: readonly Service[]): Promise<Map<string, Paper>> {
    const papers = await this.papers.byIds(
      services.map((service) => service.paperId),
      tx.manager,
    );
    return new Map(papers.map((paper) => [paper.id, paper]));
  }

  /** The paper is good for nothing any more: nobody serves it. */
  async withdraw(tx: Tx, service: Service, paper: Paper): Promise<void> {
    const publish = this.step(service, 'withdraw', {}, service.channel);
    await tx.manager.save(service);
    await tx.publish({
      type: publish,
      caseId: service.caseId,
      payload: references(service, paper),
      audience: 'commission',
    });
  }

  /** Null while a party has not been told of it. */
  private async everyPartyNotifiedOn(tx: Tx, { caseId, kind, subject }: Paper): Promise<LocalDate | null> {
    const parties = await this.cases.parties(caseId, tx.manager);
    const rows: { party_id: string; served_on: string }[] = await tx.manager.query(
      `SELECT s.party_id, min(s.served_on)::text AS served_on FROM service s JOIN paper p ON p.id = s.paper_id
       WHERE s.case_id = $1 AND s.state = 'served' AND p.kind = $3
         AND p.subject IS NOT DISTINCT FROM $2
       GROUP BY s.party_id`,
      [caseId, subject, kind],
    );
    const isEverybodyTold = parties.every((party) => rows.some((row) => row.party_id === party.id));
    const [first, ...rest] = rows.map((row) => localDate(row.served_on));
    return isEverybodyTold && first ? maxDate(first, ...rest) : null;
  }
}

export function references(service: Service, paper: Paper): { [key: string]: string } {
  return {
    serviceId: service.id,
    paperId: paper.id,
    partyId: service.partyId,
    kind: paper.kind,
    title: paper.title,
  };
}
