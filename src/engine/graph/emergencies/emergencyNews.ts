/**
 * What an event of an emergency call means: who is protected from now on, and where that person
 * is. The place is kept apart from everything else, before anybody is told that there is an
 * emergency, so that the first card already shows it (DEC-8, DEC-9).
 */
import type { PersonId } from '@rufwerk/engine/core';
import type { EmergencyPlaces, InputDraft, InputSink, Log, People } from '@rufwerk/engine/ports';
import type { News } from '../notifications/topic.ts';
import { OnceLog } from '../webhook/onceLog.ts';
import { emergencyEventOf } from './emergencyEvent.ts';
import type { EmergencyEvent } from './emergencyEvent.ts';

export interface EmergencyNewsParts {
  readonly sink: InputSink;
  readonly people: Pick<People, 'findByUserPrincipalName'>;
  readonly places: Pick<EmergencyPlaces, 'put' | 'forget'>;
  /** Whether an emergency of this person stands: nobody else's place is kept. */
  readonly isProtected: (agentId: PersonId) => Promise<boolean>;
  readonly log: Log;
}

export class EmergencyNews {
  readonly #parts: EmergencyNewsParts;
  readonly #once: OnceLog;

  constructor(parts: EmergencyNewsParts) {
    this.#parts = parts;
    this.#once = new OnceLog(parts.log);
  }

  /** `toldId` is the id beside the encrypted content. */
  read(text: string, toldId: string | null): News {
    const event = emergencyEventOf(text, toldId);
    if (event === null) return { kind: 'other-content' };
    if (event.type !== 'callStarted' && event.type !== 'callEnded') return this.#unknown(event);
    const upn = event.userPrincipalName ?? '';
    const person = upn === '' ? null : this.#parts.people.findByUserPrincipalName(upn);
    if (person === null) return { kind: 'stranger' };
    const { id: agentId } = person;
    const commit =
      event.type === 'callStarted'
        ? () => this.#started(agentId, event)
        : () => this.#submit(over(agentId, event));
    return { kind: 'event', commit };
  }

  /** Its name is told only as far as it is one. */
  #unknown({ type }: EmergencyEvent): News {
    const problem = /^[A-Za-z]{1,64}$/.test(type) ? type : 'not a name';
    this.#once.warn({ problem }, 'an emergency call event of a kind that says nothing to us');
    return { kind: 'of-no-use' };
  }

  async #started(agentId: PersonId, event: EmergencyEvent): Promise<void> {
    const { place } = event;
    if (place === null) return this.#submit(seen(agentId, event));
    // That nobody learns the place must not keep anybody from learning of the emergency.
    await this.#carefully('kept', () => this.#parts.places.put(agentId, place));
    try {
      await this.#submit(seen(agentId, event));
    } finally {
      await this.#carefully('forgotten', () => this.#forgetUnlessProtected(agentId));
    }
  }

  /** Known people who are no agents, and repeats after the end, leave no place behind. */
  async #forgetUnlessProtected(agentId: PersonId): Promise<void> {
    const { places, isProtected } = this.#parts;
    if (!(await isProtected(agentId))) await places.forget(agentId);
  }

  async #carefully(what: string, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (err) {
      this.#parts.log.error({ err }, `The place of an emergency could not be ${what}`);
    }
  }

  async #submit(draft: InputDraft): Promise<void> {
    await this.#parts.sink.submit(draft);
  }
}

function seen(agentId: PersonId, event: EmergencyEvent): InputDraft {
  const { at: dialledAt } = event;
  const call = { agentId, sign: 'event', dialledAt, isDrill: false, by: null } as const;
  return { type: 'EmergencyCallSeen', ...call, ...sourceOf(event) };
}

function over(agentId: PersonId, event: EmergencyEvent): InputDraft {
  const { at: endedAt } = event;
  return { type: 'EmergencyCallOver', agentId, by: null, endedAt, ...sourceOf(event) };
}

/** Start and end of a call may carry one id. */
function sourceOf({ id, type }: EmergencyEvent): { readonly sourceId?: string } {
  return id === null ? {} : { sourceId: `emergency ${type} ${id}` };
}
