// A certificate made on the spot, so that a phone on the same network gets a secure context: without one, browsers
// give no camera. It is self-signed: the browser asks once.
import { X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { dataFolder, readText, root, writeFileAtomically } from './files.mjs';

const keyPath = path.join(dataFolder, 'https', 'key.pem');
const certPath = path.join(dataFolder, 'https', 'cert.pem');
const day = 86_400_000;

/** Good for another week, and for each address that this machine has today. */
function isUsable(addresses) {
  if (!existsSync(keyPath) || !existsSync(certPath)) return false;
  const certificate = new X509Certificate(readText(certPath));
  return (
    new Date(certificate.validTo).getTime() > Date.now() + 7 * day &&
    addresses.every((address) => certificate.checkIP(address) !== undefined)
  );
}

export async function ensureCertificate(addresses) {
  if (isUsable(addresses)) return { keyPath, certPath, text: 'kept in .data/https' };
  const selfsigned = createRequire(path.join(root, 'package.json'))('selfsigned');
  const { private: key, cert } = await selfsigned.generate([{ name: 'commonName', value: 'yun-zhongcai' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - day),
    // Browsers refuse server certificates that last longer than 398 days.
    notAfterDate: new Date(Date.now() + 365 * day),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [{ type: 2, value: 'localhost' }, ...addresses.map((ip) => ({ type: 7, ip }))],
      },
    ],
  });
  writeFileAtomically(keyPath, key, 0o600);
  writeFileAtomically(certPath, cert);
  return { keyPath, certPath, text: 'made and kept in .data/https' };
}
