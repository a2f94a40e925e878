import { X509Certificate } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { open } from '../../../../src/engine/graph/notifications/decryption/open.mjs';
import { createPrivateKey } from 'node:crypto';
import { makeCertificate } from '../../../../src/engine/graph/subscriptions/certificate.ts';
import { seal } from '../notifications/publisherDouble.ts';

const made = makeCertificate('Rufwerk change notifications', Date.UTC(2026, 10, 23));

test('a certificate is one that others can read: self-signed, RSA 2048, for a year', async () => {
  const certificate = new X509Certificate(Buffer.from((await made).certificate, 'base64'));
  expect(certificate.subject).toBe('CN=Rufwerk change notifications');
  expect(certificate.issuer).toBe(certificate.subject);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.publicKey.asymmetricKeyDetails).toMatchObject({ modulusLength: 2_048 });
  expect(Date.parse(certificate.validFrom)).toBe(Date.UTC(2026, 10, 22));
  expect(Date.parse(certificate.validTo)).toBe(Date.UTC(2027, 10, 23));
  expect(certificate.serialNumber).toMatch(/^[4-7][0-9A-F]{31}$/);
});

test('what is sealed for it is opened by its key', async () => {
  const { certificate, privateKey } = await made;
  const { publicKey } = new X509Certificate(Buffer.from(certificate, 'base64'));
  const opened = open(createPrivateKey(privateKey), seal('a presence', publicKey));
  expect(opened).toEqual({ kind: 'opened', text: 'a presence' });
});

test('a certificate that ends after 2049 writes its end in the longer form', async () => {
  const { certificate } = await makeCertificate('Rufwerk', Date.UTC(2049, 5, 1));
  const read = new X509Certificate(Buffer.from(certificate, 'base64'));
  expect(Date.parse(read.validTo)).toBe(Date.UTC(2050, 5, 1));
});
