import type { Tenant } from '../tenant.ts';
import type { Person } from '../world/directory.ts';

/** An emergency call waits no longer for the number that it goes out with. */
const ANSWER_WITHIN_MS = 3000;
const NUMBER = /^\+\d{6,15}$/;

/** Whether the carrier shows another number than the person's own, or the person has none. */
export function needsLentNumber({ settings }: Person): boolean {
  return settings.callerIdRewrite || settings.ownNumber === null;
}

/**
 * The carrier, or the border controller before it, asks the product which number an emergency call
 * of a person shall go out with. Resolves to null when the product names none in time: the call
 * goes out without.
 */
export async function askForCallerId(
  tenant: Tenant,
  person: Person,
  closing: AbortSignal,
): Promise<string | null> {
  try {
    const response = await fetch(`${tenant.product.baseUrl}/api/emergency/caller-id`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${tenant.carrier.callerIdKey}`,
      },
      body: JSON.stringify({ person: person.upn }),
      signal: AbortSignal.any([closing, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
    });
    const text = await response.text();
    return response.ok ? numberIn(text) : null;
  } catch {
    // Not reached, too slow, or no JSON: the emergency call goes out all the same.
    return null;
  }
}

function numberIn(text: string): string | null {
  const { number } = JSON.parse(text) as { readonly number?: unknown };
  return typeof number === 'string' && NUMBER.test(number) ? number : null;
}
