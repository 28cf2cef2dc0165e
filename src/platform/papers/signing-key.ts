import { createHash } from 'node:crypto';
import { Signer } from '@signpdf/utils';
import { asn1, pkcs12, pkcs7, pki, util } from 'node-forge';

export class SigningKeyError extends Error {}

const UTF8_STRING = 12;

interface OpenedP12 {
  readonly key: pki.rsa.PrivateKey;
  readonly certificate: pki.Certificate;
  readonly chain: readonly pki.Certificate[];
}

/** Opening a P12 costs a deliberately slow key derivation: once per file and password. */
const opened = new Map<string, OpenedP12>();

export function openP12(p12: Buffer, password: string): OpenedP12 {
  const name = createHash('sha256').update(p12).update('\0').update(password).digest('hex');
  let found = opened.get(name);
  if (found === undefined) {
    found = read(p12, password);
    opened.set(name, found);
  }
  return found;
}

function read(p12: Buffer, password: string): OpenedP12 {
  const store = pkcs12.pkcs12FromAsn1(asn1.fromDer(p12.toString('binary')), false, password);
  const bags = (type: string): pkcs12.Bag[] => store.getBags({ bagType: type })[type] ?? [];
  const keyBag = [
    ...bags(pki.oids['pkcs8ShroudedKeyBag'] as string),
    ...bags(pki.oids['keyBag'] as string),
  ][0];
  const key = keyBag?.key as pki.rsa.PrivateKey | null | undefined;
  if (!key?.n) throw new SigningKeyError('the P12 file holds no RSA key');
  const chain = bags(pki.oids['certBag'] as string).flatMap((bag) => (bag.cert ? [bag.cert] : []));
  const certificate = chain.find((cert) => {
    const publicKey = cert.publicKey as pki.rsa.PublicKey;
    return publicKey.n.compareTo(key.n) === 0 && publicKey.e.compareTo(key.e) === 0;
  });
  if (certificate === undefined) throw new SigningKeyError('the P12 file holds no certificate for its key');
  // forge keeps a UTF8String of a parsed name as bytes but encodes it again when it writes the signer's issuer:
  // a Chinese issuer would no longer match its certificate. Decoded here, it is written as it was read.
  for (const attribute of certificate.issuer.attributes) {
    if (Number(attribute.valueTagClass) === UTF8_STRING && typeof attribute.value === 'string') {
      attribute.value = util.decodeUtf8(attribute.value);
    }
  }
  return { key, certificate, chain };
}

/** A detached CMS signature (RSA, SHA-256) with its certificates; one signer, as PDF/A-2 asks (ISO 19005-2, 6.4.3). */
export class CommissionSigner extends Signer {
  constructor(private readonly p12: OpenedP12) {
    super();
  }

  override sign(content: Buffer, signingTime?: Date): Promise<Buffer> {
    const { key, certificate, chain } = this.p12;
    const message = pkcs7.createSignedData();
    message.content = util.createBuffer(content.toString('binary'));
    for (const cert of chain) message.addCertificate(cert);
    message.addSigner({
      key,
      certificate,
      digestAlgorithm: pki.oids['sha256'] as string,
      authenticatedAttributes: [
        { type: pki.oids['contentType'] as string, value: pki.oids['data'] },
        // forge takes a Date here, its types only text
        { type: pki.oids['signingTime'] as string, value: (signingTime ?? new Date()) as unknown as string },
        { type: pki.oids['messageDigest'] as string },
      ],
    });
    message.sign({ detached: true });
    return Promise.resolve(Buffer.from(asn1.toDer(message.toAsn1()).getBytes(), 'binary'));
  }
}
