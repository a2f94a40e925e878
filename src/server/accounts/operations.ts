/**
 * Presence accounts, kept by administrators: list, sign in by code or redirect, delete (NIM-30).
 */
import {
  newSignInSchema,
  presenceAccountsSchema,
  signInSchema,
  type PresenceAccountView,
  type SignInView,
} from '@rufwerk/engine/api';
import type { Language, Texts } from '@rufwerk/engine/core';
import type {
  AccountProblem,
  PresencePush,
  PresencePushHealth,
  SignIn,
} from '@rufwerk/engine/graph';
import { answered, done, type Outcome } from '../http/answer.ts';
import { operation, type Operation } from '../http/operation.ts';
import {
  ASK_AN_ADMINISTRATOR,
  forbidden,
  notAcceptable,
  notNow,
  type Refusal,
  unknown,
} from '../http/problem.ts';
import { instant } from '../api/shown.ts';
import type { Reader } from '../session/reader.ts';

const PATH = '/api/v1/presence-accounts';

export interface PresenceAccountParts {
  readonly push: Pick<PresencePush, 'accounts' | 'removeAccount' | 'health'>;
}

export function presenceAccountOperations({ push }: PresenceAccountParts): Operation[] {
  return [
    operation({
      method: 'get',
      path: PATH,
      summary: 'The accounts by which presence is subscribed to, and how they fare',
      answer: presenceAccountsSchema,
      perform: ({ reader, language }) => {
        const told = answered({ accounts: accountsShown(push, language) });
        return Promise.resolve(refuse(reader) ?? told);
      },
    }),
    operation({
      method: 'post',
      path: `${PATH}/sign-ins`,
      summary: 'Begin to sign a presence account in; no password passes through Rufwerk',
      body: newSignInSchema,
      answer: signInSchema,
      perform: async ({ reader, body, language }) => {
        const refusal = refuse(reader);
        if (refusal !== null) return refusal;
        const { signIns } = push.accounts;
        const signIn =
          body.way === 'redirect'
            ? await signIns.startByRedirect(body.tenantId)
            : await signIns.startByDeviceCode(body.tenantId);
        return begun(signIn, language);
      },
    }),
    operation({
      method: 'get',
      path: `${PATH}/sign-ins/:id`,
      summary: 'What has become of a sign-in',
      answer: signInSchema,
      perform: ({ reader, params, language }) => {
        const found = push.accounts.signIns.find(params['id'] ?? '');
        const told =
          found === null ? unknown('The sign-in') : answered(signInShown(found, language));
        return Promise.resolve(refuse(reader) ?? told);
      },
    }),
    operation({
      method: 'delete',
      path: `${PATH}/:id`,
      summary: 'Delete a presence account and end what it has subscribed to',
      perform: async ({ reader, params }) => {
        const refusal = refuse(reader);
        if (refusal !== null) return refusal;
        const isRemoved = await push.removeAccount(params['id'] ?? '');
        return isRemoved ? done : unknown('The presence account');
      },
    }),
  ];
}

function refuse(reader: Reader): Refusal | null {
  if (reader.isAdministrator()) return null;
  return forbidden(
    {
      en: 'Presence accounts are kept by administrators.',
      de: 'Präsenzkonten verwalten Administratoren.',
    },
    ASK_AN_ADMINISTRATOR,
  );
}

/** One that Entra refuses before anybody could sign in is no sign-in at all. */
function begun(signIn: SignIn, language: Language): Outcome {
  if (signIn.state.kind !== 'refused') return answered(signInShown(signIn, language));
  const { kind, ...problem } = problemShown(signIn.state.problem, language);
  if (kind === 'unreachable') return notNow(UNREACHABLE[language], problem.rule);
  return notAcceptable(REFUSED[language], [problem]);
}

function signInShown({ id, way, state }: SignIn, language: Language): SignInView {
  const waiting = state.kind === 'waiting' ? state : null;
  return {
    ...{ id, way, state: state.kind },
    expiresAt: waiting === null ? null : instant(waiting.expiresAt),
    address: waiting?.address ?? null,
    userCode: waiting?.userCode ?? null,
    accountId: state.kind === 'signed-in' ? state.accountId : null,
    problem: state.kind === 'refused' ? problemShown(state.problem, language) : null,
  };
}

const UNREACHABLE: Texts = {
  en: 'Microsoft’s login cannot be reached',
  de: 'Microsofts Anmeldung ist nicht zu erreichen',
};

const REFUSED: Texts = {
  en: 'The account cannot be signed in',
  de: 'Das Konto lässt sich nicht anmelden',
};

function problemShown({ kind, field, rule, mend }: AccountProblem, language: Language) {
  return { kind, field: field[language], rule: rule[language], mend: mend[language] };
}

type LastError = NonNullable<PresencePushHealth['accounts'][number]['lastError']>;

function errorShown({ at, field, cause, mend }: LastError, language: Language) {
  return {
    ...{ at: instant(at), field: field[language] },
    ...{ cause: cause[language], mend: mend[language] },
  };
}

function accountsShown(
  push: PresenceAccountParts['push'],
  language: Language,
): PresenceAccountView[] {
  const healths = new Map(push.health().accounts.map((each) => [each.accountId, each]));
  return push.accounts.list().map(({ displayName: name, addedAt, problem, ...account }) => {
    const health = healths.get(account.id);
    const error = health?.lastError ?? null;
    return {
      ...{ ...account, name, addedAt: instant(addedAt) },
      problem: problem === null ? null : problemShown(problem, language),
      subscription: {
        state: health?.state ?? 'resting',
        newsState: health?.newsState ?? 'offline',
        people: health?.people ?? 0,
        madeAt: instantOrNull(health?.madeAt),
        expiresAt: instantOrNull(health?.expiresAt),
        lastNotificationAt: instantOrNull(health?.lastNotificationAt),
        silentSinceAt: instantOrNull(health?.silentSinceAt),
        lastError: error === null ? null : errorShown(error, language),
      },
    };
  });
}

function instantOrNull(at: number | null | undefined): string | null {
  return at == null ? null : instant(at);
}
