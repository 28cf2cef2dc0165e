import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { PartyActor, SignedInActor, StaffActor } from '../../kernel/actor';
import { DomainError, invalid, notFound } from '../../kernel/domain-error';
import { newId } from '../../kernel/id';
import type { JsonObject } from '../../kernel/json';
import { localDate } from '../../kernel/local-date';
import { article, citation } from '../../law/articles';
import type { CaseEvent } from '../../law/clocks';
import {
  checkTerms,
  isInEffect,
  mayBind,
  mayRetract,
  performBy,
  scopeOf,
  type ActingAs,
  type SettlementCase,
} from '../../law/settlement';
import { legalDay } from '../../platform/clock';
import { FieldEncryption } from '../../platform/database/field-encryption';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import type { RecordedEvent } from '../../platform/record/record';
import { WithinTransaction } from '../../platform/record/subscribers';
import {
  CaseAccess,
  caseLifecycle,
  CasePapers,
  CaseTransitions,
  documentNumber,
  isSameName,
  type CaseParty,
  type CaseState,
  type LabourCase,
} from '../cases';
import { clockPayload } from '../deadlines';
import { Delivery } from '../delivery';
import { PaperRegistry, Papers } from '../documents';
import { HearingQueries, PendingHearings } from '../hearings';
import { Tribunals } from '../tribunals';
import { SettledClaims } from './settled-claims';
import { printedTerms, lawTerms } from './settlement-terms';
import { Settlement, SettlementAcceptance, SettlementOffer } from './settlement.entity';
import { OPEN_STATES, settlementLifecycle, type SettlementState } from './settlement.lifecycle';
import { mediationStatement, type MediationStatementFacts } from './settlement.paper';
import type {
  AcceptSettlementDto,
  FailSettlementDto,
  NoteAcceptanceDto,
  OfferSettlementDto,
  SettlementIdDto,
  SettlementTermsDto,
  StateSettlementDto,
} from './settlements.dto';

/** From acceptance until the award (Law 42(1)); before acceptance there is nothing yet that could be settled here. */
export const SETTLING_STATES: readonly CaseState[] = ['accepted', 'constituted', 'set-down', 'heard'];

const BASIS = [citation(article('law', 42), 'zh-CN'), citation(article('rules', 72), 'zh-CN')];

/** How somebody acts for a party: in its own person where nobody is named who acts for it. */
export const actingAs = ({ representativeCapacity }: CaseParty): ActingAs =>
  representativeCapacity ?? 'in-person';

/** Who accepts for a party, and how. */
type Acceptance = Pick<
  SettlementAcceptance,
  'partyId' | 'actingAs' | 'hasSpecialAuthority' | 'acceptedBy' | 'signedName'
>;

/** 调解 (Law 42, Rules 71 to 73): offers, what both agree on, the statement, and its taking effect. */
@Injectable()
export class Settlements {
  constructor(
    private readonly dataSource: DataSource,
    private readonly uow: UnitOfWork,
    private readonly encryption: FieldEncryption,
    private readonly settled: SettledClaims,
    private readonly cases: CaseAccess,
    private readonly casePapers: CasePapers,
    private readonly transitions: CaseTransitions,
    private readonly tribunals: Tribunals,
    private readonly hearings: HearingQueries,
    private readonly pendingHearings: PendingHearings,
    private readonly papers: Papers,
    private readonly delivery: Delivery,
    registry: PaperRegistry,
  ) {
    registry.register(mediationStatement);
  }

  /**
   * The first offer opens a settlement, a later one takes the place of the one before; whoever makes it accepts it.
   *
   * @throws DomainError (conflict) `settlement.not-now`, `lifecycle.not-now` once something is agreed,
   *   `settlement.version`, `settlement.needs-special-authority`; (invalid) what the law finds in the terms (`law.…`).
   */
  async offer(actor: SignedInActor, caseId: string, dto: OfferSettlementDto): Promise<SettlementIdDto> {
    return this.uow.run(actor, async (tx) => {
      const labourCase = await this.transitions.lock(tx, caseId);
      requireTime(labourCase);
      await this.cases.requireUnchallenged(caseId, actor, tx.manager);
      const open = await tx.manager.findOne(Settlement, {
        where: { caseId, state: In([...OPEN_STATES]) },
        lock: { mode: 'pessimistic_write' },
      });
      if (open) settlementLifecycle.step(open.state, 'offer', {});
      if ((open?.version ?? 0) !== dto.version) throw new DomainError('conflict', 'settlement.version');
      await this.requirePossible(tx, labourCase, dto.terms);
      const settlement = open ?? this.begin(tx, labourCase);
      const party = await this.ownParty(tx, caseId, actor);
      const last = await this.lastOffer(tx, settlement.id);
      const offer = tx.manager.create(SettlementOffer, {
        settlementId: settlement.id,
        ordinal: (last?.ordinal ?? 0) + 1,
        partyId: party?.id ?? null,
        termsSealed: this.encryption.sealJson(dto.terms as unknown as JsonObject),
        // What the tribunal proposes it knows.
        isShownToTribunal: party === null || dto.isShownToTribunal,
        offeredBy: actor.userId,
        offeredAt: tx.at,
      });
      await this.save(tx, settlement);
      await tx.manager.insert(SettlementOffer, offer);
      if (party) {
        await this.noteAcceptance(tx, settlement, offer, {
          partyId: party.id,
          actingAs: actingAs(party),
          hasSpecialAuthority: dto.hasSpecialAuthority ?? false,
          acceptedBy: actor.userId,
          signedName: null,
        });
      }
      await tx.publish({
        type: 'settlement.offered',
        caseId,
        payload: { settlementId: settlement.id, count: offer.ordinal },
      });
      return idOf(settlement);
    });
  }

  /**
   * Once all have accepted the same offer it is agreed on, and the tribunal may see it.
   *
   * @throws DomainError (conflict) `lifecycle.not-now`, `settlement.version`, `settlement.needs-special-authority`,
   *   `settlement.accepted-already`, `settlement.terms-outdated` when a day named in it has passed.
   */
  async accept(actor: PartyActor, settlementId: string, dto: AcceptSettlementDto): Promise<SettlementIdDto> {
    return this.within(actor, settlementId, async (tx, settlement, labourCase) => {
      requireStep(settlement, 'accept');
      requireVersion(settlement, dto.version);
      const party = (await this.ownParty(tx, settlement.caseId, actor))!;
      const offer = (await this.lastOffer(tx, settlement.id))!;
      const { hasSpecialAuthority = false } = dto;
      await this.take(tx, settlement, labourCase, offer, {
        partyId: party.id,
        actingAs: actingAs(party),
        hasSpecialAuthority,
        acceptedBy: actor.userId,
        signedName: null,
      });
    });
  }

  /**
   * A party that has no account has signed the offer on paper before the tribunal, which has therefore seen it.
   *
   * @throws DomainError (conflict) as `accept`, and `settlement.offer-not-shown`, `settlement.party-has-account`;
   *   (invalid) `field.reference`.
   */
  async noteOnPaper(
    actor: StaffActor,
    settlementId: string,
    dto: NoteAcceptanceDto,
  ): Promise<SettlementIdDto> {
    return this.within(actor, settlementId, async (tx, settlement, labourCase) => {
      requireStep(settlement, 'accept');
      requireVersion(settlement, dto.version);
      await this.cases.requireUnchallenged(settlement.caseId, actor, tx.manager);
      const parties = await this.cases.parties(settlement.caseId, tx.manager);
      const party = parties.find(({ id }) => id === dto.partyId);
      if (!party) throw invalid([{ pointer: '/partyId', code: 'field.reference' }]);
      // Whoever can say it itself has nobody say it for it.
      if (party.joinedUserId) throw new DomainError('conflict', 'settlement.party-has-account');
      const offer = (await this.lastOffer(tx, settlement.id))!;
      if (!offer.isShownToTribunal) throw new DomainError('conflict', 'settlement.offer-not-shown');
      const { partyId, actingAs: as, hasSpecialAuthority = false, personName } = dto;
      const signedName = personName.trim();
      await this.take(tx, settlement, labourCase, offer, {
        partyId,
        actingAs: as,
        hasSpecialAuthority,
        acceptedBy: actor.userId,
        signedName,
      });
    });
  }

  /** One more has accepted the latest offer; with the last of them it is agreed on. */
  private async take(
    tx: Tx,
    settlement: Settlement,
    labourCase: LabourCase,
    offer: SettlementOffer,
    acceptance: Acceptance,
  ): Promise<void> {
    const { id: settlementId, caseId } = settlement;
    const at = { settlementId, ordinal: offer.ordinal };
    if (await tx.manager.existsBy(SettlementAcceptance, { ...at, partyId: acceptance.partyId })) {
      throw new DomainError('conflict', 'settlement.accepted-already');
    }
    const terms = this.termsOf(offer);
    if (!(await this.areTermsPossible(tx, labourCase, terms))) throw outdated();
    await this.noteAcceptance(tx, settlement, offer, acceptance);
    const accepted = await tx.manager.findBy(SettlementAcceptance, at);
    const parties = await this.cases.parties(caseId, tx.manager);
    const haveAllAccepted = parties.every(({ id }) => accepted.some(({ partyId }) => partyId === id));
    if (!haveAllAccepted) {
      // Who would take what stays between the parties until all would: the record tells of it with the agreement.
      await this.save(tx, settlement);
      return;
    }
    const { claims, payments } = lawTerms(terms);
    const openClaimIds = await this.settled.openClaimIds(caseId, tx.manager);
    settlement.state = settlementLifecycle.step(settlement.state, 'agree', { haveAllAccepted }).to;
    settlement.claimIds = claims.map(({ claimId }) => claimId);
    settlement.scope = scopeOf(settlement.claimIds, openClaimIds).value;
    settlement.performBy = performBy({ claims, payments });
    await this.save(tx, settlement);
    await tx.publish({
      type: 'settlement.agreed',
      caseId,
      payload: {
        settlementId,
        count: offer.ordinal,
        acceptances: accepted.map(
          ({ partyId, actingAs: as, hasSpecialAuthority, signedName, acceptedAt }) => ({
            partyId,
            actingAs: as,
            hasSpecialAuthority,
            isOnPaper: signedName !== null,
            at: acceptedAt.toISOString(),
          }),
        ),
      },
    });
  }

  /** 调解不成 (Law 42(4)): a party does not want what is offered, nor to offer anything else. */
  async decline(actor: PartyActor, settlementId: string, version: number): Promise<SettlementIdDto> {
    return this.within(actor, settlementId, async (tx, settlement) => {
      const { to } = settlementLifecycle.step(settlement.state, 'decline', {});
      requireVersion(settlement, version);
      await this.close(tx, settlement, to, 'settlement.failed');
    });
  }

  /**
   * 反悔 (Law 42(4)): the statement, where there is one, is void, and the case goes on to its award.
   *
   * @throws DomainError (conflict) `lifecycle.not-now`, `settlement.signed-already`, `settlement.version`.
   */
  async retract(actor: PartyActor, settlementId: string, version: number): Promise<SettlementIdDto> {
    return this.within(actor, settlementId, async (tx, settlement) => {
      const party = (await this.ownParty(tx, settlement.caseId, actor))!;
      const hasSigned = !mayRetract(party.id, settlement.signedPartyIds).value;
      const { to } = settlementLifecycle.step(settlement.state, 'retract', { hasSigned });
      requireVersion(settlement, version);
      await this.annul(tx, settlement);
      await this.close(tx, settlement, to, 'settlement.retracted');
    });
  }

  /** The tribunal finds that nothing will come of it. @throws DomainError as `retract`, `settlement.reason-missing`. */
  async fail(actor: StaffActor, settlementId: string, dto: FailSettlementDto): Promise<SettlementIdDto> {
    return this.within(actor, settlementId, async (tx, settlement) => {
      const { to } = settlementLifecycle.step(settlement.state, 'fail', { reason: dto.reason });
      requireVersion(settlement, dto.version);
      await this.cases.requireUnchallenged(settlement.caseId, actor, tx.manager);
      settlement.endReasonSealed = this.encryption.sealJson({ reason: dto.reason.trim() });
      await this.annul(tx, settlement);
      await this.close(tx, settlement, to, 'settlement.failed');
    });
  }

  /**
   * Makes the mediation statement, to be signed for by all (Law 42(3), Rules 72, 73).
   *
   * @throws DomainError (conflict) `lifecycle.not-now`, `settlement.version`, `settlement.no-tribunal`,
   *   `settlement.terms-outdated`, `case.suspended`; (invalid) `settlement.signature-name`.
   */
  async state(actor: StaffActor, settlementId: string, dto: StateSettlementDto): Promise<SettlementIdDto> {
    const signature = await this.casePapers.signatureImage(actor, dto.signature);
    return this.within(actor, settlementId, async (tx, settlement, labourCase) => {
      const { caseId } = settlement;
      requireStep(settlement, 'state');
      requireVersion(settlement, dto.version);
      requireRunning(labourCase);
      await this.cases.requireUnchallenged(caseId, actor, tx.manager);
      const sitting = await this.tribunals.sitting(caseId, tx.manager);
      const offer = (await this.lastOffer(tx, settlement.id))!;
      const terms = this.termsOf(offer);
      const { to } = settlementLifecycle.step(settlement.state, 'state', {
        isForTribunal: sitting !== null && labourCase.number !== null,
        areTermsPossible: await this.areTermsPossible(tx, labourCase, terms),
      });
      requireOwnName(dto.signature.name, sitting!.arbitrator.name);
      const openClaimIds = await this.settled.openClaimIds(caseId, tx.manager);
      const parties = await this.cases.parties(caseId, tx.manager);
      const earlier = (await this.settled.parts(caseId, tx.manager)).length;
      // A claim may have been settled or added since it was agreed on.
      settlement.scope = scopeOf(settlement.claimIds, openClaimIds).value;
      const isOnly = settlement.scope === 'whole' && earlier === 0;
      settlement.number = documentNumber(labourCase.number!, isOnly ? null : earlier + 1);
      const facts: MediationStatementFacts = {
        parties: parties.map((party) => this.casePapers.partyFacts(party)),
        cause: await this.casePapers.cause(tx, caseId),
        acceptedOn: legalDay(labourCase.acceptedAt!),
        heardOn: (await this.hearings.held(caseId, tx.manager)).map(({ on }) => on),
        isThroughTribunal: await tx.manager.existsBy(SettlementOffer, {
          settlementId,
          isShownToTribunal: true,
        }),
        ...printedTerms(terms, await this.cases.claims(caseId, tx.manager), openClaimIds, parties),
        arbitrator: { name: sitting!.arbitrator.name, signature },
        recorder: sitting!.recorderName,
        statedOn: tx.today,
      };
      settlement.state = to;
      settlement.statedAt = tx.at;
      settlement.paperId = await this.papers.issue(tx, {
        definition: mediationStatement,
        facts,
        caseId,
        commissionId: settlement.commissionId,
        caseNumber: settlement.number,
        addressees: parties.map(({ id }) => id),
        subject: settlement.id,
        isSealed: true,
      });
      await this.save(tx, settlement);
      await tx.publish({
        type: 'settlement.stated',
        caseId,
        payload: { settlementId, paperId: settlement.paperId, scope: settlement.scope },
      });
    });
  }

  /** 签收, on line or on the return slip; with the last of them the statement takes effect (Law 42(3)). */
  @WithinTransaction('service.received')
  async onSignedFor(tx: Tx, { caseId, payload }: RecordedEvent): Promise<void> {
    if (payload['kind'] !== mediationStatement.kind) return;
    const settlement = await tx.manager.findOne(Settlement, {
      where: { caseId, paperId: payload['paperId'] as string, state: 'stated' },
      lock: { mode: 'pessimistic_write' },
    });
    const partyId = payload['partyId'] as string;
    if (!settlement || settlement.signedPartyIds.includes(partyId)) return;
    settlement.signedPartyIds = [...settlement.signedPartyIds, partyId];
    const parties = await this.cases.parties(caseId, tx.manager);
    const partyIds = parties.map(({ id }) => id);
    const haveAllSigned = isInEffect(partyIds, settlement.signedPartyIds).value;
    if (haveAllSigned) await this.takeEffect(tx, settlement);
    else await this.save(tx, settlement);
  }

  /** The case has its award, or has ended otherwise: what was still talked about is talked about no more. */
  @WithinTransaction('award.issued')
  @WithinTransaction('motion.granted')
  async onCaseEnded(tx: Tx, { caseId }: RecordedEvent): Promise<void> {
    const { state } = await this.cases.get(caseId, tx.manager);
    if (caseLifecycle.terminal.includes(state)) await this.lapse(tx, caseId);
  }

  /** A statement of somebody who had to stand aside binds nobody; what the parties agreed on the next tribunal can state. */
  @WithinTransaction('tribunal.dissolved')
  async onTribunalDissolved(tx: Tx, { caseId }: RecordedEvent): Promise<void> {
    await this.lapse(tx, caseId, ['stated']);
  }

  /** Whoever accepted from that seat was not the party: nothing was agreed on. */
  @WithinTransaction('party.seat-released')
  async onSeatReleased(tx: Tx, { caseId }: RecordedEvent): Promise<void> {
    await this.lapse(tx, caseId);
  }

  private async takeEffect(tx: Tx, settlement: Settlement): Promise<void> {
    const { caseId } = settlement;
    settlement.state = settlementLifecycle.step(settlement.state, 'take-effect', { haveAllSigned: true }).to;
    settlement.closedAt = tx.at;
    await this.save(tx, settlement);
    const inEffect: CaseEvent = {
      type: 'took-effect',
      on: tx.today,
      paper: settlement.paperId!,
      performBy: settlement.performBy ? localDate(settlement.performBy) : null,
    };
    const payload = { settlementId: settlement.id, paperId: settlement.paperId };
    const openClaimIds = await this.settled.openClaimIds(caseId, tx.manager);
    if (openClaimIds.length > 0) {
      await tx.publish({
        type: 'settlement.effective',
        caseId,
        payload: { ...payload, count: openClaimIds.length, ...clockPayload(inEffect) },
      });
      return;
    }
    await this.pendingHearings.end(tx, caseId, 'call-off', '调解书已经发生法律效力，案件终结。');
    const facts = { areAllClaimsSettled: true, haveAllSigned: true };
    await this.transitions.fire(tx, caseId, 'settle', facts);
    await tx.publish({
      type: 'case.mediated',
      caseId,
      payload: { ...payload, ...clockPayload(inEffect, { type: 'closed', on: tx.today }) },
    });
  }

  private async lapse(
    tx: Tx,
    caseId: string,
    states: readonly SettlementState[] = OPEN_STATES,
  ): Promise<void> {
    const open = await tx.manager.find(Settlement, {
      where: { caseId, state: In([...states]) },
      lock: { mode: 'pessimistic_write' },
    });
    for (const settlement of open) {
      const { to } = settlementLifecycle.step(settlement.state, 'lapse', {});
      await this.annul(tx, settlement);
      await this.close(tx, settlement, to, 'settlement.lapsed');
    }
  }

  /** The statement that was made is good for nothing, and nobody is served with it any more. */
  private async annul(tx: Tx, { paperId }: Settlement): Promise<void> {
    if (paperId === null) return;
    await this.papers.annul(tx, [paperId]);
    await this.delivery.withdraw(tx, paperId);
  }

  private async close(tx: Tx, settlement: Settlement, to: Settlement['state'], type: string): Promise<void> {
    settlement.state = to;
    settlement.closedAt = tx.at;
    await this.save(tx, settlement);
    await tx.publish({ type, caseId: settlement.caseId, payload: { settlementId: settlement.id } });
  }

  private begin(tx: Tx, { id: caseId, commissionId }: LabourCase): Settlement {
    return tx.manager.create(Settlement, {
      id: newId(tx.at.getTime()),
      caseId,
      commissionId,
      state: settlementLifecycle.initial,
      version: 0,
      openedAt: tx.at,
      claimIds: [],
      scope: null,
      performBy: null,
      number: null,
      paperId: null,
      statedAt: null,
      signedPartyIds: [],
      endReasonSealed: null,
      closedAt: null,
    });
  }

  private async save(tx: Tx, settlement: Settlement): Promise<void> {
    settlement.version += 1;
    await tx.manager.save(settlement);
  }

  /** Held with its case, in the order of all who write in a case. */
  private async within(
    actor: SignedInActor,
    settlementId: string,
    work: (tx: Tx, settlement: Settlement, labourCase: LabourCase) => Promise<void>,
  ): Promise<SettlementIdDto> {
    const found = await this.dataSource.manager.findOneBy(Settlement, { id: settlementId });
    if (!found) throw notFound();
    return this.uow.run(actor, async (tx) => {
      const labourCase = await this.transitions.lock(tx, found.caseId);
      const settlement = await tx.manager.findOneOrFail(Settlement, {
        where: { id: settlementId },
        lock: { mode: 'pessimistic_write' },
      });
      await work(tx, settlement, labourCase);
      return idOf(settlement);
    });
  }

  private async noteAcceptance(
    tx: Tx,
    { id, state }: Settlement,
    { ordinal }: SettlementOffer,
    { partyId, actingAs: as, hasSpecialAuthority, acceptedBy, signedName }: Acceptance,
  ): Promise<void> {
    settlementLifecycle.step(state, 'accept', { mayBind: mayBind(as, hasSpecialAuthority).value });
    await tx.manager.insert(SettlementAcceptance, {
      settlementId: id,
      ordinal,
      partyId,
      actingAs: as,
      hasSpecialAuthority: as === 'agent' && hasSpecialAuthority,
      acceptedBy,
      signedName,
      acceptedAt: tx.at,
    });
  }

  /** @throws DomainError not-found for who lost the seat since the page was opened. */
  private async ownParty(tx: Tx, caseId: string, actor: SignedInActor): Promise<CaseParty | null> {
    if (actor.kind !== 'party') return null;
    const members = await this.cases.members(caseId, tx.manager);
    const partyId = members.find(({ userId }) => userId === actor.userId)?.partyId;
    const party = (await this.cases.parties(caseId, tx.manager)).find(({ id }) => id === partyId);
    if (!party) throw notFound();
    return party;
  }

  private lastOffer(tx: Tx, settlementId: string): Promise<SettlementOffer | null> {
    return tx.manager.findOne(SettlementOffer, { where: { settlementId }, order: { ordinal: 'DESC' } });
  }

  private termsOf({ termsSealed }: SettlementOffer): SettlementTermsDto {
    return this.encryption.openJson<SettlementTermsDto>(termsSealed);
  }

  private async facts(tx: Tx, { id }: LabourCase): Promise<SettlementCase> {
    const parties = await this.cases.parties(id, tx.manager);
    return {
      openClaimIds: await this.settled.openClaimIds(id, tx.manager),
      parties: parties.map((party) => ({ id: party.id, side: party.role })),
      on: tx.today,
    };
  }

  private async requirePossible(tx: Tx, labourCase: LabourCase, terms: SettlementTermsDto): Promise<void> {
    const problems = checkTerms(lawTerms(terms), await this.facts(tx, labourCase)).value;
    if (problems.length === 0) return;
    throw invalid(
      problems.map(({ pointer, key, params }) => ({
        pointer: `/terms${pointer}`,
        code: `law.${key}`,
        params: { ...params },
      })),
    );
  }

  private async areTermsPossible(
    tx: Tx,
    labourCase: LabourCase,
    terms: SettlementTermsDto,
  ): Promise<boolean> {
    return checkTerms(lawTerms(terms), await this.facts(tx, labourCase)).value.length === 0;
  }
}

const idOf = ({ id, state, version }: Settlement): SettlementIdDto => ({ settlementId: id, state, version });

function requireTime({ state }: LabourCase): void {
  if (!SETTLING_STATES.includes(state)) {
    throw new DomainError('conflict', 'settlement.not-now', { basis: BASIS });
  }
}

/** The state first: "agreed on already" tells more than "changed meanwhile". */
function requireStep({ state }: Settlement, event: 'accept' | 'state'): void {
  if (settlementLifecycle.eventsFrom(state).includes(event)) return;
  throw new DomainError('conflict', 'lifecycle.not-now', { params: { state, event, thing: 'settlement' } });
}

function requireVersion(settlement: Settlement, version: number): void {
  if (settlement.version !== version) throw new DomainError('conflict', 'settlement.version');
}

function requireRunning({ suspendedOn }: LabourCase): void {
  if (suspendedOn === null) return;
  throw new DomainError('conflict', 'case.suspended', {
    params: { since: suspendedOn },
    basis: [citation(article('rules', 47), 'zh-CN')],
  });
}

/** Law 42(3): the arbitrator signs, and with no other name than the statement names. */
function requireOwnName(signed: string, arbitrator: string): void {
  if (isSameName(signed, arbitrator)) return;
  throw new DomainError('invalid', 'request.invalid', {
    fields: [{ pointer: '/signature/name', code: 'settlement.signature-name', params: { name: arbitrator } }],
    basis: BASIS,
  });
}

function outdated(): DomainError {
  return new DomainError('conflict', 'settlement.terms-outdated', { basis: BASIS });
}
