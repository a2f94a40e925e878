/** Change notifications as Graph posts them: one person each, sealed, with a validation token. */
import {
  constants,
  createCipheriv,
  createHmac,
  generateKeyPairSync,
  publicEncrypt,
  randomBytes,
} from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PersonId } from '@rufwerk/engine/core';
import { exportJWK, SignJWT } from 'jose';
import type { PrivateKey } from '../../src/engine/graph/notifications/decryption/thread.ts';

export const TENANT_ID = '5d6a2f0e-7c1b-4b8e-9f3a-2c4d6e8f0a1b';
export const APP_ID = 'c0ffee00-1d2e-4f3a-8b4c-5d6e7f8a9b0c';
export const SUBSCRIPTION_ID = '76222963-cc7b-42d2-882d-8aaa69cb2ba3';
export const CLIENT_STATE = randomBytes(32).toString('base64url');

const PUBLISHER_ID = '0bf30f3b-4a52-48df-9a82-234910c4a086';
const CERTIFICATE_ID = 'bench';
const PRESENCES = ['Available', 'Busy', 'Away', 'DoNotDisturb'];

export interface SealedStorm {
  /** One for each person, ready to be posted. */
  readonly bodies: readonly string[];
  readonly privateKey: PrivateKey;
  /** Where Entra's keys are. */
  readonly loginUrl: string;
  close(): void;
}

export async function sealStorm(people: readonly PersonId[]): Promise<SealedStorm> {
  const entra = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const ours = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...(await exportJWK(entra.publicKey)), kid: 'bench', alg: 'RS256', use: 'sig' };
  const login = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((resolve) => login.listen(0, '127.0.0.1', resolve));
  const claims = { iss: `https://sts.windows.net/${TENANT_ID}/`, tid: TENANT_ID };
  const token = await new SignJWT({ ...claims, aud: APP_ID, appid: PUBLISHER_ID })
    .setProtectedHeader({ alg: 'RS256', kid: 'bench' })
    .setExpirationTime('1h')
    .sign(entra.privateKey);
  const bodies = people.map((id, index) => {
    const value = PRESENCES[index % PRESENCES.length];
    const text = JSON.stringify({ id, availability: value, activity: value });
    const encryptedContent = seal(text, (key) =>
      publicEncrypt({ key: ours.publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING }, key),
    );
    const item = {
      subscriptionId: SUBSCRIPTION_ID,
      clientState: CLIENT_STATE,
      tenantId: TENANT_ID,
      changeType: 'updated',
      resource: `communications/presences/${id}`,
      resourceData: { '@odata.type': '#microsoft.graph.presence', id },
      encryptedContent,
    };
    return JSON.stringify({ value: [item], validationTokens: [token] });
  });
  const pem = ours.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return {
    bodies,
    privateKey: { id: CERTIFICATE_ID, pem },
    loginUrl: `http://127.0.0.1:${(login.address() as AddressInfo).port}`,
    close: () => {
      login.closeAllConnections();
      login.close();
    },
  };
}

function seal(text: string, sealKey: (key: Buffer) => Buffer): Readonly<Record<string, string>> {
  const key = randomBytes(32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16));
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return {
    data: data.toString('base64'),
    dataKey: sealKey(key).toString('base64'),
    dataSignature: createHmac('sha256', key).update(data).digest('base64'),
    encryptionCertificateId: CERTIFICATE_ID,
  };
}
