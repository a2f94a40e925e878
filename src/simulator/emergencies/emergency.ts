import type { Call } from '../calls/index.ts';
import type { Person } from '../world/directory.ts';

/*
 * The life of an emergency call, as the emergency service sees it:
 *
 *             the carrier knows which               the person or the service hangs up,
 *             number it shows, or gives up          or the line drops
 *   dialling ──────────────────────────▶ connected ────────────────────────────▶ ended
 *      └──────────────────────the person hangs up first─────────────────────────────▲
 */
export type EmergencyState = 'dialling' | 'connected' | 'ended';

/** Somebody dialled an emergency number. */
export interface Emergency {
  readonly id: string;
  readonly person: Person;
  readonly call: Call;
  readonly dialledAt: number;
  /** The policy in force when it was dialled; null tells nobody in Graph. */
  readonly policyName: string | null;
  /** Calls of the emergency service to the number that it saw, oldest first. */
  readonly callbacks: Call[];
  /** Null while dialling, and where no number was shown. */
  callerIdSeen: string | null;
  state: EmergencyState;
  endedAt: number | null;
}
