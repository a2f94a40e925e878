/**
 * What Graph posts to the notification and the lifecycle address (platform.md, section 2). Only the
 * shape is read here; nothing of it is believed yet.
 */
import { z } from 'zod';
import { readJson } from '../readJson.ts';

/** A rich notification has about 1.5 kB, and a post carries few of them. */
export const NOTIFICATION_BODY_LIMIT_BYTES = 1024 * 1024;
const ITEMS_MAX = 1_000;
const TOKENS_MAX = 20;

const id = z.string().min(1).max(200);

const encryptedContent = z.looseObject({
  data: z.string(),
  dataKey: z.string(),
  dataSignature: z.string(),
  encryptionCertificateId: id,
});

const item = z.looseObject({
  subscriptionId: id,
  clientState: z.string().max(255),
  tenantId: z.string().max(100).nullish(),
  resourceData: z.looseObject({ id: z.string().max(200).nullish() }).nullish(),
  encryptedContent: encryptedContent.nullish(),
  lifecycleEvent: z.string().max(100).nullish(),
});

const body = z.looseObject({
  value: z.array(z.unknown()).max(ITEMS_MAX),
  validationTokens: z.array(z.string()).max(TOKENS_MAX).nullish(),
});

export type NotificationItem = z.infer<typeof item>;

export interface NotificationBody {
  readonly items: readonly NotificationItem[];
  /** Items that are none: each is passed over by itself. */
  readonly malformed: number;
  readonly validationTokens: readonly string[];
}

/** Null for a body that is no list of notifications. */
export function readNotifications(bytes: Buffer): NotificationBody | null {
  const parsed = body.safeParse(readJson(bytes.toString('utf8')));
  if (!parsed.success) return null;
  const items: NotificationItem[] = [];
  for (const value of parsed.data.value) {
    const read = item.safeParse(value);
    if (read.success) items.push(read.data);
  }
  return {
    items,
    malformed: parsed.data.value.length - items.length,
    validationTokens: parsed.data.validationTokens ?? [],
  };
}
