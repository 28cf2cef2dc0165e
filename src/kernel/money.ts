/** Money is integer fen (分). Nothing in the system holds yuan as a floating-point number. */
export type Fen = number;

const YUAN = /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d{1,2})?$/;

/** '12,345.6' → 1234560. Null when the text is no amount, or one too large to be held exactly. */
export function parseYuan(text: string): Fen | null {
  const plain = text.trim();
  if (!YUAN.test(plain)) return null;
  const digits = plain.replaceAll(',', '');
  const point = digits.indexOf('.');
  const whole = point < 0 ? digits : digits.slice(0, point);
  const cents = point < 0 ? '' : digits.slice(point + 1);
  const fen = Number(whole + cents.padEnd(2, '0'));
  if (!Number.isSafeInteger(fen)) return null;
  return fen === 0 ? 0 : fen;
}

/** 1234560 → '12,345.60'. */
export function formatYuan(fen: Fen): string {
  assertInteger(fen);
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`;
}

export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = 0;
  for (const amount of amounts) total += amount;
  assertInteger(total);
  return total;
}

/**
 * fen × num ÷ den, rounded half up (四舍五入) once, exact for any size. A negative amount rounds like its
 * positive twin, so that a correction cancels what it corrects.
 */
export function mulDiv(fen: Fen, num: number, den: number): Fen {
  assertInteger(fen);
  assertInteger(num);
  assertInteger(den);
  if (den === 0) throw new RangeError('mulDiv: division by zero');
  const product = BigInt(fen) * BigInt(num);
  const divisor = BigInt(den);
  const isNegative = product < 0n !== divisor < 0n;
  const top = product < 0n ? -product : product;
  const bottom = divisor < 0n ? -divisor : divisor;
  const rounded = Number((2n * top + bottom) / (2n * bottom));
  assertInteger(rounded);
  return isNegative && rounded !== 0 ? -rounded : rounded;
}

function assertInteger(value: number): void {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not an exact whole number: ${value}`);
}
