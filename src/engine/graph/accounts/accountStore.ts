import { z } from 'zod';
import type { SecretNotes } from '@rufwerk/engine/ports';
import { readJson } from '../readJson.ts';

const KEY = 'presence-accounts';

const storedAccount = z.object({
  id: z.string(),
  objectId: z.string(),
  tenantId: z.string(),
  userPrincipalName: z.string(),
  displayName: z.string(),
  way: z.enum(['device-code', 'redirect']),
  refreshToken: z.string(),
  addedAt: z.number(),
});

/** All that is kept of a presence account: no password, no access token (AHB-33). */
export type StoredAccount = Readonly<z.infer<typeof storedAccount>>;

/** The presence accounts as one sealed note; changes are made one after the other. */
export class AccountStore {
  readonly #secrets: SecretNotes;
  #accounts: readonly StoredAccount[];
  #lastChange: Promise<void> = Promise.resolve();

  private constructor(secrets: SecretNotes, accounts: readonly StoredAccount[]) {
    this.#secrets = secrets;
    this.#accounts = accounts;
  }

  static async open(secrets: SecretNotes): Promise<AccountStore> {
    const text = await secrets.get(KEY);
    const stored = text === null ? [] : z.array(storedAccount).parse(readJson(text));
    return new AccountStore(secrets, stored);
  }

  list(): readonly StoredAccount[] {
    return this.#accounts;
  }

  find(id: string): StoredAccount | null {
    return this.#accounts.find((account) => account.id === id) ?? null;
  }

  /** Resolves when the change is durable; what `change` returns unchanged is not written. */
  change(change: (accounts: readonly StoredAccount[]) => readonly StoredAccount[]): Promise<void> {
    const changed = this.#lastChange.then(async () => {
      const next = change(this.#accounts);
      if (next === this.#accounts) return;
      await this.#secrets.put(KEY, JSON.stringify(next));
      this.#accounts = next;
    });
    // A change that failed is its caller's to know, and keeps nobody from the next one.
    this.#lastChange = changed.catch(() => undefined);
    return changed;
  }
}
