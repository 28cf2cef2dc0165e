/** What a respondent says, as far as it is written. */
export interface AnswerData {
  positions?: PositionDraft[] | undefined;
  statement?: string | undefined;
  limitationGrounds?: string | undefined;
}

export interface PositionDraft {
  claimId: string;
  stance?: 'admitted' | 'partly' | 'denied' | undefined;
  admitted?: number | undefined;
  reasons?: string | undefined;
  pleadsLimitation?: boolean | undefined;
}
