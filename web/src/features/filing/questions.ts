import type { EmployerHead, Head } from './heads';

/** What each calculator asks, as data: the form, the printed answers and the check that all is answered read it. */

export type Facts = Record<string, unknown>;

interface Common {
  /** Name of the answer, as the server knows it. */
  readonly name: string;
  /** Text key; `facts.<head>.<name>` when absent. */
  readonly label?: string;
  /** Text key. */
  readonly hint?: string;
  readonly isOptional?: boolean;
  /** Asked only where it matters; always when absent. */
  readonly isAsked?: (facts: Facts) => boolean;
}

export type Question = Common &
  (
    | { readonly kind: 'date'; readonly after?: string; readonly mayLieAhead?: boolean }
    | { readonly kind: 'money' }
    | { readonly kind: 'yes-no' }
    | { readonly kind: 'choice'; readonly options: readonly string[]; readonly optionPrefix?: string }
    | { readonly kind: 'number'; readonly max: number; readonly decimals?: number; readonly unit: string }
    | { readonly kind: 'grade'; readonly from: number; readonly to: number }
    | { readonly kind: 'wages' }
    | { readonly kind: 'leave-years' }
  );

type More = Omit<Common, 'name'>;
type DateOptions = More & { after?: string; mayLieAhead?: boolean };

const date = (name: string, options: DateOptions = {}): Question => ({ kind: 'date', name, ...options });
const money = (name: string, options: More = {}): Question => ({ kind: 'money', name, ...options });
const yesNo = (name: string, options: More = {}): Question => ({ kind: 'yes-no', name, ...options });
const choice = (
  name: string,
  options: readonly string[],
  more: More & { optionPrefix?: string } = {},
): Question => ({ kind: 'choice', name, options, ...more });
const hours = (name: string): Question => ({
  kind: 'number',
  name,
  max: 87_840,
  decimals: 2,
  unit: 'facts.hours',
  hint: `facts.overtime.${name}.hint`,
});
const grade = (from: number, to: number): Question => ({
  kind: 'grade',
  name: 'grade',
  from,
  to,
  label: 'facts.shared.grade',
  hint: 'facts.shared.grade.hint',
});
const wages = (more: More = {}): Question => ({ kind: 'wages', name: 'monthlyWages', ...more });

const STILL_WORKING = { isOptional: true, hint: 'facts.still-working.hint' };
const paid = money('paid', { isOptional: true, label: 'facts.shared.paid', hint: 'facts.shared.paid.hint' });
const monthlyWage = money('monthlyWage', { label: 'facts.shared.monthlyWage' });
const from = date('from', { label: 'facts.shared.from' });
const to = date('to', { label: 'facts.shared.to', after: 'from' });
const endDate = date('endDate', { label: 'employment.end' });
const until = date('until', { label: 'facts.shared.until', hint: 'facts.shared.until.hint' });
const injuredOn = date('injuredOn', { label: 'facts.shared.injuredOn', hint: 'facts.shared.injuredOn.hint' });
const ownWage = money('ownWage', { label: 'facts.shared.ownWage', hint: 'facts.shared.ownWage.hint' });
const isInsured = yesNo('isInsured', {
  label: 'facts.shared.isInsured',
  hint: 'facts.shared.isInsured.hint',
});
const hasOrder = { isAsked: (facts: Facts): boolean => facts['hasOrder'] === true };

export const END_KINDS = [
  'dismissed',
  'laid-off',
  'employer-ended',
  'resigned-for-cause',
  'resigned',
  'agreed-by-employer',
  'agreed-by-worker',
  'expired',
] as const;

export const QUESTIONS: Record<Head | EmployerHead, readonly Question[]> = {
  'unpaid-wages': [
    money('monthlyWage'),
    date('from', { hint: 'facts.unpaid-wages.from.hint' }),
    date('to', { after: 'from' }),
    money('paid', { isOptional: true, hint: 'facts.unpaid-wages.paid.hint' }),
  ],
  overtime: [
    money('monthlyWage', { hint: 'facts.overtime.monthlyWage.hint' }),
    date('from'),
    date('to', { after: 'from' }),
    hours('workdayHours'),
    hours('restDayHours'),
    hours('holidayHours'),
    money('paid', { isOptional: true }),
  ],
  'double-wage': [
    date('startDate'),
    date('signedOn', { isOptional: true, hint: 'facts.double-wage.signedOn.hint' }),
    date('endDate', STILL_WORKING),
    date('until', { hint: 'facts.double-wage.until.hint' }),
    money('monthlyWage'),
  ],
  'annual-leave': [
    date('startDate'),
    date('endDate', STILL_WORKING),
    yesNo('hasTwelveMonthsBefore', { hint: 'facts.annual-leave.hasTwelveMonthsBefore.hint' }),
    wages({ hint: 'facts.wages.without-overtime' }),
    { kind: 'leave-years', name: 'years' },
  ],
  'economic-compensation': [
    date('startDate'),
    date('endDate', { after: 'startDate' }),
    choice('endKind', END_KINDS, { label: 'employment.end-kind', optionPrefix: 'employment.end-kind' }),
    choice('dismissalGround', ['no-fault', 'fault', 'none'], {
      hint: 'facts.economic-compensation.dismissalGround.hint',
      isAsked: (facts) => facts['endKind'] === 'dismissed',
    }),
    yesNo('hasDeclinedRenewal', { isAsked: (facts) => facts['endKind'] === 'expired' }),
    wages(),
  ],
  'unlawful-dismissal': [date('startDate'), date('endDate', { after: 'startDate' }), wages()],
  'notice-pay': [
    choice('ground', ['illness', 'incompetent', 'circumstances', 'other']),
    endDate,
    date('noticedOn', { isOptional: true, hint: 'facts.notice-pay.noticedOn.hint' }),
    money('lastMonthWage', { hint: 'facts.notice-pay.lastMonthWage.hint' }),
    paid,
  ],
  'unlawful-probation': [
    choice('contractTerm', ['fixed', 'open-ended', 'task', 'part-time']),
    date('contractFrom'),
    date('contractTo', {
      after: 'contractFrom',
      mayLieAhead: true,
      isAsked: (facts) => facts['contractTerm'] === 'fixed',
    }),
    date('probationTo', { after: 'contractFrom', mayLieAhead: true }),
    yesNo('isRepeated', { isOptional: true }),
    yesNo('isOnlyProbation', { isOptional: true }),
    date('endDate', { ...STILL_WORKING, label: 'employment.end', after: 'contractFrom' }),
    until,
    money('monthlyWage', { hint: 'facts.unlawful-probation.monthlyWage.hint' }),
  ],
  'no-open-ended-contract': [
    choice('ground', ['ten-years', 'two-terms', 'reform', 'deemed']),
    date('dueOn', { hint: 'facts.no-open-ended-contract.dueOn.hint' }),
    date('signedOn', {
      isOptional: true,
      label: 'facts.double-wage.signedOn',
      hint: 'facts.double-wage.signedOn.hint',
    }),
    date('endDate', { ...STILL_WORKING, label: 'employment.end', after: 'dueOn' }),
    until,
    monthlyWage,
  ],
  'performance-wages': [
    date('decidedOn'),
    date('to', { after: 'decidedOn', hint: 'facts.performance-wages.to.hint' }),
    money('monthlyWage', { hint: 'facts.performance-wages.monthlyWage.hint' }),
    paid,
  ],
  'suspension-pay': [
    money('monthlyWage', { label: 'facts.shared.agreedWage' }),
    date('from'),
    date('to', { after: 'from' }),
    yesNo('hasWorked', { isAsked: isOverAMonth }),
    paid,
  ],
  'high-temperature-allowance': [
    from,
    to,
    yesNo('isExposed', { hint: 'facts.high-temperature-allowance.isExposed.hint' }),
    paid,
  ],
  'extra-damages': [
    yesNo('hasOrder', { hint: 'facts.extra-damages.hasOrder.hint' }),
    date('orderedOn', hasOrder),
    date('payBy', { ...hasOrder, after: 'orderedOn' }),
    money('due', hasOrder),
    money('paid', { ...hasOrder, isOptional: true }),
    {
      kind: 'number',
      name: 'percent',
      max: 100,
      unit: 'facts.percent',
      isOptional: true,
      hint: 'facts.extra-damages.percent.hint',
      ...hasOrder,
    },
  ],
  'non-compete-compensation': [
    endDate,
    date('to', { after: 'endDate' }),
    yesNo('hasKept'),
    money('agreedMonthly', { isOptional: true, hint: 'facts.non-compete-compensation.agreedMonthly.hint' }),
    wages({ isAsked: (facts) => typeof facts['agreedMonthly'] !== 'number' }),
    date('releasedOn', {
      isOptional: true,
      after: 'endDate',
      hint: 'facts.non-compete-compensation.releasedOn.hint',
    }),
    paid,
  ],
  'injury-wages': [
    money('monthlyWage', { hint: 'facts.injury-wages.monthlyWage.hint' }),
    date('from'),
    date('to', { after: 'from' }),
    yesNo('isExtended', { isOptional: true, hint: 'facts.injury-wages.isExtended.hint' }),
    date('gradedOn', { isOptional: true, after: 'from', hint: 'facts.injury-wages.gradedOn.hint' }),
    paid,
  ],
  'injury-medical': [
    money('expenses', { hint: 'facts.injury-medical.expenses.hint' }),
    money('paid', { isOptional: true }),
    isInsured,
  ],
  'disability-lump-sum': [grade(1, 10), injuredOn, ownWage, isInsured],
  'disability-allowance': [
    grade(1, 6),
    injuredOn,
    ownWage,
    isInsured,
    yesNo('isWithoutWork', { isAsked: (facts) => Number(facts['grade']) >= 5 }),
    date('from', { label: 'facts.shared.from', after: 'injuredOn' }),
    to,
    paid,
  ],
  'injury-leaving-subsidies': [
    grade(5, 10),
    injuredOn,
    date('endDate', { label: 'employment.end', after: 'injuredOn' }),
    choice('endedHow', ['by-worker', 'expired', 'by-employer']),
    ownWage,
    isInsured,
  ],
  'death-benefits': [
    date('diedOn'),
    yesNo('isInsured', { hint: 'facts.shared.isInsured.hint' }),
    yesNo('isAfterLeave', { isOptional: true, hint: 'facts.death-benefits.isAfterLeave.hint' }),
  ],
  'relation-confirmation': [
    date('from', { label: 'facts.double-wage.startDate' }),
    date('to', { ...STILL_WORKING, label: 'employment.end', after: 'from' }),
  ],
  reinstatement: [endDate],
  'leaving-certificate': [endDate],
  'file-transfer': [endDate],
  'training-penalty': [
    money('trainingCost', { hint: 'facts.training-penalty.trainingCost.hint' }),
    money('agreedPenalty', { label: 'facts.shared.agreedPenalty' }),
    date('serviceFrom'),
    date('serviceTo', { after: 'serviceFrom', mayLieAhead: true }),
    date('leftOn', { label: 'employment.end', after: 'serviceFrom' }),
    choice('leftHow', ['resigned', 'resigned-for-cause', 'dismissed-for-fault', 'otherwise']),
  ],
  'non-compete-penalty': [
    yesNo('isBound', { hint: 'facts.non-compete-penalty.isBound.hint' }),
    endDate,
    date('breachedOn'),
    money('agreedPenalty', { label: 'facts.shared.agreedPenalty' }),
    money('compensationPaid', { isOptional: true, hint: 'facts.non-compete-penalty.compensationPaid.hint' }),
  ],
  'employer-damages': [
    choice('breach', ['unlawful-resignation', 'confidentiality', 'non-compete']),
    money('loss', { hint: 'facts.employer-damages.loss.hint' }),
  ],
};

export function askedOf(head: Head | EmployerHead, facts: Facts): readonly Question[] {
  return QUESTIONS[head].filter((question) => question.isAsked?.(facts) ?? true);
}

export function labelKey(head: Head | EmployerHead, { label, name }: Question): string {
  return label ?? `facts.${head}.${name}`;
}

export function optionKey(
  head: Head | EmployerHead,
  { name, optionPrefix }: Question & { kind: 'choice' },
  option: string,
): string {
  return `${optionPrefix ?? `facts.${head}.${name}`}.${option}`;
}

/** Without the answers to what is no longer asked: they would be sent and refused. */
export function withoutUnasked(head: Head | EmployerHead, facts: Facts): Facts {
  const asked = new Set(askedOf(head, facts).map(({ name }) => name));
  const known = new Set(QUESTIONS[head].map(({ name }) => name));
  return Object.fromEntries(Object.entries(facts).filter(([name]) => asked.has(name) || !known.has(name)));
}

/** Whether so much has been answered that it is worth computing. */
export function isAnswered(head: Head | EmployerHead, facts: Facts): boolean {
  return askedOf(head, facts).every((question) => question.isOptional || hasAnswer(facts[question.name]));
}

function hasAnswer(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((each) => each !== null && each !== undefined);
  return value !== undefined && value !== null && value !== '';
}

/** Longer than one pay period, a month. */
function isOverAMonth({ from: first, to: last }: Facts): boolean {
  if (typeof first !== 'string' || typeof last !== 'string') return false;
  const [year = 0, month = 1, day = 1] = first.split('-').map(Number);
  const days = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  // The month from the 31st ends with the last day of a shorter one.
  const next = new Date(day > days ? Date.UTC(year, month + 1, 1) : Date.UTC(year, month, day));
  return last >= next.toISOString().slice(0, 10);
}
