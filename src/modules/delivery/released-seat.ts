import { Injectable } from '@nestjs/common';
import type { CaseEvent } from '../../law/clocks';
import type { Tx } from '../../platform/database/unit-of-work';
import { readStanding, type RecordedEvent } from '../../platform/record/record';
import { WithinTransaction } from '../../platform/record/subscribers';
import { clockPayload } from '../deadlines';
import { Papers, type Paper } from '../documents';
import { references, ServiceSteps } from './service-steps';
import { Service } from './service.entity';

/** How a case ended, and what was mended of it afterwards: served again also when the seat is released after the end. */
const RESULTS: ReadonlySet<string> = new Set([
  'award',
  'award-correction',
  'mediation-statement',
  'withdrawal-decision',
  'deemed-withdrawal-decision',
  'revocation-decision',
  'termination-decision',
  'jurisdiction-decision',
  'transfer-notice',
]);

/** A respondent's seat was taken back: what reached its account reached the wrong hands, and waits to be served again. */
@Injectable()
export class ReleasedSeat {
  constructor(
    private readonly steps: ServiceSteps,
    private readonly papers: Papers,
  ) {}

  @WithinTransaction('party.seat-released')
  async onSeatReleased(tx: Tx, { caseId, payload }: RecordedEvent): Promise<void> {
    const services = await tx.manager.find(Service, {
      where: { caseId },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    const papers = await this.steps.papersOf(tx, services);
    for (const service of services) {
      const paper = papers.get(service.paperId)!;
      const isThroughAccount = service.state === 'served' && service.channel === 'platform';
      if (service.partyId === payload['partyId'] && isThroughAccount) await this.setAside(tx, service, paper);
    }
    const isMoot = ({ partyId }: Service, { kind, voidSince }: Paper): boolean =>
      voidSince !== null ||
      // Nobody is asked to answer, or to come to a hearing, in a case that is over.
      (payload['hasEnded'] === true && partyId === payload['partyId'] && !RESULTS.has(kind));
    for (const service of services) {
      const paper = papers.get(service.paperId)!;
      if (isMoot(service, paper) && ['pending', 'sent', 'failed'].includes(service.state))
        await this.steps.withdraw(tx, service, paper);
    }
  }

  private async setAside(tx: Tx, service: Service, paper: Paper): Promise<void> {
    const { caseId, proofPaperId } = service;
    const publish = this.steps.step(service, 'set-aside', { channel: service.channel }, 'platform');
    await this.steps.log(tx, service, {
      channel: 'platform',
      outcome: 'set-aside',
      waybill: null,
      servedOn: null,
      receiver: null,
      note: null,
    });
    if (proofPaperId) await this.papers.annul(tx, [proofPaperId]);
    Object.assign(service, {
      channel: null,
      sentAt: null,
      arrivedAt: null,
      servedOn: null,
      confirmedAt: null,
      proofPaperId: null,
    });
    await tx.manager.save(service);
    await tx.publish({
      type: publish,
      caseId,
      payload: {
        ...references(service, paper),
        setsAside: await this.entriesOf(tx, service, paper),
        // Says that the clocks are to be derived again.
        ...clockPayload(),
      },
    });
  }

  /** What the record says of this service through the account, and of everybody knowing the tribunal if it told of it. */
  private async entriesOf(tx: Tx, service: Service, paper: Paper): Promise<string[]> {
    const entries = await readStanding(tx.manager, service.caseId);
    return entries
      .filter(({ payload }) => {
        if (payload['serviceId'] === service.id && payload['channel'] === 'platform') return true;
        if (paper.kind !== 'composition-notice') return false;
        const told = (payload['clocks'] ?? []) as unknown as CaseEvent[];
        return told.some(({ type }) => type === 'tribunal-notified');
      })
      .map(({ id }) => id);
  }
}
