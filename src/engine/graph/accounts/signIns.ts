/**
 * Sign-ins of presence accounts that are under way.
 *
 *   start --by code on another device--> waiting --person signs in----> signed-in
 *     \----by redirect-----------------> waiting --browser comes back-> signed-in
 *                                           \--declined, expired, not allowed--> refused
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { CryptoProvider } from '@azure/msal-node';
import type { Clock } from '@rufwerk/engine/ports';
import { accountProblem, problemOfRefusal } from './accountProblem.ts';
import type { AccountProblem } from './accountProblem.ts';
import { authorisationUrl, signInByCode, signInByDeviceCode } from './signIn.ts';
import type { Registration, SignedIn, SignInOutcome, SignInWay } from './signIn.ts';

/** Whoever starts more lets the oldest go. */
const SIGN_INS_MAX = 10;
/** As long as Entra's own codes live at most. */
const REDIRECT_WITHIN_MS = 10 * 60_000;

export type SignInState =
  | {
      readonly kind: 'waiting';
      readonly expiresAt: number;
      /** Where a person goes: with the code that is typed there, or (null) by this very browser. */
      readonly address: string;
      readonly userCode: string | null;
    }
  | { readonly kind: 'signed-in'; readonly accountId: string }
  | { readonly kind: 'refused'; readonly problem: AccountProblem };

export interface SignIn {
  readonly id: string;
  readonly way: SignInWay;
  readonly state: SignInState;
}

/** What Entra adds to our address when it sends the browser back. */
export interface RedirectAnswer {
  readonly state: string;
  readonly code: string | null;
  readonly error: string | null;
  readonly errorDescription: string | null;
}

export interface SignInsOptions {
  readonly registration: Registration;
  /** The directory to sign in to where nothing else is said. */
  readonly tenantId: string;
  readonly redirectUri: string;
  readonly clock: Clock;
  /** Keeps who signed in, or tells why not. */
  readonly keep: (signedIn: SignedIn, way: SignInWay) => Promise<KeptState>;
}

/** How a sign-in is over. */
export type KeptState = Exclude<SignInState, { readonly kind: 'waiting' }>;

/** What Entra tells of a code. */
interface ToldCode {
  readonly userCode: string;
  readonly verificationUri: string;
  readonly expiresIn: number;
}

interface UnderWay {
  readonly id: string;
  readonly way: SignInWay;
  state: SignInState;
  /** Ends the library's polling. */
  readonly cancel?: () => void;
  /** Of a sign-in by redirect: what the browser has to bring back, once, and what belongs to it. */
  redirect?: { readonly secret: string; readonly verifier: string; readonly tenantId: string };
}

export class SignIns {
  readonly #options: SignInsOptions;
  readonly #known = new Map<string, UnderWay>();

  constructor(options: SignInsOptions) {
    this.#options = options;
  }

  /** Null when it is not known, or was let go. */
  find(id: string): SignIn | null {
    const signIn = this.#known.get(id);
    return signIn === undefined ? null : this.#shown(signIn);
  }

  /** Resolves when there is a code to type, or when Entra gives none. */
  startByDeviceCode(tenantId = this.#options.tenantId): Promise<SignIn> {
    const { registration, clock } = this.#options;
    return new Promise((resolve, reject) => {
      let signIn: UnderWay | null = null;
      const request = {
        cancel: false,
        deviceCodeCallback: ({ userCode, verificationUri: address, expiresIn }: ToldCode) => {
          const expiresAt = clock.now() + expiresIn * 1000;
          const state = { kind: 'waiting', expiresAt, address, userCode } as const;
          const cancel = (): void => void (request.cancel = true);
          signIn = this.#add({ id: randomUUID(), way: 'device-code', state, cancel });
          resolve(this.#shown(signIn));
        },
      };
      signInByDeviceCode(registration, tenantId, request)
        .then(async (outcome) => {
          const state = await this.#stateAfter(outcome, 'device-code');
          if (signIn === null) resolve({ id: randomUUID(), way: 'device-code', state });
          else signIn.state = state;
        })
        .catch(reject);
    });
  }

  /** The browser of whoever administers goes to the address, and comes back to ours. */
  async startByRedirect(tenantId = this.#options.tenantId): Promise<SignIn> {
    const { registration, redirectUri, clock } = this.#options;
    const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
    const secret = randomBytes(32).toString('base64url');
    const asked = { state: secret, challenge, redirectUri };
    const address = await authorisationUrl(registration, tenantId, asked);
    const expiresAt = clock.now() + REDIRECT_WITHIN_MS;
    const state = { kind: 'waiting', expiresAt, address, userCode: null } as const;
    const redirect = { secret, verifier, tenantId };
    return this.#shown(this.#add({ id: randomUUID(), way: 'redirect', state, redirect }));
  }

  /** Null when nobody waits for what the browser brings. It can be brought once. */
  async finishRedirect(answer: RedirectAnswer): Promise<SignIn | null> {
    const signIn = [...this.#known.values()].find(
      ({ redirect }) => redirect !== undefined && redirect.secret === answer.state,
    );
    if (signIn?.redirect === undefined) return null;
    const { verifier, tenantId } = signIn.redirect;
    delete signIn.redirect;
    if (this.#shown(signIn).state.kind !== 'waiting') return null;
    const { registration, redirectUri } = this.#options;
    const { code } = answer;
    const outcome =
      code === null
        ? refusalOf(answer)
        : await signInByCode(registration, tenantId, { code, verifier, redirectUri });
    signIn.state = await this.#stateAfter(outcome, 'redirect');
    return this.#shown(signIn);
  }

  /** Ends all that wait. */
  close(): void {
    for (const { cancel } of this.#known.values()) cancel?.();
    this.#known.clear();
  }

  #add(signIn: UnderWay): UnderWay {
    const [oldest] = this.#known.values();
    if (this.#known.size >= SIGN_INS_MAX && oldest !== undefined) {
      oldest.cancel?.();
      this.#known.delete(oldest.id);
    }
    this.#known.set(signIn.id, signIn);
    return signIn;
  }

  async #stateAfter(outcome: SignInOutcome, way: SignInWay): Promise<KeptState> {
    return outcome.kind === 'refused' ? outcome : this.#options.keep(outcome.signedIn, way);
  }

  #shown({ id, way, state }: UnderWay): SignIn {
    const isOver = state.kind === 'waiting' && this.#options.clock.now() >= state.expiresAt;
    const shown: SignInState = isOver
      ? { kind: 'refused', problem: accountProblem('code-expired') }
      : state;
    return { id, way, state: shown };
  }
}

/** The codes stand in the description only. */
function refusalOf({ error, errorDescription }: RedirectAnswer): SignInOutcome {
  const codes = [...(errorDescription ?? '').matchAll(/AADSTS(\d{4,8})/g)].map(([, code]) =>
    Number(code),
  );
  const problem = problemOfRefusal({ error: (error ?? 'access_denied').slice(0, 100), codes });
  return { kind: 'refused', problem };
}
