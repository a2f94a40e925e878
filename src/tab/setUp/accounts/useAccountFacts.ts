import type { PresenceAccountView } from '@rufwerk/engine/api';
import type { Fact } from '../../appearance/FactList.tsx';
import { useNow } from '../../clock/useNow.ts';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.ts';

/** What is told of an account: what it does, what it sees, and what is wrong. */
export function useAccountFacts(
  account: PresenceAccountView,
  isOtherLive: boolean,
): readonly Fact[] {
  const say = useWords();
  const now = useNow();
  const { nearTime } = useFormats();
  const { seesActivity, tenantId, subscription } = account;
  const { people, expiresAt, lastNotificationAt, silentSinceAt, lastError } = subscription;
  const time = (instant: string): string => nearTime(Date.parse(instant), now);
  const facts: Fact[] = [
    {
      term: say('account.sees'),
      value: seesActivity ? say('account.activity') : say('account.noActivity', { tenantId }),
    },
    { term: say('account.news'), value: say(`account.newsState.${newsOf(subscription)}`) },
  ];
  if (expiresAt !== null) {
    const words = lastError === null ? 'account.subscribed' : 'account.subscribedStill';
    const value = say(words, { count: people, until: time(expiresAt) });
    facts.push({ term: say('account.subscription'), value });
  }
  if (lastNotificationAt !== null) {
    facts.push({ term: say('account.lastNews'), value: time(lastNotificationAt) });
  }
  if (silentSinceAt !== null) {
    const value = say('account.silent', { time: time(silentSinceAt) });
    facts.push({ term: say('account.silence'), value });
  }
  const wrong = wrongWith(account);
  if (wrong === null) return facts;
  const cost = say(isOtherLive ? 'account.costStandBy' : 'account.costPush');
  return [
    ...facts,
    { term: say('readiness.effect'), value: cost },
    { term: say('readiness.cause'), value: wrong.cause },
    { term: say('readiness.mend'), value: wrong.mend },
  ];
}

/** One that stands by has nobody to cover, and is well. */
function newsOf({ state, newsState }: PresenceAccountView['subscription']) {
  return state === 'resting' ? 'resting' : newsState;
}

/** Why it is kept out, or what stood last in the way; null while it is well. */
function wrongWith({
  problem,
  subscription: { state, lastError },
}: PresenceAccountView): { readonly cause: string; readonly mend: string } | null {
  if (problem !== null) return { cause: problem.rule, mend: problem.mend };
  return state === 'waiting' || state === 'barred' ? lastError : null;
}
