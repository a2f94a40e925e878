/**
 * Presence accounts: up to two delegated accounts by which subscriptions are made, as presence
 * cannot be subscribed to by the application itself (DEC-17, NIM-30, AHB-30..34).
 */
import { randomUUID } from 'node:crypto';
import type { Clock, Log, SecretNotes, TokenSource } from '@rufwerk/engine/ports';
import { LoginProblem } from '../identity/loginProblem.ts';
import { secureAddress } from '../secureAddress.ts';
import { accountProblem } from './accountProblem.ts';
import type { AccountProblem } from './accountProblem.ts';
import { AccountStore } from './accountStore.ts';
import type { StoredAccount } from './accountStore.ts';
import { signInAgain } from './signIn.ts';
import type { Registration, SignedIn, SignInWay } from './signIn.ts';
import { SignIns } from './signIns.ts';
import type { KeptState } from './signIns.ts';

/** The second stands by for the first (DEC-17). */
const ACCOUNTS_MAX = 2;
/** A token is renewed so long before it ends that no request travels with an ended one. */
const RENEW_BEFORE_END_MS = 5 * 60_000;

export interface PresenceAccountsOptions {
  readonly secrets: SecretNotes;
  readonly appId: string;
  readonly secret: string;
  /** The customer's directory. */
  readonly tenantId: string;
  /** `https://login.microsoftonline.com` or a national cloud's; http on loopback only. */
  readonly loginUrl: string;
  /** Where Entra sends the browser back to after a sign-in by redirect. */
  readonly redirectUri: string;
  readonly clock: Clock;
  readonly log: Log;
}

export interface PresenceAccount {
  readonly id: string;
  readonly userPrincipalName: string;
  readonly displayName: string;
  /** The directory in which it is signed in, as member or guest. */
  readonly tenantId: string;
  /** Whether that is the customer's: then it sees activities, else availabilities (NIM-24). */
  readonly seesActivity: boolean;
  readonly addedAt: number;
  /** Why it gets no token at the moment. */
  readonly problem: AccountProblem | null;
}

interface KeptToken {
  readonly token: string;
  readonly renewAt: number;
}

export class PresenceAccounts {
  readonly signIns: SignIns;
  readonly #options: PresenceAccountsOptions;
  readonly #registration: Registration;
  readonly #store: AccountStore;
  readonly #tokens = new Map<string, KeptToken>();
  readonly #sources = new Map<string, TokenSource>();
  readonly #beingFetched = new Map<string, Promise<string>>();
  readonly #problems = new Map<string, AccountProblem>();
  readonly #listeners = new Set<() => void>();

  private constructor(options: PresenceAccountsOptions, store: AccountStore) {
    const { appId, secret, clock, redirectUri, tenantId } = options;
    const loginUrl = secureAddress(options.loginUrl, 'LOGIN_URL').href.replace(/\/+$/, '');
    this.#options = options;
    this.#store = store;
    this.#registration = { appId, secret, loginUrl };
    this.signIns = new SignIns({
      registration: this.#registration,
      ...{ tenantId, redirectUri, clock },
      keep: (signedIn, way) => this.#keep(signedIn, way),
    });
  }

  static async open(options: PresenceAccountsOptions): Promise<PresenceAccounts> {
    return new PresenceAccounts(options, await AccountStore.open(options.secrets));
  }

  /** In the order in which they were added: the first is used first. */
  list(): PresenceAccount[] {
    return this.#store.list().map((stored) => {
      const { id, userPrincipalName, displayName, tenantId, addedAt } = stored;
      return {
        ...{ id, userPrincipalName, displayName, tenantId, addedAt },
        seesActivity: tenantId === this.#options.tenantId.toLowerCase(),
        problem: this.#problems.get(id) ?? null,
      };
    });
  }

  /** False when there is no such account. What it holds at Graph is the keeper's to end. */
  async remove(id: string): Promise<boolean> {
    if (this.#store.find(id) === null) return false;
    await this.#store.change((accounts) => accounts.filter((account) => account.id !== id));
    this.#tokens.delete(id);
    this.#sources.delete(id);
    this.#problems.delete(id);
    this.#tell();
    return true;
  }

  /** Told when an account was added, signed in again or removed; returns how to stop. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Access tokens in the name of the account; the same object for the same account. Rejects with a
   * `LoginProblem`.
   */
  tokensOf(id: string): TokenSource {
    const known = this.#sources.get(id);
    if (known !== undefined) return known;
    const source: TokenSource = {
      accessToken: (_scope, refusedToken) => this.#tokenFor(id, refusedToken),
    };
    this.#sources.set(id, source);
    return source;
  }

  #tokenFor(id: string, refusedToken: string | undefined): Promise<string> {
    const kept = this.#tokens.get(id);
    const isGood = kept !== undefined && this.#options.clock.now() < kept.renewAt;
    if (isGood && kept.token !== refusedToken) return Promise.resolve(kept.token);
    const running = this.#beingFetched.get(id);
    if (running !== undefined) return running;
    const fetching = this.#fetch(id).finally(() => this.#beingFetched.delete(id));
    this.#beingFetched.set(id, fetching);
    return fetching;
  }

  async #fetch(id: string): Promise<string> {
    const stored = this.#store.find(id);
    if (stored === null) throw new LoginProblem('refused', 'This presence account was deleted.');
    const outcome = await signInAgain(this.#registration, stored);
    if (outcome.kind === 'refused') throw this.#refused(id, outcome.problem);
    const { signedIn } = outcome;
    // The one before may be good for nothing by now: the new one is durable before it is used.
    await this.#store.change((accounts) =>
      accounts.map((each) =>
        each.id === id ? { ...each, refreshToken: signedIn.refreshToken } : each,
      ),
    );
    this.#signedIn(id, signedIn);
    return signedIn.accessToken;
  }

  #refused(id: string, problem: AccountProblem): LoginProblem {
    const { kind } = problem;
    const words = `${problem.rule.en} ${problem.mend.en}`;
    if (this.#problems.get(id)?.kind !== kind) {
      this.#options.log.warn({ accountId: id, problem: kind }, words);
    }
    this.#problems.set(id, problem);
    return new LoginProblem(kind === 'unreachable' ? kind : 'refused', words);
  }

  async #keep(signedIn: SignedIn, way: SignInWay): Promise<KeptState> {
    const isSame = ({ objectId, tenantId }: StoredAccount): boolean =>
      objectId === signedIn.objectId && tenantId === signedIn.tenantId;
    let id: string | null = null;
    await this.#store.change((accounts) => {
      const known = accounts.find(isSame);
      if (known === undefined && accounts.length >= ACCOUNTS_MAX) return accounts;
      id = known?.id ?? randomUUID();
      const { objectId, tenantId, userPrincipalName, displayName, refreshToken } = signedIn;
      const account = {
        ...{ id, objectId, tenantId, userPrincipalName, displayName, way, refreshToken },
        addedAt: known?.addedAt ?? this.#options.clock.now(),
      };
      return known === undefined
        ? [...accounts, account]
        : accounts.map((each) => (each === known ? account : each));
    });
    if (id === null) return { kind: 'refused', problem: accountProblem('too-many') };
    this.#signedIn(id, signedIn);
    this.#tell();
    return { kind: 'signed-in', accountId: id };
  }

  #signedIn(id: string, { accessToken: token, lifetimeMs }: SignedIn): void {
    const keptMs = Math.max(lifetimeMs - RENEW_BEFORE_END_MS, lifetimeMs / 2);
    this.#tokens.set(id, { token, renewAt: this.#options.clock.now() + keptMs });
    this.#problems.delete(id);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
