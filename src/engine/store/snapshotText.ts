/**
 * A snapshot's text as it is stored: compressed to about a fifth, off the thread that decides.
 */
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const compress = promisify(gzip);
const expand = promisify(gunzip);

/** The quickest one: a better one saves little and takes twice as long. */
const LEVEL = 1;

export async function compressed(text: string): Promise<string> {
  return (await compress(text, { level: LEVEL })).toString('base64');
}

export async function expanded(stored: string): Promise<string> {
  return (await expand(Buffer.from(stored, 'base64'))).toString();
}
