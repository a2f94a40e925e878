/**
 * Writes what people show in Teams: our one session per person (setPresence, clearPresence), and
 * the person's own preference. Doing the same twice is the same, so that what may have happened is
 * simply done again.
 */
import type { ClearPresence, EffectOutcome, PersonId, PreferPresence } from '@rufwerk/engine/core';
import type { WritePresence } from '@rufwerk/engine/core';
import type { Clock, People } from '@rufwerk/engine/ports';
import type { GraphAnswer } from '../client/graphAnswer.ts';
import type { GraphClient } from '../client/graphClient.ts';
import { waitUntil } from '../client/waitUntil.ts';
import type { RequestBudget } from './requestBudget.ts';
import type { SourceRecord } from './sourceRecord.ts';
import { inWords, troubleOf } from './trouble.ts';
import type { Trouble } from './trouble.ts';

const TIMEOUT_MS = 5_000;
const TRIES = 3;
/** All tries and pauses together; an effect that takes 20 s counts as unknown. */
const TOTAL_MS = 14_000;
const PAUSE_AFTER_DOUBT_MS = 500;

export interface PresenceWriteParts {
  readonly graph: GraphClient;
  readonly people: Pick<People, 'find'>;
  readonly budget: RequestBudget;
  readonly clock: Clock;
  readonly record: SourceRecord;
  /** Makes the next request travel with another token: the permission may be granted by then. */
  readonly renewToken: () => void;
  /** Names our session: an application has one for each person. */
  readonly appId: string;
}

type Write = WritePresence | ClearPresence | PreferPresence;

interface Action {
  readonly name: string;
  readonly body: object;
}

/** Performs one write; never rejects for what the world can do. */
export async function writePresence(
  parts: PresenceWriteParts,
  effect: Write,
): Promise<EffectOutcome> {
  const entraId = entraIdOf(parts, effect.agentId);
  if (entraId === null) return { kind: 'failed', cause: GONE };
  const { name, body } = actionOf(parts, effect);
  const path = `/users/${encodeURIComponent(entraId)}/presence/${name}`;
  const answer = await sendPatiently(parts, { operation: effect.kind, path, body });
  const nowAt = parts.clock.now();
  if (answer.kind === 'success' || isCleared(effect, answer)) {
    parts.record.succeeded(nowAt);
    return { kind: 'done' };
  }
  const trouble = whyNotWritten(answer);
  if (trouble.lacks !== undefined) parts.renewToken();
  // Somebody who is gone is no trouble of the source.
  if (answer.kind !== 'refused' || answer.status !== 404) parts.record.failed(nowAt, trouble);
  const kind = answer.kind === 'unknown' ? 'unknown' : 'failed';
  return { kind, cause: inWords(trouble) };
}

const GONE = 'the person is not in the directory any more';

function entraIdOf({ people }: PresenceWriteParts, agentId: PersonId): string | null {
  return people.find(agentId)?.entraId ?? null;
}

function actionOf({ appId }: PresenceWriteParts, effect: Write): Action {
  switch (effect.kind) {
    case 'write-presence': {
      const expirationDuration = isoDuration(effect.forSeconds);
      return {
        name: 'setPresence',
        body: { sessionId: appId, ...effect.presence, expirationDuration },
      };
    }
    case 'clear-presence':
      return { name: 'clearPresence', body: { sessionId: appId } };
    case 'prefer-presence': {
      if (effect.presence === null) return { name: 'clearUserPreferredPresence', body: {} };
      const { forMinutes } = effect;
      const lasting =
        forMinutes === null ? {} : { expirationDuration: isoDuration(forMinutes * 60) };
      return { name: 'setUserPreferredPresence', body: { ...effect.presence, ...lasting } };
    }
  }
}

/** Such as `PT1H5M`: to the second, so that nothing lasts longer than it was meant to. */
export function isoDuration(totalSeconds: number): string {
  const whole = Math.max(1, Math.floor(totalSeconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const seconds = whole % 60;
  const parts = [`${hours}H`, `${minutes}M`, `${seconds}S`];
  return `PT${parts.filter((part) => !part.startsWith('0')).join('')}`;
}

/** Of a person or session that is gone nothing of ours is shown any more. */
function isCleared(effect: Write, answer: GraphAnswer): boolean {
  return effect.kind === 'clear-presence' && answer.kind === 'refused' && answer.status === 404;
}

function whyNotWritten(answer: Exclude<GraphAnswer, { readonly kind: 'success' }>): Trouble {
  if (answer.kind === 'refused' && answer.status === 404) {
    return { cause: `${answer.cause}: ${GONE}`, mend: null };
  }
  return troubleOf(answer, 'Presence.ReadWrite.All');
}

/** Within the budget, again after a pause that Graph asks for and after a doubt. */
async function sendPatiently(
  { graph, budget, clock, record }: PresenceWriteParts,
  request: { readonly operation: string; readonly path: string; readonly body: object },
): Promise<GraphAnswer> {
  const { operation, path, body } = request;
  const terms = { operation, repeat: 'freely', timeoutMs: TIMEOUT_MS, tries: 1 } as const;
  const untilAt = clock.now() + TOTAL_MS;
  let answer: GraphAnswer = notSent('Microsoft Graph asks to wait before presence is written');
  for (let tried = 0; tried < TRIES; tried += 1) {
    if (!(await budget.take(untilAt))) return answer;
    const sentAtMs = performance.now();
    answer = await graph.send({
      ...{ method: 'POST', path, body },
      terms: { ...terms, totalMs: TIMEOUT_MS },
    });
    record.answered(performance.now() - sentAtMs);
    const isThrottled = budget.heed(answer);
    if (!isThrottled && answer.kind !== 'unknown') return answer;
    if (answer.kind === 'unknown' && tried < TRIES - 1) {
      await waitUntil(clock, Math.min(untilAt, clock.now() + PAUSE_AFTER_DOUBT_MS));
    }
  }
  return answer;
}

function notSent(cause: string): GraphAnswer {
  return { kind: 'refused', status: null, code: '', cause, retryAfterMs: null };
}
