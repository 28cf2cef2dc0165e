import { Injectable } from '@nestjs/common';
import { DataSource, Not } from 'typeorm';
import type { StaffActor } from '../../kernel/actor';
import { DomainError, invalid } from '../../kernel/domain-error';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { SETTING_NAMES, SETTINGS } from './commission-settings';
import { Commission } from './commission.entity';
import { Reference } from './reference.service';
import { SettingChange } from './setting-change.entity';
import type { ChangeSettingDto, SettingsDto } from './settings.dto';

/** What a commission settles for itself, each change with who, when and why. It counts from then on. */
@Injectable()
export class CommissionSettings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly uow: UnitOfWork,
    private readonly reference: Reference,
  ) {}

  async ofHouse(actor: StaffActor): Promise<SettingsDto> {
    const { commissionId } = actor;
    const commission = await this.reference.commission(commissionId);
    const changes = await this.dataSource.manager.find(SettingChange, {
      where: { commissionId },
      order: { ordinal: 'DESC' },
    });
    return {
      version: changes[0]?.ordinal ?? 0,
      mayChange: actor.roles.includes('director'),
      settings: SETTING_NAMES.map((setting) => ({
        setting,
        value: String(commission[setting]),
        changes: changes
          .filter((change) => change.setting === setting)
          .map(({ before, after, reason, changedByName, changedAt }) => ({
            before,
            after,
            reason,
            changedBy: changedByName,
            changedAt,
          })),
      })),
    };
  }

  /**
   * @throws DomainError `setting.version`, `setting.unchanged`, `setting.prefix-taken` (conflict); (invalid) a value
   *   that is none.
   */
  async change(actor: StaffActor, { setting, value, version, reason }: ChangeSettingDto): Promise<void> {
    const text = value.trim();
    const problem = SETTINGS[setting].problem(text);
    if (problem) throw invalid([{ pointer: '/value', code: problem }]);
    await this.uow.run(actor, async (tx) => {
      // All of them, in their order: a prefix is compared with those of the others.
      const commissions = await tx.manager.find(Commission, {
        order: { id: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      });
      const own = commissions.find(({ id }) => id === actor.commissionId)!;
      const last = await tx.manager.countBy(SettingChange, { commissionId: own.id });
      if (last !== version) throw new DomainError('conflict', 'setting.version');
      const before = String(own[setting]);
      if (before === text) throw new DomainError('conflict', 'setting.unchanged');
      if (setting === 'casePrefix' && (await this.isTaken(tx, commissions, own.id, text))) {
        throw new DomainError('conflict', 'setting.prefix-taken');
      }
      await tx.manager.update(Commission, own.id, { [setting]: SETTINGS[setting].parse(text) });
      await tx.manager.insert(SettingChange, {
        commissionId: own.id,
        ordinal: last + 1,
        setting,
        before,
        after: text,
        reason: reason.trim(),
        changedBy: actor.userId,
        changedByName: actor.name,
        changedAt: tx.at,
      });
    });
  }

  /** By another commission, now or before: its old cases bear numbers made with it. */
  private async isTaken(tx: Tx, all: readonly Commission[], own: string, prefix: string): Promise<boolean> {
    const isOfAnother = all.some(({ id, casePrefix }) => id !== own && casePrefix === prefix);
    if (isOfAnother) return true;
    return tx.manager.existsBy(SettingChange, {
      commissionId: Not(own),
      setting: 'casePrefix',
      before: prefix,
    });
  }
}
