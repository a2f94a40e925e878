import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWK, JWTPayload } from 'jose';

/**
 * A key pair of one authority of the played cloud: it signs tokens and publishes its public half.
 */
export interface SigningKey {
  readonly keyId: string;
  readonly publicKey: CryptoKey;
  /** The key as it stands in the authority's key document. */
  readonly publicJwk: JWK;
  /** Signs claims as they are: who issues also says when they begin and end. */
  sign(claims: JWTPayload): Promise<string>;
}

/** Makes a fresh RSA key pair; nothing of it outlives the process. */
export async function makeSigningKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { modulusLength: 2048 });
  const keyId = randomUUID().replaceAll('-', '');
  const publicJwk: JWK = {
    ...(await exportJWK(publicKey)),
    kid: keyId,
    x5t: keyId,
    use: 'sig',
    alg: 'RS256',
  };
  return {
    keyId,
    publicKey,
    publicJwk,
    sign: (claims) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: keyId, x5t: keyId })
        .sign(privateKey),
  };
}
