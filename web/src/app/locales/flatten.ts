/** `{ a: { b: 'x' } }` and `{ 'a.b': 'x' }` are the same text. */
export function flatten(modules: Record<string, unknown>): Record<string, string> {
  const texts: Record<string, string> = {};
  const walk = (value: unknown, at: string): void => {
    if (typeof value === 'string') texts[at] = value;
    else if (value !== null && typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) walk(inner, at === '' ? key : `${at}.${key}`);
    }
  };
  for (const module of Object.values(modules)) walk(module, '');
  return texts;
}
