/**
 * What Microsoft calls: the calling webhook, the bot's messages, and the announcements it plays.
 */
import { readFile } from 'node:fs/promises';
import type { Bot } from '@rufwerk/bot';
import { CALLING_BODY_LIMIT_BYTES, type CallingWebhook } from '@rufwerk/engine/graph';
import type { Log } from '@rufwerk/engine/ports';
import type { Request, Response, Server } from 'restify';
import type { Metrics } from '../health/metrics.ts';
import { writeOutcome } from './answer.ts';
import { readBody } from './body.ts';
import { outcomeOfFault } from './routes.ts';

const MEDIA = ['greeting.wav', 'waiting-music.wav'] as const;

/** Each webhook verifies who calls before it reads what is said, and answers after the commit. */
export function servePlatform(
  server: Server,
  parts: {
    readonly webhook: CallingWebhook;
    readonly bot: Pick<Bot, 'messages'>;
    readonly metrics: Pick<Metrics, 'observeNotification'>;
    readonly log: Log;
  },
): void {
  server.post('/api/calls', async (request: Request, response: Response) => {
    const receivedMs = performance.now();
    // restify's writeHead returns nothing, so nothing is chained to it.
    response.writeHead(await statusOf(request, parts.webhook, parts.log));
    response.end();
    parts.metrics.observeNotification(performance.now() - receivedMs);
  });
  server.post('/api/messages', async (request: Request, response: Response) => {
    try {
      await parts.bot.messages(request, response);
    } catch (error) {
      const outcome = outcomeOfFault(error, '/api/messages', parts.log);
      if (response.headersSent) response.destroy();
      else writeOutcome(response, outcome);
    }
  });
  for (const name of MEDIA) {
    const file = new URL(`../media/${name}`, import.meta.url);
    server.get(`/media/${name}`, async (_request: Request, response: Response) => {
      const sound = await readFile(file);
      response.writeHead(200, { 'content-type': 'audio/wav', 'content-length': sound.length });
      response.end(sound);
    });
  }
}

async function statusOf(request: Request, webhook: CallingWebhook, log: Log): Promise<number> {
  try {
    const body = await readBody(request, CALLING_BODY_LIMIT_BYTES);
    if (body === null) return 413;
    const query = Object.fromEntries(new URLSearchParams(request.getQuery()));
    const { authorization } = request.headers;
    return (await webhook({ authorization, body, query })).status;
  } catch (err) {
    log.error({ err }, 'A calling notification could not be taken');
    // The platform repeats what it is told to repeat.
    return 503;
  }
}
