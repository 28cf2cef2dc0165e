import { LocalDate } from '../../kernel/local-date';
import { Fen } from '../../kernel/money';
import { article } from '../articles';
import { finding, Finding, Problem, problem, step, Step } from '../finding';
import { areaKey } from '../tables/areas';
import { MissingTableRow, TableName } from '../tables/table';
import { fileTransfer, leavingCertificate, reinstatement, relationConfirmation } from './acts';
import { annualLeave } from './annual-leave';
import { ClaimHead, ClaimRule, EmployerHead, LawTables, WorkerHead } from './claim';
import { doubleWage } from './double-wage';
import { economicCompensation } from './economic-compensation';
import { employerDamages } from './employer/employer-damages';
import { nonCompetePenalty } from './employer/non-compete-penalty';
import { trainingPenalty } from './employer/training-penalty';
import { extraDamages } from './extra-damages';
import { highTemperatureAllowance } from './high-temperature-allowance';
import { deathBenefits } from './injury/death-benefits';
import { disabilityAllowance } from './injury/disability-allowance';
import { disabilityLumpSum } from './injury/disability-lump-sum';
import { injuryLeavingSubsidies } from './injury/injury-leaving-subsidies';
import { injuryMedical } from './injury/injury-medical';
import { injuryWages } from './injury/injury-wages';
import { noOpenEndedContract } from './no-open-ended-contract';
import { nonCompeteCompensation } from './non-compete-compensation';
import { noticePay } from './notice-pay';
import { overtime } from './overtime';
import { performanceWages } from './performance-wages';
import { suspensionPay } from './suspension-pay';
import { unlawfulDismissal } from './unlawful-dismissal';
import { unlawfulProbation } from './unlawful-probation';
import { unpaidWages } from './unpaid-wages';

const WORKER_RULES = {
  'unpaid-wages': unpaidWages,
  overtime: overtime,
  'double-wage': doubleWage,
  'annual-leave': annualLeave,
  'economic-compensation': economicCompensation,
  'unlawful-dismissal': unlawfulDismissal,
  'notice-pay': noticePay,
  'unlawful-probation': unlawfulProbation,
  'no-open-ended-contract': noOpenEndedContract,
  'performance-wages': performanceWages,
  'suspension-pay': suspensionPay,
  'high-temperature-allowance': highTemperatureAllowance,
  'extra-damages': extraDamages,
  'non-compete-compensation': nonCompeteCompensation,
  'injury-wages': injuryWages,
  'injury-medical': injuryMedical,
  'disability-lump-sum': disabilityLumpSum,
  'disability-allowance': disabilityAllowance,
  'injury-leaving-subsidies': injuryLeavingSubsidies,
  'death-benefits': deathBenefits,
  'relation-confirmation': relationConfirmation,
  reinstatement: reinstatement,
  'leaving-certificate': leavingCertificate,
  'file-transfer': fileTransfer,
} as const satisfies Record<WorkerHead, unknown>;

const EMPLOYER_RULES = {
  'training-penalty': trainingPenalty,
  'non-compete-penalty': nonCompetePenalty,
  'employer-damages': employerDamages,
} as const satisfies Record<EmployerHead, unknown>;

/** Every head of claim that the system knows, in the order in which a form offers them. */
export const CLAIM_RULES = { ...WORKER_RULES, ...EMPLOYER_RULES } as const;

export const WORKER_HEADS = Object.keys(WORKER_RULES) as WorkerHead[];
export const EMPLOYER_HEADS = Object.keys(EMPLOYER_RULES) as EmployerHead[];
export const CLAIM_HEADS: readonly ClaimHead[] = [...WORKER_HEADS, ...EMPLOYER_HEADS];

export function isClaimHead(text: string): text is ClaimHead {
  return Object.hasOwn(CLAIM_RULES, text);
}

export function claimRule(
  head: ClaimHead,
): Pick<ClaimRule<unknown, Fen | null>, 'head' | 'claimedBy' | 'remedy' | 'kind' | 'titleKey' | 'validate'> {
  return CLAIM_RULES[head];
}

/** `finding.value` is null for a claim that is not for money. */
export type ClaimResult =
  | { readonly finding: Finding<Fen | null>; readonly problems: readonly [] }
  | { readonly finding: null; readonly problems: readonly Problem[] };

/** Checks the answers and, when nothing is wrong with them and no figure is missing, computes. */
export function computeClaim(
  head: ClaimHead,
  facts: unknown,
  tables: LawTables,
  filedOn: LocalDate,
): ClaimResult {
  // validate() proves the shape that compute() expects of the same head.
  const rule = CLAIM_RULES[head] as ClaimRule<unknown, Fen | null>;
  const problems = rule.validate(facts, filedOn);
  if (problems.length > 0) return { finding: null, problems };
  try {
    return { finding: rule.compute(facts, tables, filedOn), problems: [] };
  } catch (error) {
    if (!(error instanceof MissingTableRow)) throw error;
    return { finding: null, problems: [missing(error)] };
  }
}

/** The answers are right; what is lacking is a figure that the commission has to load. */
function missing({ table, area, on }: MissingTableRow): Problem {
  return problem('', 'problem.figure-missing', {
    tableKey: TABLE_NAMES[table],
    areaKey: areaKey(area),
    dayOn: on,
  });
}

const TABLE_NAMES = {
  'minimum-wage': 'table.minimum-wage',
  'average-wage': 'table.average-wage',
  'heat-allowance': 'table.heat-allowance',
  'disposable-income': 'table.disposable-income',
  'injury-medical-months': 'table.injury-medical-months',
  'injury-employment-months': 'table.injury-employment-months',
} as const satisfies Record<TableName, string>;

/** What presupposes that the contract is over. */
const END_MONEY: ReadonlySet<ClaimHead> = new Set([
  'economic-compensation',
  'unlawful-dismissal',
  'notice-pay',
]);

/** Claims that cannot both succeed; said to the worker at filing, never a bar to filing. */
export function conflictingClaims(heads: readonly ClaimHead[]): Finding<boolean> {
  const steps: Step[] = [];
  if (heads.includes('economic-compensation') && heads.includes('unlawful-dismissal')) {
    steps.push(step('claim.compensation-or-damages', {}, { article: article('contract-regulation', 25) }));
  }
  if (heads.includes('reinstatement') && heads.some((head) => END_MONEY.has(head))) {
    steps.push(step('claim.continue-or-leave', {}, { article: article('contract-law', 48) }));
  }
  return finding(steps.length > 0, [], steps);
}
