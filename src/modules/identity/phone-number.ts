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

/** `+86 138****8000`, `+852 91****67`: four digits in the middle are hidden. */
export function maskPhone(phone: string): string {
  const prefix = MOBILE.find((each) => phone.startsWith(each.prefix))?.prefix ?? '';
  const number = phone.slice(prefix.length);
  const tail = number.length > 8 ? 4 : 2;
  return `${prefix} ${number.slice(0, -4 - tail)}****${number.slice(-tail)}`.trim();
}
