import type { LocalDate } from '../kernel/local-date';
import type { HearingPeople, RecordLine } from './hearing';
import type { Person } from './person';

/** What a story is told with. */
export interface Stage {
  /** The day on which it is told; everything in it happened on or before this day. */
  today: LocalDate;
  /** The n-th working day before today. */
  workingDaysAgo(days: number): LocalDate;
  /** The n-th working day after a day. */
  workingDaysAfter(day: LocalDate, days: number): LocalDate;
  /** The moment the telling ends: now. */
  now: Date;
  party(phone: string): Person;
  staff(username: string): Person;
  /** Members of a case, by capacity. */
  people(reader: Person, caseId: string): Promise<HearingPeople>;
  /** Holds a hearing; the clock goes on meanwhile. */
  hold(hearingId: string, people: HearingPeople, lines: readonly RecordLine[]): Promise<void>;
}

/** One thing that somebody does, at its time. */
export interface Act {
  at: Date;
  what: () => Promise<void>;
}

/** A case told from its beginning to where it stands, as acts with their times; stories are told side by side. */
export interface Story {
  key: string;
  /** Where the case stands at the end. */
  state: string;
  /** Where it was filed; its clerk is `clerk.<commissionId>`. */
  commissionId: string;
  /** In a sentence, for whoever looks for a case to show. */
  about: string;
  acts(stage: Stage): Act[];
  /** Parties a visitor may want to sign in as: the claimant, and the respondent where there is one on line. */
  parties: readonly { who: string; phone: string }[];
}
