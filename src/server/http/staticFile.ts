/** A file that is served as it is: read once, compressed once. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wav': 'audio/wav',
  '.woff2': 'font/woff2',
};

const COMPRESSED = new Set(['.css', '.html', '.js', '.json', '.map', '.svg']);

export interface StaticFile {
  readonly contentType: string;
  readonly etag: string;
  readonly bytes: Buffer;
  readonly gzipped: Buffer | null;
}

export async function readStaticFile(file: string): Promise<StaticFile> {
  const extension = path.extname(file);
  const bytes = await readFile(file);
  return {
    contentType: CONTENT_TYPES[extension] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 20)}"`,
    bytes,
    gzipped: COMPRESSED.has(extension) ? await promisify(gzip)(bytes) : null,
  };
}

/** Sends the file, or 304 to a client that has it. */
export function sendStaticFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: StaticFile,
  headers: Readonly<Record<string, string>>,
): void {
  const shared = { ...headers, etag: file.etag, vary: 'accept-encoding' };
  if (request.headers['if-none-match'] === file.etag) {
    // restify's writeHead returns nothing, so nothing is chained to it.
    response.writeHead(304, shared);
    response.end();
    return;
  }
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const zipped = /\bgzip\b/.test(accepted) ? file.gzipped : null;
  const bytes = zipped ?? file.bytes;
  response.writeHead(200, {
    ...shared,
    'content-type': file.contentType,
    'content-length': String(bytes.length),
    ...(zipped !== null ? { 'content-encoding': 'gzip' } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
