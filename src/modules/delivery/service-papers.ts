import { Injectable } from '@nestjs/common';
import { localDate } from '../../kernel/local-date';
import type { Tx } from '../../platform/database/unit-of-work';
import { CaseAccess, serviceReceipt, type CaseParty, type ServiceReceiptFacts } from '../cases';
import { PaperRegistry, Papers, type Paper } from '../documents';
import { maskPhone, normalisePhone, Users } from '../identity';
import { ServiceAttempt, type Service } from './service.entity';

/** The proof of service as a paper: 电子送达凭证 for the account, 送达回证 for mail and hand (Rules 20). */
@Injectable()
export class ServicePapers {
  constructor(
    private readonly papers: Papers,
    private readonly cases: CaseAccess,
    private readonly users: Users,
    registry: PaperRegistry,
  ) {
    registry.register(serviceReceipt);
  }

  async issueProof(tx: Tx, service: Service, paper: Paper, party: CaseParty): Promise<string> {
    const labourCase = await this.cases.get(service.caseId, tx.manager);
    return this.papers.issue(tx, {
      definition: serviceReceipt,
      facts: await this.facts(tx, service, paper, party),
      caseId: service.caseId,
      commissionId: labourCase.commissionId,
      caseNumber: labourCase.number,
      addressees: [party.id],
      subject: service.id,
      isSealed: true,
    });
  }

  /** Where a text message reaches the party: the number given for service, else that of its account. */
  async phone(party: CaseParty): Promise<string | null> {
    const given = party.servicePhone ? normalisePhone(party.servicePhone) : null;
    if (given || !party.joinedUserId) return given;
    return (await this.users.byId(party.joinedUserId))?.phone ?? null;
  }

  private async facts(
    tx: Tx,
    service: Service,
    paper: Paper,
    party: CaseParty,
  ): Promise<ServiceReceiptFacts> {
    return {
      number: null,
      recipient: { role: party.role, name: party.name },
      papers: [{ title: paper.title, number: paper.caseNumber, sha256: paper.sha256 }],
      service:
        service.channel === 'platform'
          ? await this.electronic(tx, service, party)
          : await this.physical(tx, service, party),
      servedOn: service.servedOn ? localDate(service.servedOn) : null,
      remarks: [],
    };
  }

  private async electronic(
    tx: Tx,
    service: Service,
    party: CaseParty,
  ): Promise<ServiceReceiptFacts['service']> {
    const phone = await this.phone(party);
    const readings = await this.papers.readings([service.paperId], tx.manager);
    const read = readings.find((reading) => reading.userId === party.joinedUserId);
    return {
      kind: 'electronic',
      channel: '云仲裁平台账户',
      address: phone ? `${party.name}的平台账户（${maskPhone(phone)}）` : `${party.name}的平台账户`,
      consent:
        party.role === 'claimant'
          ? '受送达人在仲裁申请书所附送达地址确认中同意电子送达'
          : '受送达人加入本案时在线确认同意电子送达',
      sentAt: (service.sentAt ?? tx.at).toISOString(),
      arrivedAt: service.arrivedAt?.toISOString() ?? null,
      readAt: read?.firstAt.toISOString() ?? null,
      confirmedAt: service.confirmedAt?.toISOString() ?? null,
    };
  }

  private async physical(
    tx: Tx,
    service: Service,
    party: CaseParty,
  ): Promise<ServiceReceiptFacts['service']> {
    const attempt = await tx.manager.findOneOrFail(ServiceAttempt, {
      where: { serviceId: service.id, outcome: 'served' },
    });
    const server = attempt.recordedBy ? await this.users.byId(attempt.recordedBy) : null;
    return {
      kind: 'physical',
      method: attempt.channel === 'mail' ? 'mail' : 'direct',
      place: party.serviceAddress ?? party.address,
      waybill: attempt.waybill,
      at: null,
      receivedBy: attempt.receiver ? { name: attempt.receiver, relation: null, image: null } : null,
      refusal: null,
      witnesses: [],
      servers: server ? [server.name] : [],
    };
  }
}
