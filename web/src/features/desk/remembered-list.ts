const KEY = 'desk-list';

/** The list as it was filtered, for the way back from a case. */
export function rememberList(address: string): void {
  sessionStorage.setItem(KEY, address);
}

export function rememberedList(): string {
  return sessionStorage.getItem(KEY) ?? '/desk';
}
