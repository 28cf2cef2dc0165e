import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { newId } from '../../kernel/id';
import type { Tx } from '../../platform/database/unit-of-work';
import { Messages } from '../../platform/messaging/messaging.module';
import type { RecordedEvent } from '../../platform/record/record';
import { WithinTransaction } from '../../platform/record/subscribers';
import { CaseAccess, type CaseParty } from '../cases';
import { Papers, type Paper } from '../documents';
import { Reference } from '../reference';
import type { ServiceFacts } from './delivery.lifecycle';
import { ServicePapers } from './service-papers';
import { ServiceSteps } from './service-steps';
import { Service } from './service.entity';

/** Handed over where something was handed in, or themselves the proof of service: nobody serves these. */
const NOT_SERVED: ReadonlySet<string> = new Set(['receipt', 'service-receipt']);

/**
 * 电子送达: a paper reaches the account of whoever agreed to it without anybody's doing. Both reactors run while the
 * record of the case is held, so a party joining and a paper being finished at the same moment see each other.
 */
@Injectable()
export class OnlineService {
  constructor(
    private readonly cases: CaseAccess,
    private readonly papers: Papers,
    private readonly steps: ServiceSteps,
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

  private async serveOnline(tx: Tx, party: CaseParty): Promise<void> {
    const waiting = await tx.manager.find(Service, {
      where: { partyId: party.id, state: In(['pending', 'sent', 'failed']) },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    const papers = await this.steps.papersOf(tx, waiting);
    for (const service of waiting) {
      const paper = papers.get(service.paperId)!;
      const publish = this.steps.step(service, 'serve-online', consentOf(party), 'platform');
      Object.assign(service, { sentAt: tx.at, arrivedAt: tx.at, servedOn: tx.today });
      await tx.manager.save(service);
      await this.steps.log(tx, service, {
        channel: 'platform',
        outcome: 'served',
        waybill: null,
        servedOn: tx.today,
        receiver: null,
        note: null,
      });
      await this.steps.publishServed(tx, service, paper, party, publish, tx.today);
    }
    await this.tell(
      tx,
      party,
      waiting.map((service) => papers.get(service.paperId)!),
    );
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
      // One of two awards has a number of its own.
      number:
        (papers.length === 1 ? first.caseNumber : null) ?? labourCase.number ?? labourCase.receiptNumber,
      title: first.title,
      count: papers.length,
    };
    const code = papers.length === 1 ? 'sms.served' : 'sms.served-several';
    await this.messages.enqueueSentence(tx, phone, code, () => params);
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
