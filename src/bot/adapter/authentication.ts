/** Fits our caller check, our tokens and our transport into the places the SDK has for them. */
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Activity } from 'botbuilder';
import {
  AuthenticationError,
  ClaimsIdentity,
  ServiceClientCredentialsFactory,
} from 'botframework-connector';
import type { AuthenticateRequestResult } from 'botframework-connector';
import type { TokenSource } from '@rufwerk/engine/ports';
import type { CheckCaller } from './caller-check.ts';
import { readOrigin } from './read-activity.ts';
import { transport } from './transport.ts';

/** Whom our tokens are for: the Bot Connector. */
export const AUDIENCE = 'https://api.botframework.com';
const SCOPE = `${AUDIENCE}/.default`;

type Credentials = Awaited<ReturnType<ServiceClientCredentialsFactory['createCredentials']>>;

/** The application has no token to send with: nothing went out. */
export class NoToken extends Error {
  override readonly name = 'NoToken';
}

class CredentialsFactory extends ServiceClientCredentialsFactory {
  readonly #appId: string;
  readonly #tokens: TokenSource;

  constructor(appId: string, tokens: TokenSource) {
    super();
    this.#appId = appId;
    this.#tokens = tokens;
  }

  override isValidAppId(appId: string): Promise<boolean> {
    return Promise.resolve(appId === this.#appId);
  }

  override isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(false);
  }

  override createCredentials(): Promise<Credentials> {
    const tokens = this.#tokens;
    return Promise.resolve({
      async signRequest(request) {
        request.headers.set('authorization', `Bearer ${await accessToken(tokens)}`);
        return request;
      },
    });
  }
}

async function accessToken(tokens: TokenSource): Promise<string> {
  try {
    return await tokens.accessToken(SCOPE);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new NoToken(cause, { cause: error });
  }
}

/** Refusals leave as the SDK's `AuthenticationError` with the status to answer. */
export class TeamsAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #check: CheckCaller;

  constructor(appId: string, tokens: TokenSource, check: CheckCaller) {
    const credentials = new CredentialsFactory(appId, tokens);
    super({ MicrosoftAppId: appId }, credentials, undefined, undefined, { httpClient: transport });
    this.#check = check;
  }

  override async authenticateRequest(
    activity: Activity,
    authorization: string,
  ): Promise<AuthenticateRequestResult> {
    const verdict = await this.#check(authorization, readOrigin(activity));
    if (verdict.kind === 'refused') throw new AuthenticationError(verdict.cause, verdict.status);
    const claims = Object.entries(verdict.claims).map(([type, value]) => ({
      type,
      value: String(value),
    }));
    const claimsIdentity = new ClaimsIdentity(claims, true);
    return {
      audience: AUDIENCE,
      claimsIdentity,
      connectorFactory: this.createConnectorFactory(claimsIdentity),
    };
  }
}
