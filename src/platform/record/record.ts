import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { actorReference, type Actor } from '../../kernel/actor';
import { newId } from '../../kernel/id';
import { canonicalJson, type JsonObject } from '../../kernel/json';

/** Who may see an entry on a case's timeline. */
export type Audience = 'parties' | 'commission';

export interface NewEvent {
  type: string;
  caseId: string;
  /** References, dates, numbers and hashes; never names, texts or identity numbers (erasure must not break the chain). */
  payload: JsonObject;
  audience?: Audience;
}

export interface RecordedEvent {
  id: string;
  caseId: string;
  seq: number;
  type: string;
  actorKind: Actor['kind'];
  actorId: string | null;
  payload: JsonObject;
  audience: Audience;
  at: Date;
  hash: string;
}

const GENESIS = '0'.repeat(64);

interface Linked {
  id: string;
  caseId: string;
  seq: number;
  type: string;
  actorKind: string;
  actorId: string | null;
  payload: JsonObject;
  audience: string;
  at: string;
}

export function linkHash(previous: string, entry: Linked): string {
  return createHash('sha256')
    .update(canonicalJson({ ...entry, previous }))
    .digest('hex');
}

/**
 * Holds the chain of a case until the transaction ends. Appending does the same; whoever locks rows of a case
 * before it appends calls this first, so that all writers of a case queue at one door and none waits in a circle.
 */
export async function lockRecord(manager: EntityManager, caseId: string): Promise<void> {
  await manager.query('SELECT 1 FROM record_head WHERE case_id = $1 FOR UPDATE', [caseId]);
}

/**
 * Appends one entry to the chain of its case. The head row is locked until the transaction ends, so that
 * two writers cannot fork a chain; an aborted transaction leaves the chain as it was.
 */
export async function appendRecord(
  manager: EntityManager,
  actor: Actor,
  at: Date,
  event: NewEvent,
): Promise<RecordedEvent> {
  const [head]: { seq: number; hash: string }[] = await manager.query(
    `INSERT INTO record_head (case_id, seq, hash) VALUES ($1, 0, $2)
     ON CONFLICT (case_id) DO UPDATE SET seq = record_head.seq RETURNING seq, hash`,
    [event.caseId, GENESIS],
  );
  const { kind, id: actorId } = actorReference(actor);
  const seq = head!.seq + 1;
  const linked: Linked = {
    id: newId(at.getTime()),
    caseId: event.caseId,
    seq,
    type: event.type,
    actorKind: kind,
    actorId,
    payload: event.payload,
    audience: event.audience ?? 'parties',
    at: at.toISOString(),
  };
  const hash = linkHash(head!.hash, linked);
  await manager.query(
    `INSERT INTO record_entry (id, case_id, seq, type, actor_kind, actor_id, payload, audience, at, previous_hash, hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      linked.id,
      linked.caseId,
      seq,
      linked.type,
      kind,
      actorId,
      JSON.stringify(event.payload),
      linked.audience,
      at,
      head!.hash,
      hash,
    ],
  );
  await manager.query('UPDATE record_head SET seq = $2, hash = $3 WHERE case_id = $1', [
    event.caseId,
    seq,
    hash,
  ]);
  // Delivered by PostgreSQL at commit and only then: screens that watch the case look again.
  await manager.query(`SELECT pg_notify('record', $1)`, [
    JSON.stringify({ caseId: event.caseId, type: event.type }),
  ]);
  return {
    id: linked.id,
    caseId: event.caseId,
    seq,
    type: event.type,
    actorKind: kind,
    actorId,
    payload: event.payload,
    audience: event.audience ?? 'parties',
    at,
    hash,
  };
}

export async function readEntry(manager: EntityManager, entryId: string): Promise<RecordedEvent | null> {
  const rows: RecordRow[] = await manager.query('SELECT * FROM record_entry WHERE id = $1', [entryId]);
  return rows[0] ? fromRow(rows[0]) : null;
}

export async function readCase(manager: EntityManager, caseId: string): Promise<RecordedEvent[]> {
  const rows: RecordRow[] = await manager.query(
    'SELECT * FROM record_entry WHERE case_id = $1 ORDER BY seq',
    [caseId],
  );
  return rows.map(fromRow);
}

/** The entries that still count: an entry may say in its payload which earlier ones it `setsAside`. */
export async function readStanding(manager: EntityManager, caseId: string): Promise<RecordedEvent[]> {
  const entries = await readCase(manager, caseId);
  const setAside = new Set(entries.flatMap(({ payload }) => (payload['setsAside'] ?? []) as string[]));
  return entries.filter(({ id }) => !setAside.has(id));
}

export interface ChainReport {
  chains: number;
  entries: number;
  /** One line per broken link, naming case and sequence number. */
  breaks: string[];
}

/** Recomputes every chain from its first entry. Streams case by case, so memory does not grow with the record. */
export async function verifyRecord(manager: EntityManager): Promise<ChainReport> {
  const report: ChainReport = { chains: 0, entries: 0, breaks: [] };
  const heads: { case_id: string; seq: number; hash: string }[] = await manager.query(
    'SELECT case_id, seq, hash FROM record_head ORDER BY case_id',
  );
  for (const head of heads) {
    report.chains += 1;
    let previous = GENESIS;
    let seq = 0;
    const rows: RecordRow[] = await manager.query(
      'SELECT * FROM record_entry WHERE case_id = $1 ORDER BY seq',
      [head.case_id],
    );
    for (const row of rows) {
      report.entries += 1;
      seq += 1;
      const event = fromRow(row);
      const expected = linkHash(previous, {
        id: event.id,
        caseId: event.caseId,
        seq,
        type: event.type,
        actorKind: event.actorKind,
        actorId: event.actorId,
        payload: event.payload,
        audience: event.audience,
        at: event.at.toISOString(),
      });
      if (row.seq !== seq || row.previous_hash !== previous || row.hash !== expected) {
        report.breaks.push(`case ${head.case_id}: entry ${row.seq} does not follow from the one before`);
        break;
      }
      previous = row.hash;
    }
    if (seq !== head.seq || previous !== head.hash) {
      report.breaks.push(`case ${head.case_id}: head says ${head.seq} entries, ${seq} verified`);
    }
  }
  const [orphans]: { n: number }[] = await manager.query(
    'SELECT count(*)::int AS n FROM record_entry e WHERE NOT EXISTS (SELECT 1 FROM record_head h WHERE h.case_id = e.case_id)',
  );
  if (orphans!.n > 0) report.breaks.push(`${orphans!.n} entries without a head`);
  return report;
}

interface RecordRow {
  id: string;
  case_id: string;
  seq: number;
  type: string;
  actor_kind: Actor['kind'];
  actor_id: string | null;
  payload: JsonObject;
  audience: Audience;
  at: Date;
  previous_hash: string;
  hash: string;
}

function fromRow(row: RecordRow): RecordedEvent {
  return {
    id: row.id,
    caseId: row.case_id,
    seq: row.seq,
    type: row.type,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    payload: row.payload,
    audience: row.audience,
    at: row.at,
    hash: row.hash,
  };
}
