import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { invalid, type FieldError } from '../../kernel/domain-error';

/** A message that is itself a code (`field.check-digit`) is kept; otherwise the constraint's name makes one. */
const CODE = /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/;

const CODE_OF_CONSTRAINT: Record<string, string> = {
  isNotEmpty: 'field.required',
  isDefined: 'field.required',
  isString: 'field.text-expected',
  isInt: 'field.whole-number',
  isNumber: 'field.number',
  isBoolean: 'field.choice',
  isIn: 'field.choice',
  isEnum: 'field.choice',
  isArray: 'field.list-expected',
  arrayMinSize: 'field.too-few',
  arrayMaxSize: 'field.too-many',
  arrayUnique: 'field.twice',
  maxLength: 'field.too-long',
  minLength: 'field.too-short',
  min: 'field.too-small',
  max: 'field.too-big',
  isEmail: 'field.email',
  isUuid: 'field.reference',
  matches: 'field.format',
  nestedValidation: 'field.required',
  unknownValue: 'field.unknown',
  whitelistValidation: 'field.unknown',
};

/** class-validator's tree as a flat list of JSON pointers and codes. */
export function fieldErrors(errors: readonly ValidationError[], at = ''): FieldError[] {
  return errors.flatMap((error) => {
    const pointer = `${at}/${error.property.replace(/~/g, '~0').replace(/\//g, '~1')}`;
    const own = Object.entries(error.constraints ?? {})
      // One sentence per field is enough: an empty field is "required", not also "too short".
      .sort(([a], [b]) => rank(a) - rank(b))
      .slice(0, 1)
      .map(([name, message]) => ({
        pointer,
        code: CODE.test(message) ? message : (CODE_OF_CONSTRAINT[name] ?? 'field.format'),
      }));
    return [...own, ...fieldErrors(error.children ?? [], pointer)];
  });
}

function rank(constraint: string): number {
  if (constraint === 'isDefined' || constraint === 'isNotEmpty') return 0;
  return constraint.startsWith('is') ? 1 : 2;
}

export const VALIDATOR_OPTIONS = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  validationError: { target: false, value: false },
} as const;

export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    ...VALIDATOR_OPTIONS,
    transform: true,
    transformOptions: { exposeDefaultValues: true },
    exceptionFactory: (errors) => invalid(fieldErrors(errors)),
  });
}
