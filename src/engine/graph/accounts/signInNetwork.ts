import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { z } from 'zod';
import { LoginNetwork } from '../identity/loginNetwork.ts';
import type { EntraRefusal } from './accountProblem.ts';

const refusalBody = z.looseObject({
  error: z.string().max(100),
  error_codes: z.array(z.number()).max(20).nullish(),
});

/** Somebody still has to type the code: no refusal. */
const PENDING = 'authorization_pending';
/** What is refused here, as to an unknown directory, the library would take for a code. */
const DEVICE_CODE_ADDRESS = /\/devicecode(\?|$)/;

/**
 * The way to Microsoft's login that keeps what Entra refused: the identity library's errors do not
 * hold its codes in every flow. One is made for each sign-in.
 */
export class SignInNetwork implements INetworkModule {
  readonly #login: LoginNetwork;
  #refusal: EntraRefusal | null = null;

  constructor(loginUrl: string) {
    this.#login = new LoginNetwork(loginUrl);
  }

  /** Why the login is not usable at the moment; null when it answered properly. */
  get failure(): string | null {
    return this.#login.failure;
  }

  get refusal(): EntraRefusal | null {
    return this.#refusal;
  }

  async sendGetRequestAsync<T>(
    url: string,
    options?: NetworkRequestOptions,
    timeoutMs?: number,
  ): Promise<NetworkResponse<T>> {
    return this.#look(await this.#login.sendGetRequestAsync<T>(url, options, timeoutMs));
  }

  async sendPostRequestAsync<T>(
    url: string,
    options?: NetworkRequestOptions,
  ): Promise<NetworkResponse<T>> {
    const response = this.#look(await this.#login.sendPostRequestAsync<T>(url, options));
    const isCodeRefused = DEVICE_CODE_ADDRESS.test(url) && this.#refusal !== null;
    if (isCodeRefused) throw new Error('Entra gives no code.');
    return response;
  }

  #look<T>(response: NetworkResponse<T>): NetworkResponse<T> {
    const refused = refusalBody.safeParse(response.body);
    if (refused.success && refused.data.error !== PENDING) {
      const { error, error_codes: codes } = refused.data;
      this.#refusal = { error, codes: codes ?? [] };
    }
    return response;
  }
}
