/**
 * The signed report of a drill, which can be kept and shown without Rufwerk. The signature says
 * that the installation with this key wrote it and that nobody has changed it since.
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { type DrillReport, drillReportSchema, type DrillShown } from '@rufwerk/engine/api';
import type { SecretNotes } from '@rufwerk/engine/ports';

const KEY_NOTE = 'emergency-drills/signing-key';
const FORMAT = 'rufwerk-drill-report/1';

/** The installation's key, made at first use; whoever asks at the same time gets the same one. */
export class DrillKey {
  readonly #secrets: SecretNotes;
  #key: Promise<KeyObject> | null = null;

  constructor(secrets: SecretNotes) {
    this.#secrets = secrets;
  }

  privateKey(): Promise<KeyObject> {
    this.#key ??= this.#readOrMake().catch((error: unknown) => {
      this.#key = null;
      throw error;
    });
    return this.#key;
  }

  async fingerprint(): Promise<string> {
    return fingerprintOf(createPublicKey(await this.privateKey()));
  }

  async #readOrMake(): Promise<KeyObject> {
    const known = await this.#secrets.get(KEY_NOTE);
    if (known !== null) return createPrivateKey(known);
    const { privateKey } = generateKeyPairSync('ed25519');
    await this.#secrets.put(
      KEY_NOTE,
      privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    );
    return privateKey;
  }
}

export function signReport(
  tenantId: string,
  drill: DrillShown,
  privateKey: KeyObject,
): DrillReport {
  const report = { tenantId, drill };
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  return {
    ...{ format: FORMAT, report },
    signature: sign(null, signedBytes(report), privateKey).toString('base64'),
    publicKey: publicKey.toString('base64'),
  };
}

export type VerifiedReport =
  | { readonly kind: 'genuine'; readonly drill: DrillShown; readonly fingerprint: string }
  | { readonly kind: 'wrong'; readonly because: string };

/** Whether nobody has changed a report since it was signed with the key that stands in it. */
export function verifyReport(document: unknown): VerifiedReport {
  const read = drillReportSchema.safeParse(document);
  if (!read.success) return { kind: 'wrong', because: 'This is no report of a drill.' };
  const { signature, publicKey } = read.data;
  const key = publicKeyOf(publicKey);
  if (key === null) return { kind: 'wrong', because: 'Its public key is none of Ed25519.' };
  // What was signed is checked as it came: a schema could drop what somebody has added.
  const { report } = document as { readonly report: unknown };
  if (!verify(null, signedBytes(report), key, Buffer.from(signature, 'base64'))) {
    return { kind: 'wrong', because: 'The signature does not fit: the report was changed.' };
  }
  return { kind: 'genuine', drill: read.data.report.drill, fingerprint: fingerprintOf(key) };
}

function publicKeyOf(text: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(text, 'base64'), type: 'spki', format: 'der' });
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    // Whatever it is, it is no key.
    return null;
  }
}

/** Sixteen groups of four are compared by eye. */
function fingerprintOf(publicKey: KeyObject): string {
  const der = publicKey.export({ type: 'spki', format: 'der' });
  const digest = createHash('sha256').update(der).digest('hex');
  return (digest.match(/.{4}/g) ?? []).join(' ');
}

function signedBytes(report: unknown): Buffer {
  return Buffer.from(sortedJson({ format: FORMAT, report }), 'utf8');
}

/** JSON in the one form that every writer gives it: sorted keys, no spaces. */
function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([left], [right]) => (left < right ? -1 : 1)))
      : each,
  );
}
