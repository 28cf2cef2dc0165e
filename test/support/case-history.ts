import fc from 'fast-check';
import { addDays, localDate, LocalDate } from '../../src/kernel/local-date';
import type { CaseEvent, EventType } from '../../src/law/clocks';
import { INTERRUPTION_GROUNDS, InterruptionGround } from '../../src/law/limitation';

/** Days of 2025 and 2026, both announced, and half of 2027, which is not. */
export const anyDay: fc.Arbitrary<LocalDate> = fc
  .integer({ min: 0, max: 900 })
  .map((days) => addDays(localDate('2025-01-02'), days));

const who = fc.constantFrom('a', 'b');
const soon = fc.integer({ min: 0, max: 60 });

type Facts<T extends EventType> = Omit<Extract<CaseEvent, { readonly type: T }>, 'type' | 'on'>;

/** How to make the facts of each event, given its day. Exhaustive: a new event does not compile without its line. */
const FACTS: { [T in EventType]: (on: LocalDate) => fc.Arbitrary<Facts<T>> } = {
  'right-injured': (on) =>
    fc.record({
      claim: who,
      kind: fc.constantFrom('labour-remuneration', 'damages'),
      isAppointedCivilServant: fc.boolean(),
      employmentEndedOn: fc.option(soon.map((days) => addDays(on, days))),
      interruptions: fc.array(
        fc.record({
          on: fc.integer({ min: -60, max: 500 }).map((days) => addDays(on, days)),
          ground: fc.constantFrom(...(Object.keys(INTERRUPTION_GROUNDS) as InterruptionGround[])),
        }),
        { maxLength: 2 },
      ),
      suspensions: fc.array(
        fc.record({
          from: soon.map((days) => addDays(on, days)),
          endedOn: fc.option(fc.integer({ min: 60, max: 200 }).map((days) => addDays(on, days))),
          ground: fc.constant('force-majeure' as const),
        }),
        { maxLength: 2 },
      ),
    }),
  'mediation-received': () => fc.record({ mediation: who }),
  'mediation-prolonged': (on) => fc.record({ mediation: who, until: soon.map((days) => addDays(on, days)) }),
  'mediation-ended': () => fc.record({ mediation: who }),
  'agreement-effective': () => fc.record({ agreement: who }),
  'review-requested': () => fc.record({ agreement: who }),
  'review-accepted': () => fc.record({ agreement: who }),
  'review-extended': () => fc.record({ agreement: who }),
  'review-ended': () => fc.record({ agreement: who }),
  received: () => fc.constant({}),
  'correction-requested': () => fc.constant({}),
  corrected: () => fc.constant({}),
  'acceptance-deferred': () => fc.constant({}),
  'acceptance-resumed': () => fc.constant({}),
  refused: () => fc.constant({}),
  referred: () => fc.constant({}),
  accepted: () => fc.record({ respondents: fc.array(who, { maxLength: 3 }), isCollective: fc.boolean() }),
  revoked: () => fc.constant({}),
  'revocation-notified': () => fc.constant({}),
  'copy-served': () => fc.record({ respondent: who }),
  'defence-period-agreed': () => fc.record({ respondent: who, days: fc.integer({ min: 0, max: 9 }) }),
  'answer-received': () => fc.record({ respondent: who }),
  'answer-forwarded': () => fc.record({ respondent: who }),
  'changed-claims-served': () => fc.record({ respondent: who, change: who }),
  'defence-waived': () => fc.record({ respondent: who, change: who }),
  'counterclaim-received': () => fc.record({ counterclaim: who }),
  'counterclaim-decided': () => fc.record({ counterclaim: who }),
  'tribunal-notified': () => fc.constant({}),
  'combined-notice-given': () => fc.constant({}),
  'recusal-requested': () => fc.record({ recusal: who }),
  'recusal-decided': () => fc.record({ recusal: who }),
  'period-extended': (on) =>
    fc.record({
      clock: fc.constant('D05' as const),
      subject: who,
      until: soon.map((days) => addDays(on, days)),
    }),
  'evidence-period-set': (on) => fc.record({ until: soon.map((days) => addDays(on, days)) }),
  'hearing-set': (on) =>
    fc.record({
      hearing: who,
      hearingOn: soon.map((days) => addDays(on, days)),
      parties: fc.array(who, { maxLength: 2 }),
    }),
  'notice-served': () => fc.record({ hearing: who, party: who }),
  'notice-waived': () => fc.record({ hearing: who, party: who }),
  'hearing-postponed': () => fc.record({ hearing: who }),
  'hearing-cancelled': () => fc.record({ hearing: who }),
  'mediation-entrusted': () => fc.constant({}),
  'entrusted-mediation-ended': () => fc.constant({}),
  'converted-to-ordinary': () => fc.constant({}),
  suspended: () => fc.constant({}),
  resumed: () => fc.constant({}),
  'public-notice-began': () => fc.record({ paper: who }),
  'public-notice-ended': () => fc.record({ paper: who }),
  // Three of them are at most fifteen days together: more is refused when it is asked for.
  'extension-approved': () => fc.record({ days: fc.integer({ min: 1, max: 5 }) }),
  'award-period-restarted': () =>
    fc.record({
      ground: fc.constantFrom('party-added', 'claims-changed', 'counterclaim-joined', 'transferred-in'),
    }),
  'award-made': () => fc.constant({}),
  posted: () => fc.record({ paper: who }),
  'award-served': () =>
    fc.record({
      award: who,
      party: who,
      side: fc.constantFrom('worker', 'employer'),
      isFinal: fc.boolean(),
    }),
  sued: () => fc.record({ award: who, party: who }),
  'set-aside-requested': () => fc.record({ award: who, party: who }),
  'set-aside-ruling-served': () => fc.record({ award: who, party: who }),
  'took-effect': (on) =>
    fc.record({ paper: who, performBy: fc.option(soon.map((days) => addDays(on, days))) }),
  'enforcement-requested': () => fc.record({ paper: who }),
  closed: () => fc.constant({}),
  archived: () => fc.record({ closedBy: fc.constantFrom('award', 'other') }),
};

export const EVENT_TYPES = Object.keys(FACTS) as EventType[];

export function anyEvent(types: readonly EventType[] = EVENT_TYPES): fc.Arbitrary<CaseEvent> {
  return fc
    .tuple(fc.constantFrom(...types), anyDay)
    .chain(([type, on]) =>
      (FACTS[type](on) as fc.Arbitrary<object>).map((facts) => ({ type, on, ...facts }) as CaseEvent),
    );
}

/** Well-formed events in any order, possible or not; at most three extensions. */
export const anyHistory: fc.Arbitrary<CaseEvent[]> = fc.array(anyEvent(), { maxLength: 30 }).map((events) => {
  let extensions = 0;
  return events.filter(({ type }) => type !== 'extension-approved' || (extensions += 1) <= 3);
});
