/** Asks the person to grant Rufwerk access, in Teams' own pop-up window. */
import type { ServedConfiguration } from './servedConfiguration.ts';
import type { TokenSource } from './tokens.ts';
import { TroubleError } from './trouble.ts';

export interface ConsentRequest {
  /** Resolves when access has been granted; rejects with an Error that says why it was not. */
  readonly grant: () => Promise<void>;
}

/** What the tab asks for: who the person is, nothing else. */
const SCOPES = ['User.Read'];

/** The library behind it loads only when somebody presses the button. */
export function createConsentRequest(
  configuration: ServedConfiguration,
  tokens: TokenSource,
): ConsentRequest {
  const startPage = new URL(`${import.meta.env.BASE_URL}auth-start.html`, location.origin).href;
  return {
    async grant() {
      const { grantThroughTeamsFx } = await import('./teamsFxConsent.ts');
      try {
        await grantThroughTeamsFx({ clientId: configuration.appId, startPage, scopes: SCOPES });
      } catch (error) {
        // Teams may have asked by itself on the way: what counts is whether there is a token now.
        if (!(await hasToken(tokens))) throw error;
      }
    },
  };
}

async function hasToken(tokens: TokenSource): Promise<boolean> {
  try {
    await tokens.get();
    return true;
  } catch (error) {
    if (error instanceof TroubleError) return false;
    throw error;
  }
}
