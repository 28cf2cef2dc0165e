import { IsIn, IsOptional } from 'class-validator';

export class StateCountDto {
  state: string;
  count: number;
}

export class BoardClockDto {
  caseId: string;
  caseNumber: string;
  claimantNames: string;
  respondentNames: string;
  code: string;
  /** Key of the title in the law texts. */
  titleKey: string;
  dueOn: string;
}

export class ClockGroupDto {
  /** Of all; the list holds the first hundred. */
  count: number;
  clocks: BoardClockDto[];
}

export class BoardClocksDto {
  overdue: ClockGroupDto;
  dueToday: ClockGroupDto;
  /** Within the next three working days. */
  dueSoon: ClockGroupDto;
}

export class MonthDto {
  /** YYYY-MM. */
  month: string;
  received: number;
  accepted: number;
  decided: number;
  /** From acceptance to award, natural days, of the cases decided in the month; null when there were none. */
  averageDays: number | null;
}

export class BoardDto {
  asOf: Date;
  today: string;
  soonUntil: string;
  states: StateCountDto[];
  clocks: BoardClocksDto;
  /** The last twelve, the running one last. */
  months: MonthDto[];
  /** Over the same twelve months. */
  averageDays: number | null;
}

export const BOARD_TABLES = ['states', 'clocks', 'months'] as const;

export class ExportBoardDto {
  @IsOptional()
  @IsIn(BOARD_TABLES)
  table?: (typeof BOARD_TABLES)[number];
}
