import type { IncomingMessage } from 'node:http';

/**
 * The request's body, or null when it is longer than `limitBytes`; the rest is then not read, and
 * the connection is kept, so that the refusal can still be sent on it. Rejects when the sender
 * leaves before the end.
 */
export function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const take = (chunk: Buffer): void => {
      length += chunk.length;
      if (length <= limitBytes) return void chunks.push(chunk);
      request.off('data', take).pause();
      resolve(null);
    };
    request.on('data', take);
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
  });
}
