/**
 * Numbers of the pool that are somebody's now: until the hour from dialling is over, whether the
 * person is ready before that or not, and for as long as the call itself lasts (DEC-7).
 */
import { heldNumbersSchema, type HeldNumbers } from '@rufwerk/engine/api';
import {
  type ConfigurationDraft,
  type ConfigurationProblem,
  inLanguage,
  type Language,
  type PersonId,
  type TenantState,
} from '@rufwerk/engine/core';
import type { People } from '@rufwerk/engine/ports';
import type { ApiParts } from '../api/parts.ts';
import { clockOf, instantOrNull, personShown } from '../api/shown.ts';
import { answered } from '../http/answer.ts';
import { operation, type Operation } from '../http/operation.ts';
import { ASK_AN_ADMINISTRATOR, forbidden } from '../http/problem.ts';

type State = Pick<TenantState, 'callbackNumbers' | 'configuration' | 'emergencies'>;

interface HeldNumber {
  readonly account: string;
  readonly number: string;
  readonly agentId: PersonId;
  readonly isDrill: boolean;
  /** Null: the hour is over, and the call still goes on. */
  readonly untilAt: number | null;
}

export function heldNumbersOperation({ runtime, people }: ApiParts): Operation {
  return operation({
    method: 'get',
    path: '/api/v1/emergency-callback-numbers',
    summary: 'The callback numbers of the pool that somebody holds now, with until when',
    answer: heldNumbersSchema,
    perform: async ({ reader }) => {
      if (!reader.isAdministrator()) return administratorsOnly;
      const held = await runtime.read((state) => heldNumbers(state, runtime.now()));
      return answered(heldShown(people, held));
    },
  });
}

function heldShown(people: Pick<People, 'find'>, held: readonly HeldNumber[]): HeldNumbers {
  return {
    held: held.map(({ number, agentId, isDrill, untilAt }) => ({
      ...{ number, isDrill, until: instantOrNull(untilAt) },
      agent: personShown(people, agentId),
    })),
  };
}

function heldNumbers(
  { callbackNumbers, configuration, emergencies }: Readonly<State>,
  now: number,
): HeldNumber[] {
  const inCall = new Set(
    [...emergencies.values()].flatMap(({ account, endedAt }) => (endedAt === null ? account : [])),
  );
  const pool = configuration?.emergency?.callbackNumbers ?? [];
  return pool.flatMap(({ resourceAccount: account, number }) => {
    const last = callbackNumbers.get(account);
    if (last === undefined) return [];
    const { agentId, isDrill, untilAt } = last;
    const isOver = untilAt <= now;
    if (isOver && !inCall.has(account)) return [];
    return [{ account, number, agentId, isDrill, untilAt: isOver ? null : untilAt }];
  });
}

/**
 * One warning for each number that a new file takes out of the pool while somebody holds it: told
 * before it is imported. `accountOf` says which account the file means; null where nobody knows.
 */
export function heldNumbersTakenAway(
  state: Readonly<State>,
  { now, nameOf }: { readonly now: number; readonly nameOf: (id: PersonId) => string },
  file: ConfigurationDraft,
  accountOf: (name: string) => string | null,
  language: Language = 'en',
): ConfigurationProblem[] {
  const pool = file.emergency?.callbackNumbers ?? [];
  const kept = new Set(pool.map(({ resourceAccount }) => accountOf(resourceAccount)));
  return heldNumbers(state, now)
    .filter(({ account }) => !kept.has(account))
    .map(({ number, agentId, untilAt }) => {
      const name = nameOf(agentId);
      const time = (of: Language): string | null =>
        untilAt === null ? null : clockOf(state.configuration, of)(untilAt);
      return inLanguage(leftOut(number, name, { en: time('en'), de: time('de') }), language);
    });
}

function leftOut(
  number: string,
  name: string,
  until: { readonly en: string | null; readonly de: string | null },
) {
  const untilEn = until.en === null ? 'while the call goes on' : `until ${until.en}`;
  const untilDe = until.de === null ? 'solange der Anruf dauert' : `bis ${until.de} Uhr`;
  return {
    field: 'emergency.callbackNumbers',
    rule: {
      en: `${name} holds ${number} ${untilEn}, and it is left out here.`,
      de: `${number} dient ${name} ${untilDe} und fehlt hier.`,
    },
    mend: {
      en: 'Keep it until then: a callback would still ring, but nobody would see its number.',
      de: 'Behalten Sie sie bis dahin: Ein Rückruf klingelte noch, doch niemand sähe die Nummer.',
    },
  };
}

const administratorsOnly = forbidden(
  {
    en: 'The callback numbers are shown to administrators.',
    de: 'Die Rückrufnummern sehen Administratoren.',
  },
  ASK_AN_ADMINISTRATOR,
);
