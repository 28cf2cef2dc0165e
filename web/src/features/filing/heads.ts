/** The heads of claim, as the forms offer them. The server has the same ones; a guard compares. */

/** What most people come for; asked first. */
export const COMMON_HEADS = [
  'unpaid-wages',
  'overtime',
  'double-wage',
  'annual-leave',
  'economic-compensation',
  'unlawful-dismissal',
] as const;

/** The rest, behind a heading each so that the page stays short on a telephone. */
export const HEAD_GROUPS = {
  pay: ['performance-wages', 'suspension-pay', 'high-temperature-allowance', 'extra-damages'],
  contract: [
    'notice-pay',
    'unlawful-probation',
    'no-open-ended-contract',
    'reinstatement',
    'non-compete-compensation',
  ],
  injury: [
    'injury-wages',
    'injury-medical',
    'disability-lump-sum',
    'disability-allowance',
    'injury-leaving-subsidies',
    'death-benefits',
  ],
  other: ['relation-confirmation', 'leaving-certificate', 'file-transfer'],
} as const;

export type HeadGroup = keyof typeof HEAD_GROUPS;

/** Claims of employers: calculators for everybody, not part of a worker's application. */
export const EMPLOYER_HEADS = ['training-penalty', 'non-compete-penalty', 'employer-damages'] as const;
export type EmployerHead = (typeof EMPLOYER_HEADS)[number];

export type Head = (typeof COMMON_HEADS)[number] | (typeof HEAD_GROUPS)[HeadGroup][number];

/** A worker's heads, in the order of the form. */
export const HEADS: readonly Head[] = [...COMMON_HEADS, ...Object.values(HEAD_GROUPS).flat()];

/** Claims for something else than money: they have no amount. */
const ACTS: ReadonlySet<string> = new Set<Head>([
  'reinstatement',
  'relation-confirmation',
  'leaving-certificate',
  'file-transfer',
]);

/** Claims for a period, of which there may be several: wages withheld twice are two claims. */
const PERIODICAL: ReadonlySet<string> = new Set<Head>([
  'unpaid-wages',
  'overtime',
  'double-wage',
  'performance-wages',
  'suspension-pay',
  'high-temperature-allowance',
  'unlawful-probation',
  'injury-wages',
  'injury-medical',
  'disability-allowance',
]);

export function mayRepeat(head: Head): boolean {
  return PERIODICAL.has(head);
}

export function isForMoney(head: Head | EmployerHead): boolean {
  return !ACTS.has(head);
}

export function isHead(text: string): text is Head {
  return HEADS.some((head) => head === text);
}

export function isEmployerHead(text: string): text is EmployerHead {
  return EMPLOYER_HEADS.some((head) => head === text);
}
