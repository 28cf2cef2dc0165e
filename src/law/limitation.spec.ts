import { calendar } from '../../test/support/law';
import { localDate as d } from '../kernel/local-date';
import { limitation, LimitationFacts } from './limitation';

const facts: LimitationFacts = {
  kind: 'damages',
  knownOn: d('2025-03-03'),
  employmentEndedOn: null,
  interruptedOn: [],
  filedOn: d('2026-03-03'),
};

describe('limitation (Law 27): a warning, never a bar', () => {
  it.each<[string, Partial<LimitationFacts>, string | null, boolean, string[]]>([
    ['filed on the last day', {}, '2026-03-03', false, ['limitation.known', 'limitation.in-time']],
    [
      'filed the day after',
      { filedOn: d('2026-03-04') },
      '2026-03-03',
      true,
      ['limitation.known', 'limitation.at-risk'],
    ],
    [
      'the last day is a holiday',
      { knownOn: d('2025-10-01'), filedOn: d('2026-10-08') },
      '2026-10-08',
      false,
      ['limitation.known', 'limitation.in-time'],
    ],
    [
      'wages while employed',
      { kind: 'labour-remuneration', knownOn: d('2010-01-01') },
      null,
      false,
      ['limitation.wages-while-employed'],
    ],
    [
      'wages a year after the end',
      { kind: 'labour-remuneration', knownOn: d('2010-01-01'), employmentEndedOn: d('2025-03-03') },
      '2026-03-03',
      false,
      ['limitation.wages-after-end', 'limitation.in-time'],
    ],
    [
      'wages later than that',
      { kind: 'labour-remuneration', employmentEndedOn: d('2025-03-03'), filedOn: d('2026-03-04') },
      '2026-03-03',
      true,
      ['limitation.wages-after-end', 'limitation.at-risk'],
    ],
    [
      'interrupted',
      { interruptedOn: [d('2026-01-05')], filedOn: d('2026-12-01') },
      '2027-01-05',
      false,
      ['limitation.known', 'limitation.interrupted', 'limitation.in-time'],
    ],
    [
      'interrupted twice, told in any order',
      { interruptedOn: [d('2026-11-05'), d('2026-01-05')], filedOn: d('2027-11-05') },
      '2027-11-05',
      false,
      ['limitation.known', 'limitation.interrupted', 'limitation.interrupted', 'limitation.in-time'],
    ],
    [
      'interrupted on the last day',
      { interruptedOn: [d('2026-03-03')] },
      '2027-03-03',
      false,
      ['limitation.known', 'limitation.interrupted', 'limitation.in-time'],
    ],
    [
      'too late to interrupt',
      { interruptedOn: [d('2026-03-04')], filedOn: d('2026-05-01') },
      '2026-03-03',
      true,
      ['limitation.known', 'limitation.at-risk'],
    ],
    [
      'too early to interrupt',
      { interruptedOn: [d('2025-03-02')] },
      '2026-03-03',
      false,
      ['limitation.known', 'limitation.in-time'],
    ],
    [
      'from 29 February',
      { knownOn: d('2024-02-29'), filedOn: d('2025-02-28') },
      '2025-02-28',
      false,
      ['limitation.known', 'limitation.in-time'],
    ],
  ])('%s', (_name, change, expiresOn, isAtRisk, keys) => {
    const found = limitation({ ...facts, ...change }, calendar);
    expect(found.value).toEqual({ expiresOn, isAtRisk });
    expect(found.steps.map((each) => each.key)).toEqual(keys);
  });
});
