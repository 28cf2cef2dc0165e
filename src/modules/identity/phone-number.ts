/** Mobile numbers of the three places whose people use the system. */
const MOBILE: readonly { prefix: string; pattern: RegExp }[] = [
  { prefix: '+86', pattern: /^1[3-9]\d{9}$/ },
  { prefix: '+852', pattern: /^[4-9]\d{7}$/ },
  { prefix: '+853', pattern: /^6\d{7}$/ },
];

/** E.164, or null when it is no mobile number of the mainland, Hong Kong or Macau. */
export function normalisePhone(text: string): string | null {
  const compact = text.replace(/[\s\-()]/g, '');
  if (/^1[3-9]\d{9}$/.test(compact)) return `+86${compact}`;
  for (const { prefix, pattern } of MOBILE) {
    if (compact.startsWith(prefix) && pattern.test(compact.slice(prefix.length))) return compact;
  }
  return null;
}

export function maskPhone(phone: string): string {
  return phone.replace(/^(\+\d{2,3}?)(\d{2,3})\d+(\d{3,4})$/, '$1 $2****$3');
}
