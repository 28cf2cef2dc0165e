import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import type { FieldError } from '../../kernel/domain-error';
import { isLocalDate, type LocalDate } from '../../kernel/local-date';
import type { Fen } from '../../kernel/money';
import { computeClaim, isClaimHead } from '../../law/claims';
import type { LawTables } from '../../law/claims/claim';
import type { Finding } from '../../law/finding';
import { fieldErrors, VALIDATOR_OPTIONS } from '../../platform/http/validation';
import { ApplicationDto, type ApplicationClaimDto } from './application.dto';

export type ApplicationDraftData = Partial<ApplicationDto>;

/** Everything that keeps an application from being submitted, all at once, with the field it stands in. */
export async function applicationProblems(
  data: ApplicationDraftData,
  filedOn: LocalDate,
  tables: LawTables,
): Promise<FieldError[]> {
  const instance = plainToInstance(ApplicationDto, data);
  const problems = fieldErrors(await validate(instance, VALIDATOR_OPTIONS));
  for (const [index, claim] of (Array.isArray(data.claims) ? data.claims : []).entries()) {
    problems.push(...claimProblems(claim, `/claims/${index}`, filedOn, tables));
  }
  return [...problems, ...futureDates(data, filedOn)];
}

function claimProblems(
  claim: ApplicationClaimDto,
  at: string,
  filedOn: LocalDate,
  tables: LawTables,
): FieldError[] {
  if (!isClaimHead(claim.head)) return [];
  return computeClaim(claim.head, claim.facts, tables, filedOn).problems.map((problem) => ({
    pointer: `${at}/facts${problem.pointer}`,
    code: `law.${problem.key}`,
    params: { ...problem.params },
  }));
}

/** Employment cannot begin, end or be paid in the future. */
function futureDates(data: ApplicationDraftData, filedOn: LocalDate): FieldError[] {
  const dates: [string, unknown][] = [
    ['/claimant/birthDate', data.claimant?.birthDate],
    ['/employment/startDate', data.employment?.startDate],
    ['/employment/paidUntil', data.employment?.paidUntil],
  ];
  return dates
    .filter(([, date]) => isLocalDate(date) && date > filedOn)
    .map(([pointer]) => ({ pointer, code: 'field.future-date' }));
}

/** The calculator's figure, null for a claim that is not for money, and working; or null when the facts do not allow one. */
export function claimFinding(
  claim: Pick<ApplicationClaimDto, 'head' | 'facts'>,
  filedOn: LocalDate,
  tables: LawTables,
): Finding<Fen | null> | null {
  return computeClaim(claim.head, claim.facts, tables, filedOn).finding;
}
