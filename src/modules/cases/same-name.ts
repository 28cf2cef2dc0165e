/** Whether two spellings are of one name: with and without spaces or dots, full-width or not, in any case. */
export function isSameName(one: string, other: string): boolean {
  const plain = (name: string): string =>
    name
      .normalize('NFKC')
      .replace(/[\s·•.]/g, '')
      .toLowerCase();
  return plain(one) === plain(other);
}
