import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date';
import type { JsonObject } from '../../kernel/json';
import type { Finding } from '../../law/finding';
import { jointParties } from '../../law/joint-parties';
import { decideSameMatter, type ClosingMode } from '../../law/same-matter';
import { youngWorker } from '../../law/young-worker';
import { legalDay } from '../../platform/clock';
import { FieldEncryption } from '../../platform/database/field-encryption';
import { Clocks } from '../deadlines';
import type { ApplicationDto } from './application.dto';
import type { CaseState } from './case.lifecycle';
import { CaseAccess } from './case-access';
import { competenceOf } from './competence';
import type { IntakeNoteDto } from './intake-notes.dto';
import type { SignedApplication } from './filing.service';

interface EarlierRow {
  id: string;
  commission_id: string;
  number: string | null;
  receipt_number: string;
  state: CaseState;
  heads: string[];
}

/** A decided case, and one that was heard, goes on until its award takes effect; that is asked apart. */
const CLOSING: Partial<Record<CaseState, ClosingMode>> = {
  refused: 'refused',
  referred: 'referred',
  decided: 'awarded',
  withdrawn: 'withdrawn',
  'deemed-withdrawn': 'deemed-withdrawn',
  revoked: 'revoked',
  terminated: 'terminated',
  mediated: 'mediated',
};

/** What the law says to the clerk who examines an application: notes to look at, nothing that decides or bars. */
@Injectable()
export class IntakeNotes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cases: CaseAccess,
    private readonly clocks: Clocks,
    private readonly encryption: FieldEncryption,
  ) {}

  async ofCase(caseId: string): Promise<IntakeNoteDto[]> {
    const labourCase = await this.cases.get(caseId);
    const { application } = this.encryption.openJson<SignedApplication>(labourCase.applicationSealed);
    const filedOn = legalDay(labourCase.receivedAt);
    const notes = [
      competence(application, filedOn, labourCase.commissionId),
      jointNote(application),
      youngNote(application, filedOn),
      await this.sameMatter(caseId, labourCase.commissionId),
    ];
    return notes.filter((note) => note !== null);
  }

  /**
   * Other cases between the worker and one of these employers, told by identity number and credit code; an employer
   * whose code is not known, by its name. Claims with no head in common are not the same claims (Rules 34); whether
   * facts and reasons are the same is for who reads both.
   */
  private async sameMatter(caseId: string, commissionId: string): Promise<IntakeNoteDto | null> {
    const rows = await this.dataSource.query<EarlierRow[]>(
      `SELECT c.id, c.commission_id, c.number, c.receipt_number, c.state,
              ARRAY(SELECT DISTINCT l.head FROM case_claim l WHERE l.case_id = c.id) AS heads
       FROM labour_case c
       WHERE c.id <> $1 AND c.state <> 'transferred'
         AND c.received_at <= (SELECT received_at FROM labour_case WHERE id = $1)
         AND EXISTS (
           SELECT 1 FROM case_party p JOIN case_party mine ON mine.document_index = p.document_index
           WHERE p.case_id = c.id AND p.role = 'claimant' AND mine.case_id = $1 AND mine.role = 'claimant')
         AND EXISTS (
           SELECT 1 FROM case_party p JOIN case_party mine
             ON mine.document_index = p.document_index
             OR ((mine.document_index IS NULL OR p.document_index IS NULL) AND mine.name = p.name)
           WHERE p.case_id = c.id AND p.role = 'respondent' AND mine.case_id = $1 AND mine.role = 'respondent')
       ORDER BY c.received_at, c.id`,
      [caseId],
    );
    if (rows.length === 0) return null;
    const claims = await this.cases.claims(caseId);
    const clocks = await this.clocks.ofCases(rows.map(({ id }) => id));
    const found = decideSameMatter(
      rows.map(({ id, number, receipt_number, state, heads }) => ({
        number: number ?? receipt_number,
        hasSameFacts: true,
        hasSameReasons: true,
        hasSameClaims: claims.some(({ head }) => heads.includes(head)),
        closing: CLOSING[state] ?? 'open',
        isEffective: isEffective(clocks.get(id) ?? []),
        court: 'none' as const,
      })),
    );
    return {
      kind: 'same-matter',
      isCaution: !found.value.mayAccept,
      ...working(found),
      cases: rows.map((row) => ({
        number: row.number ?? row.receipt_number,
        // Of another commission's case the number is enough.
        caseId: row.commission_id === commissionId ? row.id : null,
      })),
    };
  }
}

/** A final award has effect from its day on; the other kind once nobody may sue any more (Law 47, 50). */
function isEffective(clocks: readonly { code: string; state: string }[]): boolean {
  return (
    clocks.some(({ code }) => code === 'D20') ||
    !clocks.some(({ code, state }) => code === 'D19' && state === 'running')
  );
}

function competence(
  application: ApplicationDto,
  filedOn: LocalDate,
  commissionId: string,
): IntakeNoteDto | null {
  const found = competenceOf(application, filedOn);
  if (!found) return null;
  const { competent } = found.value;
  return {
    kind: 'competence',
    isCaution: competent.length > 0 && !competent.includes(commissionId),
    ...working(found),
    cases: [],
  };
}

/** Rules 6 ask besides whether the employer can bear liability; what is known at intake is that it has no licence. */
function jointNote({ respondents }: ApplicationDto): IntakeNoteDto | null {
  if (!respondents.some(({ registration }) => registration === 'unlicensed')) return null;
  const hasOwner = respondents.some(({ kind }) => kind === 'person');
  const found = jointParties({
    isDispatched: false,
    worksForContractor: false,
    status: 'unlicensed',
    canBearLiability: false,
    borrowsLicence: false,
    change: 'none',
    isAboutNewEmployer: false,
    named: hasOwner ? ['sponsor'] : [],
  });
  return { kind: 'joint-parties', isCaution: !hasOwner, ...working(found), cases: [] };
}

function youngNote({ claimant, employment }: ApplicationDto, filedOn: LocalDate): IntakeNoteDto | null {
  const found = youngWorker({
    birthDate: claimant.birthDate as LocalDate,
    startDate: employment.startDate as LocalDate,
    filedOn,
  });
  return found.steps.length === 0
    ? null
    : { kind: 'young-worker', isCaution: found.value.needsAgent, ...working(found), cases: [] };
}

function working({ basis, steps }: Finding<unknown>): Pick<IntakeNoteDto, 'basis' | 'steps'> {
  return { basis: basis as unknown as JsonObject[], steps: steps as unknown as JsonObject[] };
}
