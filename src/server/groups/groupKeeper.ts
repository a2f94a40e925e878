/**
 * Keeps the members of the Microsoft 365 groups that serve (NIMx-03): reads them at the start,
 * after every change of the configuration and every ten minutes. A group that cannot be read takes
 * nobody away: who was known stays until the directory says otherwise.
 */
import { asId, type GroupId, type PersonId } from '@rufwerk/engine/core';
import type { Clock, Directory, Log, People, Timer } from '@rufwerk/engine/ports';
import type { TenantRuntime } from '@rufwerk/engine/runtime';

export interface GroupKeeperParts {
  readonly runtime: Pick<TenantRuntime, 'read' | 'submit' | 'onCommitted'>;
  readonly directory: Pick<Directory, 'listGroupMembers'>;
  readonly people: Pick<People, 'ensureEntraPerson'>;
  readonly clock: Clock;
  readonly log: Log;
}

const EVERY_MS = 10 * 60_000;

export class GroupKeeper {
  readonly #parts: GroupKeeperParts;
  readonly #stopListening: () => void;
  #timer: Timer | null = null;
  #turn: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(parts: GroupKeeperParts) {
    this.#parts = parts;
    this.#stopListening = parts.runtime.onCommitted(({ entries }) => {
      const isNew = entries.some(({ facts }) =>
        facts.some((fact) => fact.type === 'ConfigurationChanged'),
      );
      if (isNew) this.look();
    });
    this.look();
  }

  look(): void {
    this.#turn = this.#turn.then(() => this.#look());
  }

  settled(): Promise<void> {
    return this.#turn;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#stopListening();
    this.#timer?.cancel();
    await this.#turn;
  }

  async #look(): Promise<void> {
    if (this.#stopped) return;
    const { runtime, clock, log } = this.#parts;
    this.#timer?.cancel();
    this.#timer = clock.setTimer(clock.now() + EVERY_MS, () => this.look());
    try {
      const groups = await runtime.read((state) =>
        [...state.services.values()].flatMap(({ settings }) => {
          const { by, team } = settings.responsibility;
          return by === 'people' && team !== null ? [team] : [];
        }),
      );
      for (const groupId of new Set(groups)) await this.#read(groupId);
    } catch (error) {
      log.warn({ err: error }, 'The teams could not be looked at; they are tried again');
    }
  }

  async #read(groupId: GroupId): Promise<void> {
    const { runtime, directory, people, log } = this.#parts;
    try {
      const members = await directory.listGroupMembers(groupId);
      const agentIds: PersonId[] = [];
      for (const member of members) agentIds.push(await people.ensureEntraPerson(member));
      agentIds.sort();
      await runtime.submit({ type: 'GroupMembersReported', groupId: asId(groupId), agentIds });
    } catch (error) {
      log.warn({ groupId, err: error }, 'The members of a team could not be read');
    }
  }
}
