import { localDate } from '../../kernel/local-date';
import type { CaseEvent } from '../../law/clocks';
import { clockEventsOf, type ServedPaper } from './service-clocks';

const on = localDate('2026-11-23');
const base: ServedPaper = {
  kind: 'acceptance-notice',
  subject: null,
  partyId: 'party',
  side: 'worker',
  on,
  isFinal: false,
  everyPartyNotifiedOn: null,
};

const ROWS: [string, Partial<ServedPaper>, CaseEvent[]][] = [
  ['an acceptance notice', {}, []],
  ['a notice to respond', { kind: 'response-notice' }, [{ type: 'copy-served', on, respondent: 'party' }]],
  [
    'a notice of changed claims',
    { kind: 'claims-change-notice', subject: 'motion' },
    [{ type: 'changed-claims-served', on, change: 'motion', respondent: 'party' }],
  ],
  ['a notice of no change', { kind: 'claims-change-notice' }, []],
  [
    'an answer sent on',
    { kind: 'answer', subject: 'respondent' },
    [{ type: 'answer-forwarded', on, respondent: 'respondent' }],
  ],
  ['an answer of nobody', { kind: 'answer' }, []],
  ['a composition notice while a party waits for its own', { kind: 'composition-notice' }, []],
  [
    'the last composition notice',
    { kind: 'composition-notice', everyPartyNotifiedOn: localDate('2026-11-25') },
    [{ type: 'tribunal-notified', on: localDate('2026-11-25') }],
  ],
  [
    'a notice of hearing',
    { kind: 'hearing-notice', subject: 'hearing' },
    [{ type: 'notice-served', on, hearing: 'hearing', party: 'party' }],
  ],
  ['a notice of no hearing', { kind: 'hearing-notice' }, []],
  [
    'a final award on the employer',
    { kind: 'award', subject: 'award', side: 'employer', isFinal: true },
    [{ type: 'award-served', on, award: 'award', party: 'party', side: 'employer', isFinal: true }],
  ],
  ['an award without a subject', { kind: 'award' }, []],
];

describe('clocks of service', () => {
  it.each(ROWS)('%s', (_, facts, expected) => {
    expect(clockEventsOf({ ...base, ...facts })).toEqual(expected);
  });
});
