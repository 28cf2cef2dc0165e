import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work';
import { CaseAccess, CasePapers, type LabourCase } from '../cases';
import { PaperRegistry, Papers } from '../documents';
import { Reference } from '../reference';
import { compositionNotice, type CompositionNoticeFacts } from './composition-notice.paper';
import type { Tribunal } from './tribunal.entity';

/** Rules 56(1): what makes the dispute a simple one, as the notice tells it. */
const GROUNDS: Record<Tribunal['ground'], string> = {
  clear: '事实清楚、权利义务关系明确、争议不大',
  agreed: '双方当事人同意简易处理',
};

/** Fills the notice of composition and orders one for each party. */
@Injectable()
export class TribunalPapers {
  constructor(
    private readonly cases: CaseAccess,
    private readonly casePapers: CasePapers,
    private readonly papers: Papers,
    private readonly reference: Reference,
    registry: PaperRegistry,
  ) {
    registry.register(compositionNotice);
  }

  async issueNotices(
    tx: Tx,
    labourCase: LabourCase,
    tribunal: Tribunal,
    names: { arbitrator: string; recorder: string },
  ): Promise<void> {
    const parties = await this.cases.parties(labourCase.id, tx.manager);
    const commission = await this.reference.commission(labourCase.commissionId, tx.manager);
    const common: Omit<CompositionNoticeFacts, 'addressee'> = {
      claimant: labourCase.claimantNames,
      respondents: parties.filter((party) => party.role === 'respondent').map((party) => party.name),
      cause: await this.casePapers.cause(tx, labourCase.id),
      constitutedOn: tx.today,
      tribunal: [{ capacity: 'sole', name: names.arbitrator }],
      recorder: names.recorder,
      simpleProcedure: GROUNDS[tribunal.ground],
      contact: `${commission.name}，电话${commission.phone}`,
    };
    for (const party of parties) {
      await this.papers.issue(tx, {
        definition: compositionNotice,
        facts: { ...common, addressee: { name: party.name, isOrganisation: party.kind === 'company' } },
        caseId: labourCase.id,
        commissionId: labourCase.commissionId,
        caseNumber: labourCase.number,
        addressees: [party.id],
        subject: tribunal.id,
        isSealed: true,
      });
    }
  }
}
