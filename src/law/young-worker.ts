import { afterMonths, LocalDate } from '../kernel/local-date';
import { article } from './articles';
import { finding, Finding, Step, step } from './finding';

/**
 * A worker below the age of work (Labour Law 15). The prohibition binds the employer: who was taken on in spite of it
 * may claim all the same, through a statutory agent as long as he has no full capacity (Law 25).
 */

const AGE_OF_WORK = 16;

export interface YoungWorkerFacts {
  readonly birthDate: LocalDate;
  /** First day of work. */
  readonly startDate: LocalDate;
  readonly filedOn: LocalDate;
}

export interface YoungWorker {
  readonly wasBelowAge: boolean;
  /** Still so on the day of filing: a statutory agent acts. */
  readonly needsAgent: boolean;
}

/** One is sixteen from the birthday on; on its eve one is not. */
export function youngWorker({ birthDate, startDate, filedOn }: YoungWorkerFacts): Finding<YoungWorker> {
  const cameOfAgeOn = afterMonths(birthDate, AGE_OF_WORK * 12);
  const wasBelowAge = startDate < cameOfAgeOn;
  const needsAgent = filedOn < cameOfAgeOn;
  const steps: Step[] = [];
  if (wasBelowAge) {
    steps.push(
      step(
        'young-worker.below-age',
        { startedOn: startDate, sixteenOn: cameOfAgeOn },
        { article: article('labour-law', 15, 1) },
      ),
    );
  }
  if (needsAgent) steps.push(step('young-worker.agent', {}, { article: article('law', 25) }));
  return finding({ wasBelowAge, needsAgent }, [], steps);
}
