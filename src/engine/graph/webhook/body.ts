import { z } from 'zod';
import { readJson } from '../readJson.ts';

/** The most that a notification may have; a roster of 300 people has about 200 kB. */
export const CALLING_BODY_LIMIT_BYTES = 1024 * 1024;
const NOTIFICATIONS_LIMIT = 1_000;

/** The body of a post to the calling webhook, before its notifications are looked at. */
export type CallingBody =
  | { readonly kind: 'notifications'; readonly values: readonly unknown[] }
  /** The old Skype protocol; answered by 204 it comes again in Graph's. */
  | { readonly kind: 'legacy' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'malformed'; readonly problem: string };

const notifications = z.looseObject({ value: z.array(z.unknown()).max(NOTIFICATIONS_LIMIT) });

/** What a conversation of the old protocol holds and Graph's notifications never do. */
const LEGACY_FIELDS = [
  'callState',
  'conversationInvitation',
  'callInvitation',
  'callNotification',
  'presentedModalityTypes',
];

export function readCallingBody(body: Buffer): CallingBody {
  if (body.byteLength > CALLING_BODY_LIMIT_BYTES) return { kind: 'too-large' };
  const json = readJson(body.toString('utf8'));
  if (typeof json !== 'object' || json === null) {
    return { kind: 'malformed', problem: 'the body is no JSON object' };
  }
  const graph = notifications.safeParse(json);
  if (graph.success) return { kind: 'notifications', values: graph.data.value };
  if (LEGACY_FIELDS.some((field) => field in json)) return { kind: 'legacy' };
  return { kind: 'malformed', problem: 'value: is no list of notifications' };
}
