import { calendar } from '../../../test/support/law';
import { localDate as d } from '../../kernel/local-date';
import { deriveClocks, type CaseEvent } from '.';

/** D09 and D10 are counted back from a hearing; one that was called off has nothing to count back from (Rules 38). */
describe('the clocks before a hearing that does not take place', () => {
  const set = (on: string, hearingOn: string, hearing = 'h1'): CaseEvent => ({
    type: 'hearing-set',
    on: d(on),
    hearing,
    hearingOn: d(hearingOn),
    parties: ['claimant', 'respondent'],
  });
  const ended = (type: 'hearing-postponed' | 'hearing-cancelled', hearing = 'h1'): CaseEvent => ({
    type,
    on: d('2026-03-12'),
    hearing,
  });
  const start: CaseEvent[] = [
    { type: 'accepted', on: d('2026-03-02'), respondents: ['respondent'] },
    set('2026-03-10', '2026-03-24'),
  ];

  it.each<[string, CaseEvent[], string[]]>([
    ['it takes place', [], ['D09 h1', 'D10 h1']],
    ['put off at a party’s request', [ended('hearing-postponed')], []],
    ['called off by the commission', [ended('hearing-cancelled')], []],
    ['another one was called off', [ended('hearing-cancelled', 'h0')], ['D09 h1', 'D10 h1']],
    ['set again', [ended('hearing-postponed'), set('2026-03-13', '2026-03-31', 'h2')], ['D09 h2', 'D10 h2']],
    [
      'the same one set again',
      [ended('hearing-postponed'), set('2026-03-13', '2026-03-31')],
      ['D09 h1', 'D10 h1'],
    ],
  ])('%s', (_name, more, expected) => {
    const clocks = deriveClocks([...start, ...more], calendar);
    const before = clocks.filter(({ code }) => code === 'D09' || code === 'D10');
    expect(before.map(({ code, subject }) => `${code} ${subject}`)).toEqual(expected);
  });
});
