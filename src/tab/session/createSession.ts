import { createServedClock } from '../clock/servedClock.ts';
import { languageOf } from '../language/language.ts';
import { createLiveStream } from '../stream/liveStream.ts';
import { createApi } from './api.ts';
import { createConsentRequest } from './consent.ts';
import { createSend } from './request.ts';
import type { ServedConfiguration } from './servedConfiguration.ts';
import type { Session } from './SessionContext.ts';
import type { Teams } from './teams.ts';
import { createTokenSource } from './tokens.ts';

/** Wires the tab's parts together, once. */
export function createSession(configuration: ServedConfiguration, teams: Teams): Session {
  const clock = createServedClock();
  const tokens = createTokenSource(teams.askForToken, clock.now);
  const send = createSend({
    ...{ tokens, clock, language: languageOf(teams.locale) },
    ask: fetch.bind(globalThis),
  });
  return {
    api: createApi(send),
    clock,
    stream: createLiveStream({ send, now: Date.now, spread: Math.random }),
    teams,
    consent: createConsentRequest(configuration, tokens),
  };
}
