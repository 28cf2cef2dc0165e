import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { contains } from '../../kernel/period';
import { Clock } from '../../platform/clock';
import { Reference } from '../reference';
import { Arbitrator, ArbitratorEngagement, ArbitratorInterest, ArbitratorLeave } from './arbitrator.entity';
import type { RosterRow } from './roster-facts';
import type { ArbitratorDto, RosterQueryDto } from './tribunals.dto';

export interface RosterEntry extends RosterRow {
  readonly arbitrator: Arbitrator;
  readonly engagements: readonly ArbitratorEngagement[];
  readonly leaves: readonly ArbitratorLeave[];
  readonly interests: readonly ArbitratorInterest[];
}

/** The register of arbitrators of the whole cooperation. */
@Injectable()
export class Roster {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly reference: Reference,
  ) {}

  /** Everybody, in the order of the register, with four queries however many there are. */
  async all(manager: EntityManager = this.dataSource.manager): Promise<RosterEntry[]> {
    const arbitrators = await manager.find(Arbitrator, { order: { sort: 'ASC', id: 'ASC' } });
    return this.complete(arbitrators, manager);
  }

  async byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<Arbitrator | null> {
    return manager.findOneBy(Arbitrator, { id });
  }

  /** Two appointments of one arbitrator wait for each other, so that a load limit holds. */
  async lock(id: string, manager: EntityManager): Promise<RosterEntry | null> {
    const arbitrator = await manager.findOne(Arbitrator, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!arbitrator) return null;
    const [entry] = await this.complete([arbitrator], manager);
    return entry ?? null;
  }

  /** The register as it is published (Organisation Rules 23). */
  async published({ commissionId }: RosterQueryDto): Promise<ArbitratorDto[]> {
    const [entries, names] = await Promise.all([this.all(), this.reference.commissionNames()]);
    const today = this.clock.today();
    return entries.flatMap(({ arbitrator, engagements }) => {
      const current = engagements.filter(({ fromOn, toOn }) => contains({ from: fromOn, to: toOn }, today));
      if (current.length === 0) return [];
      if (commissionId && !current.some((each) => each.commissionId === commissionId)) return [];
      return [
        {
          id: arbitrator.id,
          name: arbitrator.name,
          nameLatin: arbitrator.nameLatin,
          homeCommissionId: arbitrator.homeCommissionId,
          homeCommissionName: names.get(arbitrator.homeCommissionId) ?? '',
          kind: arbitrator.kind,
          region: arbitrator.region,
          certificateNumber: arbitrator.certificateNumber,
          languages: arbitrator.languages,
          specialties: arbitrator.specialties,
          termFrom: arbitrator.termFrom,
          termTo: arbitrator.termTo,
          engagements: current.map((each) => ({
            commissionId: each.commissionId,
            commissionName: names.get(each.commissionId) ?? '',
            basis: each.basis,
            from: each.fromOn,
            to: each.toOn,
          })),
        },
      ];
    });
  }

  private async complete(arbitrators: readonly Arbitrator[], manager: EntityManager): Promise<RosterEntry[]> {
    const arbitratorId = In(arbitrators.map((arbitrator) => arbitrator.id));
    // One connection serves a transaction: its queries go one after the other.
    const engagements = await manager.find(ArbitratorEngagement, {
      where: { arbitratorId },
      order: { fromOn: 'ASC', id: 'ASC' },
    });
    const leaves = await manager.find(ArbitratorLeave, { where: { arbitratorId }, order: { fromOn: 'ASC' } });
    const interests = await manager.find(ArbitratorInterest, {
      where: { arbitratorId },
      order: { id: 'ASC' },
    });
    return arbitrators.map((arbitrator) => {
      const own = <Row extends { arbitratorId: string }>(rows: readonly Row[]): Row[] =>
        rows.filter((row) => row.arbitratorId === arbitrator.id);
      return { arbitrator, engagements: own(engagements), leaves: own(leaves), interests: own(interests) };
    });
  }
}
