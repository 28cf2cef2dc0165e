import { IsIn, IsInt, IsNotEmpty, IsString, MaxLength, Min } from 'class-validator';
import { SETTING_NAMES, type SettingName } from './commission-settings';

export class ChangeSettingDto {
  @IsIn(SETTING_NAMES)
  setting: SettingName;

  /** As text: days in digits, `true` or `false`. */
  @IsString()
  @MaxLength(100)
  value: string;

  /** The version of the settings on the screen; an older one is refused with `setting.version`. */
  @IsInt()
  @Min(0)
  version: number;

  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason: string;
}

export class SettingChangeDto {
  before: string;
  after: string;
  reason: string;
  changedBy: string;
  changedAt: Date;
}

export class SettingDto {
  setting: SettingName;
  value: string;
  /** What it was, the latest change first. */
  changes: SettingChangeDto[];
}

export class SettingsDto {
  version: number;
  mayChange: boolean;
  settings: SettingDto[];
}
