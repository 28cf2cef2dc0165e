import type { LocalDate } from '../../kernel/local-date';
import type { CaseEvent } from '../../law/clocks';

/** A paper that has just taken effect on a party. */
export interface ServedPaper {
  readonly kind: string;
  /** What the paper is about: a hearing, an award, the respondent whose answer it is. */
  readonly subject: string | null;
  readonly partyId: string;
  readonly side: 'worker' | 'employer';
  readonly on: LocalDate;
  /** Awards only (Rules 50). */
  readonly isFinal: boolean;
  /** The latest first notice of the tribunal, or of the revocation, to any party; null while one has none. */
  readonly everyPartyNotifiedOn: LocalDate | null;
}

/** What the clocks of the case hear when a paper takes effect; most papers mean nothing to them. */
export function clockEventsOf(paper: ServedPaper): CaseEvent[] {
  const { on, partyId, subject } = paper;
  switch (paper.kind) {
    case 'response-notice':
      return [{ type: 'copy-served', on, respondent: partyId }];
    case 'claims-change-notice':
      return subject ? [{ type: 'changed-claims-served', on, change: subject, respondent: partyId }] : [];
    case 'answer':
      return subject ? [{ type: 'answer-forwarded', on, respondent: subject }] : [];
    case 'composition-notice':
      // The parties, not one of them, are to be told within five days (Law 32).
      return paper.everyPartyNotifiedOn
        ? [{ type: 'tribunal-notified', on: paper.everyPartyNotifiedOn }]
        : [];
    case 'revocation-decision':
      return paper.everyPartyNotifiedOn
        ? [{ type: 'revocation-notified', on: paper.everyPartyNotifiedOn }]
        : [];
    case 'hearing-notice':
      return subject ? [{ type: 'notice-served', on, hearing: subject, party: partyId }] : [];
    case 'award':
      return subject
        ? [
            {
              type: 'award-served',
              on,
              award: subject,
              party: partyId,
              side: paper.side,
              isFinal: paper.isFinal,
            },
          ]
        : [];
    default:
      return [];
  }
}
