import { addYears, LocalDate } from '../kernel/local-date';
import { article } from './articles';
import { rollForward, WorkCalendar } from './calendar';
import { ClaimKind } from './claims/claim';
import { finding, Finding, Step, step } from './finding';

export interface LimitationFacts {
  readonly kind: ClaimKind;
  /** When the worker knew or should have known of the injury to the right. */
  readonly knownOn: LocalDate;
  /** Last day of employment; null while it goes on. */
  readonly employmentEndedOn: LocalDate | null;
  /** Days on which the worker claimed, complained, sued, or the employer agreed to pay: time begins again. */
  readonly interruptedOn: readonly LocalDate[];
  readonly filedOn: LocalDate;
}

export interface Limitation {
  /** The last day; null where no limitation runs. */
  readonly expiresOn: LocalDate | null;
  /** The respondent could plead it. The commission does not look at it of its own motion and never refuses for it. */
  readonly isAtRisk: boolean;
}

/** The year of Law 27, as a warning at filing. Only a plea of the respondent makes it count. */
export function limitation(facts: LimitationFacts, calendar: WorkCalendar): Finding<Limitation> {
  const basis = [article('law', 27), article('rules', 26)];
  const steps: Step[] = [];
  let start = facts.knownOn;
  if (facts.kind === 'labour-remuneration') {
    if (facts.employmentEndedOn === null) {
      return finding({ expiresOn: null, isAtRisk: false }, basis, [
        step('limitation.wages-while-employed', {}, { article: article('law', 27, 4) }),
      ]);
    }
    start = facts.employmentEndedOn;
    steps.push(
      step(
        'limitation.wages-after-end',
        { startedOn: start },
        { date: start, article: article('law', 27, 4) },
      ),
    );
  } else {
    steps.push(
      step('limitation.known', { startedOn: start }, { date: start, article: article('law', 27, 1) }),
    );
  }
  let expiresOn = yearFrom(start, calendar);
  for (const day of [...facts.interruptedOn].sort()) {
    // Time that has run out is not brought back, time that has not begun is not interrupted.
    if (day < start || day > expiresOn) continue;
    start = day;
    expiresOn = yearFrom(day, calendar);
    steps.push(step('limitation.interrupted', { dayOn: day }, { date: day, article: article('law', 27, 2) }));
  }
  const isAtRisk = facts.filedOn > expiresOn;
  steps.push(
    isAtRisk
      ? step('limitation.at-risk', { expiresOn, filedOn: facts.filedOn }, { date: expiresOn })
      : step('limitation.in-time', { expiresOn }, { date: expiresOn }),
  );
  return finding({ expiresOn, isAtRisk }, basis, steps);
}

/** The corresponding day a year later, moved off a day off like the end of any period. */
function yearFrom(start: LocalDate, calendar: WorkCalendar): LocalDate {
  return rollForward(addYears(start, 1), calendar);
}
