/** A thread that opens notifications: RSA is 97 % of their cost, and would stall the writer. */
import { createPrivateKey } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { open } from './open.mjs';

let keys = new Map();

parentPort.on('message', (message) => {
  if (message.kind === 'keys') {
    keys = new Map(message.keys.map(({ id, pem }) => [id, createPrivateKey(pem)]));
    return;
  }
  parentPort.postMessage(message.items.map(openOne));
});

function openOne(item) {
  const key = keys.get(item.certificateId);
  return key === undefined ? { kind: 'refused', step: 'certificate' } : open(key, item);
}
