import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import type { FieldError } from '../../kernel/domain-error';
import { isLocalDate, type LocalDate } from '../../kernel/local-date';
import type { Fen } from '../../kernel/money';
import { claimRule, computeClaim, isClaimHead } from '../../law/claims';
import type { LawTables } from '../../law/claims/claim';
import type { Finding } from '../../law/finding';
import { fieldErrors, VALIDATOR_OPTIONS } from '../../platform/http/validation';
import { ApplicationDto, LONG_AGO, type ApplicationClaimDto } from './application.dto';

export type ApplicationDraftData = Partial<ApplicationDto>;

/** Everything that keeps an application from being submitted, all at once, with the field it stands in. */
export async function applicationProblems(
  data: ApplicationDraftData,
  filedOn: LocalDate,
): Promise<FieldError[]> {
  const instance = plainToInstance(ApplicationDto, data);
  const problems = fieldErrors(await validate(instance, VALIDATOR_OPTIONS));
  for (const [index, claim] of (Array.isArray(data.claims) ? data.claims : []).entries()) {
    problems.push(...claimProblems(claim, `/claims/${index}`, filedOn));
  }
  return [...problems, ...impossibleDates(data, filedOn)];
}

/**
 * Who stands at the counter may have no telephone: papers then go to the address. Nothing electronic reaches whoever
 * has none.
 */
export function atCounter(data: ApplicationDraftData, problems: readonly FieldError[]): FieldError[] {
  const isMissing: Record<string, boolean> = {
    '/claimant/phone': !data.claimant?.phone,
    '/service/phone': !data.service?.phone,
  };
  const rest = problems.filter(({ pointer }) => !isMissing[pointer]);
  return isMissing['/claimant/phone'] && data.service?.consentsToElectronic
    ? [...rest, { pointer: '/service/consentsToElectronic', code: 'counter.no-phone' }]
    : rest;
}

/**
 * What is wrong with the answers. That a table lacks the figure to compute with is not: the worker then says
 * himself what is claimed, and no claim waits for a commission to load its tables (Rules 30 know no such condition).
 */
export function claimProblems(claim: ApplicationClaimDto, at: string, filedOn: LocalDate): FieldError[] {
  if (!isClaimHead(claim.head)) return [];
  return claimRule(claim.head)
    .validate(claim.facts, filedOn)
    .map((problem) => ({
      pointer: `${at}/facts${problem.pointer}`,
      code: `law.${problem.key}`,
      params: { ...problem.params },
    }));
}

/** What has been cannot lie in the future, nothing lies before living memory, and nobody works before being born. */
function impossibleDates(data: ApplicationDraftData, filedOn: LocalDate): FieldError[] {
  const { claimant, employment, claims } = data;
  const past: [string, unknown][] = [
    ['/claimant/birthDate', claimant?.birthDate],
    ['/employment/startDate', employment?.startDate],
    ['/employment/contractSignedOn', employment?.contractSignedOn],
    ['/employment/paidUntil', employment?.paidUntil],
    ['/employment/endDate', employment?.endDate],
  ];
  const any: [string, unknown][] = [
    ...past,
    ['/employment/contractFrom', employment?.contractFrom],
    ['/employment/contractTo', employment?.contractTo],
    ...(Array.isArray(claims) ? claims : []).flatMap((claim, index): [string, unknown][] => [
      [`/claims/${index}/from`, claim.from],
      [`/claims/${index}/to`, claim.to],
    ]),
  ];
  const found = (
    code: string,
    dates: [string, unknown][],
    isSo: (date: LocalDate) => boolean,
  ): FieldError[] =>
    dates.flatMap(([pointer, date]) => (isLocalDate(date) && isSo(date) ? [{ pointer, code }] : []));
  const birthDate = claimant?.birthDate;
  return [
    ...found('field.future-date', past, (date) => date > filedOn),
    ...found('field.long-ago', any, (date) => date < LONG_AGO),
    ...(isLocalDate(birthDate)
      ? found(
          'field.before-birth',
          [['/employment/startDate', employment?.startDate]],
          (date) => date >= LONG_AGO && date <= birthDate,
        )
      : []),
  ];
}

/** The calculator's figure, null for a claim that is not for money, and working; or null when the facts do not allow one. */
export function claimFinding(
  claim: Pick<ApplicationClaimDto, 'head' | 'facts'>,
  filedOn: LocalDate,
  tables: LawTables,
): Finding<Fen | null> | null {
  return computeClaim(claim.head, claim.facts, tables, filedOn).finding;
}
