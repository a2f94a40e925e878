/** The keeper of subscriptions between a played Entra and a played Graph, on a played clock. */
import { PresenceAccounts } from '../../../../src/engine/graph/accounts/presenceAccounts.ts';
import { createGraphClient } from '../../../../src/engine/graph/client/graphClient.ts';
import type { NotificationTopic } from '../../../../src/engine/graph/notifications/topic.ts';
import { makeCertificate } from '../../../../src/engine/graph/subscriptions/certificate.ts';
import { SubscriptionKeeper } from '../../../../src/engine/graph/subscriptions/keeper.ts';
import { KeyRing } from '../../../../src/engine/graph/subscriptions/keyRing.ts';
import type { PersonId } from '@rufwerk/engine/core';
import { APP_ID, EntraDouble, OUR_TENANT } from '../accounts/entraDouble.ts';
import { SecretsDouble } from '../accounts/secretsDouble.ts';
import { PeopleDouble } from '../knownPeople.ts';
import { eventually, PlayedClock } from '../playedClock.ts';
import { RecordedLog } from '../recordedLog.ts';
import { GraphSubscriptionsDouble } from './graphDouble.ts';

interface KeeperParts {
  readonly accounts: PresenceAccounts;
  readonly keys: KeyRing;
  readonly keeper: SubscriptionKeeper;
}

/** Making keys takes long: all tests of a file begin with the same one. */
const firstKey = makeCertificate('Rufwerk', Date.UTC(2026, 10, 23));

export class KeeperStage {
  readonly clock = new PlayedClock();
  readonly log = new RecordedLog();
  readonly people = new PeopleDouble();
  readonly secrets = new SecretsDouble();
  readonly entra: EntraDouble;
  readonly graph: GraphSubscriptionsDouble;
  publicUrl = 'https://contact.example';
  /** Most urgent first. */
  urgent: PersonId[] = [];
  #parts: KeeperParts | null = null;

  private constructor(entra: EntraDouble, graph: GraphSubscriptionsDouble) {
    this.entra = entra;
    this.graph = graph;
  }

  /** With two people, and no account yet. */
  static async open(): Promise<KeeperStage> {
    const entra = await EntraDouble.open();
    const graph = await GraphSubscriptionsDouble.open((token) => entra.accountOf(token));
    const stage = new KeeperStage(entra, graph);
    const key = { id: 'first-key', ...(await firstKey), unusedSinceAt: null };
    const keys = JSON.stringify([{ ...key, madeAt: stage.clock.now() }]);
    stage.secrets.values.set('notification-keys', keys);
    stage.urgent = [stage.people.add('anna', 'e-anna'), stage.people.add('ben', 'e-ben')];
    return stage;
  }

  /** Starts the keeper, as after a restart when there was one before. */
  async start(): Promise<void> {
    await this.#parts?.keeper.stop();
    const { clock, log, people, secrets, entra } = this;
    const common = { secrets, clock, log, tenantId: OUR_TENANT };
    const accounts = await PresenceAccounts.open({
      ...common,
      appId: APP_ID,
      secret: 'the-application-secret',
      loginUrl: entra.loginUrl,
      redirectUri: `${this.publicUrl}/redirect`,
    });
    const keys = await KeyRing.open({ secrets, clock, onKeys: () => undefined });
    const keeper = await SubscriptionKeeper.open({
      ...common,
      ...{ accounts, keys, people, publicUrl: this.publicUrl },
      clientOf: (accountId) =>
        createGraphClient({
          ...{ clock, log, graphUrl: this.graph.graphUrl },
          tokens: accounts.tokensOf(accountId),
        }),
      urgentPeople: () => Promise.resolve(this.urgent),
    });
    this.#parts = { accounts, keys, keeper };
    keeper.begin();
  }

  get keeper(): SubscriptionKeeper {
    return this.#now.keeper;
  }

  get keys(): KeyRing {
    return this.#now.keys;
  }

  get accounts(): PresenceAccounts {
    return this.#now.accounts;
  }

  /** Somebody signs this account in. */
  async signIn(name: string): Promise<string> {
    this.entra.objectId = name;
    const { id, state } = await this.accounts.signIns.startByDeviceCode();
    await eventually(
      'the account is signed in',
      () => this.accounts.signIns.find(id)?.state.kind !== 'waiting',
    );
    const over = this.accounts.signIns.find(id)?.state ?? state;
    if (over.kind !== 'signed-in') throw new Error(JSON.stringify(over));
    return over.accountId;
  }

  /** What the only subscription there is brings news of. */
  topic(): NotificationTopic {
    const [known] = this.keeper.candidates(this.graph.only.id);
    if (known === undefined) throw new Error('The keeper does not know the subscription.');
    return known.topic;
  }

  /** What the keeper tells of the account. */
  health(accountId: string): ReturnType<SubscriptionKeeper['health']>[number] {
    const found = this.keeper.health().find((each) => each.accountId === accountId);
    if (found === undefined) throw new Error(`Nothing is told of ${accountId}.`);
    return found;
  }

  /** Moves the clock a little at a time, as the network needs real time, until it is so. */
  async until(what: string, isSo: () => boolean, stepMs = 0): Promise<void> {
    const untilMs = performance.now() + 10_000;
    while (!isSo() && performance.now() < untilMs) {
      await this.clock.advance(stepMs);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    if (!isSo()) throw new Error(`still not: ${what}`);
  }

  /** Lets requests that are under way end; nothing new falls due. */
  async quiet(): Promise<void> {
    let before = -1;
    const count = (): number => this.graph.http.received.length + this.entra.http.received.length;
    while (before !== count()) {
      before = count();
      await new Promise((resolve) => setTimeout(resolve, 10));
      await this.clock.advance(0);
    }
  }

  async close(): Promise<void> {
    await this.#parts?.keeper.stop();
    this.#parts?.accounts.signIns.close();
    await this.entra.close();
    await this.graph.close();
  }

  get #now(): KeeperParts {
    if (this.#parts === null) throw new Error('The keeper was not started.');
    return this.#parts;
  }
}
