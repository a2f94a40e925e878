/** A played Microsoft Entra: its keys over HTTP, and the tokens Teams would hand to the tab. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

export const TENANT_ID = '5d6a2f0e-7c1b-4b8e-9f3a-2c4d6e8f0a1b';
export const APP_ID = 'c0ffee00-1d2e-4f3a-8b4c-5d6e7f8a9b0c';

type Key = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

export interface SignIn {
  readonly loginUrl: string;
  /** A good token of a person, but for the given claims; undefined leaves a claim out. */
  token(claims: JWTPayload, key?: Key): Promise<string>;
  /** From now on the keys cannot be asked for. */
  breakDown(): void;
  close(): void;
}

/** Making a key takes longer than anything else here: one does for all tests of a file. */
const keyPair = generateKeyPair('RS256');

/** `nowSeconds` is the played time, by which tokens begin and end. */
export async function openSignIn(nowSeconds: () => number): Promise<SignIn> {
  const { privateKey, publicKey } = await keyPair;
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'key-1', alg: 'RS256', use: 'sig' }];
  let isBroken = false;
  const server = createServer((request, response) => {
    const isKeys = request.url === `/login/${TENANT_ID}/discovery/v2.0/keys`;
    response.writeHead(isBroken ? 503 : isKeys ? 200 : 404);
    response.end(JSON.stringify({ keys }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const loginUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/login`;
  return {
    loginUrl,
    token: (claims, key = privateKey) =>
      new SignJWT({
        iss: `${loginUrl}/${TENANT_ID}/v2.0`,
        aud: APP_ID,
        tid: TENANT_ID,
        scp: 'access_as_user',
        ver: '2.0',
        iat: nowSeconds(),
        exp: nowSeconds() + 3_600,
        ...claims,
      })
        .setProtectedHeader({ alg: 'RS256', kid: 'key-1' })
        .sign(key),
    breakDown: () => {
      isBroken = true;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
