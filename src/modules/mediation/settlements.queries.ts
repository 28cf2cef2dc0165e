import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { SignedInActor, StaffActor } from '../../kernel/actor';
import { mayRetract, scopeOf } from '../../law/settlement';
import { FieldEncryption } from '../../platform/database/field-encryption';
import { CaseAccess, CaseQueries, CaseRef, type CaseParty } from '../cases';
import { Users } from '../identity';
import { SettledClaims } from './settled-claims';
import { Settlement, SettlementAcceptance, SettlementOffer } from './settlement.entity';
import { OPEN_STATES, settlementLifecycle } from './settlement.lifecycle';
import { seesTerms, settlementPolicy, viewerOf, type SettlementRelation } from './settlement.policy';
import type {
  SettlementDto,
  SettlementOfferDto,
  SettlementsDto,
  SettlementTermsDto,
  WaitingSettlementDto,
} from './settlements.dto';
import { actingAs, SETTLING_STATES } from './settlements.service';

interface WaitingRow {
  id: string;
  case_id: string;
  state: 'agreed' | 'stated';
  since: Date;
  number: string;
  claimant_names: string;
  respondent_names: string;
  is_arbitrator: boolean;
}

interface Reader {
  readonly relations: ReadonlySet<SettlementRelation>;
  /** Ids of the parties the reader acts for. */
  readonly own: readonly string[];
  readonly parties: readonly CaseParty[];
  readonly openClaimIds: readonly string[];
  readonly names: ReadonlyMap<string, { name: string }>;
}

/** Settlements as each reader may see them (settlement.policy.ts). */
@Injectable()
export class SettlementQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cases: CaseAccess,
    private readonly caseQueries: CaseQueries,
    private readonly caseRef: CaseRef,
    private readonly settled: SettledClaims,
    private readonly users: Users,
    private readonly encryption: FieldEncryption,
  ) {}

  async ofCase(actor: SignedInActor, caseId: string): Promise<SettlementsDto> {
    const { manager } = this.dataSource;
    const labourCase = await this.cases.get(caseId);
    const settlements = await manager.find(Settlement, {
      where: { caseId },
      order: { openedAt: 'ASC', id: 'ASC' },
    });
    const ids = In(settlements.map(({ id }) => id));
    const offers = await manager.find(SettlementOffer, {
      where: { settlementId: ids },
      order: { ordinal: 'ASC' },
    });
    const acceptances = await manager.findBy(SettlementAcceptance, { settlementId: ids });
    const reader: Reader = {
      relations: (await this.caseRef.relationsTo(actor, caseId)) ?? new Set(),
      own: await this.caseQueries.partiesOf(caseId, actor.userId),
      parties: await this.cases.parties(caseId),
      openClaimIds: await this.settled.openClaimIds(caseId),
      names: await this.users.byIds(offers.map(({ offeredBy }) => offeredBy)),
    };
    const hasOpen = settlements.some(({ state }) => (OPEN_STATES as readonly string[]).includes(state));
    const mine = reader.parties.find(({ id }) => reader.own.includes(id));
    return {
      items: settlements.map((settlement) => {
        const ofThis = ({ settlementId }: { settlementId: string }): boolean =>
          settlementId === settlement.id;
        return this.describe(settlement, offers.filter(ofThis), acceptances.filter(ofThis), reader);
      }),
      canOffer:
        !hasOpen &&
        SETTLING_STATES.includes(labourCase.state) &&
        settlementPolicy.allows('settlement.offer', reader.relations),
      needsAuthority: mine !== undefined && actingAs(mine) === 'agent',
      openClaimIds: [...reader.openClaimIds],
    };
  }

  /** One query, however many cases the house has; an arbitrator sees those they sit in. */
  async waiting(actor: StaffActor): Promise<WaitingSettlementDto[]> {
    const isHouse = actor.roles.some((role) => role !== 'arbitrator');
    const serves = actor.roles.some((role) => role === 'filing-clerk' || role === 'recorder');
    const rows: WaitingRow[] = await this.dataSource.query(
      `SELECT s.id, s.case_id, s.state, coalesce(s.stated_at, s.opened_at) AS since,
              coalesce(c.number, c.receipt_number) AS number, c.claimant_names, c.respondent_names,
              EXISTS (SELECT 1 FROM case_member a WHERE a.case_id = c.id AND a.user_id = $2 AND a.until IS NULL
                        AND a.capacity = 'arbitrator') AS is_arbitrator
       FROM settlement s JOIN labour_case c ON c.id = s.case_id
       WHERE s.state IN ('agreed', 'stated')
         AND (($1::text IS NOT NULL AND c.commission_id = $1)
              OR EXISTS (SELECT 1 FROM case_member a WHERE a.case_id = c.id AND a.user_id = $2 AND a.until IS NULL))
       ORDER BY since, s.id LIMIT 200`,
      [isHouse ? actor.commissionId : null, actor.userId],
    );
    return rows.map((row) => ({
      id: row.id,
      caseId: row.case_id,
      caseNumber: row.number,
      claimantNames: row.claimant_names,
      respondentNames: row.respondent_names,
      state: row.state,
      since: row.since,
      isYours: row.state === 'agreed' ? row.is_arbitrator : serves,
    }));
  }

  private describe(
    settlement: Settlement,
    offers: readonly SettlementOffer[],
    acceptances: readonly SettlementAcceptance[],
    reader: Reader,
  ): SettlementDto {
    const { state } = settlement;
    const last = offers.at(-1);
    const viewer = viewerOf(reader.relations);
    const seen = offers.filter((offer) =>
      seesTerms(viewer, state, { isShownToTribunal: offer.isShownToTribunal, isLast: offer === last }),
    );
    const accepted = acceptances.filter(({ ordinal }) => ordinal === last?.ordinal);
    // Before all have accepted, who would accept is between the parties.
    const knowsAcceptances = viewer === 'party' || settlement.claimIds.length > 0;
    return {
      id: settlement.id,
      caseId: settlement.caseId,
      state,
      version: settlement.version,
      openedAt: settlement.openedAt,
      offers: seen.map((offer) => this.offer(offer, reader)),
      hiddenOffers: offers.length - seen.length,
      parties: reader.parties.map(({ id, name, role }) => {
        const own = accepted.find(({ partyId }) => partyId === id);
        return {
          partyId: id,
          name,
          role,
          isMine: reader.own.includes(id),
          hasAccepted: knowsAcceptances ? own !== undefined : null,
          actingAs: knowsAcceptances ? (own?.actingAs ?? null) : null,
          hasSigned: settlement.signedPartyIds.includes(id),
        };
      }),
      claimIds: settlement.claimIds,
      scope: settlement.scope,
      performBy: settlement.performBy,
      number: settlement.number,
      paperId: settlement.paperId,
      statedAt: settlement.statedAt,
      closedAt: settlement.closedAt,
      endReason: settlement.endReasonSealed
        ? this.encryption.openJson<{ reason: string }>(settlement.endReasonSealed).reason
        : null,
      actions: actions(settlement, accepted, reader, last?.isShownToTribunal ?? false),
    };
  }

  private offer(offer: SettlementOffer, { parties, own, openClaimIds, names }: Reader): SettlementOfferDto {
    const party = parties.find(({ id }) => id === offer.partyId);
    const terms = this.encryption.openJson<SettlementTermsDto>(offer.termsSealed);
    const claimIds = terms.claims.map(({ claimId }) => claimId);
    return {
      ordinal: offer.ordinal,
      side: party?.role ?? 'tribunal',
      offererName: party?.name ?? names.get(offer.offeredBy)?.name ?? '',
      isMine: offer.partyId !== null && own.includes(offer.partyId),
      isShownToTribunal: offer.isShownToTribunal,
      offeredAt: offer.offeredAt,
      terms,
      scope: scopeOf(claimIds, openClaimIds).value,
    };
  }
}

/** Lifecycle ∩ policy, and what the law leaves to a party that has already accepted or signed. */
function actions(
  { state, signedPartyIds }: Settlement,
  accepted: readonly SettlementAcceptance[],
  { relations, own, parties }: Reader,
  isShownToTribunal: boolean,
): SettlementDto['actions'] {
  const events = settlementLifecycle.eventsFrom(state);
  const isOnPaper = parties.some(({ joinedUserId }) => joinedUserId === null);
  const hasAccepted = accepted.some(({ partyId }) => own.includes(partyId));
  const hasSigned = own.some((id) => !mayRetract(id, signedPartyIds).value);
  const possible: SettlementDto['actions'] = [
    ...(events.includes('offer') ? (['settlement.offer'] as const) : []),
    ...(events.includes('accept') && !hasAccepted ? (['settlement.accept'] as const) : []),
    ...(events.includes('accept') && isOnPaper && isShownToTribunal
      ? (['settlement.note-acceptance'] as const)
      : []),
    // Whoever has accepted may still change its mind: its own offer it takes back so.
    ...(events.includes('decline') ? (['settlement.decline'] as const) : []),
    ...(events.includes('retract') && !hasSigned ? (['settlement.retract'] as const) : []),
    ...(events.includes('state') ? (['settlement.state'] as const) : []),
    ...(events.includes('fail') ? (['settlement.fail'] as const) : []),
  ];
  return possible.filter((action) => settlementPolicy.allows(action, relations));
}
