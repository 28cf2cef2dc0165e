const PAUSE_MS = 20;
const PATIENCE_MS = 30_000;

/** Tries until it does not throw; the last error when patience ends. Never a fixed wait. */
export async function eventually<T>(attempt: () => Promise<T> | T, patienceMs = PATIENCE_MS): Promise<T> {
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
