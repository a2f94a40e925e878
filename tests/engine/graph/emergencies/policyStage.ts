/** The keeper of emergency subscriptions before a played Graph. */
import { createGraphClient } from '../../../../src/engine/graph/client/graphClient.ts';
import { PolicyKeeper } from '../../../../src/engine/graph/emergencies/policyKeeper.ts';
import type { EmergencyPolicyHealth } from '../../../../src/engine/graph/index.ts';
import type { NotificationTopic } from '../../../../src/engine/graph/notifications/topic.ts';
import { makeCertificate } from '../../../../src/engine/graph/subscriptions/certificate.ts';
import { KeyRing } from '../../../../src/engine/graph/subscriptions/keyRing.ts';
import { SecretsDouble } from '../accounts/secretsDouble.ts';
import { PlayedClock } from '../playedClock.ts';
import { RecordedLog } from '../recordedLog.ts';
import { GraphSubscriptionsDouble } from '../subscriptions/graphDouble.ts';

/** Making keys takes long: all tests of a file begin with the same one. */
const firstKey = makeCertificate('Rufwerk', Date.UTC(2026, 10, 23));

export class PolicyStage {
  readonly clock = new PlayedClock();
  readonly log = new RecordedLog();
  readonly graph: GraphSubscriptionsDouble;
  secrets = new SecretsDouble();
  publicUrl = 'https://contact.example';
  /** As the configuration has them. */
  policies: readonly string[] = ['Headquarters'];
  #keys: KeyRing | null = null;
  #keeper: PolicyKeeper | null = null;

  private constructor(graph: GraphSubscriptionsDouble) {
    this.graph = graph;
  }

  static async open(): Promise<PolicyStage> {
    return new PolicyStage(await GraphSubscriptionsDouble.open(() => 'the application'));
  }

  /** Starts the keeper, as after a restart when there was one before. */
  async start(): Promise<void> {
    await this.#keeper?.stop();
    const { clock, log, secrets, graph, publicUrl } = this;
    if (!secrets.values.has('notification-keys')) {
      const key = { id: 'first-key', ...(await firstKey), unusedSinceAt: null };
      secrets.values.set('notification-keys', JSON.stringify([{ ...key, madeAt: clock.now() }]));
    }
    this.#keys = await KeyRing.open({ secrets, clock, onKeys: () => undefined });
    const tokens = { accessToken: () => Promise.resolve('token') };
    this.#keeper = await PolicyKeeper.open({
      ...{ secrets, clock, log, publicUrl, keys: this.#keys, tenantId: 'contoso' },
      graph: createGraphClient({ graphUrl: graph.graphUrl, tokens, clock, log }),
      policies: () => Promise.resolve(this.policies),
      read: () => ({ kind: 'of-no-use' }),
    });
    this.#keeper.begin();
  }

  /** Started, and subscribed for each policy. */
  async live(): Promise<void> {
    await this.start();
    await this.until('subscribed', () => {
      return this.policies.every((policyName) => this.health(policyName)?.state === 'live');
    });
  }

  get keeper(): PolicyKeeper {
    if (this.#keeper === null) throw new Error('The keeper was not started.');
    return this.#keeper;
  }

  get keys(): KeyRing {
    if (this.#keys === null) throw new Error('The keeper was not started.');
    return this.#keys;
  }

  health(policyName = 'Headquarters'): EmergencyPolicyHealth | undefined {
    return this.keeper.health().find((each) => each.policyName === policyName);
  }

  /** What the only subscription there is brings news of. */
  topic(): NotificationTopic {
    const [known] = this.keeper.candidates(this.graph.only.id);
    if (known === undefined) throw new Error('The keeper does not know the subscription.');
    return known.topic;
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
    for (let before = -1; before !== this.graph.http.received.length;) {
      before = this.graph.http.received.length;
      await new Promise((resolve) => setTimeout(resolve, 10));
      await this.clock.advance(0);
    }
  }

  async close(): Promise<void> {
    await this.#keeper?.stop();
    await this.graph.close();
  }
}
