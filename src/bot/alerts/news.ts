/**
 * What is told of the alerts that wait for one person. A trouble that was over before it could be
 * told, and its end, are one piece of news with both instants.
 */
import type { Alert, EffectId, ServiceId } from '@rufwerk/engine/core';
import type { WaitingAlert } from './waiting.ts';

export type News =
  | { readonly kind: 'raised'; readonly alert: Alert; readonly raisedAt: number }
  | {
      /** Presence was known only in part, and is known again. */
      readonly kind: 'overtaken';
      readonly serviceIds: readonly ServiceId[];
      readonly degradedAt: number;
      readonly restoredAt: number;
    };

export interface WaitingNews {
  readonly news: News;
  /** The alerts that are told with it. */
  readonly effectIds: readonly EffectId[];
}

/** In the order in which they were raised; an overtaken trouble stands where its end does. */
export function newsOf(waiting: readonly WaitingAlert[]): readonly WaitingNews[] {
  const open: WaitingAlert[] = [];
  const told = new Map<WaitingAlert, WaitingNews | null>();
  for (const alert of waiting) {
    const overtaken = overtakenBy(alert, open);
    if (overtaken === null) {
      open.push(alert);
      told.set(alert, alone(alert));
      continue;
    }
    for (const each of overtaken) {
      open.splice(open.indexOf(each), 1);
      told.set(each, null);
    }
    told.set(alert, together(alert, overtaken));
  }
  return waiting.flatMap((alert) => told.get(alert) ?? []);
}

/** The troubles whose end this is; null unless they are all that it ends. */
function overtakenBy(
  { alert }: WaitingAlert,
  open: readonly WaitingAlert[],
): readonly WaitingAlert[] | null {
  if (alert.kind !== 'view-restored') return null;
  const restored = new Set(alert.serviceIds);
  const overtaken = open.filter((each) => {
    const services = degradedIn(each);
    return services.length > 0 && services.every((id) => restored.has(id));
  });
  const degraded = new Set(overtaken.flatMap(degradedIn));
  return degraded.size === restored.size && degraded.size > 0 ? overtaken : null;
}

function degradedIn({ alert }: WaitingAlert): readonly ServiceId[] {
  if (alert.kind !== 'view-degraded') return [];
  return alert.services.map(({ serviceId }) => serviceId);
}

function alone({ effectId, alert, raisedAt }: WaitingAlert): WaitingNews {
  return { news: { kind: 'raised', alert, raisedAt }, effectIds: [effectId] };
}

function together(end: WaitingAlert, overtaken: readonly WaitingAlert[]): WaitingNews {
  const news: News = {
    kind: 'overtaken',
    serviceIds: [...new Set(overtaken.flatMap(degradedIn))],
    degradedAt: Math.min(...overtaken.map(({ raisedAt }) => raisedAt)),
    restoredAt: end.raisedAt,
  };
  return { news, effectIds: [...overtaken, end].map(({ effectId }) => effectId) };
}
