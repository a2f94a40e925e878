import type { Tenant } from '../tenant.ts';
import type { SeededRandom } from '../world/random.ts';
import type { BotSide, Call, Operation } from './call.ts';
import { Delivery } from './delivery.ts';
import { callView, operationView, participantView } from './graph-view.ts';
import type { GraphObject } from './graph-view.ts';

type ChangeType = 'created' | 'updated' | 'deleted';

/** Real notifications often spell the change type with a capital; readers must not mind. */
const CAPITAL_SHARE = 0.3;

/** Tells the product what happened to its calls: the platform's notifications, one per change. */
export class Notifier {
  readonly #tenant: Tenant;
  readonly #delivery: Delivery;
  #random: SeededRandom;

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
    this.#delivery = new Delivery(tenant);
    this.#random = tenant.randomFor('spelling');
    tenant.onReset(() => {
      this.#random = tenant.randomFor('spelling');
    });
  }

  /**
   * An incoming call, in Graph's format or first in the legacy one, which must be answered by 204.
   */
  incoming(call: Call, bot: BotSide, isLegacyFirst: boolean): void {
    const send = (): void => {
      // Who hung up in the meantime is not announced any more.
      if (call.bot === bot && bot.state === 'incoming') this.call(call, bot, 'created');
    };
    if (!isLegacyFirst) return send();
    this.#delivery.enqueue({
      queue: call.id,
      url: bot.callbackUri,
      body: legacyConversation(this.#tenant, call),
      isTaken: (status) => status === 204,
      onTaken: send,
    });
  }

  /** The call itself changed. */
  call(call: Call, bot: BotSide, changeType: ChangeType): void {
    this.#send(call, bot, changeType, '', callView(this.#tenant, call, bot));
  }

  /** Who is in the call changed: the whole roster, with real identities. */
  roster(call: Call, bot: BotSide): void {
    const participants = [...bot.participants.values()];
    const roster = participants.map((participant) => participantView(this.#tenant, participant));
    this.#send(call, bot, 'updated', '/participants', roster);
  }

  /** An operation ended: the platform reports that as its deletion, with the result. */
  operation(call: Call, bot: BotSide, operation: Operation): void {
    const view = operationView(this.#tenant, operation);
    const ended = { ...view, status: operation.status.toLowerCase() };
    this.#send(call, bot, 'deleted', `/operations/${operation.id}`, ended);
  }

  /** Ends all deliveries: the world closes. */
  close(): void {
    this.#delivery.close();
  }

  #send(
    call: Call,
    bot: BotSide,
    changeType: ChangeType,
    path: string,
    resourceData: GraphObject | readonly GraphObject[],
  ): void {
    const isCapital = changeType !== 'created' && this.#random.share() < CAPITAL_SHARE;
    this.#delivery.enqueue({
      queue: call.id,
      url: bot.callbackUri,
      body: {
        '@odata.type': '#microsoft.graph.commsNotifications',
        value: [
          {
            '@odata.type': '#microsoft.graph.commsNotification',
            changeType: isCapital
              ? changeType.charAt(0).toUpperCase() + changeType.slice(1)
              : changeType,
            resource: `/app/calls/${call.id}${path}`,
            resourceUrl: `/communications/calls/${call.id}${path}`,
            resourceData,
          },
        ],
      },
      isTaken: (status) => status >= 200 && status < 300,
      onTaken: () => undefined,
    });
  }
}

/** The conversation object of the old Skype protocol, which may announce a call first. */
function legacyConversation(tenant: Tenant, call: Call): GraphObject {
  return {
    id: call.id,
    appId: tenant.application.id,
    participants: [
      { identity: `4:${call.from}`, displayName: '', languageId: 'de-CH', originator: true },
      {
        identity: `28:${tenant.application.id}`,
        displayName: tenant.application.displayName,
        languageId: null,
        originator: false,
      },
    ],
    isMultiparty: false,
    threadId: call.chainId,
    subject: null,
    callState: 'incoming',
    presentedModalityTypes: ['audio'],
    links: { call: `${tenant.url}/graph/v1.0/communications/calls/${call.id}` },
  };
}
