/** Readiness for administrators and supervisors; `npm run doctor` reads the same. */
import { readinessSchema, type ReadinessView } from '@rufwerk/engine/api';
import type { CheckState, ReadinessTold } from '../readiness/index.ts';
import { answered } from '../http/answer.ts';
import { operation, type Operation } from '../http/operation.ts';
import { ASK_AN_ADMINISTRATOR, forbidden } from '../http/problem.ts';
import type { Reader } from '../session/reader.ts';
import type { ApiParts } from './parts.ts';
import { instant } from './shown.ts';

export function readinessOperations({ readiness }: ApiParts): Operation[] {
  return [
    operation({
      method: 'get',
      path: '/api/readiness',
      summary: 'What must be right outside of Rufwerk: effect, cause and mend of each fault',
      answer: readinessSchema,
      perform: async ({ reader, language }) =>
        mayRead(reader) ? answered(shown(await readiness.told(language))) : notYours,
    }),
    operation({
      method: 'post',
      path: '/api/readiness/check',
      summary: 'Check again, with a new token and without what was seen before',
      answer: readinessSchema,
      perform: async ({ reader, language }) =>
        mayRead(reader) ? answered(shown(await readiness.checkAgain(language))) : notYours,
    }),
  ];
}

function mayRead(reader: Reader): boolean {
  return reader.roles().some((role) => role === 'administrator' || role === 'supervisor');
}

const ORDER: readonly CheckState[] = ['fault', 'warning', 'advice', 'good'];

function shown({ checkedAt, checks }: ReadinessTold): ReadinessView {
  const sorted = [...checks].sort(
    (one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state),
  );
  return { checkedAt: instant(checkedAt), checks: sorted };
}

const notYours = forbidden(
  {
    en: 'Readiness is shown to administrators and supervisors.',
    de: 'Die Bereitschaft sehen Administratoren und Supervisoren.',
  },
  ASK_AN_ADMINISTRATOR,
);
