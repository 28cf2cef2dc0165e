/** The end of the address that the code leads to, as a PDF keeps text for those who cannot see the QR code. */
const BEFORE = Buffer.from('/join/', 'utf16le').swap16();
const CODE_BYTES = 2 * 8;

/** The code to respond, read off a notice by its QR code. */
export function codeOnNotice(notice: Buffer): string {
  const at = notice.indexOf(BEFORE) + BEFORE.length;
  const code = Buffer.from(notice.subarray(at, at + CODE_BYTES))
    .swap16()
    .toString('utf16le');
  if (!/^[2-9A-HJ-NP-Z]{8}$/.test(code)) throw new Error('No code on this notice');
  return code;
}
