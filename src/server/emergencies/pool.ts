import type { ResourceAccountId } from '@rufwerk/engine/core';
import type { InForce } from '../configuration/inForce.ts';

/** Whether the account's number is one of the pool for emergency calls. */
export function isCallbackAccount(
  { configuration }: InForce,
  accountId: ResourceAccountId,
): boolean {
  const pool = configuration?.emergency.callbackNumbers ?? [];
  return pool.some(({ resourceAccount }) => resourceAccount === accountId);
}
