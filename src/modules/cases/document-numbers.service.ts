import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../kernel/actor';
import { notFound } from '../../kernel/domain-error';
import { FieldEncryption } from '../../platform/database/field-encryption';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { DocumentNumberDto } from './cases.dto';
import { CaseParty } from './case-party.entity';

/** Numbers of identity documents: masked on every screen, and whole only for who compares them, each time recorded. */
@Injectable()
export class DocumentNumbers {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly encryption: FieldEncryption,
  ) {}

  /** @throws DomainError not-found when the case has no such party. */
  async show(actor: StaffActor, caseId: string, partyId: string): Promise<DocumentNumberDto> {
    return this.uow.run(actor, async (tx) => {
      const party = await tx.manager.findOneBy(CaseParty, { id: partyId, caseId });
      if (!party?.documentSealed) throw notFound();
      await tx.publish({
        type: 'party.number-shown',
        caseId,
        payload: { partyId, role: party.role },
        audience: 'commission',
      });
      return { documentNumber: this.encryption.open(party.documentSealed) };
    });
  }
}
