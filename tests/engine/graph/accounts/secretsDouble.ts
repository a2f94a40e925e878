import type { SecretNotes } from '@rufwerk/engine/ports';

/** Secrets in memory, as they would be before they are sealed. */
export class SecretsDouble implements SecretNotes {
  readonly values = new Map<string, string>();

  get(key: string): Promise<string | null> {
    return Promise.resolve(this.values.get(key) ?? null);
  }

  put(key: string, value: string): Promise<void> {
    this.values.set(key, value);
    return Promise.resolve();
  }
}
