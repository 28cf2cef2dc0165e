import type { LocalDate } from '../../kernel/local-date';
import type { PartyNotice } from '../../law/hearing-notice';
import { legalDay } from '../../platform/clock';
import type { CaseParty } from '../cases';
import type { HearingMember } from './hearing-cases';
import type { NoticeWaiver } from './notice-waiver.entity';

/** Pure: what is known of the notice to each party, and of the notice period it has given up. */

/** The waiver that somebody who acts for the party has declared. */
export function waiverOf(
  party: CaseParty,
  members: readonly HearingMember[],
  waivers: readonly NoticeWaiver[],
): NoticeWaiver | null {
  const userIds = members.filter((member) => member.party?.id === party.id).map((member) => member.userId);
  return waivers.find((waiver) => userIds.includes(waiver.userId)) ?? null;
}

/** `servedOn` by party id; a party that is not in it has not been reached. */
export function partyNotice(
  party: CaseParty,
  members: readonly HearingMember[],
  waivers: readonly NoticeWaiver[],
  servedOn: ReadonlyMap<string, LocalDate>,
): PartyNotice {
  const waiver = waiverOf(party, members, waivers);
  return {
    party: party.name,
    servedOn: servedOn.get(party.id) ?? null,
    waivedOn: waiver ? legalDay(waiver.waivedAt) : null,
  };
}
