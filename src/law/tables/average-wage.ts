import { TableRow } from './table';

/**
 * Average monthly wage of the previous year as published for a city (Labour Contract Law 47(2)). Empty on purpose:
 * no figure could be checked against a publication, and a figure that caps compensation is not invented. Each
 * commission loads its own.
 */
export const AVERAGE_WAGE: readonly TableRow[] = [];
