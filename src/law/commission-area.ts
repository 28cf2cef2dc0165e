import { compareDates, LocalDate } from '../kernel/local-date';
import { article } from './articles';
import { finding, Finding, Step, step } from './finding';
import { CommissionArea } from './tables/areas';

export interface LocatedPlace {
  /** As shown to people: 广州市南沙区. */
  readonly name: string;
  readonly city: string;
  readonly district: string | null;
  /** What the employer is in the words of the division, where a division looks at that. */
  readonly employerKinds?: readonly string[];
}

export interface AreaAnswer {
  /** Null where no row fits, or two fit equally well. */
  readonly commission: string | null;
  readonly isVerified: boolean;
}

/**
 * The commission whose area a place is. A row for a kind of employer goes before one for all of them, because it is
 * written as an exception; then a district before its city; then the later row. Two equal rows that name different
 * commissions answer nothing: somebody has to put the table right.
 */
export function commissionFor(
  place: LocatedPlace,
  on: LocalDate,
  rows: readonly CommissionArea[],
): Finding<AreaAnswer> {
  const basis = [article('law', 21, 1)];
  const fitting = rows
    .filter((row) => fits(row, place) && row.from <= on)
    .sort((a, b) => rank(b) - rank(a) || compareDates(b.from, a.from));
  const best = fitting[0];
  if (!best) {
    return finding({ commission: null, isVerified: false }, basis, [
      step('jurisdiction.area-unknown', { place: place.name }),
    ]);
  }
  const equals = fitting.filter((row) => rank(row) === rank(best) && row.from === best.from);
  if (equals.some((row) => row.commission !== best.commission)) {
    return finding({ commission: null, isVerified: false }, basis, [
      step('jurisdiction.area-conflict', { place: place.name }),
    ]);
  }
  const steps: Step[] = [step('jurisdiction.area', { place: place.name, source: best.source })];
  if (!best.isVerified) steps.push(step('jurisdiction.area-not-verified', { source: best.source }));
  return finding({ commission: best.commission, isVerified: best.isVerified }, basis, steps);
}

function fits(row: CommissionArea, place: LocatedPlace): boolean {
  return (
    row.city === place.city &&
    (row.district === null || row.district === place.district) &&
    (row.employers === null || (place.employerKinds ?? []).includes(row.employers))
  );
}

function rank(row: CommissionArea): number {
  return (row.employers === null ? 0 : 2) + (row.district === null ? 0 : 1);
}
