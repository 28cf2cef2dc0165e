/** Asks again until the answer is there; what it asked for, and the last answer, stand in the error. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  { within = 20_000, every = 150 }: { within?: number; every?: number } = {},
): Promise<T> {
  const until = Date.now() + within;
  let last: unknown;
  for (;;) {
    try {
      const found = await look();
      if (found !== null && found !== undefined && found !== false) return found;
      last = found;
    } catch (error) {
      last = error;
    }
    if (Date.now() >= until) {
      const why = last instanceof Error ? last.message : JSON.stringify(last);
      throw new Error(`Waited ${within / 1000} s in vain until ${what}: ${why}`);
    }
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}
