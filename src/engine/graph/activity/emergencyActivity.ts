/**
 * Entries in Teams' activity feed that tell of an emergency:
 * https://learn.microsoft.com/graph/api/userteamwork-sendactivitynotification
 */
import type { EffectOutcome, TellContact } from '@rufwerk/engine/core';
import type { EffectPerformer, People } from '@rufwerk/engine/ports';
import type { RequestTerms } from '../client/exchange.ts';
import type { GraphAnswer } from '../client/graphAnswer.ts';
import type { GraphClient } from '../client/graphClient.ts';

const KIND = 'send-emergency-activity';
const PERMISSION = 'TeamsActivity.Send';
/** Of the app's manifest, where their sentences stand in every language. */
const ACTIVITY_TYPE = { emergency: 'emergencyCall', drill: 'emergencyDrill' } as const;
/** Teams shows no more of it. */
const PREVIEW_CHARACTERS_MAX = 150;
/** The one refusal for want of the app that shares its status with a missing permission. */
const APP_MISSING = /not authorized to generate|app is installed|no authorized app/i;

const TERMS: RequestTerms = {
  operation: KIND,
  repeat: 'if-not-taken',
  timeoutMs: 4_000,
  tries: 3,
  totalMs: 4_000,
  clue: APP_MISSING,
};

export interface EmergencyActivity {
  /** Whose emergency it is; stands in the sentence of the manifest. */
  readonly agent: string;
  /** What the entry is about, in a few words. */
  readonly topic: string;
  readonly preview: string;
  /** Where a click leads: a deep link, `https://teams.microsoft.com/l/...` */
  readonly webUrl: string;
}

/** Null where nothing is to be told. */
export type WriteActivity = (effect: TellContact) => Promise<EmergencyActivity | null>;

export interface EmergencyActivityParts {
  readonly graph: GraphClient;
  readonly people: Pick<People, 'find'>;
  readonly write: WriteActivity;
}

/**
 * Performs `send-emergency-activity`. It does not apply to people outside the directory, and to
 * those who do not have the app in Teams.
 */
export function createEmergencyActivityPerformer({
  graph,
  people,
  write,
}: EmergencyActivityParts): EffectPerformer<TellContact['kind']> {
  return {
    kinds: [KIND],
    perform: async ({ effect }) => {
      const entraId = people.find(effect.contactId)?.entraId ?? null;
      if (entraId === null) return { kind: 'does-not-apply', because: 'outside' };
      const activity = await write(effect);
      if (activity === null) return { kind: 'does-not-apply', because: 'no-feed' };
      return outcomeOf(await send(graph, entraId, activity, effect.isDrill));
    },
  };
}

function send(
  graph: GraphClient,
  entraId: string,
  { agent, topic, preview, webUrl }: EmergencyActivity,
  isDrill: boolean,
): Promise<GraphAnswer> {
  return graph.send({
    method: 'POST',
    path: `/users/${encodeURIComponent(entraId)}/teamwork/sendActivityNotification`,
    body: {
      topic: { source: 'text', value: topic, webUrl },
      activityType: isDrill ? ACTIVITY_TYPE.drill : ACTIVITY_TYPE.emergency,
      previewText: { content: preview.slice(0, PREVIEW_CHARACTERS_MAX) },
      templateParameters: [{ name: 'agent', value: agent }],
    },
    terms: TERMS,
  });
}

function outcomeOf(answer: GraphAnswer): EffectOutcome {
  if (answer.kind === 'success') return { kind: 'done' };
  if (answer.kind === 'unknown') return { kind: 'unknown', cause: answer.cause };
  const { status, cause, hasClue = false } = answer;
  if (status === 404 || (status === 403 && hasClue)) {
    return { kind: 'does-not-apply', because: 'no-app' };
  }
  if (status !== 403) return { kind: 'failed', cause };
  return {
    kind: 'failed',
    cause:
      `${cause}: the application permission ${PERMISSION} is missing. Add it under Entra > App ` +
      'registrations > API permissions and grant admin consent.',
  };
}
