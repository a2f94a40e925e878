import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { transport } from '../client/transport.ts';
import { readJson } from '../readJson.ts';

/** Where the identity library believes Microsoft's login to be. */
export const KNOWN_LOGIN = 'https://login.microsoftonline.com';

const LOGIN_TIMEOUT_MS = 10_000;

/**
 * How the identity library reaches Microsoft's login. It takes no http address, not even on
 * loopback, so it is told Microsoft's own address, for which it needs no discovery, and every
 * request is led from there to the address that was configured. One is made for each token that
 * is fetched.
 */
export class LoginNetwork implements INetworkModule {
  readonly #loginUrl: string;
  #failure: string | null = null;

  constructor(loginUrl: string) {
    this.#loginUrl = loginUrl;
  }

  /** Why the login is not usable at the moment; null when it answered properly. */
  get failure(): string | null {
    return this.#failure;
  }

  sendGetRequestAsync<T>(
    url: string,
    options?: NetworkRequestOptions,
    timeoutMs?: number,
  ): Promise<NetworkResponse<T>> {
    return this.#send<T>('GET', url, options, timeoutMs);
  }

  sendPostRequestAsync<T>(
    url: string,
    options?: NetworkRequestOptions,
  ): Promise<NetworkResponse<T>> {
    return this.#send<T>('POST', url, options);
  }

  async #send<T>(
    method: string,
    url: string,
    options: NetworkRequestOptions = {},
    timeoutMs: number = LOGIN_TIMEOUT_MS,
  ): Promise<NetworkResponse<T>> {
    const reply = await transport({
      url: url.startsWith(KNOWN_LOGIN) ? this.#loginUrl + url.slice(KNOWN_LOGIN.length) : url,
      method,
      headers: options.headers ?? {},
      body: options.body ?? null,
      terms: { timeoutMs },
    });
    if (reply.kind !== 'answered') return this.#fail(reply.cause);
    const { status, headers, text } = reply;
    if (status === 429 || status >= 500) return this.#fail(`it answers ${status}`);
    const body = readJson(text);
    if (body === undefined) return this.#fail(`its answer, ${status}, is no JSON`);
    // What stands in the body is the library's to check.
    return { status, headers: Object.fromEntries(headers), body: body as T };
  }

  #fail(cause: string): never {
    this.#failure = cause;
    throw new Error(cause);
  }
}
