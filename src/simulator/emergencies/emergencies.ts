import { dialIn, endCall, openOutgoing } from '../calls/index.ts';
import type { Call, Party, Switchboard } from '../calls/index.ts';
import type { Subscriptions } from '../subscriptions/subscriptions.ts';
import type { Tenant } from '../tenant.ts';
import type { Person } from '../world/directory.ts';
import { emergencyCallEvent } from './call-event.ts';
import type { CallEventType } from './call-event.ts';
import { askForCallerId, needsLentNumber } from './carrier.ts';
import type { Emergency } from './emergency.ts';

/** Older ones are forgotten, once they have ended. */
const KEPT_MAX = 2000;

/** Emergency calls from Teams clients, with the carrier and the emergency service behind them. */
export class Emergencies {
  readonly #board: Switchboard;
  readonly #tenant: Tenant;
  readonly #subscriptions: Subscriptions;
  readonly #closing = new AbortController();
  readonly #all = new Map<string, Emergency>();

  constructor(board: Switchboard, subscriptions: Subscriptions) {
    this.#board = board;
    this.#tenant = board.tenant;
    this.#subscriptions = subscriptions;
    board.onEnd((call) => this.#callEnded(call));
    this.#tenant.onReset(() => this.#all.clear());
  }

  /** All that are remembered, oldest first. */
  all(): readonly Emergency[] {
    return [...this.#all.values()];
  }

  find(id: string): Emergency | undefined {
    return this.#all.get(id.toLowerCase());
  }

  /**
   * A person dials an emergency number. Graph tells of it at once, by the policy in force; the
   * emergency service picks up as soon as the carrier knows which number to show.
   */
  dial(person: Person, to: string): Emergency {
    const call = openOutgoing(this.#board, person, to);
    const emergency: Emergency = {
      id: this.#tenant.random.guid(),
      person,
      call,
      dialledAt: this.#tenant.clock.nowMs(),
      policyName: person.settings.emergencyPolicy,
      callbacks: [],
      callerIdSeen: null,
      state: 'dialling',
      endedAt: null,
    };
    this.#all.set(emergency.id, emergency);
    this.#forgetOldest();
    this.#tell(emergency, 'callStarted');
    if (needsLentNumber(person)) void this.#askAndConnect(emergency);
    else this.#connect(emergency, person.settings.ownNumber);
    return emergency;
  }

  /** The emergency service hangs up, or the line drops. False when it had ended already. */
  end(emergency: Emergency, how: 'hungUpByEmergencyService' | 'dropped'): boolean {
    if (emergency.state === 'ended') return false;
    endCall(this.#board, emergency.call, how);
    return true;
  }

  /**
   * The responder dials the number that was seen; undefined when none was, or nobody has it any
   * more.
   */
  callBack(emergency: Emergency, responder: Party, from: string): Call | undefined {
    const { callerIdSeen, callbacks } = emergency;
    if (callerIdSeen === null) return undefined;
    const call = dialIn(this.#board, responder, from, callerIdSeen);
    if (call !== undefined) callbacks.push(call);
    this.#tenant.changed('emergencies');
    return call;
  }

  close(): void {
    this.#closing.abort();
  }

  async #askAndConnect(emergency: Emergency): Promise<void> {
    const answered = this.#tenant.activity.begin();
    const number = await askForCallerId(this.#tenant, emergency.person, this.#closing.signal);
    answered();
    this.#connect(emergency, number);
  }

  #connect(emergency: Emergency, callerId: string | null): void {
    if (emergency.state !== 'dialling') return;
    emergency.state = 'connected';
    emergency.callerIdSeen = callerId;
    emergency.call.experience = 'connected';
    this.#board.note(emergency.call, 'the emergency service answers');
    this.#tenant.changed('emergencies');
  }

  #callEnded(call: Call): void {
    const emergency = this.all().find((one) => one.call === call);
    if (emergency === undefined) return;
    emergency.state = 'ended';
    emergency.endedAt = this.#tenant.clock.nowMs();
    this.#tell(emergency, 'callEnded');
  }

  #tell(emergency: Emergency, type: CallEventType): void {
    const { policyName } = emergency;
    this.#tenant.changed('emergencies');
    if (policyName === null) return;
    const event = emergencyCallEvent(this.#tenant, emergency, type);
    this.#subscriptions.emergencyCallChanged(policyName, emergency.id, event);
  }

  #forgetOldest(): void {
    if (this.#all.size <= KEPT_MAX) return;
    const oldest = this.all().find(({ state }) => state === 'ended');
    if (oldest !== undefined) this.#all.delete(oldest.id);
  }
}
