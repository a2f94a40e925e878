import type { PlayedTimer } from '../clock/played-clock.ts';
import type { Tenant } from '../tenant.ts';
import type { Person } from '../world/directory.ts';
import { effectivePresence, nextPresenceChangeAt } from './effective.ts';
import type { ApplicationSession, PreferredPresence, ShownPresence } from './effective.ts';

interface PersonPresence {
  readonly person: Person;
  isSignedIn: boolean;
  callCount: number;
  meeting: ShownPresence | null;
  preferred: PreferredPresence | null;
  readonly applicationSessions: Map<string, ApplicationSession>;
  shown: ShownPresence;
  sequence: number;
  changesBySelf: PlayedTimer | undefined;
}

/** What a person, an application or a calendar may say about presence. */
export interface PresenceWish extends ShownPresence {
  /** How long it holds; left out, it holds until it is taken back. */
  readonly forMs?: number;
}

type PresenceListener = (person: Person, shown: ShownPresence, before: ShownPresence) => void;

/**
 * Everybody's presence. It is worked out again whenever one of its sources changes and at the
 * instants at which it changes by itself, so that reading it (650 people at a time, every few
 * seconds) costs nothing.
 */
export class PresenceBoard {
  readonly #tenant: Tenant;
  readonly #people = new Map<string, PersonPresence>();
  readonly #listeners: PresenceListener[] = [];
  readonly #writeListeners: ((person: Person) => void)[] = [];

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
    tenant.onReset(() => this.#people.clear());
  }

  /** Tells a listener whenever what members see of somebody is different. */
  onChange(listener: PresenceListener): void {
    this.#listeners.push(listener);
  }

  /** Tells a listener whenever the product wrote something about somebody's presence. */
  onProductWrite(listener: (person: Person) => void): void {
    this.#writeListeners.push(listener);
  }

  /** The product wrote something, whether members see a difference or not. */
  productWrote(person: Person): void {
    for (const listener of this.#writeListeners) listener(person);
  }

  shown(person: Person): ShownPresence {
    return this.#of(person).shown;
  }

  /** A stamp that sorts as text: a later presence of the same person has a greater one. */
  sequenceNumber(person: Person): string {
    return String(this.#of(person).sequence).padStart(18, '0');
  }

  isSignedIn(person: Person): boolean {
    return this.#of(person).isSignedIn;
  }

  isInCall(person: Person): boolean {
    return this.#of(person).callCount > 0;
  }

  /**
   * The person switches in the Teams client; plain Offline signs out of it. Any strings are taken.
   */
  switchByPerson(person: Person, { availability, activity }: ShownPresence): void {
    const isSigningOut = availability === 'Offline' && activity === 'Offline';
    this.#change(person, (presence) => {
      presence.isSignedIn = !isSigningOut;
      presence.preferred = isSigningOut
        ? null
        : { availability, activity, setBy: 'person', expiresAt: null };
    });
  }

  /** The person takes the switch back and is signed in. */
  takeBackByPerson(person: Person): void {
    this.#change(person, (presence) => {
      presence.isSignedIn = true;
      presence.preferred = null;
    });
  }

  /**
   * A meeting in the calendar begins, or (null) ends. Presence follows at once, or as late as the
   * mailbox is read: one on premises is read every now and then only (AHB-104).
   */
  setMeeting(person: Person, meeting: ShownPresence | null): void {
    const follow = (): void =>
      this.#change(person, (presence) => {
        presence.meeting = meeting;
      });
    const delayMs = person.settings.calendarDelaySeconds * 1000;
    if (delayMs === 0) follow();
    else this.#tenant.clock.after(delayMs, follow);
  }

  /** An application prefers a presence for the person. */
  prefer(person: Person, { availability, activity, forMs }: PresenceWish): void {
    const expiresAt = forMs === undefined ? null : this.#tenant.clock.nowMs() + forMs;
    this.#change(person, (presence) => {
      presence.preferred = { availability, activity, setBy: 'application', expiresAt };
    });
  }

  clearPreferred(person: Person): void {
    this.#change(person, (presence) => {
      presence.preferred = null;
    });
  }

  /** An application opens or renews its session for the person. */
  openSession(person: Person, sessionId: string, session: ShownPresence, forMs: number): void {
    const setAt = this.#tenant.clock.nowMs();
    this.#change(person, (presence) => {
      presence.applicationSessions.set(sessionId, { ...session, setAt, expiresAt: setAt + forMs });
    });
  }

  closeSession(person: Person, sessionId: string): void {
    this.#change(person, (presence) => {
      presence.applicationSessions.delete(sessionId);
    });
  }

  enterCall(person: Person): void {
    this.#change(person, (presence) => {
      presence.callCount += 1;
    });
  }

  leaveCall(person: Person): void {
    this.#change(person, (presence) => {
      presence.callCount = Math.max(0, presence.callCount - 1);
    });
  }

  #of(person: Person): PersonPresence {
    let presence = this.#people.get(person.id);
    if (presence === undefined) {
      presence = {
        person,
        isSignedIn: true,
        callCount: 0,
        meeting: null,
        preferred: null,
        applicationSessions: new Map(),
        shown: { availability: 'Available', activity: 'Available' },
        sequence: this.#tenant.clock.nowMs(),
        changesBySelf: undefined,
      };
      this.#people.set(person.id, presence);
    }
    return presence;
  }

  #change(person: Person, change: (presence: PersonPresence) => void): void {
    const presence = this.#of(person);
    change(presence);
    this.#workOut(presence);
  }

  #workOut(presence: PersonPresence): void {
    const nowMs = this.#tenant.clock.nowMs();
    for (const [id, session] of presence.applicationSessions) {
      if (session.expiresAt <= nowMs) presence.applicationSessions.delete(id);
    }
    const sources = { ...presence, isInCall: presence.callCount > 0 };
    const shown = effectivePresence(sources, nowMs);
    presence.changesBySelf?.cancel();
    const nextAt = nextPresenceChangeAt(sources, nowMs);
    presence.changesBySelf =
      nextAt === undefined
        ? undefined
        : this.#tenant.clock.after(nextAt - nowMs, () => this.#workOut(presence));
    const isSame =
      shown.availability === presence.shown.availability &&
      shown.activity === presence.shown.activity;
    if (isSame) return;
    const before = presence.shown;
    presence.shown = shown;
    presence.sequence = Math.max(presence.sequence + 1, nowMs);
    for (const listener of this.#listeners) listener(presence.person, shown, before);
    this.#tenant.changed('presence');
  }
}
