/** The one file that knows @microsoft/teamsfx, which its makers call deprecated. */
import { authentication } from '@microsoft/teams-js';
import { ErrorCode, ErrorWithCode, TeamsUserCredential } from '@microsoft/teamsfx';

interface Asked {
  readonly clientId: string;
  /** Address of auth-start.html. */
  readonly startPage: string;
  readonly scopes: readonly string[];
}

/** Opens the pop-up in which the person consents. @throws Error when they did not. */
export async function grantThroughTeamsFx({ clientId, startPage, scopes }: Asked): Promise<void> {
  const credential = new TeamsUserCredential({ clientId, initiateLoginEndpoint: startPage });
  try {
    await credential.login([...scopes]);
  } catch (error) {
    if (!isWithoutToken(error)) throw error;
    // The library wants a token before it asks for consent, which is just what is missing here.
    const query = new URLSearchParams({ clientId, scope: scopes.join(' ') });
    await authentication.authenticate({
      url: `${startPage}?${query.toString()}`,
      width: 600,
      height: 535,
    });
  }
}

function isWithoutToken(error: unknown): boolean {
  return error instanceof ErrorWithCode && error.code === ErrorCode.InternalError;
}
