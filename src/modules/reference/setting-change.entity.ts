import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SettingName } from './commission-settings';

/** A setting of a commission that was changed: what it was and is, who, when and why. Rows are only ever added. */
@Entity('commission_setting_change')
export class SettingChange {
  @PrimaryColumn('text')
  commissionId: string;

  /** 1, 2, … within the commission; the last one is the version of its settings. */
  @PrimaryColumn('int')
  ordinal: number;

  @Column('text')
  setting: SettingName;

  @Column('text')
  before: string;

  @Column('text')
  after: string;

  @Column('text')
  reason: string;

  @Column('text')
  changedBy: string;

  @Column('text')
  changedByName: string;

  @Column('timestamptz')
  changedAt: Date;
}
