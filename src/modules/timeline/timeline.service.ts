import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readCase, type Audience, type RecordedEvent } from '../../platform/record/record';
import { Users } from '../identity';
import type { TimelineEntryDto } from './timeline.dto';

/** What a screen may show of a payload: the rest serves the machine. */
const SHOWN = [
  'title',
  'kind',
  'number',
  'receiptNumber',
  'dueOn',
  'evidenceUntil',
  'startsAt',
  'on',
  'name',
  'role',
  'reason',
  'count',
  'clockCode',
];

/** The story of a case as its record tells it. */
@Injectable()
export class Timeline {
  constructor(
    private readonly dataSource: DataSource,
    private readonly users: Users,
  ) {}

  /** @param partyNames - by id: the record itself names nobody. */
  async ofCase(
    caseId: string,
    audiences: readonly Audience[],
    partyNames: ReadonlyMap<string, string>,
  ): Promise<TimelineEntryDto[]> {
    const entries = (await readCase(this.dataSource.manager, caseId)).filter((entry) =>
      audiences.includes(entry.audience),
    );
    const userIds = entries.flatMap((entry) =>
      entry.actorId && (entry.actorKind === 'party' || entry.actorKind === 'staff') ? [entry.actorId] : [],
    );
    const users = await this.users.byIds([...new Set(userIds)]);
    return entries.map((entry) => ({
      id: entry.id,
      seq: entry.seq,
      type: entry.type,
      at: entry.at,
      ...issuer(entry, users.get(entry.actorId ?? '')?.name ?? null),
      params: {
        ...Object.fromEntries(
          SHOWN.filter((key) => key in entry.payload).map((key) => [key, entry.payload[key]!]),
        ),
        ...partyOf(entry, partyNames),
      },
      hash: entry.hash,
    }));
  }
}

/** Whom it is about, where that is one party. */
function partyOf({ payload }: RecordedEvent, names: ReadonlyMap<string, string>): { party?: string } {
  const party = names.get(String(payload['partyId'] ?? ''));
  return party === undefined ? {} : { party };
}

/** Who did it. A paper of the commission is issued by the commission, also where a party's act called it forth. */
function issuer(
  { type, actorKind, payload }: RecordedEvent,
  actorName: string | null,
): Pick<TimelineEntryDto, 'actorKind' | 'actorName'> {
  const isOfCommission = type === 'paper.issued' && payload['isOfCommission'] === true;
  return isOfCommission && actorKind !== 'staff'
    ? { actorKind: 'commission', actorName: null }
    : { actorKind, actorName };
}
