import { AVERAGE_WAGE } from './average-wage';
import { DISPOSABLE_INCOME } from './disposable-income';
import { HEAT_ALLOWANCE } from './heat-allowance';
import { INJURY_EMPLOYMENT_MONTHS, INJURY_MEDICAL_MONTHS } from './injury-subsidies';
import { MINIMUM_WAGE } from './minimum-wage';
import { TableName, TableRow } from './table';

/** Every table that a commission may change, as it comes with the program. */
export const FIGURES: Readonly<Record<TableName, readonly TableRow[]>> = {
  'minimum-wage': MINIMUM_WAGE,
  'average-wage': AVERAGE_WAGE,
  'heat-allowance': HEAT_ALLOWANCE,
  'disposable-income': DISPOSABLE_INCOME,
  'injury-medical-months': INJURY_MEDICAL_MONTHS,
  'injury-employment-months': INJURY_EMPLOYMENT_MONTHS,
};
