import { LocalDate } from '../../../kernel/local-date';
import { Fen } from '../../../kernel/money';
import { Article, article } from '../../articles';
import { finding, Finding, Problem, Step, step } from '../../finding';
import { MissingTableRow, nearestRow, TableName, TableRow } from '../../tables/table';
import { ClaimRule, LawTables } from '../claim';
import { FactReader } from '../facts';
import { fromTheFund, ownWage, OwnWageFacts } from './benefit';

/** How the employment of an injured worker ended. */
export const INJURED_ENDS = ['by-worker', 'expired', 'by-employer'] as const;

export interface InjuryLeavingSubsidiesFacts extends OwnWageFacts {
  /** 5 to 10. */
  readonly grade: number;
  readonly endDate: LocalDate;
  readonly endedHow: (typeof INJURED_ENDS)[number];
  readonly isInsured: boolean;
}

/**
 * 一次性工伤医疗补助金 from the fund and 一次性伤残就业补助金 from the employer when the employment ends (Work Injury
 * Regulation 36(2), 37(2); Contract Regulation 23). How many months is for the province to say: table data.
 */
export const injuryLeavingSubsidies: ClaimRule<InjuryLeavingSubsidiesFacts> = {
  head: 'injury-leaving-subsidies',
  claimedBy: 'worker',
  remedy: 'money',
  kind: 'other',
  titleKey: 'claim.injury-leaving-subsidies',

  validate(facts: unknown, filedOn: LocalDate): Problem[] {
    const read = new FactReader(facts, filedOn);
    read.wholeNumber('grade', 5, 10);
    const injuredOn = read.pastDate('injuredOn');
    const endDate = read.pastDate('endDate');
    read.inOrder(injuredOn, endDate, 'endDate');
    read.choice('endedHow', INJURED_ENDS);
    read.money('ownWage', { isPositive: true });
    read.yesNo('isInsured');
    return read.done();
  },

  compute(facts, tables): Finding<Fen> {
    const own = ownWage(facts, tables);
    const rule = groundOf(facts);
    const steps: Step[] = [
      step('injury-leaving.ended', { endOn: facts.endDate }, { article: rule }),
      ...own.steps,
    ];
    const medicalMonths = monthsFor('injury-medical-months', tables.injuryMedicalMonths, facts, tables);
    const employmentMonths = monthsFor(
      'injury-employment-months',
      tables.injuryEmploymentMonths,
      facts,
      tables,
    );
    const medical = own.wage * medicalMonths.value;
    steps.push(
      step(
        'injury-leaving.medical',
        {
          grade: facts.grade,
          months: medicalMonths.value,
          wageFen: own.wage,
          amountFen: medical,
          source: medicalMonths.source,
        },
        { amount: medical },
      ),
      ...unverifiedMonths(medicalMonths),
    );
    const fromEmployer = fromTheFund(medical, facts.isInsured, steps);
    const employment = own.wage * employmentMonths.value;
    steps.push(
      step(
        'injury-leaving.employment',
        {
          grade: facts.grade,
          months: employmentMonths.value,
          wageFen: own.wage,
          amountFen: employment,
          source: employmentMonths.source,
        },
        { amount: employment, article: rule },
      ),
      ...unverifiedMonths(employmentMonths),
    );
    const owed = fromEmployer + employment;
    steps.push(step('claim.total', { amountFen: owed }, { amount: owed }));
    return finding(owed, [rule, article('injury-regulation', 54)], steps);
  },
};

function groundOf({ grade, endedHow }: InjuryLeavingSubsidiesFacts): Article {
  if (endedHow === 'by-employer' || (endedHow === 'expired' && grade <= 6)) {
    return article('contract-regulation', 23);
  }
  return grade <= 6 ? article('injury-regulation', 36, 2) : article('injury-regulation', 37, undefined, 2);
}

function monthsFor(
  table: TableName,
  rows: readonly TableRow[],
  { grade, endDate }: InjuryLeavingSubsidiesFacts,
  { area }: LawTables,
): TableRow {
  const row = nearestRow(rows, area, endDate, String(grade));
  if (row === null) throw new MissingTableRow(table, area, endDate);
  return row;
}

function unverifiedMonths(row: TableRow): Step[] {
  return row.isVerified ? [] : [step('table.months-not-verified', { months: row.value, fromOn: row.from })];
}
