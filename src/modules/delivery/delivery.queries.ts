import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { SignedInActor } from '../../kernel/actor';
import { CaseAccess, CaseQueries, CaseRef, type CaseParty } from '../cases';
import { Papers } from '../documents';
import { Users } from '../identity';
import type { ServiceDto } from './delivery.dto';
import { serviceLifecycle } from './delivery.lifecycle';
import { servicePolicy, type ServiceRelation } from './delivery.policy';
import { Service, ServiceAttempt } from './service.entity';

/** Services as a screen shows them: a party its own, the house all. */
@Injectable()
export class DeliveryQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cases: CaseAccess,
    private readonly caseQueries: CaseQueries,
    private readonly caseRef: CaseRef,
    private readonly papers: Papers,
    private readonly users: Users,
  ) {}

  /** Papers of the case that are not served yet, on one party or another. */
  async countOpen(caseId: string, manager: EntityManager = this.dataSource.manager): Promise<number> {
    return manager.countBy(Service, { caseId, state: In(['pending', 'sent', 'failed']) });
  }

  async ofCase(actor: SignedInActor, caseId: string, ids?: readonly string[]): Promise<ServiceDto[]> {
    const [relations, own, parties, services] = await Promise.all([
      this.caseRef.relationsTo(actor, caseId),
      this.caseQueries.partiesOf(caseId, actor.userId),
      this.cases.parties(caseId),
      this.dataSource.manager.find(Service, {
        where: { caseId, ...(ids ? { id: In([...ids]) } : {}) },
        order: { createdAt: 'ASC', id: 'ASC' },
      }),
    ]);
    const relationsTo = (service: Service): ReadonlySet<ServiceRelation> =>
      new Set<ServiceRelation>([
        ...(relations ?? []),
        ...(own.includes(service.partyId) ? ['addressee' as const] : []),
      ]);
    const readable = services.filter((service) => servicePolicy.allows('service.read', relationsTo(service)));
    if (readable.length === 0) return [];
    const paperIds = readable.map((service) => service.paperId);
    const [papers, readings, attempts] = await Promise.all([
      this.papers.byIds(paperIds),
      this.papers.readings(paperIds),
      this.dataSource.manager.find(ServiceAttempt, {
        where: { serviceId: In(readable.map((service) => service.id)) },
        order: { ordinal: 'ASC' },
      }),
    ]);
    const staff = await this.users.byIds(
      attempts.flatMap((attempt) => (attempt.recordedBy ? [attempt.recordedBy] : [])),
    );
    return readable.map((service) => {
      const paper = papers.find((each) => each.id === service.paperId)!;
      const party = parties.find((each) => each.id === service.partyId)!;
      const reading = readings.find(
        (each) => each.paperId === service.paperId && each.userId === party.joinedUserId,
      );
      return {
        id: service.id,
        caseId,
        paperId: paper.id,
        paperKind: paper.kind,
        paperTitle: paper.title,
        paperNumber: paper.caseNumber,
        partyId: party.id,
        partyName: party.name,
        partyRole: party.role,
        address: addressOf(party),
        state: service.state,
        channel: service.channel,
        sentAt: service.sentAt,
        arrivedAt: service.arrivedAt,
        readAt: reading?.firstAt ?? null,
        servedOn: service.servedOn,
        confirmedAt: service.confirmedAt,
        proofPaperId: service.proofPaperId,
        attempts: attempts
          .filter((attempt) => attempt.serviceId === service.id)
          .map(({ id: _id, serviceId: _serviceId, recordedBy, ...attempt }) => ({
            ...attempt,
            recordedBy: recordedBy ? (staff.get(recordedBy)?.name ?? null) : null,
          })),
        actions: actions(service, relationsTo(service), paper.voidSince !== null),
      };
    });
  }

  async one(actor: SignedInActor, serviceId: string): Promise<ServiceDto> {
    const { caseId } = await this.dataSource.manager.findOneByOrFail(Service, { id: serviceId });
    return (await this.ofCase(actor, caseId, [serviceId]))[0]!;
  }
}

/** The address the party gave for service, else the one in the application (Rules 29). */
function addressOf(party: CaseParty): string {
  return party.serviceAddress ?? party.address;
}

/** Lifecycle ∩ policy. */
function actions(
  service: Service,
  relations: ReadonlySet<ServiceRelation>,
  isVoid: boolean,
): ServiceDto['actions'] {
  const isServed = service.state === 'served';
  const possible: ServiceDto['actions'] = [
    ...(isServed && !isVoid && service.channel === 'platform' && !service.confirmedAt
      ? (['service.confirm'] as const)
      : []),
    ...(serviceLifecycle.eventsFrom(service.state).includes('prove')
      ? (['service.record-attempt'] as const)
      : []),
    ...(isServed && !service.proofPaperId ? (['service.prove'] as const) : []),
  ];
  return possible.filter((action) => servicePolicy.allows(action, relations));
}
