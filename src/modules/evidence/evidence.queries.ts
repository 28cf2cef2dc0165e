import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import type { SignedInActor } from '../../kernel/actor';
import { notFound } from '../../kernel/domain-error';
import { Clock } from '../../platform/clock';
import { CaseAccess, CaseQueries, CaseRef } from '../cases';
import { FilesService, FileTickets } from '../documents';
import type { EvidenceDto, EvidenceListDto } from './evidence.dto';
import { Evidence } from './evidence.entity';
import { evidencePolicy } from './evidence.policy';
import { additionRefusal, isLate } from './evidence.rules';

/** Evidence as both sides and the house see it: the claimant's first, each in its numbers. */
@Injectable()
export class EvidenceQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly cases: CaseAccess,
    private readonly caseQueries: CaseQueries,
    private readonly caseRef: CaseRef,
    private readonly files: FilesService,
    private readonly tickets: FileTickets,
  ) {}

  async ofCase(actor: SignedInActor, caseId: string): Promise<EvidenceListDto> {
    const [labourCase, relations, own, parties, decision, rows] = await Promise.all([
      this.cases.get(caseId),
      this.caseRef.relationsTo(actor, caseId),
      this.caseQueries.partiesOf(caseId, actor.userId),
      this.cases.parties(caseId),
      this.cases.decision(caseId),
      this.dataSource.manager.find(Evidence, { where: { caseId }, order: { number: 'ASC' } }),
    ]);
    const files = await this.files.byIds(rows.map((row) => row.fileId));
    const evidenceUntil = decision?.evidenceUntil ?? null;
    const mayAdd =
      additionRefusal(labourCase.state) === null &&
      evidencePolicy.allows('evidence.add', relations ?? new Set());
    return {
      items: parties.flatMap((party) =>
        rows
          .filter((row) => row.partyId === party.id)
          .map((row): EvidenceDto => {
            const { name, size, mediaType, sha256 } = files.get(row.fileId)!;
            return {
              id: row.id,
              number: row.number,
              partyId: party.id,
              partyName: party.name,
              partyRole: party.role,
              name: row.name,
              purpose: row.purpose,
              source: row.source,
              hasOriginal: row.hasOriginal,
              isLate: row.isLate,
              lateReason: row.lateReason,
              isMine: own.includes(party.id),
              isSetAside: row.setAsideAt !== null,
              submittedAt: row.submittedAt,
              file: { name, size, mediaType, sha256 },
            };
          }),
      ),
      evidenceUntil,
      isPeriodOver: isLate(this.clock.today(), evidenceUntil),
      actions: mayAdd ? ['evidence.add'] : [],
    };
  }

  /** What each party handed in, by name, in its numbers; for the award. */
  async handedIn(caseId: string, manager: EntityManager): Promise<{ partyId: string; name: string }[]> {
    const rows = await manager.find(Evidence, {
      where: { caseId, setAsideAt: IsNull() },
      order: { number: 'ASC' },
    });
    return rows.map(({ partyId, name }) => ({ partyId, name }));
  }

  /** All that was handed in, also from a seat that was taken back, with the content's hash; for the file of the case. */
  async forFile(
    caseId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<
    (Pick<Evidence, 'id' | 'partyId' | 'number' | 'name' | 'fileId' | 'submittedAt'> & { sha256: string })[]
  > {
    const rows = await manager.find(Evidence, { where: { caseId }, order: { number: 'ASC' } });
    const files = await this.files.byIds(
      rows.map(({ fileId }) => fileId),
      manager,
    );
    return rows.map((row) => ({ ...row, sha256: files.get(row.fileId)!.sha256 }));
  }

  /** @throws DomainError not-found, also when the evidence is another case's. */
  async ticket(actor: SignedInActor, caseId: string, evidenceId: string): Promise<{ url: string }> {
    const evidence = await this.dataSource.manager.findOneBy(Evidence, { id: evidenceId, caseId });
    if (!evidence) throw notFound();
    return this.tickets.mint(actor, evidence.fileId);
  }
}
