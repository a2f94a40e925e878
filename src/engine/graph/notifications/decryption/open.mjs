/**
 * Opens the encrypted part of one change notification (platform.md, section 2):
 *
 *   dataKey --RSA-OAEP, SHA-1--> key of this item
 *   HMAC-SHA256(key, data) must equal dataSignature, compared in constant time
 *   data --AES-256-CBC, PKCS7, IV = the key's first 16 bytes--> JSON text
 *
 * Plain JavaScript, with its types beside it: worker threads run it as it is, on Node versions that
 * strip no types as well.
 */
import { Buffer } from 'node:buffer';
import {
  constants,
  createDecipheriv,
  createHmac,
  privateDecrypt,
  timingSafeEqual,
} from 'node:crypto';

const KEY_BYTES = 32;
const IV_BYTES = 16;

/** Never throws: what does not open is told with the step at which it failed. */
export function open(privateKey, { dataKey, dataSignature, data }) {
  const key = keyOf(privateKey, Buffer.from(dataKey, 'base64'));
  if (key === null) return { kind: 'refused', step: 'key' };
  const sealed = Buffer.from(data, 'base64');
  const expected = createHmac('sha256', key).update(sealed).digest();
  const signature = Buffer.from(dataSignature, 'base64');
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) {
    return { kind: 'refused', step: 'signature' };
  }
  const text = textOf(key, sealed);
  return text === null ? { kind: 'refused', step: 'content' } : { kind: 'opened', text };
}

/** Null when the key was sealed for another certificate, or is none. */
function keyOf(privateKey, sealed) {
  try {
    const padding = constants.RSA_PKCS1_OAEP_PADDING;
    const key = privateDecrypt({ key: privateKey, padding, oaepHash: 'sha1' }, sealed);
    return key.length === KEY_BYTES ? key : null;
  } catch {
    // The library tells nothing more than that it could not.
    return null;
  }
}

function textOf(key, sealed) {
  try {
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, IV_BYTES));
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
