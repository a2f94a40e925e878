/**
 * POST /api/emergency/caller-id: where the caller id is rewritten, the carrier or border controller
 * asks which number it shall show for somebody who dials the emergency service. The question itself
 * is a sign: protection begins with it, and the answer comes with the commit (EMG-12, DEC-7,
 * DEC-8).
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { callerIdAnswerSchema, callerIdRequestSchema } from '@rufwerk/engine/api';
import { emergencyViewOf, type PersonId } from '@rufwerk/engine/core';
import type { Log, People } from '@rufwerk/engine/ports';
import type { TenantRuntime } from '@rufwerk/engine/runtime';
import type { Request, Response, Server } from 'restify';
import { answered, type Outcome, writeOutcome } from '../http/answer.ts';
import { readBody } from '../http/body.ts';
import { type Described, readJson } from '../http/operation.ts';
import { invalid, notHere, notNow, notSignedIn, tooLarge } from '../http/problem.ts';
import { outcomeOfFault } from '../http/routes.ts';
import { RateBound } from './rateBound.ts';

const PATH = '/api/emergency/caller-id';
const BODY_LIMIT_BYTES = 4_096;
/** A carrier asks once per emergency call; a house that burns asks for everybody in it. */
const QUESTIONS_PER_MINUTE = 300;

export interface CallerIdParts {
  /** EMERGENCY_CALLER_ID_KEY; undefined: nobody may ask, and there is no such address. */
  readonly key: string | undefined;
  readonly runtime: Pick<TenantRuntime, 'submit' | 'read'>;
  readonly people: Pick<People, 'find' | 'findByEntraId' | 'findByUserPrincipalName'>;
  /** The agent whose own number this is, in E.164; null when that is nobody's. */
  readonly personOfNumber: (number: string) => PersonId | null;
  readonly log: Log;
}

/** How the API's description shows it. */
export const callerIdDescribed: Described = {
  method: 'post',
  path: PATH,
  summary:
    'The number that an emergency call shall show; for carriers and border controllers, where ' +
    'EMERGENCY_CALLER_ID_KEY is set',
  security: 'callerIdKey',
  query: null,
  body: callerIdRequestSchema,
  answer: callerIdAnswerSchema,
};

export function serveCallerId(server: Server, { key, ...parts }: CallerIdParts): void {
  if (key === undefined) return;
  const isKey = keyCheck(key);
  const bound = new RateBound(QUESTIONS_PER_MINUTE);
  server.post(PATH, async (request: Request, response: Response) => {
    writeOutcome(response, await outcomeOf(request, isKey, bound, parts));
  });
}

async function outcomeOf(
  request: Request,
  isKey: (authorization: string | undefined) => boolean,
  bound: RateBound,
  parts: Omit<CallerIdParts, 'key'>,
): Promise<Outcome> {
  try {
    // Whoever guesses keys must not use up what the carrier may ask.
    if (!isKey(request.headers.authorization)) return wrongKey;
    if (!bound.admits(performance.now())) return tooMany;
    const bytes = await readBody(request, BODY_LIMIT_BYTES);
    if (bytes === null) return tooLarge(BODY_LIMIT_BYTES);
    const read = readJson({ contentType: 'application/json', bytes });
    if (read.kind === 'refused') return read;
    const question = callerIdRequestSchema.safeParse(read.value);
    return question.success ? await numberFor(parts, question.data.person) : wrongShape;
  } catch (error) {
    return outcomeOfFault(error, PATH, parts.log);
  }
}

async function numberFor(parts: Omit<CallerIdParts, 'key'>, person: string): Promise<Outcome> {
  const { runtime, log } = parts;
  const agentId = personCalled(parts, person);
  if (agentId === null) return nobody;
  const { facts } = await runtime.submit({
    ...{ type: 'EmergencyCallSeen', agentId, sign: 'caller-id', dialledAt: null },
    ...{ isDrill: false, by: null },
  });
  const isAgent = !facts.some(
    (fact) => fact.type === 'InputIgnored' && fact.reason === 'unknown-agent',
  );
  if (!isAgent) return nobody;
  const view = await runtime.read((state) => emergencyViewOf(state, agentId));
  const number = view?.callback.path === 'pool' ? view.callback.number : null;
  if (number !== null) return answered({ number });
  log.warn({ agentId }, 'No callback number was left for an emergency call');
  return noneLeft;
}

function personCalled(
  { people, personOfNumber }: Omit<CallerIdParts, 'key'>,
  person: string,
): PersonId | null {
  const found = people.findByUserPrincipalName(person) ?? people.findByEntraId(person);
  return found?.id ?? personOfNumber(person);
}

/** Compares digests, which have one length, in a time that tells nothing. */
function keyCheck(key: string): (authorization: string | undefined) => boolean {
  const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();
  const expected = digestOf(key);
  return (authorization = '') => {
    const [, given = ''] = /^Bearer (\S{1,500})$/i.exec(authorization) ?? [];
    return timingSafeEqual(digestOf(given), expected);
  };
}

const wrongKey = notSignedIn('The key is not EMERGENCY_CALLER_ID_KEY.');

const tooMany = notNow(
  'Too many questions',
  `At most ${QUESTIONS_PER_MINUTE} questions are answered in a minute.`,
);

const wrongShape = invalid({
  title: 'The body has the wrong shape',
  field: 'body.person',
  rule: 'It is the user principal name, the object id or the own number of whoever calls.',
  mend: 'Send { "person": "anna.agent@contoso.example" }.',
});

const nobody = notHere({
  title: 'No agent of that name',
  field: 'body.person',
  rule: 'Only agents of a service are protected and have numbers of the pool.',
  mend: 'Show the number that would be shown without Rufwerk.',
});

const noneLeft = notHere({
  title: 'No callback number is left',
  field: 'emergency.callbackNumbers',
  rule: 'Every number of the pool belongs to somebody else’s callback window.',
  mend: 'Show the number that would be shown without Rufwerk, and add numbers to the pool.',
});
