// The program refuses settings it cannot work with (src/fail.ts): it prints a list and ends with this code. Starting it
// again changes nothing, so it is not done; the list is shown, without anything around it.
import { SetupError } from './steps.mjs';

export const exitRefused = 78;

/** What the program said on its way out, as a failure that a reader understands. */
export function refusalIn(output) {
  const list = output.slice(output.lastIndexOf('Settings:')).split('\n');
  return new SetupError(
    'The program does not start with these settings. 设置有误，程序没有启动。',
    list.filter((line) => line.startsWith('- ')).map((line) => line.slice(2)),
  );
}
