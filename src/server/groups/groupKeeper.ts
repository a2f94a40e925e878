/**
 * Keeps the members of the Microsoft 365 groups that serve (NIMx-03): reads them at the start,
 * after every change of the configuration and every ten minutes. A group that cannot be read takes
 * nobody away: who was known stays until the directory says otherwise. A group that the directory
 * has lost keeps its people for one more interval, for Microsoft Graph may be behind; then it has
 * none, because what somebody may see of callers rests on being a member. Groups whose voicemail
 * takes calls are looked up beside them: readiness tells which the directory does not have.
 */
import type { GroupId, PersonId } from '@rufwerk/engine/core';
import type { Clock, Directory, DirectoryUser, Log, People } from '@rufwerk/engine/ports';
import type { TenantRuntime } from '@rufwerk/engine/runtime';
import { eachConfiguration } from '../configuration/eachConfiguration.ts';
import { Rounds } from '../rounds.ts';
import { groupsThatServe, type NamedGroup, useOf, voicemailGroups } from './namedGroups.ts';
import { unlessEnded } from './unlessEnded.ts';

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
  readonly #rounds: Rounds;
  readonly #stopListening: () => void;
  /** Since when the directory has had no such group. */
  readonly #lostSinceAt = new Map<GroupId, number>();
  /** For whose people the directory has been asked, whatever it said. */
  readonly #lookedUp = new Set<GroupId>();
  /** Which the directory did not have when it was asked last. */
  #missing: ReadonlySet<string> = new Set();

  constructor(parts: GroupKeeperParts) {
    this.#parts = parts;
    this.#rounds = new Rounds({
      clock: parts.clock,
      log: parts.log,
      trouble: 'The teams could not be looked at; they are tried again',
      look: (ending) => this.#look(ending),
    });
    this.#stopListening = eachConfiguration(parts.runtime, () => this.#rounds.ask());
    this.#rounds.ask();
  }

  /** Resolves when every group has been read, or could not be. */
  settled(): Promise<void> {
    return this.#rounds.settled();
  }

  /** Named by the configuration in force, and not in the directory. */
  missing(): Promise<readonly NamedGroup[]> {
    return this.#parts.runtime.read((state) => useOf(state, this.#missing));
  }

  /** Whether the directory has been asked for its people; what it said is told by then. */
  wasLookedUp(groupId: GroupId): boolean {
    return this.#lookedUp.has(groupId);
  }

  /** Somebody mended something: the directory is asked again, and has answered then. */
  lookAgain(): Promise<void> {
    this.#rounds.ask();
    return this.#rounds.settled();
  }

  /** Waits for no answer of the directory: what comes later is told to nobody. */
  stop(): Promise<void> {
    this.#stopListening();
    return this.#rounds.stop();
  }

  async #look(ending: AbortSignal): Promise<number | 'soon'> {
    const { runtime, clock } = this.#parts;
    const [groups, voicemails] = await runtime.read((state) => [
      groupsThatServe(state),
      voicemailGroups(state),
    ]);
    const missing = new Set<string>();
    for (const groupId of this.#lostSinceAt.keys()) {
      if (!groups.has(groupId)) this.#lostSinceAt.delete(groupId);
    }
    let areAllRead = true;
    for (const groupId of groups) {
      areAllRead = (await this.#keep(groupId, missing, ending)) && areAllRead;
      if (ending.aborted) break;
      this.#lookedUp.add(groupId);
    }
    for (const groupId of voicemails) {
      if (ending.aborted) break;
      areAllRead = (await this.#lookUp(groupId, missing, ending)) && areAllRead;
    }
    this.#missing = missing;
    return areAllRead ? clock.now() + EVERY_MS : 'soon';
  }

  /** Whether the directory gave an answer; of a group whose members are nothing to us. */
  async #lookUp(groupId: string, missing: Set<string>, ending: AbortSignal): Promise<boolean> {
    const { directory, log } = this.#parts;
    try {
      const members = await unlessEnded(directory.listGroupMembers(groupId), ending);
      if (members === null) missing.add(groupId);
      return true;
    } catch (error) {
      if (!ending.aborted) log.warn({ groupId, err: error }, 'A group could not be looked up');
      // What was missing before is so until the directory says otherwise.
      if (this.#missing.has(groupId)) missing.add(groupId);
      return false;
    }
  }

  /** Whether the directory gave an answer. */
  async #keep(groupId: GroupId, missing: Set<string>, ending: AbortSignal): Promise<boolean> {
    const { directory, log } = this.#parts;
    try {
      const members = await unlessEnded(directory.listGroupMembers(groupId), ending);
      if (members === null) missing.add(groupId);
      if (members !== null) this.#lostSinceAt.delete(groupId);
      else if (!this.#isLostForGood(groupId)) return true;
      await this.#tell(groupId, members ?? [], ending);
      return true;
    } catch (error) {
      if (!ending.aborted) log.warn({ groupId, err: error }, 'A team’s members could not be read');
      if (this.#missing.has(groupId)) missing.add(groupId);
      return false;
    }
  }

  #isLostForGood(groupId: GroupId): boolean {
    const { clock, log } = this.#parts;
    const sinceAt = this.#lostSinceAt.get(groupId) ?? clock.now();
    this.#lostSinceAt.set(groupId, sinceAt);
    const isForGood = clock.now() - sinceAt >= EVERY_MS;
    const became = isForGood ? 'nobody serves for it' : 'its people serve a little longer';
    log.warn({ groupId }, `The directory has no such group: ${became}`);
    return isForGood;
  }

  /** What the engine knows already is not told again: each telling is a line of the journal. */
  async #tell(
    groupId: GroupId,
    members: readonly DirectoryUser[],
    ending: AbortSignal,
  ): Promise<void> {
    const { runtime, people } = this.#parts;
    const found = new Set<PersonId>();
    for (const member of members) {
      ending.throwIfAborted();
      found.add(await people.ensureEntraPerson(member));
    }
    const agentIds = [...found].sort();
    const isKnown = await runtime.read(({ groups }) => isSame(groups.get(groupId), agentIds));
    if (!isKnown) await runtime.submit({ type: 'GroupMembersReported', groupId, agentIds });
  }
}

function isSame(known: readonly PersonId[] | undefined, found: readonly PersonId[]): boolean {
  return known?.length === found.length && known.every((id, index) => id === found[index]);
}
