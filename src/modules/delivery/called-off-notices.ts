import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work';
import type { RecordedEvent } from '../../platform/record/record';
import { WithinTransaction } from '../../platform/record/subscribers';
import { ServiceSteps } from './service-steps';
import { Service } from './service.entity';

/**
 * A hearing that is called off before it opened: its notice is served on nobody any more. After one that was adjourned
 * the proof of receipt still counts (Rules 39), so its notices stay.
 */
@Injectable()
export class CalledOffNotices {
  constructor(private readonly steps: ServiceSteps) {}

  @WithinTransaction('hearing.cancelled')
  @WithinTransaction('hearing.called-off')
  async onCalledOff(tx: Tx, { caseId, payload }: RecordedEvent): Promise<void> {
    if (payload['state'] !== 'cancelled') return;
    const open = await tx.manager.findBy(Service, { caseId, state: In(['pending', 'sent', 'failed']) });
    const papers = await this.steps.papersOf(tx, open);
    for (const service of open) {
      const paper = papers.get(service.paperId)!;
      const isOfIt = paper.kind === 'hearing-notice' && paper.subject === payload['hearingId'];
      if (isOfIt) await this.steps.withdraw(tx, service, paper);
    }
  }
}
