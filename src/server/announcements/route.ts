/**
 * Serves announcements to the platform, which fetches them without a token. Built-in ones stand at
 * their name; uploaded ones behind a digest that nobody guesses.
 */
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Log } from '@rufwerk/engine/ports';
import type { Request, Response, Server } from 'restify';
import { writeOutcome } from '../http/answer.ts';
import { unknown } from '../http/problem.ts';
import { sendStaticFile } from '../http/staticFile.ts';
import type { AnnouncementLibrary, Sound } from './library.ts';

const HEADERS = { 'cache-control': 'no-cache' };

export function serveAnnouncements(server: Server, library: AnnouncementLibrary, log: Log): void {
  const builtIn = async (request: Request, response: Response): Promise<void> => {
    const sound = library.builtInAt(parameter(request, 'file'));
    if (sound === null) writeOutcome(response, unknown('The announcement'));
    else sendStaticFile(request, response, sound, HEADERS);
    return Promise.resolve();
  };
  const uploaded = async (request: Request, response: Response): Promise<void> => {
    const sound = library.uploadedAt(parameter(request, 'digest'), parameter(request, 'file'));
    if (sound === null) return writeOutcome(response, unknown('The announcement'));
    try {
      await sendSound(request, response, sound);
    } catch (err) {
      if (response.headersSent) {
        // The platform hung up, or the disk failed halfway: there is no more to say.
        log.debug({ err }, 'An announcement was not sent to its end');
        response.destroy();
        return;
      }
      const announcement = sound.kind === 'uploaded' ? sound.sound.name : '';
      log.error({ announcement, err }, 'A sound file cannot be read: a built-in one is heard');
      await sendSound(request, response, library.instead(announcement));
    }
  };
  for (const method of ['get', 'head'] as const) {
    server[method]('/media/:file', builtIn);
    server[method]('/media/:digest/:file', uploaded);
  }
}

function parameter(request: Request, name: string): string {
  return (request.params as Readonly<Record<string, string | undefined>>)[name] ?? '';
}

async function sendSound(request: Request, response: Response, found: Sound): Promise<void> {
  if (found.kind === 'built-in') return sendStaticFile(request, response, found.sound, HEADERS);
  const file = await open(found.file, 'r');
  try {
    const { size } = await file.stat();
    // restify's writeHead returns nothing, so nothing is chained to it.
    response.writeHead(200, {
      ...HEADERS,
      'content-type': 'audio/wav',
      'content-length': String(size),
      etag: `"${found.sound.digest}"`,
    });
    if (request.method === 'HEAD') response.end();
    else await pipeline(file.createReadStream({ autoClose: false }), response);
  } finally {
    await file.close();
  }
}
