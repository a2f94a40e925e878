/** A thread that does nothing but RSA, on one sealed key: what this machine is able to. */
import { Buffer } from 'node:buffer';
import { constants, createPrivateKey, privateDecrypt } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ pem, dataKey, forMs }) => {
  const key = createPrivateKey(pem);
  const sealed = Buffer.from(dataKey, 'base64');
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const untilMs = performance.now() + forMs;
  let count = 0;
  while (performance.now() < untilMs) {
    privateDecrypt({ key, padding, oaepHash: 'sha1' }, sealed);
    count += 1;
  }
  parentPort.postMessage(count);
});
