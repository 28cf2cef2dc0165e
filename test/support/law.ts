import { localDate, LocalDate } from '../../src/kernel/local-date';
import { citation } from '../../src/law/articles';
import { workCalendar } from '../../src/law/calendar';
import type { LawTables } from '../../src/law/claims/claim';
import type { Finding, Problem } from '../../src/law/finding';
import { FIGURES } from '../../src/law/tables/figures';

const days = (text: string): LocalDate[] => text.split(' ').map((day) => localDate(day));

/** The State Council notices for 2025 and 2026; 2027 is left unannounced on purpose. */
export const calendar = workCalendar({
  announcedYears: [2025, 2026],
  holidays: days(
    '2025-01-01 2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-02-01 2025-02-02 2025-02-03 2025-02-04 ' +
      '2025-04-04 2025-04-05 2025-04-06 2025-05-01 2025-05-02 2025-05-03 2025-05-04 2025-05-05 2025-05-31 ' +
      '2025-06-01 2025-06-02 2025-10-01 2025-10-02 2025-10-03 2025-10-04 2025-10-05 2025-10-06 2025-10-07 2025-10-08 ' +
      '2026-01-01 2026-01-02 2026-01-03 2026-02-15 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-02-21 ' +
      '2026-02-22 2026-02-23 2026-04-04 2026-04-05 2026-04-06 2026-05-01 2026-05-02 2026-05-03 2026-05-04 2026-05-05 ' +
      '2026-06-19 2026-06-20 2026-06-21 2026-09-25 2026-09-26 2026-09-27 2026-10-01 2026-10-02 2026-10-03 2026-10-04 ' +
      '2026-10-05 2026-10-06 2026-10-07',
  ),
  makeUpDays: days(
    '2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11 ' +
      '2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10',
  ),
  statutory: days(
    '2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-04-04 2025-05-31 2025-10-06 ' +
      '2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-04-05 2026-06-19 2026-09-25',
  ),
});

/** The figures that come with the program, for a city. */
export const lawTables = (area = 'guangzhou'): LawTables => ({
  area,
  calendar,
  minimumWage: FIGURES['minimum-wage'],
  averageWage: FIGURES['average-wage'],
  heatAllowance: FIGURES['heat-allowance'],
  disposableIncome: FIGURES['disposable-income'],
  injuryMedicalMonths: FIGURES['injury-medical-months'],
  injuryEmploymentMonths: FIGURES['injury-employment-months'],
});

/** Yuan as a test writes them, in fen. */
export const yuan = (amount: number): number => Math.round(amount * 100);

export const stepKeys = (found: Finding<unknown>): string[] => found.steps.map((step) => step.key);

/** Problems as `pointer key`. */
export const told = (problems: readonly Problem[]): string[] =>
  problems.map((each) => `${each.pointer} ${each.key}`);

/** The citations of a finding, in Simplified Chinese, as a reader sees them. */
export const cited = (found: Finding<unknown>): string[] =>
  found.basis.map((reference) => citation(reference, 'zh-CN'));
