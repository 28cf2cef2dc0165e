import fc from 'fast-check';
import { calendar } from '../../test/support/law';
import { addDays, addYears, localDate as d, LocalDate } from '../kernel/local-date';
import { citation } from './articles';
import { isWorkingDay } from './calendar';
import {
  INTERRUPTION_GROUNDS,
  Interruption,
  InterruptionGround,
  limitation,
  LimitationFacts,
  limitationPeriod,
  LimitationSuspension,
  SUSPENSION_GROUNDS,
  SuspensionGround,
} from './limitation';

const facts: LimitationFacts = {
  kind: 'damages',
  isAppointedCivilServant: false,
  knownOn: d('2025-03-03'),
  employmentEndedOn: null,
  interruptions: [],
  suspensions: [],
  filedOn: d('2026-03-03'),
};
const claimed = (on: string, ground: InterruptionGround = 'claimed-from-other'): Interruption => ({
  on: d(on),
  ground,
});
const stopped = (from: string, endedOn: string | null): LimitationSuspension => ({
  from: d(from),
  endedOn: endedOn === null ? null : d(endedOn),
  ground: 'force-majeure',
});
const wages = { kind: 'labour-remuneration' } as const;
const servant = { isAppointedCivilServant: true } as const;

type Row = [string, Partial<LimitationFacts>, string | null, string, number | null, string[]];

describe('limitation: a warning, never a bar', () => {
  it.each<Row>([
    // Law 27(1), Rules 26(1): a year from the day known.
    ['filed on the last day', {}, '2026-03-03', 'running', 0, ['known', 'in-time']],
    ['filed the day after', { filedOn: d('2026-03-04') }, '2026-03-03', 'expired', -1, ['known', 'at-risk']],
    [
      'filed on the day known',
      { filedOn: d('2025-03-03') },
      '2026-03-03',
      'running',
      365,
      ['known', 'in-time'],
    ],
    [
      'the last day is a holiday: the next working day',
      { knownOn: d('2025-10-01'), filedOn: d('2026-10-08') },
      '2026-10-08',
      'running',
      0,
      ['known', 'rolled', 'in-time'],
    ],
    [
      'the last day is a Saturday worked in exchange: no later',
      { knownOn: d('2025-02-28'), filedOn: d('2026-03-02') },
      '2026-02-28',
      'expired',
      -2,
      ['known', 'at-risk'],
    ],
    [
      'from 29 February',
      { knownOn: d('2024-02-29'), filedOn: d('2025-02-28') },
      '2025-02-28',
      'running',
      0,
      ['known', 'in-time'],
    ],
    // Law 27(4), Rules 26(3): wages.
    [
      'wages while employed',
      { ...wages, knownOn: d('2010-01-01') },
      null,
      'not-limited',
      null,
      ['wages-while-employed'],
    ],
    [
      'wages, filed on the last day of employment',
      { ...wages, knownOn: d('2010-01-01'), employmentEndedOn: d('2026-03-03') },
      null,
      'not-limited',
      null,
      ['wages-while-employed'],
    ],
    [
      'wages, filed the day after the end of employment',
      { ...wages, knownOn: d('2010-01-01'), employmentEndedOn: d('2026-03-02') },
      '2027-03-02',
      'running',
      364,
      ['wages-after-end', 'provisional', 'in-time'],
    ],
    [
      'wages a year after the end',
      { ...wages, knownOn: d('2010-01-01'), employmentEndedOn: d('2025-03-03') },
      '2026-03-03',
      'running',
      0,
      ['wages-after-end', 'in-time'],
    ],
    [
      'wages later than that',
      { ...wages, employmentEndedOn: d('2025-03-03'), filedOn: d('2026-03-04') },
      '2026-03-03',
      'expired',
      -1,
      ['wages-after-end', 'at-risk'],
    ],
    [
      'other claims run during employment',
      { kind: 'economic-compensation', knownOn: d('2024-01-02') },
      '2025-01-02',
      'expired',
      -425,
      ['known', 'at-risk'],
    ],
    [
      'other claims do not wait for the end of employment',
      { employmentEndedOn: d('2025-12-31') },
      '2026-03-03',
      'running',
      0,
      ['known', 'in-time'],
    ],
    // Rules 26(2), Civil Servant Law 105: sixty days from the dispute.
    [
      'civil servant: the sixtieth day',
      { ...servant, filedOn: d('2025-05-02') },
      '2025-05-06',
      'running',
      4,
      ['dispute-arose', 'rolled', 'in-time'],
    ],
    [
      'civil servant: the sixtieth day is a working day',
      { ...servant, knownOn: d('2026-03-02'), filedOn: d('2026-05-06') },
      '2026-05-06',
      'running',
      0,
      ['dispute-arose', 'rolled', 'in-time'],
    ],
    [
      'civil servant: the day after',
      { ...servant, knownOn: d('2026-04-07'), filedOn: d('2026-06-09') },
      '2026-06-08',
      'expired',
      -1,
      ['dispute-arose', 'rolled', 'at-risk'],
    ],
    [
      'civil servant: wages are no exception (Rules 26(3) lifts the year alone)',
      { ...servant, ...wages, filedOn: d('2025-05-07') },
      '2025-05-06',
      'expired',
      -1,
      ['dispute-arose', 'rolled', 'at-risk'],
    ],
    [
      'civil servant: wages, though the service had not ended',
      { ...servant, ...wages, employmentEndedOn: d('2026-12-31'), filedOn: d('2025-05-07') },
      '2025-05-06',
      'expired',
      -1,
      ['dispute-arose', 'rolled', 'at-risk'],
    ],
    // Law 27(2), Rules 27: begins anew.
    [
      'interrupted',
      { interruptions: [claimed('2026-01-05')], filedOn: d('2026-12-01') },
      '2027-01-05',
      'running',
      35,
      ['known', 'interrupted', 'provisional', 'in-time'],
    ],
    [
      'interrupted twice, told in any order',
      { interruptions: [claimed('2026-11-05', 'sued'), claimed('2026-01-05')], filedOn: d('2027-11-05') },
      '2027-11-05',
      'running',
      0,
      ['known', 'interrupted', 'interrupted', 'provisional', 'in-time'],
    ],
    [
      'interrupted on the last day',
      { interruptions: [claimed('2026-03-03')] },
      '2027-03-03',
      'running',
      365,
      ['known', 'interrupted', 'provisional', 'in-time'],
    ],
    [
      'too late to interrupt',
      { interruptions: [claimed('2026-03-04')], filedOn: d('2026-05-01') },
      '2026-03-03',
      'expired',
      -59,
      ['known', 'interrupted-too-late', 'at-risk'],
    ],
    [
      'what came after the application no longer counts',
      { interruptions: [claimed('2026-03-03')], filedOn: d('2026-03-02') },
      '2026-03-03',
      'running',
      1,
      ['known', 'in-time'],
    ],
    [
      'interrupted on the first day',
      { interruptions: [claimed('2025-03-03')] },
      '2026-03-03',
      'running',
      0,
      ['known', 'interrupted', 'in-time'],
    ],
    [
      'too early to interrupt',
      { interruptions: [claimed('2025-03-02')] },
      '2026-03-03',
      'running',
      0,
      ['known', 'interrupted-too-early', 'in-time'],
    ],
    [
      'wages: what was claimed during employment interrupts nothing yet',
      { ...wages, employmentEndedOn: d('2025-03-03'), interruptions: [claimed('2025-01-02')] },
      '2026-03-03',
      'running',
      0,
      ['wages-after-end', 'interrupted-too-early', 'in-time'],
    ],
    [
      'wages: interrupted after the end',
      { ...wages, employmentEndedOn: d('2025-03-03'), interruptions: [claimed('2025-09-08', 'complained')] },
      '2026-09-08',
      'running',
      189,
      ['wages-after-end', 'interrupted', 'in-time'],
    ],
    [
      'civil servant: sixty days anew',
      { ...servant, interruptions: [claimed('2025-04-08')], filedOn: d('2025-06-09') },
      '2025-06-09',
      'running',
      0,
      ['dispute-arose', 'interrupted', 'rolled', 'in-time'],
    ],
    // Law 27(3), Rules 28: stands still and goes on.
    [
      'suspended ten days: goes on from the day the cause was gone',
      { suspensions: [stopped('2025-06-01', '2025-06-11')], filedOn: d('2026-03-13') },
      '2026-03-13',
      'running',
      0,
      ['known', 'suspended', 'days-suspended', 'in-time'],
    ],
    [
      'suspended from the first day after',
      { suspensions: [stopped('2025-03-04', '2025-03-14')], filedOn: d('2026-03-13') },
      '2026-03-13',
      'running',
      0,
      ['known', 'suspended', 'days-suspended', 'in-time'],
    ],
    [
      'a cause from before the beginning counts from the beginning',
      { suspensions: [stopped('2025-01-01', '2025-03-14')], filedOn: d('2026-03-13') },
      '2026-03-13',
      'running',
      0,
      ['known', 'suspended', 'days-suspended', 'in-time'],
    ],
    [
      'suspended on the last day',
      { suspensions: [stopped('2026-03-03', '2026-03-06')], filedOn: d('2026-03-06') },
      '2026-03-06',
      'running',
      0,
      ['known', 'suspended', 'days-suspended', 'in-time'],
    ],
    [
      'a cause after the end changes nothing',
      { suspensions: [stopped('2026-03-04', null)], filedOn: d('2026-03-10') },
      '2026-03-03',
      'expired',
      -7,
      ['known', 'suspended-since', 'at-risk'],
    ],
    [
      'still suspended',
      { suspensions: [stopped('2026-02-22', null)] },
      null,
      'suspended',
      null,
      ['known', 'suspended-since', 'stands-still'],
    ],
    [
      'filed while it stood still, the end known',
      { suspensions: [stopped('2026-02-22', '2026-03-10')] },
      '2026-03-19',
      'suspended',
      16,
      ['known', 'suspended', 'days-suspended', 'in-time'],
    ],
    [
      'filed on the day the cause was gone',
      { suspensions: [stopped('2026-02-22', '2026-03-03')] },
      '2026-03-12',
      'running',
      9,
      ['known', 'suspended', 'days-suspended', 'in-time'],
    ],
    [
      'filed before the period began to run',
      { suspensions: [stopped('2025-01-01', null)], filedOn: d('2025-03-03') },
      null,
      'running',
      null,
      ['known', 'suspended-since', 'stands-still'],
    ],
    [
      'interrupted while suspended: anew, and standing still until the cause is gone',
      {
        suspensions: [stopped('2025-06-01', '2025-06-11')],
        interruptions: [claimed('2025-06-05')],
        filedOn: d('2026-06-15'),
      },
      '2026-06-10',
      'expired',
      -5,
      ['known', 'suspended', 'interrupted', 'days-suspended', 'at-risk'],
    ],
    [
      'interrupted while suspended without an end',
      {
        suspensions: [stopped('2025-06-01', null)],
        interruptions: [claimed('2027-06-05')],
        filedOn: d('2027-06-08'),
      },
      null,
      'suspended',
      null,
      ['known', 'suspended-since', 'interrupted', 'stands-still'],
    ],
    [
      'an interruption in time leads into a standstill without an end',
      { suspensions: [stopped('2026-06-01', null)], interruptions: [claimed('2026-03-03')] },
      null,
      'running',
      null,
      ['known', 'suspended-since', 'interrupted', 'stands-still'],
    ],
    [
      'an interruption on 29 February, at the start of a standstill, does not shorten the year',
      {
        knownOn: d('2024-02-28'),
        suspensions: [stopped('2024-02-29', '2024-03-12')],
        interruptions: [claimed('2024-02-29')],
        filedOn: d('2025-03-12'),
      },
      '2025-03-12',
      'running',
      0,
      ['known', 'suspended', 'interrupted', 'days-suspended', 'in-time'],
    ],
  ])('%s', (_name, change, expiresOn, state, daysLeft, keys) => {
    const found = limitation({ ...facts, ...change }, calendar);
    expect(found.value).toMatchObject({ expiresOn, state, daysLeft, isAtRisk: state === 'expired' });
    const told = found.steps.map(({ key }) => key.replace('limitation.', ''));
    expect(
      told
        .filter((key) => key !== 'calendar.first-day-not-counted')
        .filter((key) => !['calendar.years', 'calendar.natural-days'].includes(key))
        .map((key) => key.replace('calendar.rolled-forward', 'rolled').replace('calendar.', '')),
    ).toEqual(keys);
  });

  it.each<[string, Partial<LimitationFacts>, string[]]>([
    [
      'a year',
      {},
      ['《劳动争议调解仲裁法》第二十七条第一款', '《劳动人事争议仲裁办案规则》第二十六条第一款'],
    ],
    [
      'wages',
      { ...wages, employmentEndedOn: d('2025-03-03') },
      ['《劳动争议调解仲裁法》第二十七条第四款', '《劳动人事争议仲裁办案规则》第二十六条第三款'],
    ],
    [
      'wages while employed',
      { ...wages },
      ['《劳动争议调解仲裁法》第二十七条第四款', '《劳动人事争议仲裁办案规则》第二十六条第三款'],
    ],
    [
      'civil servants',
      { ...servant, filedOn: d('2025-03-04') },
      ['《劳动人事争议仲裁办案规则》第二十六条第二款', '《公务员法》第一百零五条第一款'],
    ],
  ])('rests on its article: %s', (_name, change, articles) => {
    const { basis } = limitation({ ...facts, ...change }, calendar);
    expect(basis.slice(0, 2).map((each) => citation(each, 'zh-CN'))).toEqual(articles);
  });

  it.each<[InterruptionGround, string]>([
    ['claimed-from-other', '《劳动人事争议仲裁办案规则》第二十七条第一款第（一）项'],
    ['asked-for-mediation', '《劳动人事争议仲裁办案规则》第二十七条第一款第（一）项'],
    ['complained', '《劳动人事争议仲裁办案规则》第二十七条第一款第（二）项'],
    ['applied-for-arbitration', '《劳动人事争议仲裁办案规则》第二十七条第一款第（二）项'],
    ['sued', '《劳动人事争议仲裁办案规则》第二十七条第一款第（二）项'],
    ['asked-for-payment-order', '《劳动人事争议仲裁办案规则》第二十七条第一款第（二）项'],
    ['agreed-to-perform', '《劳动人事争议仲裁办案规则》第二十七条第一款第（三）项'],
    ['talks-refused', '《企业劳动争议协商调解规定》第三十一条第（一）项'],
    ['talks-broken-off', '《企业劳动争议协商调解规定》第三十一条第（二）项'],
    ['talks-failed', '《企业劳动争议协商调解规定》第三十一条第（三）项'],
    ['settlement-broken', '《企业劳动争议协商调解规定》第三十一条第（四）项'],
    ['mediation-refused', '《企业劳动争议协商调解规定》第三十一条第（五）项'],
    ['mediation-broken-off', '《企业劳动争议协商调解规定》第三十一条第（六）项'],
    ['mediation-failed', '《企业劳动争议协商调解规定》第三十一条第（七）项'],
    ['mediation-agreement-broken', '《企业劳动争议协商调解规定》第三十一条第（八）项'],
  ])('%s interrupts under %s', (ground, text) => {
    const found = limitation({ ...facts, interruptions: [claimed('2025-09-08', ground)] }, calendar);
    expect(found.value.expiresOn).toBe('2026-09-08');
    const interrupted = found.steps.find(({ key }) => key === 'limitation.interrupted');
    expect(interrupted?.params['groundKey']).toBe(INTERRUPTION_GROUNDS[ground].textKey);
    expect(found.basis.map((each) => citation(each, 'zh-CN'))).toContain(text);
  });

  it.each(Object.entries(SUSPENSION_GROUNDS))('%s suspends (Rules 28)', (ground, groundKey) => {
    const found = limitation(
      {
        ...facts,
        suspensions: [
          { from: d('2025-06-01'), endedOn: d('2025-06-11'), ground: ground as SuspensionGround },
        ],
      },
      calendar,
    );
    const told = found.steps.find(({ key }) => key === 'limitation.suspended');
    expect(told?.params).toEqual({ fromOn: '2025-06-01', endedOn: '2025-06-11', groundKey });
    expect(citation(told!.article!, 'zh-CN')).toBe('《劳动人事争议仲裁办案规则》第二十八条');
  });

  it('says how long it stood still and what was left', () => {
    const standing = limitation({ ...facts, suspensions: [stopped('2026-02-22', null)] }, calendar);
    expect(standing.steps.at(-1)).toMatchObject({
      key: 'limitation.stands-still',
      params: { fromOn: '2026-02-22', days: 10 },
      article: { law: 'law', article: '27', paragraph: '3' },
    });
    expect(
      limitationPeriod({ ...facts, suspensions: [stopped('2026-02-22', null)] }, calendar),
    ).toMatchObject({
      standsAt: 10,
      dueOn: null,
    });
  });

  it('is provisional where the last day lies in a year not announced', () => {
    expect(limitation(facts, calendar).value.isProvisional).toBe(false);
    expect(limitation({ ...facts, knownOn: d('2026-03-03') }, calendar).value.isProvisional).toBe(true);
  });

  describe('properties', () => {
    const anyDay = fc.integer({ min: 0, max: 1100 }).map((days) => addDays(d('2023-06-01'), days));
    const grounds = Object.keys(INTERRUPTION_GROUNDS) as InterruptionGround[];
    const interruption: fc.Arbitrary<Interruption> = fc.record({
      on: anyDay,
      ground: fc.constantFrom(...grounds),
    });
    const suspension: fc.Arbitrary<LimitationSuspension> = fc
      .tuple(anyDay, fc.option(fc.integer({ min: 0, max: 400 })))
      .map(([from, days]) => ({
        from,
        endedOn: days === null ? null : addDays(from, days),
        ground: 'force-majeure',
      }));
    const claim: fc.Arbitrary<LimitationFacts> = fc.record({
      kind: fc.constantFrom('labour-remuneration', 'damages', 'economic-compensation'),
      isAppointedCivilServant: fc.boolean(),
      knownOn: anyDay,
      employmentEndedOn: fc.option(anyDay),
      interruptions: fc.array(interruption, { maxLength: 4 }),
      suspensions: fc.array(suspension, { maxLength: 3 }),
      filedOn: anyDay,
    });
    /** A year without an end comes last. */
    const end = (each: LimitationFacts): LocalDate | '9999' =>
      limitationPeriod(each, calendar)?.dueOn ?? '9999';

    it('adding an interruption never shortens it', () => {
      fc.assert(
        fc.property(claim, interruption, (each, more) => {
          expect(end({ ...each, interruptions: [...each.interruptions, more] }) >= end(each)).toBe(true);
        }),
        { numRuns: 2000 },
      );
    });

    it('adding a suspension never shortens it', () => {
      fc.assert(
        fc.property(claim, suspension, (each, more) => {
          expect(end({ ...each, suspensions: [...each.suspensions, more] }) >= end(each)).toBe(true);
        }),
        { numRuns: 2000 },
      );
    });

    it('ends on a working day, not before it began, and at risk is only what was filed later', () => {
      fc.assert(
        fc.property(claim, (each) => {
          const period = limitationPeriod(each, calendar);
          const { value } = limitation(each, calendar);
          if (period?.dueOn) {
            expect(isWorkingDay(period.dueOn, calendar)).toBe(true);
            const shortest = each.isAppointedCivilServant
              ? addDays(period.startedOn, 60)
              : addYears(period.startedOn, 1);
            expect(period.dueOn >= shortest).toBe(true);
          }
          expect(value.isAtRisk).toBe(value.expiresOn !== null && each.filedOn > value.expiresOn);
        }),
      );
    });
  });
});
