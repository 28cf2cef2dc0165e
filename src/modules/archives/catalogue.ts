import type { LocalDate } from '../../kernel/local-date';

export type Volume = 'main' | 'sub';

/** Something that belongs into the file: a paper that was issued or handed in, or a piece of evidence. */
export interface Material {
  readonly source: 'paper' | 'evidence';
  readonly id: string;
  /** Kind of paper; null for evidence. */
  readonly kind: string | null;
  readonly volume: Volume;
  readonly title: string;
  /** Case number or the number within the party; null where it has none. */
  readonly number: string | null;
  readonly on: LocalDate;
  readonly sha256: string;
  readonly fileId: string;
  /** Ids of the parties a paper was meant for. */
  readonly addressees: readonly string[];
}

/** A line of the 卷内目录. */
export interface Entry extends Material {
  /** 1, 2, … within the volume. */
  readonly ordinal: number;
}

/** 卷内目录: it lists the file and is not listed in it. */
export const CATALOGUES: Readonly<Record<Volume, string>> = {
  main: 'main-catalogue',
  sub: 'sub-catalogue',
};

/**
 * The order of the volumes as Rules 22 name what is in them. What the article does not name stands where it arose: the
 * receipt beside the application, notices before the hearing or the result they belong to.
 */
export const ORDER: Readonly<Record<Volume, readonly string[]>> = {
  main: [
    'oral-application-record',
    'application',
    'receipt',
    'correction-notice',
    'acceptance-notice',
    'refusal-notice',
    'referral-explanation',
    'response-notice',
    'jurisdiction-objection-request',
    'jurisdiction-decision',
    'answer',
    'claims-change-request',
    'claims-change-acceptance',
    'claims-change-notice',
    'claims-waiver-request',
    'claims-waiver-notice',
    'evidence',
    'evidence-extension-request',
    'evidence-extension-notice',
    'outage-extension-request',
    'outage-extension-notice',
    'composition-notice',
    'recusal-request',
    'recusal-decision',
    'private-hearing-request',
    'private-hearing-notice',
    'hearing-notice',
    'postponement-request',
    'postponement-notice',
    'hearing-record',
    'suspension-request',
    'suspension-notice',
    'resumption-request',
    'resumption-notice',
    'extension-notice',
    'motion-refusal',
    'mediation-statement',
    'award',
    'award-correction-request',
    'award-correction',
    'withdrawal-request',
    'withdrawal-decision',
    'deemed-withdrawal-decision',
    'revocation-decision',
    'termination-request',
    'termination-decision',
    'transfer-notice',
    'transfer-letter',
    'service-receipt',
  ],
  sub: ['suspension-approval', 'extension-approval'],
};

/** The lines of both volumes, each in the order of Rules 22 and by date within a kind. */
export function catalogue(materials: readonly Material[]): Entry[] {
  return (['main', 'sub'] as const).flatMap((volume) =>
    materials
      .filter((each) => each.volume === volume && each.kind !== CATALOGUES[volume])
      .sort(
        (a, b) =>
          rank(a) - rank(b) ||
          compare(a.on, b.on) ||
          compare(a.number ?? '', b.number ?? '') ||
          compare(a.id, b.id),
      )
      .map((material, index) => ({ ...material, ordinal: index + 1 })),
  );
}

/** Whether the file lacks something that is there now. */
export function hasGrown(filed: readonly Entry[], now: readonly Entry[]): boolean {
  const known = new Set(filed.map(nameOf));
  return now.some((entry) => !known.has(nameOf(entry)));
}

/**
 * What a party may read and copy (Rules 23): the main volume, but for the notice to respond of somebody else, which
 * bears the code to their seat.
 */
export function isOpenTo(entry: Entry, partyIds: readonly string[]): boolean {
  if (entry.volume !== 'main') return false;
  return entry.kind !== 'response-notice' || entry.addressees.some((id) => partyIds.includes(id));
}

const nameOf = ({ source, id, sha256 }: Entry): string => `${source} ${id} ${sha256}`;

/** A kind that has no place yet comes last, so that nothing is left out of a file. */
function rank({ volume, kind }: Material): number {
  const place = ORDER[volume].indexOf(kind ?? 'evidence');
  return place < 0 ? ORDER[volume].length : place;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
