/**
 * Graph's event of an emergency call, opened. The number that was dialled and the caller's own are
 * not even read: what is not named here is dropped with the text (EMG-17, DEC-9).
 */
import { z } from 'zod';
import type { EmergencyPlace } from '@rufwerk/engine/ports';
import { readJson } from '../readJson.ts';
import { location, placeOf } from './place.ts';

const id = z.string().min(1).max(200).nullish().catch(null);

const event = z.object({
  id,
  callEventType: z.string().min(1).max(100),
  eventDateTime: z.string().max(60).nullish().catch(null),
  callerInfo: z
    .object({ upn: z.string().max(320).nullish().catch(null), location })
    .nullish()
    .catch(null),
});

/** The documentation wraps the event in a property, the metadata does not. */
const wrapped = z.object({ id, emergencyCallEvent: event });

export interface EmergencyEvent {
  /** Null when the edition leaves it out. */
  readonly id: string | null;
  /** `callStarted`, `callEnded`, or what nobody knows yet. */
  readonly type: string;
  readonly at: number | null;
  readonly userPrincipalName: string | null;
  readonly place: EmergencyPlace | null;
}

/** Null when the text is no such event. `toldId` is the id beside the encrypted content. */
export function emergencyEventOf(text: string, toldId: string | null): EmergencyEvent | null {
  const json = readJson(text);
  const inside = wrapped.safeParse(json).data;
  const read = inside?.emergencyCallEvent ?? event.safeParse(json).data;
  if (read === undefined) return null;
  const at = Date.parse(read.eventDateTime ?? '');
  return {
    id: read.id ?? inside?.id ?? toldId,
    type: read.callEventType,
    at: Number.isNaN(at) ? null : at,
    userPrincipalName: read.callerInfo?.upn ?? null,
    place: placeOf(read.callerInfo?.location),
  };
}
