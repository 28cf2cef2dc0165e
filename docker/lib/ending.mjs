// When a script that keeps processes running has to end: told so by a signal, or left behind by npm.

/** How often npm is looked for, and for how long a signal that comes again is the same one. */
const lookEveryMs = 500;
const sameSignalMs = 1_000;

/**
 * Calls `stop` at the first signal, `stopAtOnce` when somebody asks a second time, and `stop` too when the npm that
 * started this script is gone: killed without warning it passes nothing on, and nobody would be left to end us.
 */
export function onEnding(stop, stopAtOnce) {
  let askedAt;
  const ask = () => {
    const now = performance.now();
    if (askedAt === undefined) {
      askedAt = now;
      stop();
    } else if (now - askedAt > sameSignalMs) {
      // Ctrl-C reaches this script twice: from the terminal, and passed on by npm.
      stopAtOnce();
    }
  };
  // Where nobody reads any more (a closed terminal) words are lost; the ending is done all the same.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, ask);
  // Started by hand in the background, it may well outlive the shell it came from.
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    if (askedAt === undefined) ask();
  }, lookEveryMs);
  watch.unref();
}
