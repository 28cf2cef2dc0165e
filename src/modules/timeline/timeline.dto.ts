import type { JsonObject } from '../../kernel/json';

export class TimelineEntryDto {
  id: string;
  seq: number;
  type: string;
  at: Date;
  /** commission: no one person, as with the receipt that a party's filing calls forth. */
  actorKind: 'anonymous' | 'party' | 'staff' | 'system' | 'commission';
  /** Null for the system and the commission. */
  actorName: string | null;
  /** What the entry says beyond its type, for the sentence: dates, numbers, titles. */
  params: JsonObject;
  hash: string;
}
