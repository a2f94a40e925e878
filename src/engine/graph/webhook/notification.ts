/**
 * What the calling platform posts, in all spellings seen: change types with a capital,
 * `resourceData` as one object or a list, `subcode` and `subCode`, resources under `/app` and
 * `/communications` (facts of the platform, section 4). What it means for the engine is said in
 * `news.ts`.
 */
import { z } from 'zod';
import { identitySet } from '../roster/identitySet.ts';
import { participant } from '../roster/roster.ts';

const code = z.number().int().nullish();

export const resultInfo = z
  .looseObject({ code, subcode: code, subCode: code })
  .transform((result) => ({
    code: result.code ?? null,
    subcode: result.subcode ?? result.subCode ?? null,
  }));

export const callData = z.looseObject({
  state: z.string().nullish(),
  source: z.looseObject({ identity: identitySet.nullish() }).nullish(),
  targets: z.array(z.looseObject({ identity: identitySet.nullish() })).nullish(),
  resultInfo: resultInfo.nullish(),
  toneInfo: z
    .looseObject({ sequenceId: z.number().int().nullish(), tone: z.string().nullish() })
    .nullish(),
});

export const operationData = z.looseObject({
  id: z.string().nullish(),
  status: z.string().nullish(),
  clientContext: z.string().nullish(),
  resultInfo: resultInfo.nullish(),
});

export const rosterData = z.array(participant);

export type CallData = z.infer<typeof callData>;

/** One notification: what changed, and whatever the platform says about it. */
export interface Notification {
  readonly changeType: 'created' | 'updated' | 'deleted';
  readonly callId: string;
  /** What of the call: the call itself, its roster, one of its operations. */
  readonly subject: 'call' | 'roster' | 'operation' | 'other';
  readonly subjectId: string | null;
  readonly data: unknown;
}

const notification = z.looseObject({
  changeType: z
    .string()
    .toLowerCase()
    .pipe(z.enum(['created', 'updated', 'deleted'])),
  resource: z.string().nullish(),
  resourceUrl: z.string().nullish(),
  resourceData: z.unknown().optional(),
});

/** Everything after the version: the call's id, then what of the call, then which one of these. */
const RESOURCE = /(?:^|\/)calls\/([^/?]+)(?:\/([^/?]+)(?:\/([^/?]+))?)?\/?(?:\?.*)?$/i;

/** One element of the platform's list; a text says why it is none. */
export function parseNotification(value: unknown): Notification | string {
  const parsed = notification.safeParse(value);
  if (!parsed.success) return problemOf(parsed.error);
  const { changeType, resource, resourceUrl, resourceData: data } = parsed.data;
  const match = RESOURCE.exec(resource ?? '') ?? RESOURCE.exec(resourceUrl ?? '');
  const callId = match?.[1];
  if (callId === undefined) return 'resource: names no call';
  const subjectId = match?.[3] ?? null;
  return { changeType, callId, subject: subjectOf(match?.[2], subjectId), subjectId, data };
}

function subjectOf(part: string | undefined, subjectId: string | null): Notification['subject'] {
  switch (part?.toLowerCase()) {
    case undefined:
      return 'call';
    case 'participants':
      // News of a single participant is not the whole roster, and only that is told to the engine.
      return subjectId === null ? 'roster' : 'other';
    case 'operations':
      return 'operation';
    default:
      return 'other';
  }
}

/** A call or an operation comes alone or as the only one of a list. */
export function single(data: unknown): unknown {
  return Array.isArray(data) ? (data as readonly unknown[])[0] : data;
}

/** Which field breaks which rule, without its value: that could be personal data. */
export function problemOf(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue === undefined ? 'not readable' : `${issue.path.join('.')}: ${issue.code}`;
}
