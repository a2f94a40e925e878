import type { PresenceBoard } from '../presence/board.ts';
import type { Tenant } from '../tenant.ts';
import type { BotSide, Call, Party } from './call.ts';
import { TeamsClients } from './teams-clients.ts';
import { Telephones } from './telephones.ts';
import type { Voicemail } from './voicemail.ts';
import { Notifier } from './notifier.ts';

/** Calls that ended are kept for looking at; older ones are forgotten. */
const ENDED_CALLS_MAX = 2000;

/** What a new call starts from. */
export interface NewCall {
  readonly direction: Call['direction'];
  readonly from: string;
  readonly to: string;
  readonly service: Call['service'];
  readonly caller: Party | null;
}

/**
 * Where all calls of the tenant run together. The capabilities beside it (arriving, inviting,
 * handing over, ...) are functions on it, one file each.
 */
export class Switchboard {
  readonly tenant: Tenant;
  readonly presence: PresenceBoard;
  readonly clients: TeamsClients;
  readonly telephones: Telephones;
  /** Where callers could leave a message, oldest first. */
  readonly voicemails: Voicemail[] = [];
  readonly notifier: Notifier;
  readonly #calls = new Map<string, Call>();
  readonly #ended: Call[] = [];
  readonly #endListeners: ((call: Call) => void)[] = [];
  /** The first call of a run is announced in the legacy format. */
  isFirstCall = true;

  constructor(tenant: Tenant, presence: PresenceBoard) {
    this.tenant = tenant;
    this.presence = presence;
    this.clients = new TeamsClients(tenant, presence);
    this.telephones = new Telephones(tenant);
    this.notifier = new Notifier(tenant);
    tenant.onReset(() => {
      // What is still under way for a call of the old world finds it without a product's side.
      for (const call of this.#calls.values()) call.bot = null;
      this.#calls.clear();
      this.#ended.length = 0;
      this.voicemails.length = 0;
      this.isFirstCall = true;
    });
  }

  /** All calls that are remembered, oldest first. */
  calls(): readonly Call[] {
    return [...this.#calls.values()];
  }

  find(id: string): Call | undefined {
    return this.#calls.get(id.toLowerCase());
  }

  /** A call whose product side still lives. */
  findLive(id: string): { readonly call: Call; readonly bot: BotSide } | undefined {
    const call = this.find(id);
    return call?.bot ? { call, bot: call.bot } : undefined;
  }

  /** A call begins to exist; what becomes of it is the matter of whoever opened it. */
  open(start: NewCall): Call {
    const { random } = this.tenant;
    const call: Call = {
      ...start,
      id: random.guid(),
      chainId: random.guid(),
      callerParticipantId: random.guid(),
      legs: [],
      telephones: [],
      timeline: [],
      heard: [],
      experience: 'ringing',
      connectedTo: null,
      endReason: null,
      bot: null,
    };
    this.#calls.set(call.id, call);
    if (call.caller?.kind === 'person') this.presence.enterCall(call.caller.person);
    return call;
  }

  /** Gives the product a side in the call. */
  openBotSide(call: Call, state: BotSide['state'], callbackUri: string): BotSide {
    const bot: BotSide = {
      participantId: this.tenant.random.guid(),
      participants: new Map(),
      operations: new Map(),
      ringing: new Map(),
      state,
      callbackUri,
      rosterSequence: 1,
      isGroup: false,
      isToneSubscribed: false,
      toneSequence: 0,
      lastTone: null,
      outcome: null,
      prompt: null,
      deadline: null,
    };
    call.bot = bot;
    return bot;
  }

  /** Tells a listener of every call that ends for its caller. */
  onEnd(listener: (call: Call) => void): void {
    this.#endListeners.push(listener);
  }

  /** Writes a line into the call's story and tells the page. */
  note(call: Call, what: string): void {
    call.timeline.push({ at: this.tenant.clock.nowMs(), what });
    this.tenant.changed('calls');
  }

  /**
   * The call is over for its caller; legs that still ring or talk are the matter of whoever ends
   * it.
   */
  end(call: Call, reason: string): void {
    if (call.experience === 'ended') return;
    call.experience = 'ended';
    call.connectedTo = null;
    call.endReason = reason;
    if (call.caller?.kind === 'person') this.presence.leaveCall(call.caller.person);
    this.note(call, `ended: ${reason}`);
    for (const listener of this.#endListeners) listener(call);
    this.#ended.push(call);
    const oldest = this.#ended.length > ENDED_CALLS_MAX ? this.#ended.shift() : undefined;
    if (oldest !== undefined) this.#calls.delete(oldest.id);
  }
}
