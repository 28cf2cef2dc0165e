import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work';
import type { RecordedEvent } from '../../platform/record/record';
import { WithinTransaction } from '../../platform/record/subscribers';
import { CaseAccess, receipt } from '../cases';
import { Papers } from '../documents';
import { Reference } from '../reference';
import { Evidence } from './evidence.entity';

/**
 * The receipt owed for an answer (Rules 29). It lists the answer and each piece of evidence its party has handed in,
 * which is what the answer refers to; so it is made here, where the evidence is known, in the same transaction.
 */
@Injectable()
export class AnswerReceipts {
  constructor(
    private readonly cases: CaseAccess,
    private readonly papers: Papers,
    private readonly reference: Reference,
  ) {}

  @WithinTransaction('answer.submitted')
  async onAnswer(tx: Tx, { caseId, payload }: RecordedEvent): Promise<void> {
    const labourCase = await this.cases.get(caseId, tx.manager);
    const parties = await this.cases.parties(caseId, tx.manager);
    const party = parties.find(({ id }) => id === payload['partyId'])!;
    const evidence = await tx.manager.find(Evidence, {
      where: { caseId, partyId: party.id, setAsideAt: IsNull() },
      order: { number: 'ASC' },
    });
    const electronic = { copies: 1, pages: null, form: 'electronic' as const };
    await this.papers.issue(tx, {
      definition: receipt,
      facts: {
        number: await this.reference.nextNumber(tx, labourCase.commissionId, 'receipt'),
        submitter: { name: party.name, isOrganisation: party.kind === 'company' },
        purpose: `就${labourCase.claimantNames}与${labourCase.respondentNames}劳动争议一案提交答辩书${evidence.length > 0 ? '及证据' : ''}`,
        materials: [
          { name: '答辩书', ...electronic },
          ...evidence.map(({ number, name }) => ({ name: `证据${number}：${name}`, ...electronic })),
        ],
        receivedAt: tx.at.toISOString(),
        channel: 'online',
        receiver: null,
        next: ['本委自收到答辩书之日起五个工作日内，将答辩书副本送达申请人。'],
      },
      caseId,
      commissionId: labourCase.commissionId,
      caseNumber: labourCase.number,
      addressees: [party.id],
      subject: party.id,
      isSealed: true,
    });
  }
}
