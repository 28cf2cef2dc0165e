import { localDate as d } from '../kernel/local-date';
import { youngWorker } from './young-worker';

describe('a worker below the age of work (Labour Law 15, Law 25)', () => {
  it.each<[string, string, string, string, boolean, boolean]>([
    ['grown up', '1990-03-07', '2023-03-01', '2026-11-23', false, false],
    ['began on the sixteenth birthday', '2009-03-01', '2025-03-01', '2026-11-23', false, false],
    ['began on its eve', '2009-03-02', '2025-03-01', '2026-11-23', true, false],
    ['eleven years old', '2015-05-05', '2026-01-01', '2026-11-23', true, true],
    ['files on the sixteenth birthday', '2010-11-23', '2026-01-01', '2026-11-23', true, false],
    ['files on its eve', '2010-11-24', '2026-01-01', '2026-11-23', true, true],
    ['born on a leap day, files on 28 February', '2008-02-29', '2024-01-01', '2024-02-28', true, true],
    ['born on a leap day, files on it', '2008-02-29', '2024-01-01', '2024-02-29', true, false],
  ])('%s', (_name, birthDate, startDate, filedOn, wasBelowAge, needsAgent) => {
    const found = youngWorker({ birthDate: d(birthDate), startDate: d(startDate), filedOn: d(filedOn) });
    expect(found.value).toEqual({ wasBelowAge, needsAgent });
    expect(found.steps.map(({ key, article }) => `${key} ${article?.law} ${article?.article}`)).toEqual([
      ...(wasBelowAge ? ['young-worker.below-age labour-law 15'] : []),
      ...(needsAgent ? ['young-worker.agent law 25'] : []),
    ]);
  });
});
