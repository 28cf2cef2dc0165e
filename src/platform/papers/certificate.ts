import { randomBytes } from 'node:crypto';
import { asn1, md, pki, pkcs12 } from 'node-forge';

export interface SigningCertificate {
  readonly p12: Buffer;
  readonly password: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/**
 * A self-signed certificate for demonstrations: it makes the signature verifiable, not trusted. A real commission
 * configures the P12 that a licensed certification authority issued to it (电子签名法 16).
 */
export function makeDemoCertificate(commissionName: string, now: Date = new Date()): SigningCertificate {
  const keys = pki.rsa.generateKeyPair({ bits: 2048 });
  const certificate = pki.createCertificate();
  const notBefore = new Date(now.getTime() - 24 * 3_600_000);
  const notAfter = new Date(now);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + 10);
  certificate.publicKey = keys.publicKey;
  // a serial number is positive and written in as few bytes as it needs (RFC 5280, 4.1.2.2; DER)
  certificate.serialNumber = `4c${randomBytes(15).toString('hex')}`;
  certificate.validity.notBefore = notBefore;
  certificate.validity.notAfter = notAfter;
  const utf8 = asn1.Type.UTF8 as unknown as asn1.Class;
  const name = [
    { name: 'countryName', value: 'CN' },
    { name: 'organizationName', value: commissionName, valueTagClass: utf8 },
    { name: 'commonName', value: `${commissionName}（演示证书）`, valueTagClass: utf8 },
  ];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, nonRepudiation: true, critical: true },
    { name: 'subjectKeyIdentifier' },
  ]);
  certificate.sign(keys.privateKey, md.sha256.create());
  const password = randomBytes(18).toString('base64url');
  const store = pkcs12.toPkcs12Asn1(keys.privateKey, [certificate], password, { algorithm: 'aes256' });
  return { p12: Buffer.from(asn1.toDer(store).getBytes(), 'binary'), password, notBefore, notAfter };
}
