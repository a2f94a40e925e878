/** `GET /api/v1/live`: the stream's place in the API. */
import { liveEventSchema } from '@rufwerk/engine/api';
import { asId, type ServiceId } from '@rufwerk/engine/core';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { writeOutcome } from '../http/answer.ts';
import { languageOf } from '../http/language.ts';
import { type Described, WRONG_SHAPE } from '../http/operation.ts';
import { invalid, notNow } from '../http/problem.ts';
import { outcomeOfFault, type ApiEntrance } from '../http/routes.ts';
import type { LiveHub } from './hub.ts';
import { LiveStream } from './stream.ts';

const querySchema = z.strictObject({
  service: z.string().max(63).optional().describe('The service whose detail is told as well'),
});

/** How the API's description shows the stream. */
export const liveDescribed: Described = {
  method: 'get',
  path: '/api/v1/live',
  summary: 'Server-sent events: what is true now, then each change within 200 ms of its commit',
  query: querySchema,
  body: null,
  answer: liveEventSchema,
  answerForm: 'text/event-stream',
};

export function serveLive(server: Server, hub: LiveHub, { session, log }: ApiEntrance): void {
  server.get(liveDescribed.path, async (request: Request, response: Response) => {
    const language = languageOf(request.headers['accept-language']);
    try {
      const reader = await session(request.headers.authorization);
      if ('kind' in reader) return writeOutcome(response, reader, language);
      const query = querySchema.safeParse(
        Object.fromEntries(new URLSearchParams(request.getQuery())),
      );
      if (!query.success) return writeOutcome(response, wrongQuery, language);
      if (!hub.roomFor(reader.personId)) {
        return writeOutcome(response, tooManyStreams, language);
      }
      const serviceId =
        query.data.service === undefined ? null : asId<ServiceId>(query.data.service);
      const stream = new LiveStream(response, { reader, serviceId, language });
      await hub.admit(stream, lastSeqOf(request.headers['last-event-id']));
    } catch (error) {
      const outcome = outcomeOfFault(error, liveDescribed.path, log);
      if (response.headersSent) response.destroy();
      else writeOutcome(response, outcome, language);
    }
  });
}

const wrongQuery = invalid({
  title: WRONG_SHAPE.query,
  field: 'query',
  rule: {
    en: 'Only "service" may be asked for.',
    de: 'Nur nach «service» kann gefragt werden.',
  },
  mend: {
    en: 'Leave out everything else.',
    de: 'Lassen Sie alles andere weg.',
  },
});

const tooManyStreams = notNow(
  {
    en: 'Too many streams are open',
    de: 'Zu viele Streams sind offen',
  },
  {
    en: 'A person may keep ten streams open.',
    de: 'Eine Person kann zehn Streams offen halten.',
  },
);

function lastSeqOf(header: string | string[] | undefined): number | null {
  const text = typeof header === 'string' ? header : '';
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
