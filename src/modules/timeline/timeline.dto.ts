import type { JsonObject } from '../../kernel/json';

export class TimelineEntryDto {
  id: string;
  seq: number;
  type: string;
  at: Date;
  actorKind: 'anonymous' | 'party' | 'staff' | 'system';
  /** Null for the system. */
  actorName: string | null;
  /** What the entry says beyond its type, for the sentence: dates, numbers, titles. */
  params: JsonObject;
  hash: string;
}
