import type { JsonObject } from '../../kernel/json';

export class EarlierCaseDto {
  number: string;
  /** Null for a case of another commission. */
  caseId: string | null;
}

/** What the law says of an application, for who examines it. */
export class IntakeNoteDto {
  kind: 'competence' | 'joint-parties' | 'young-worker' | 'same-matter';
  /** Something to be looked at before deciding; otherwise for information. */
  isCaution: boolean;
  basis: JsonObject[];
  steps: JsonObject[];
  /** Earlier cases between the same parties. */
  cases: EarlierCaseDto[];
}

/** Which commissions the places named in a draft lead to. */
export class CompetenceDto {
  competent: string[];
  basis: JsonObject[];
  steps: JsonObject[];
}

export class DraftCompetenceDto {
  /** Null while no place is named. */
  found: CompetenceDto | null;
}
