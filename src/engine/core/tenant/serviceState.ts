/** What the engine knows of one service, its queue and its people. Only `evolve` changes it. */
import type { ServiceSettings } from '../config/document.ts';
import type { PersonId, TaskId } from '../ids.ts';
import type { Lineup } from './indexes/lineup.ts';
import type { WaitingLine } from './indexes/waitingLine.ts';
import type { Pace } from './pace.ts';

export interface ServiceState {
  settings: ServiceSettings;
  /** Every call that nobody talks in: arriving, waiting, ringing, leaving, to be called back. */
  readonly queue: Set<TaskId>;
  /** Null while the hours say open. */
  closedBy: 'hours' | 'holiday' | 'exception' | null;
  /** Closed in one action, whatever the hours. */
  emergency: { readonly by: PersonId; readonly sinceAt: number } | null;
  /** People who switched this service off for themselves. */
  readonly switchedOff: Set<PersonId>;
  /** People new to the service who have yet to switch it on, where it asks for that. */
  readonly notYetOn: Set<PersonId>;
  /** Who served before the team was named; they go on until its members are known. */
  servedBefore: readonly PersonId[];
  /** Number of the last offer of this service to each, where the order asks for it. */
  readonly lastOfferOf: Map<PersonId, number>;
  readonly pace: Pace;
  /** Indexes. */
  lineup: Lineup;
  /** Calls kept for somebody; also some no longer, which the next reader drops. */
  readonly keptCalls: Set<TaskId>;
  readonly waiting: WaitingLine;
  /** How many stand in it, at hand for those who only ask whether anybody does. */
  callsInLine: number;
}
