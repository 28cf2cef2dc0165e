import type { LocalDate } from '../../kernel/local-date';
import type { ArbitratorFacts, RelationKind } from '../../law/tribunal';

/** Pure: from rows of the register and parties of a case to what the law library asks. */

export interface RosterRow {
  readonly arbitrator: { readonly userId: string; readonly loadLimit: number | null };
  readonly engagements: readonly {
    readonly commissionId: string;
    readonly basis: 'home' | 'mutual-engagement';
    readonly fromOn: LocalDate;
    readonly toOn: LocalDate;
  }[];
  readonly leaves: readonly { readonly fromOn: LocalDate; readonly toOn: LocalDate }[];
  readonly interests: readonly InterestRow[];
}

export interface InterestRow {
  readonly kind: RelationKind;
  readonly subjectKind: 'organisation' | 'person';
  readonly subjectName: string;
  readonly subjectIndex: string | null;
}

export interface PartyRow {
  readonly kind: 'person' | 'company';
  readonly name: string;
  /** Null for a respondent whose number is not known. */
  readonly documentIndex: string | null;
  readonly joinedUserId: string | null;
  readonly legalRepresentative: string | null;
  readonly representativeName: string | null;
}

/**
 * One name however it was typed: full-width letters and brackets, spaces and case do not tell two subjects apart.
 * A namesake is therefore taken for the person declared; for impartiality that is the safe side.
 */
function nameKey(kind: 'organisation' | 'person', name: string): string {
  const plain = name
    .normalize('NFKC')
    .replace(/[\s·•.]/g, '')
    .toLowerCase();
  return `${kind}:${plain}`;
}

const indexKey = (index: string): string => `number:${index}`;

/** Everything a party is known by. */
export function partyKeys(parties: readonly PartyRow[]): string[] {
  return parties.flatMap((party) => [
    ...(party.documentIndex ? [indexKey(party.documentIndex)] : []),
    nameKey(party.kind === 'person' ? 'person' : 'organisation', party.name),
    ...(party.joinedUserId ? [party.joinedUserId] : []),
  ]);
}

/** Those who act for a party: its legal representative, and whoever took its seat in the case. */
export function agentKeys(parties: readonly PartyRow[]): string[] {
  return parties.flatMap((party) =>
    [party.legalRepresentative, party.representativeName]
      .filter((name) => name !== null)
      .map((name) => nameKey('person', name)),
  );
}

function interestKeys(interest: InterestRow): string[] {
  return [
    nameKey(interest.subjectKind, interest.subjectName),
    ...(interest.subjectIndex ? [indexKey(interest.subjectIndex)] : []),
  ];
}

/** Arbitrators go by their account here, as parties and recorders do: one person, one key. */
export function arbitratorFacts(row: RosterRow, load: number): ArbitratorFacts {
  return {
    id: row.arbitrator.userId,
    engagements: row.engagements.map((engagement) => ({
      commissionId: engagement.commissionId,
      kind: engagement.basis === 'home' ? 'home' : 'mutual',
      from: engagement.fromOn,
      to: engagement.toOn,
    })),
    leaves: row.leaves.map((leave) => ({ from: leave.fromOn, to: leave.toOn })),
    relations: row.interests.flatMap((interest) =>
      interestKeys(interest).map((to) => ({ kind: interest.kind, to })),
    ),
    load,
    loadLimit: row.arbitrator.loadLimit,
  };
}

/** The declared relations that meet somebody in the case. */
export function matchingInterests<Interest extends InterestRow>(
  interests: readonly Interest[],
  parties: readonly PartyRow[],
): Interest[] {
  const keys = new Set([...partyKeys(parties), ...agentKeys(parties)]);
  return interests.filter((interest) => interestKeys(interest).some((key) => keys.has(key)));
}
