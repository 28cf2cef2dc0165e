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

/** Any telephone number one could dial in the mainland, Hong Kong or Macau. */
export const IsTelephone = (): PropertyDecorator =>
  check('isTelephone', (value) =>
    typeof value === 'string' && /^\+?[\d\s()-]{5,20}$/.test(value) && value.replace(/\D/g, '').length >= 5
      ? null
      : 'field.telephone',
  );
