import type { KeyObject } from 'node:crypto';

/** The encrypted part of a notification, as Graph sends it: each in base64. */
export interface SealedItem {
  /** Names the certificate of ours for which the key was sealed. */
  readonly certificateId: string;
  readonly dataKey: string;
  readonly dataSignature: string;
  readonly data: string;
}

export type Opened =
  | { readonly kind: 'opened'; readonly text: string }
  | {
      readonly kind: 'refused';
      /** `certificate`: we hold no key of that name. */
      readonly step: 'certificate' | 'key' | 'signature' | 'content';
    };

export function open(privateKey: KeyObject, item: Omit<SealedItem, 'certificateId'>): Opened;
