import { registerDecorator, type ValidationArguments, type ValidationOptions } from 'class-validator';
import { isId } from '../../kernel/id';
import { isLocalDate } from '../../kernel/local-date';

/** A property decorator from a function that answers null or the code of what is wrong. */
export function check(
  name: string,
  problem: (value: unknown, object: Record<string, unknown>) => string | null,
  options?: ValidationOptions,
): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(propertyName),
      ...(options ? { options } : {}),
      validator: {
        validate: (value: unknown, args?: ValidationArguments) => problem(value, asRecord(args)) === null,
        defaultMessage: (args?: ValidationArguments) =>
          problem(args?.value, asRecord(args)) ?? 'field.format',
      },
    });
}

const asRecord = (args: ValidationArguments | undefined): Record<string, unknown> =>
  (args?.object ?? {}) as Record<string, unknown>;

/** `YYYY-MM-DD`, and a day that exists. */
export const IsLegalDay = (): PropertyDecorator =>
  check('isLegalDay', (value) => (isLocalDate(value) ? null : 'field.date'));

/** An amount of money in fen: whole, not negative, under 100 million yuan. */
export const IsFen = (): PropertyDecorator =>
  check('isFen', (value) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) return 'field.amount';
    if (value < 0) return 'field.amount-negative';
    return value > 10_000_000_000 ? 'field.amount-absurd' : null;
  });

export const IsReference = (): PropertyDecorator =>
  check('isReference', (value) => (typeof value === 'string' && isId(value) ? null : 'field.reference'));

/** Separators are how people group digits; an extension follows a line of an office. */
const NUMBERS: readonly RegExp[] = [
  // The mainland: mobile, line with its area code, and the numbers of companies.
  /^(?:\+86)?1[3-9]\d{9}$/,
  /^(?:\+860?|0)(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7}$/,
  /^[48]00\d{7}$/,
  // Hong Kong and Macau: eight digits, told apart from a line of the mainland by their prefix.
  /^\+852[2-9]\d{7}$/,
  /^\+853(?:6\d{7}|28\d{6}|8\d{7})$/,
  // Anywhere else in the world.
  /^\+(?!86|852|853)[1-9]\d{7,14}$/,
];

/** A number that can be dialled: of the mainland, or with + and the code of the country or region. */
export function isTelephone(text: string): boolean {
  const [line = '', extension, ...rest] = text
    .trim()
    .replace(/^00(?=[1-9])/, '+')
    .split(/转|轉|ext\.?|x/i);
  if (rest.length > 0 || (extension !== undefined && !/^\s*\d{1,6}\s*$/.test(extension))) return false;
  if (!/^\+?[\d\s()-]+$/.test(line)) return false;
  const compact = line.replace(/[\s()-]/g, '');
  return NUMBERS.some((pattern) => pattern.test(compact));
}

export const IsTelephone = (): PropertyDecorator =>
  check('isTelephone', (value) =>
    typeof value === 'string' && isTelephone(value) ? null : 'field.telephone',
  );
