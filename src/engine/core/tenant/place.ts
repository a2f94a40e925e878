/**
 * The place of a call: a whole ageing time of waiting counts like one step of priority. So a call
 * is overtaken only by calls that came at most that long after it per step, and never by more
 * (NIMx-06: nobody starves).
 */
import type { ServiceSettings } from '../config/document.ts';
import type { TenantState } from './state.ts';

export function placeOf(
  state: Readonly<TenantState>,
  settings: ServiceSettings,
  queuedAt: number,
): { readonly priority: number; readonly rankAt: number } {
  const { priority } = settings.queue;
  const ageingMs = (state.configuration?.ageingSeconds ?? 0) * 1000;
  return { priority, rankAt: queuedAt + (priority - 1) * ageingMs };
}
