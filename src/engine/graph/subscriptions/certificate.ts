/**
 * A certificate for Graph to seal notifications with: self-signed, as Graph takes nothing from it
 * but the public key (platform.md, section 2). Written in DER by hand (RFC 5280, section 4.1): a
 * certificate of ours has one shape, and a library for all of them brings a dozen packages.
 */
import { generateKeyPair, randomBytes, sign } from 'node:crypto';
import { promisify } from 'node:util';

const DAY_MS = 86_400_000;
export const CERTIFICATE_VALID_DAYS = 365;
/** Clocks differ: a certificate that begins now would not be valid yet elsewhere. */
const BEGINS_BEFORE_DAYS = 1;
const MODULUS_BITS = 2_048;

export interface Certificate {
  /** DER in base64: what a subscription is made with. */
  readonly certificate: string;
  /** PKCS #8 in PEM. */
  readonly privateKey: string;
}

/** Makes a key pair and its certificate; takes about a tenth of a second, off the main thread. */
export async function makeCertificate(commonName: string, nowAt: number): Promise<Certificate> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: MODULUS_BITS,
  });
  const name = sequence(set(sequence(COMMON_NAME, der(0x0c, Buffer.from(commonName)))));
  const content = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serialNumber()),
    SHA256_WITH_RSA,
    name,
    sequence(time(nowAt - BEGINS_BEFORE_DAYS * DAY_MS), time(certificateEndsAt(nowAt))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = sign('sha256', content, privateKey);
  const bits = der(0x03, Buffer.concat([Buffer.from([0]), signature]));
  return {
    certificate: sequence(content, SHA256_WITH_RSA, bits).toString('base64'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

export function certificateEndsAt(madeAt: number): number {
  return madeAt + CERTIFICATE_VALID_DAYS * DAY_MS;
}

/** A tag, the length of the content, the content. */
function der(tag: number, content: Buffer): Buffer {
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
  const hex = length.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | bytes.length]), bytes, content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts));
}

function set(...parts: readonly Buffer[]): Buffer {
  return der(0x31, Buffer.concat(parts));
}

/** 1.2.840.113549.1.1.11 with its parameters, which are null. */
const SHA256_WITH_RSA = sequence(
  der(0x06, Buffer.from('2a864886f70d01010b', 'hex')),
  der(0x05, Buffer.alloc(0)),
);

/** 2.5.4.3 */
const COMMON_NAME = der(0x06, Buffer.from('550403', 'hex'));

/** Positive, and without a leading zero byte that DER would not allow. */
function serialNumber(): Buffer {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes;
}

/** UTCTime until 2049, then GeneralizedTime. */
function time(at: number): Buffer {
  const digits = new Date(at).toISOString().replace(/\.\d+|[-:T]/g, '');
  const isUtcTime = Number(digits.slice(0, 4)) < 2050;
  return der(isUtcTime ? 0x17 : 0x18, Buffer.from(isUtcTime ? digits.slice(2) : digits));
}
