import { TableRow } from './table';

/**
 * Average yearly wage of the staff of a province ('guangdong' as the area), in force from its publication (Rules
 * 56(1)(2)). Empty on purpose: no figure could be compared with a publication. Each commission loads its own; until
 * then that ground is not answered.
 */
export const AVERAGE_YEARLY_WAGE: readonly TableRow[] = [];
