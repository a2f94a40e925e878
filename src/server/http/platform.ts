/** What Microsoft calls: the calling webhook and the bot's messages. */
import type { Bot } from '@rufwerk/bot';
import { CALLING_BODY_LIMIT_BYTES, type CallingWebhook } from '@rufwerk/engine/graph';
import type { Log } from '@rufwerk/engine/ports';
import type { Request, Response, Server } from 'restify';
import type { Metrics } from '../health/metrics.ts';
import { writeOutcome } from './answer.ts';
import { readBody } from './body.ts';
import { outcomeOfFault } from './routes.ts';

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
