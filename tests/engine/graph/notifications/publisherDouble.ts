/**
 * Microsoft's publisher of change notifications, played: it seals, signs and puts bodies together.
 */
import {
  constants,
  createCipheriv,
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  publicEncrypt,
  randomBytes,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { exportJWK, SignJWT } from 'jose';
import { HttpDouble } from '../httpDouble.ts';

export const TENANT_ID = '5d6a2f0e-7c1b-4b8e-9f3a-2c4d6e8f0a1b';
export const APP_ID = 'c0ffee00-1d2e-4f3a-8b4c-5d6e7f8a9b0c';
export const PUBLISHER_ID = '0bf30f3b-4a52-48df-9a82-234910c4a086';
export const CLIENT_STATE = 'the-secret-of-this-subscription';
export const SUBSCRIPTION_ID = '76222963-cc7b-42d2-882d-8aaa69cb2ba3';
export const CERTIFICATE_ID = 'certificate-1';

/** Making keys takes long: all tests of a file share these. */
const entra = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ours = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** The private half of our certificate, as the keeper gives it to the threads. */
export const privateKey = {
  id: CERTIFICATE_ID,
  pem: ours.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
};

export interface Sealed {
  data: string;
  dataKey: string;
  dataSignature: string;
  encryptionCertificateId: string;
}

/** Seals content as Graph does, with a key of its own. */
export function seal(content: unknown, publicKey: KeyObject = ours.publicKey): Sealed {
  const key = randomBytes(32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16));
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  return {
    data: data.toString('base64'),
    dataKey: publicEncrypt({ key: publicKey, padding, oaepHash: 'sha1' }, key).toString('base64'),
    dataSignature: createHmac('sha256', key).update(data).digest('base64'),
    encryptionCertificateId: CERTIFICATE_ID,
  };
}

/** Another certificate than ours. */
export function otherPublicKey(): KeyObject {
  return createPublicKey(entra.publicKey.export({ type: 'spki', format: 'pem' }));
}

export interface PresenceContent {
  readonly id: string;
  readonly availability: string;
  readonly activity: string;
}

export function itemOf(encryptedContent: unknown, more: object = {}): Record<string, unknown> {
  return {
    subscriptionId: SUBSCRIPTION_ID,
    clientState: CLIENT_STATE,
    changeType: 'updated',
    tenantId: TENANT_ID,
    subscriptionExpirationDateTime: '2026-11-23T10:00:00Z',
    resource: "communications/presences('x')",
    resourceData: { '@odata.type': '#microsoft.graph.presence' },
    encryptedContent,
    ...more,
  };
}

export function presenceItem(presence: PresenceContent, more: object = {}): object {
  const odata = { '@odata.type': '#microsoft.graph.presence' };
  return itemOf(seal({ ...odata, ...presence }), more);
}

export class PublisherDouble {
  readonly login: HttpDouble;
  readonly #nowSeconds: () => number;

  private constructor(login: HttpDouble, nowSeconds: () => number) {
    this.login = login;
    this.#nowSeconds = nowSeconds;
  }

  /** With Entra's keys on loopback. */
  static async open(nowSeconds: () => number): Promise<PublisherDouble> {
    const login = await HttpDouble.start();
    const jwk = { ...(await exportJWK(entra.publicKey)), kid: 'key-1', alg: 'RS256', use: 'sig' };
    login.react = ({ path }) =>
      path === '/common/discovery/v2.0/keys'
        ? { status: 200, body: { keys: [jwk] } }
        : { status: 404 };
    return new PublisherDouble(login, nowSeconds);
  }

  /** A good validation token, but for the given claims. */
  token(claims: Readonly<Record<string, unknown>> = {}): Promise<string> {
    return new SignJWT({
      iss: `https://sts.windows.net/${TENANT_ID}/`,
      aud: APP_ID,
      tid: TENANT_ID,
      appid: PUBLISHER_ID,
      iat: this.#nowSeconds(),
      exp: this.#nowSeconds() + 86_400,
      ...claims,
    })
      .setProtectedHeader({ alg: 'RS256', kid: 'key-1' })
      .sign(entra.privateKey);
  }

  async body(items: readonly object[], tokens?: readonly string[]): Promise<Buffer> {
    const validationTokens = tokens ?? [await this.token()];
    return Buffer.from(JSON.stringify({ value: items, validationTokens }));
  }

  close(): Promise<void> {
    return this.login.stop();
  }
}
