import { SettingsError } from './config/env';

/** EX_CONFIG of sysexits.h. Whoever keeps the program running knows by it that starting again changes nothing. */
export const EXIT_REFUSED = 78;

/** Ends the process: refused settings by their list alone, whatever else with the place it came from. */
export function fail(error: unknown): never {
  const isRefusal = error instanceof SettingsError;
  const said = error instanceof Error ? ((isRefusal ? null : error.stack) ?? error.message) : String(error);
  process.stderr.write(`${said}\n`);
  process.exit(isRefusal ? EXIT_REFUSED : 1);
}
