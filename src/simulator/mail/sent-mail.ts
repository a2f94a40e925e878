import type { Tenant } from '../tenant.ts';

/** A mail as it left the organization. */
export interface Mail {
  readonly id: string;
  readonly at: number;
  /** The mailbox that it was sent as. */
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly contentType: 'text' | 'html';
  readonly content: string;
  readonly importance: 'low' | 'normal' | 'high';
  readonly isSavedToSentItems: boolean;
}

const KEPT_MAX = 5000;

/** Every mail that was sent, oldest first. */
export class SentMail {
  readonly #tenant: Tenant;
  readonly #all: Mail[] = [];

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
    tenant.onReset(() => {
      this.#all.length = 0;
    });
  }

  all(): readonly Mail[] {
    return this.#all;
  }

  send(mail: Omit<Mail, 'id' | 'at'>): void {
    this.#all.push({ ...mail, id: this.#tenant.random.guid(), at: this.#tenant.clock.nowMs() });
    if (this.#all.length > KEPT_MAX) this.#all.shift();
    this.#tenant.changed('mail');
  }
}
