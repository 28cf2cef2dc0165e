/** The value below which a part of the others lies; 0.5 is the median. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const low = sorted[Math.floor(at)]!;
  const high = sorted[Math.ceil(at)]!;
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** One measurement on one line: its median, what stands beside it, and every single run. */
export function report(what: string, unit: string, values: readonly number[], more = ''): void {
  const digits = median(values) < 10 ? 2 : median(values) < 100 ? 1 : 0;
  const text = (value: number): string => value.toFixed(digits);
  say(`${what}: ${text(median(values))} ${unit}${more}  (runs: ${values.map(text).join(', ')})`);
}

export function run(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  });
}

export function adminUrl(): string {
  const url = process.env.BENCH_DATABASE_ADMIN_URL;
  if (!url) throw new Error('BENCH_DATABASE_ADMIN_URL names no PostgreSQL: run `npm run bench`');
  return url;
}
