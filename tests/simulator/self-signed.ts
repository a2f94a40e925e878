import { generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** A certificate as a subscriber gives it, and the key that only the subscriber has. */
export interface SelfSigned {
  readonly base64: string;
  readonly privateKey: KeyObject;
}

const SHA256_WITH_RSA = oid(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b);
const COMMON_NAME = oid(0x55, 0x04, 0x03);

/** Makes a key pair and a certificate for it, signed by itself (RFC 5280, the least valid). */
export function selfSigned(bits = 2048): SelfSigned {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  const algorithm = sequence(SHA256_WITH_RSA, Buffer.from([0x05, 0x00]));
  const name = sequence(set(sequence(COMMON_NAME, tagged(0x0c, Buffer.from('subscriber')))));
  const time = (text: string): Buffer => tagged(0x17, Buffer.from(text));
  const body = sequence(
    tagged(0xa0, integer(2)),
    integer(1),
    algorithm,
    name,
    sequence(time('260101000000Z'), time('360101000000Z')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = tagged(
    0x03,
    Buffer.concat([Buffer.from([0]), sign('sha256', body, privateKey)]),
  );
  return { base64: sequence(body, algorithm, signature).toString('base64'), privateKey };
}

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const head = length < 0x80 ? [length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts));
}

function set(part: Buffer): Buffer {
  return tagged(0x31, part);
}

function integer(value: number): Buffer {
  return tagged(0x02, Buffer.from([value]));
}

function oid(...bytes: readonly number[]): Buffer {
  return tagged(0x06, Buffer.from(bytes));
}
