/** Whether the application can sign in: without it nothing can be asked of Microsoft. */
import { asSaid, type Found, type Texts } from './check.ts';
import type { NewestToken } from './applicationToken.ts';

/** A token at hand is good for up to an hour: until then a login that is down costs nothing yet. */
export function signInCheck({ granted, problem }: NewestToken): Found {
  const state = problem === null ? 'good' : granted === null ? 'fault' : 'warning';
  return {
    id: 'sign-in',
    area: 'sign-in',
    state,
    words: {
      title: { en: 'Sign-in of the application', de: 'Anmeldung der Anwendung' },
      effect: granted === null ? NOTHING_WORKS : WORKS_FOR_NOW,
      cause: asSaid(problem ?? ''),
      mend: {
        en: 'Check MICROSOFT_APP_ID, MICROSOFT_APP_SECRET and MICROSOFT_TENANT_ID, and the way out.',
        de: 'MICROSOFT_APP_ID, MICROSOFT_APP_SECRET und MICROSOFT_TENANT_ID prüfen, und den Weg ins Internet.',
      },
    },
  };
}

const NOTHING_WORKS: Texts = {
  en: 'Nothing can be asked of Microsoft: calls are not answered, presence grows old.',
  de: 'Microsoft kann nichts gefragt werden: keine Anrufannahme, die Präsenz veraltet.',
};

const WORKS_FOR_NOW: Texts = {
  en: 'The last sign-in is still good for up to an hour; after that nothing can be asked.',
  de: 'Die letzte Anmeldung gilt noch bis zu einer Stunde; danach kann nichts mehr gefragt werden.',
};
