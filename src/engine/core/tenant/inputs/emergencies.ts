/** What is told and asked about emergency calls of agents (EMG-10..14, DEC-8). */
import type { EmergencySign } from '../emergencyState.ts';
import type { PersonId } from '../../ids.ts';
import type { Received } from './received.ts';

/**
 * A sign that an agent calls the emergency service (DEC-8): the button of the tab, Graph's event,
 * or a session border controller that asks for a number to show. Each alone is enough. Neither the
 * number dialled nor the location is in it (DEC-9).
 */
export interface EmergencyCallSeen extends Received {
  readonly type: 'EmergencyCallSeen';
  readonly agentId: PersonId;
  readonly sign: EmergencySign;
  /** When the platform says that it was dialled; null: now. */
  readonly dialledAt: number | null;
  /** Walks the whole way without a call. */
  readonly isDrill: boolean;
  /** Who pressed; null for a sign of the platform. */
  readonly by: PersonId | null;
}

/** The emergency call is over: a person says so, or the platform (`by` null). */
export interface EmergencyCallOver extends Received {
  readonly type: 'EmergencyCallOver';
  readonly agentId: PersonId;
  readonly by: PersonId | null;
  /** When the platform says that it ended; null: now. */
  readonly endedAt: number | null;
}

/** "The call goes on": Do not disturb is shown for another while. */
export interface EmergencyCallGoesOn extends Received {
  readonly type: 'EmergencyCallGoesOn';
  readonly agentId: PersonId;
  readonly by: PersonId;
}

/** "I am ready": the callback window ends before its time. */
export interface CallbackWindowEnded extends Received {
  readonly type: 'CallbackWindowEnded';
  readonly agentId: PersonId;
  readonly by: PersonId;
}
