/**
 * How `npm run doctor` proves to the running server that it was started by somebody who holds
 * DATA_KEY, without a person's sign-in: a pass of one minute, signed with a key made from it.
 */
import { hkdfSync } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';

const AUDIENCE = 'rufwerk-doctor';
const LIFETIME = '60s';
const KEY_BYTES = 32;

export function makePass(dataKey: Buffer): Promise<string> {
  return new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(LIFETIME)
    .sign(keyOf(dataKey));
}

export async function isPass(text: string, dataKey: Buffer): Promise<boolean> {
  try {
    await jwtVerify(text, keyOf(dataKey), {
      algorithms: ['HS256'],
      audience: AUDIENCE,
      requiredClaims: ['exp'],
    });
    return true;
  } catch (error) {
    if (error instanceof errors.JOSEError) return false;
    throw error;
  }
}

/** Not DATA_KEY itself: what signs must not be what encrypts. */
function keyOf(dataKey: Buffer): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', dataKey, '', AUDIENCE, KEY_BYTES));
}
