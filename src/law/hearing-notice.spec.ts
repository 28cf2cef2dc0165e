import fc from 'fast-check';
import { calendar } from '../../test/support/law';
import { addDays, localDate as d } from '../kernel/local-date';
import { isWorkingDay } from './calendar';
import {
  canRequestPostponement,
  earliestHearingDay,
  earliestHearingFor,
  isNoticeSufficient,
  lastPostponementDay,
  NOTICE_DAYS,
  PartyNotice,
  POSTPONEMENT_DAYS,
} from './hearing-notice';

const served = (party: string, on: string): PartyNotice => ({ party, servedOn: d(on), waivedOn: null });
const waived = (party: string, on: string): PartyNotice => ({ party, servedOn: null, waivedOn: d(on) });
const open = (party: string): PartyNotice => ({ party, servedOn: null, waivedOn: null });

describe('notice of hearing (Law 35, Rules 38)', () => {
  it('is five working days, and three to ask for another date', () => {
    expect([NOTICE_DAYS, POSTPONEMENT_DAYS]).toEqual([5, 3]);
  });

  it.each([
    ['over a weekend', '2026-11-20', '2026-11-27'],
    ['arriving on a Saturday', '2026-11-21', '2026-11-30'],
    ['over Spring Festival', '2026-02-13', '2026-02-27'],
    ['arriving on a make-up Saturday', '2026-02-14', '2026-02-28'],
  ])('earliest day %s: %s → %s', (_name, notice, expected) => {
    expect(earliestHearingDay(d(notice), calendar).value).toBe(expected);
  });

  it('shows that a notice on a day off is counted from the next working day', () => {
    expect(earliestHearingDay(d('2026-11-21'), calendar).steps[0]?.key).toBe('hearing.notice-on-day-off');
    expect(earliestHearingDay(d('2026-11-20'), calendar).steps[0]?.key).toBe(
      'calendar.first-day-not-counted',
    );
  });

  it.each<[string, PartyNotice[], string | null]>([
    ['the later notice decides', [served('a', '2026-11-16'), served('b', '2026-11-18')], '2026-11-25'],
    ['waived by one', [served('a', '2026-11-16'), waived('b', '2026-11-18')], '2026-11-23'],
    ['waived by all: today', [waived('a', '2026-11-18'), waived('b', '2026-11-18')], '2026-11-19'],
    ['somebody not reached', [served('a', '2026-11-16'), open('b')], null],
    ['long ago: not before today', [served('a', '2026-10-12')], '2026-11-19'],
  ])('for the parties: %s', (_name, parties, expected) => {
    expect(earliestHearingFor(parties, d('2026-11-19'), calendar).value).toBe(expected);
  });

  it('waived by all on a Saturday: the Monday', () => {
    expect(earliestHearingFor([waived('a', '2026-11-18')], d('2026-11-21'), calendar).value).toBe(
      '2026-11-23',
    );
  });

  it.each<[string, PartyNotice[], boolean, string]>([
    ['on the last day', [served('a', '2026-11-20')], true, 'hearing.served-in-time'],
    ['a day late', [served('a', '2026-11-21')], false, 'hearing.served-late'],
    ['late but waived', [waived('a', '2026-11-26')], true, 'hearing.waived'],
    ['not at all', [open('a')], false, 'hearing.not-served'],
  ])('isNoticeSufficient for 27 November: %s', (_name, parties, expected, key) => {
    const found = isNoticeSufficient(parties, d('2026-11-27'), calendar);
    expect(found.value).toBe(expected);
    expect(found.steps.map((each) => each.key)).toEqual(['hearing.last-notice-day', key]);
  });

  it('postponement: the third working day before is the last', () => {
    expect(lastPostponementDay(d('2026-11-27'), calendar).value).toBe('2026-11-24');
    expect(canRequestPostponement(d('2026-11-24'), d('2026-11-27'), calendar)).toBe(true);
    expect(canRequestPostponement(d('2026-11-25'), d('2026-11-27'), calendar)).toBe(false);
  });

  it('property: the earliest day keeps the notice, the working day before it does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 640 }), (offset) => {
        const notice = addDays(d('2025-02-10'), offset);
        const earliest = earliestHearingDay(notice, calendar).value;
        const parties = [served('a', notice)];
        expect(isNoticeSufficient(parties, earliest, calendar).value).toBe(true);
        let before = addDays(earliest, -1);
        while (!isWorkingDay(before, calendar)) before = addDays(before, -1);
        expect(isNoticeSufficient(parties, before, calendar).value).toBe(false);
      }),
    );
  });
});
