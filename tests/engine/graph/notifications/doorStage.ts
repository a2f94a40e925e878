/** The notification door with threads behind it and a played publisher in front. */
import { NotificationDoor } from '../../../../src/engine/graph/notifications/door.ts';
import { presenceNewsOf } from '../../../../src/engine/graph/notifications/presenceNews.ts';
import type { NotificationTopic } from '../../../../src/engine/graph/notifications/topic.ts';
import { DecryptionPool } from '../../../../src/engine/graph/notifications/decryption/pool.ts';
import { PeopleDouble } from '../knownPeople.ts';
import { PlayedClock } from '../playedClock.ts';
import { RecordedLog } from '../recordedLog.ts';
import { SinkDouble } from '../sinkDouble.ts';
import {
  APP_ID,
  CLIENT_STATE,
  privateKey,
  PublisherDouble,
  SUBSCRIPTION_ID,
  TENANT_ID,
} from './publisherDouble.ts';

export const ANNA = 'dc5d9672-7bb8-4b4d-a234-574557e0c5dd';
export const BEN = 'aa5d9672-7bb8-4b4d-a234-574557e0c5dd';

export class DoorStage {
  readonly clock = new PlayedClock();
  readonly log = new RecordedLog();
  readonly people = new PeopleDouble();
  readonly sink = new SinkDouble();
  readonly accepted: string[] = [];
  readonly unreadable: string[] = [];
  readonly lifecycle: string[] = [];
  readonly pool = new DecryptionPool({ log: this.log });
  readonly publisher: PublisherDouble;
  seesActivity = true;
  /** What the subscription is about; presence, unless a test says otherwise. */
  topic: NotificationTopic = {
    subject: 'presence',
    isUrgent: false,
    read: (text, toldId) => presenceNewsOf(text, toldId, this.seesActivity, this.people),
    readingAccepted: (agentId) => this.accepted.push(`account: ${agentId}`),
    unreadable: () => this.unreadable.push('account'),
    lifecycle: (event) => this.lifecycle.push(`account: ${event}`),
  };

  private constructor(publisher: PublisherDouble) {
    this.publisher = publisher;
  }

  static async open(): Promise<DoorStage> {
    const publisher = await PublisherDouble.open(() => stage.clock.now() / 1000);
    const stage = new DoorStage(publisher);
    stage.pool.useKeys([privateKey]);
    stage.people.add('anna', ANNA);
    stage.people.add('ben', BEN);
    return stage;
  }

  /** A new door; what was accepted and counted before is forgotten. */
  door(options: Partial<ConstructorParameters<typeof NotificationDoor>[0]> = {}): NotificationDoor {
    const { sink, pool, clock, log } = this;
    return new NotificationDoor({
      ...{ sink, pool, clock, log },
      appId: APP_ID,
      loginUrl: this.publisher.login.url,
      book: {
        candidates: (id) =>
          id === SUBSCRIPTION_ID
            ? [{ clientState: CLIENT_STATE, tenantIds: [TENANT_ID], topic: this.topic }]
            : [],
      },
      // Tests share the machine; the deadline itself has a test of its own.
      answerWithinMs: 10_000,
      ...options,
    });
  }

  /** What was committed, as `who availability/activity fidelity`. */
  told(): string[] {
    return this.sink
      .of('PresencePushed')
      .flatMap(({ readings }) => readings)
      .map(
        ({ agentId, availability, activity, fidelity }) =>
          `${agentId} ${availability}/${activity} ${fidelity}`,
      );
  }

  async close(): Promise<void> {
    await this.pool.close();
    await this.publisher.close();
  }
}
