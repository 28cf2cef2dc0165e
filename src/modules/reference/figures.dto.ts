import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, MaxLength, Min } from 'class-validator';
import { TABLE_NAMES, type FigureLevel } from './figure-kinds';
import type { TableName } from '../../law/tables/table';
import { IsLegalDay } from '../../platform/http/validators';
import type { FigureChange } from './law-figure.entity';

/** Which row: there is one for each table, area, day and item. */
export class FigureAtDto {
  @IsIn(TABLE_NAMES)
  tableName: TableName;

  @Matches(/^[a-z][a-z-]{1,40}$/)
  area: string;

  @IsLegalDay()
  fromOn: string;

  /** Grade of disability, months of the year; empty where the table has one figure a day. */
  @IsString()
  @MaxLength(10)
  item: string;
}

export class AddFigureDto extends FigureAtDto {
  /** Fen, or months. */
  @IsInt()
  value: number;

  @IsString()
  @MaxLength(200)
  source: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason: string;
}

export class CorrectFigureDto extends AddFigureDto {
  /** The version the correction was made on; an older one is refused with `figure.version`. */
  @IsInt()
  @Min(1)
  version: number;
}

export class VerifyFigureDto extends FigureAtDto {
  @IsInt()
  @Min(1)
  version: number;

  /** The document the row was compared with. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  document: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}

export class WithdrawFigureDto extends FigureAtDto {
  @IsInt()
  @Min(1)
  version: number;

  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason: string;
}

export class FigureDto {
  tableName: TableName;
  area: string;
  fromOn: string;
  item: string;
  version: number;
  /** Fen, or months. */
  value: number;
  source: string;
  isVerified: boolean;
  /** With which document it was compared; null while nobody has said. */
  document: string | null;
  /** Null for what comes with the program. */
  changedAt: Date | null;
}

export class FigureTableDto {
  tableName: TableName;
  unit: 'fen' | 'months';
  item: 'none' | 'months-of-year' | 'disability-grade';
  levels: FigureLevel[];
  rows: FigureDto[];
}

export class FigureVersionDto extends FigureDto {
  change: FigureChange;
  reason: string | null;
  changedBy: string | null;
  commissionName: string | null;
}

export class ChangeableDto {
  tableName: TableName;
  areas: string[];
}

export class FigureRightsDto {
  /** Whose figures the reader may change; empty for whoever may not. */
  changeable: ChangeableDto[];
}
