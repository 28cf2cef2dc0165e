import type { Guard, Lifecycle } from './kernel/lifecycle';
import type { Policy } from './kernel/policy';
import { awardPolicy } from './modules/awards';
import { CASE_EVENT_PERMISSIONS, caseLifecycle, casePolicy } from './modules/cases';
import { serviceLifecycle, servicePolicy } from './modules/delivery';
import { hearingLifecycle, hearingPolicy, ROOM_POLICY } from './modules/hearings';
import { settlementLifecycle, settlementPolicy } from './modules/mediation';
import { citations, motionLifecycle, motionPolicy, MOTIONS, type MotionRow } from './modules/motions';
import { tribunalPolicy } from './modules/tribunals';
import { hasSentence, sentence } from './platform/http/message-catalogue';

/** Persons who may bring a step about; where the policy of the room says in which states, only in those. */
interface Grant {
  persons: readonly string[];
  states?: readonly string[];
}

const PROGRAM: Grant = { persons: ['program'] };
const may = <P extends string, R extends string>(policy: Policy<P, R>, permission: P): Grant => ({
  persons: policy.table[permission],
});
const inCase = (event: keyof typeof CASE_EVENT_PERMISSIONS): Grant =>
  may(casePolicy, CASE_EVENT_PERMISSIONS[event]);
const inRoom = (action: keyof typeof ROOM_POLICY): Grant => ({
  persons: ROOM_POLICY[action].roles,
  states: ROOM_POLICY[action].states,
});
/** A step of the case that follows from one of its hearing, whose states are others. */
const byHearing = (action: keyof typeof ROOM_POLICY): Grant => ({ persons: ROOM_POLICY[action].roles });

/** A step of the case that follows from a motion that is granted: whoever decides that kind. */
const byMotion = (ends: MotionRow['ends']): Grant => ({
  persons: Object.values(MOTIONS)
    .filter((row) => row.ends === ends)
    .flatMap(({ deciders }) => deciders),
});

type EventsOf<L> = L extends Lifecycle<string, infer Facts, infer _> ? keyof Facts & string : never;
type Grants = Readonly<Record<string, readonly Grant[]>>;
/** A new event does not compile until it is said here who brings it about. */
type GrantsOf<L> = Readonly<Record<EventsOf<L>, readonly Grant[]>>;

const CASE: GrantsOf<typeof caseLifecycle> = {
  'request-correction': [inCase('request-correction')],
  correct: [inCase('correct')],
  accept: [inCase('accept')],
  refuse: [inCase('refuse')],
  refer: [inCase('refer')],
  constitute: [may(tribunalPolicy, 'tribunal.constitute')],
  dissolve: [{ persons: MOTIONS.recusal.deciders }],
  'set-down': [may(hearingPolicy, 'hearing.set-down')],
  adjourn: [byHearing('tribunal:adjourn'), may(hearingPolicy, 'hearing.cancel')],
  'close-hearing': [byHearing('tribunal:close')],
  'reopen-hearing': [may(hearingPolicy, 'hearing.reopen')],
  decide: [may(awardPolicy, 'award.issue')],
  withdraw: [byMotion('withdraw')],
  'deem-withdrawn': [byMotion('deem-withdrawn')],
  revoke: [byMotion('revoke')],
  terminate: [byMotion('terminate')],
  transfer: [byMotion('transfer')],
  // By itself, when the last of them has signed for the mediation statement.
  settle: [may(servicePolicy, 'service.confirm')],
};

const SERVICE: GrantsOf<typeof serviceLifecycle> = {
  'serve-online': [PROGRAM],
  post: [may(servicePolicy, 'service.record-attempt')],
  prove: [may(servicePolicy, 'service.record-attempt')],
  fail: [may(servicePolicy, 'service.record-attempt')],
  'set-aside': [may(casePolicy, 'party.release-seat')],
  withdraw: [may(casePolicy, 'party.release-seat')],
};

const HEARING: GrantsOf<typeof hearingLifecycle> = {
  // By itself, when the first of them enters.
  'open-lobby': [inRoom('room:enter')],
  open: [inRoom('tribunal:open')],
  recess: [inRoom('tribunal:recess')],
  resume: [inRoom('tribunal:resume')],
  adjourn: [inRoom('tribunal:adjourn')],
  close: [inRoom('tribunal:close')],
  cancel: [may(hearingPolicy, 'hearing.cancel')],
};

const MOTION: GrantsOf<typeof motionLifecycle> = {
  grant: [may(motionPolicy, 'motion.decide')],
  refuse: [may(motionPolicy, 'motion.decide')],
  withdraw: [may(motionPolicy, 'motion.withdraw')],
  lapse: [PROGRAM],
};

const SETTLEMENT: GrantsOf<typeof settlementLifecycle> = {
  offer: [may(settlementPolicy, 'settlement.offer')],
  accept: [may(settlementPolicy, 'settlement.accept'), may(settlementPolicy, 'settlement.note-acceptance')],
  agree: [may(settlementPolicy, 'settlement.accept'), may(settlementPolicy, 'settlement.note-acceptance')],
  decline: [may(settlementPolicy, 'settlement.decline')],
  state: [may(settlementPolicy, 'settlement.state')],
  'take-effect': [may(servicePolicy, 'service.confirm')],
  retract: [may(settlementPolicy, 'settlement.retract')],
  fail: [may(settlementPolicy, 'settlement.fail')],
  lapse: [PROGRAM],
};

const PERSONS = [
  'claimant',
  'respondent',
  'arbitrator',
  'recorder',
  'filing-clerk',
  'director',
  'home-staff',
  'filer',
  'decider',
  'addressee',
  'program',
];

interface Table {
  rows: readonly {
    on: string;
    from: readonly string[];
    to: string;
    guards?: readonly Guard<never>[];
    basis: readonly string[];
  }[];
  states(): string[];
  toMermaid(): string;
}

/** docs/lifecycle.md: what each thing that has a life may become, and by whom. Drawn from the tables the program runs on. */
export function lifecyclePage(): string {
  return [
    '# Lifecycles',
    '',
    'Drawn from the tables the program runs on by `npm run docs`; a test holds this page to them.',
    ...chapter('Case 案件', caseLifecycle as unknown as Table, CASE),
    ...chapter('Service of a paper 送达', serviceLifecycle as unknown as Table, SERVICE),
    ...chapter('Hearing 庭审', hearingLifecycle as unknown as Table, HEARING),
    ...chapter('Settlement 调解', settlementLifecycle as unknown as Table, SETTLEMENT),
    ...chapter('Motion 程序事项', motionLifecycle as unknown as Table, MOTION),
    '',
    'Who files and who decides which kind of motion, and in which states of the case:',
    '',
    ...markdown(
      ['kind', 'filed by', 'decided by', 'while the case is', 'the case then', 'article'],
      Object.entries(MOTIONS).map(([kind, { filers, deciders, states, ends, basis }]) => [
        kind,
        filers.join(', '),
        deciders.join(', '),
        states.join(', '),
        ends ?? 'goes on',
        citations(basis).join('<br>'),
      ]),
    ),
    '',
  ].join('\n');
}

function chapter(title: string, table: Table, grants: Grants): string[] {
  const persons = PERSONS.filter((person) =>
    Object.values(grants).some((each) => each.some((grant) => grant.persons.includes(person))),
  );
  return [
    '',
    `## ${title}`,
    '',
    '```mermaid',
    table.toMermaid(),
    '```',
    '',
    ...markdown(
      ['event', 'from', 'to', 'refused when', 'article'],
      table.rows.map(({ on, from, to, guards = [], basis }) => [
        on,
        from.join(', '),
        to,
        guards.map(refusals).join('<br>'),
        basis.join('<br>'),
      ]),
    ),
    '',
    'Who may, in which state:',
    '',
    ...markdown(
      ['state', 'event', ...persons],
      table
        .states()
        .flatMap((state) =>
          eventsIn(table, state).map((event) => [
            state,
            event ?? '–',
            ...persons.map((person) => (event && isGranted(grants[event], person, state) ? '●' : '')),
          ]),
        ),
    ),
  ];
}

/** The events of a state; an end has none, and says so. */
function eventsIn(table: Table, state: string): (string | null)[] {
  const possible = table.rows.filter(({ from }) => from.includes(state)).map(({ on }) => on);
  return possible.length > 0 ? possible : [null];
}

const isGranted = (grants: readonly Grant[] = [], person: string, state: string): boolean =>
  grants.some(({ persons, states }) => persons.includes(person) && (states?.includes(state) ?? true));

/** A guard is named by the reasons it may give, which stand in its text. */
function refusals(guard: Guard<never>): string {
  const codes = [...guard.toString().matchAll(/['"]([a-z-]+(?:\.[a-z-]+)+)['"]/g)]
    .map(([, code = '']) => code)
    .filter(hasSentence);
  return codes.map((code) => `${sentence('zh-CN', code)} (\`${code}\`)`).join('<br>');
}

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
