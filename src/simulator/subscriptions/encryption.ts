import {
  createCipheriv,
  createHmac,
  publicEncrypt,
  randomBytes,
  X509Certificate,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';

const RSA_BITS = { min: 2048, max: 4096 };
const SYMMETRIC_KEY_BYTES = 32;
const INITIALIZATION_VECTOR_BYTES = 16;

/** The certificate that a subscriber gave for the data of its notifications. */
export interface EncryptionCertificate {
  readonly id: string;
  readonly publicKey: KeyObject;
  /** SHA-1 of the certificate in upper-case hexadecimal digits, as Windows shows it. */
  readonly thumbprint: string;
}

/** `changeNotificationEncryptedContent` of Graph. */
export interface EncryptedContent {
  readonly data: string;
  readonly dataSignature: string;
  readonly dataKey: string;
  readonly encryptionCertificateId: string;
  readonly encryptionCertificateThumbprint: string;
}

type CertificateReading =
  | { readonly kind: 'read'; readonly certificate: EncryptionCertificate }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Reads a certificate in Base64-encoded X.509 format. Who issued it and until when it is good does
 * not matter; its key must be RSA of 2,048 to 4,096 bits (Graph: "Managing encryption keys").
 */
export function readCertificate(id: string, base64: string): CertificateReading {
  const refused = (reason: string): CertificateReading => ({ kind: 'refused', reason });
  let parsed: X509Certificate;
  try {
    parsed = new X509Certificate(Buffer.from(base64, 'base64'));
  } catch {
    // Whatever the parser dislikes, a subscriber hears the same words.
    return refused('Cannot find the requested object.');
  }
  const { publicKey, fingerprint } = parsed;
  const bits = publicKey.asymmetricKeyDetails?.modulusLength ?? 0;
  if (publicKey.asymmetricKeyType !== 'rsa') return refused('The key must be of type RSA.');
  if (bits < RSA_BITS.min || bits > RSA_BITS.max) {
    return refused(`The key size must be between ${RSA_BITS.min} and ${RSA_BITS.max} bits.`);
  }
  const thumbprint = fingerprint.replaceAll(':', '');
  return { kind: 'read', certificate: { id, publicKey, thumbprint } };
}

/**
 * Encrypts a resource with a key of its own: AES-256-CBC with PKCS7, the key's first 16 bytes as
 * its initialization vector, HMAC-SHA256 of the cipher text under the same key, and the key itself
 * under RSA-OAEP with SHA-1 (Graph: "Decrypting resource data from change notifications").
 */
export function encryptContent(
  resource: Readonly<Record<string, unknown>>,
  certificate: EncryptionCertificate,
): EncryptedContent {
  const key = randomBytes(SYMMETRIC_KEY_BYTES);
  const vector = key.subarray(0, INITIALIZATION_VECTOR_BYTES);
  const cipher = createCipheriv('aes-256-cbc', key, vector);
  const data = Buffer.concat([cipher.update(JSON.stringify(resource), 'utf8'), cipher.final()]);
  return {
    data: data.toString('base64'),
    dataSignature: createHmac('sha256', key).update(data).digest('base64'),
    // Node pads with OAEP and SHA-1 unless told otherwise, which is what Graph uses.
    dataKey: publicEncrypt(certificate.publicKey, key).toString('base64'),
    encryptionCertificateId: certificate.id,
    encryptionCertificateThumbprint: certificate.thumbprint,
  };
}
