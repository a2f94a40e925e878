/** The notification door with threads behind it and a played publisher in front. */
import { NotificationDoor } from '../../../../src/engine/graph/notifications/door.ts';
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
    const { sink, people, pool, clock, log } = this;
    return new NotificationDoor({
      ...{ sink, people, pool, clock, log },
      appId: APP_ID,
      loginUrl: this.publisher.login.url,
      book: {
        candidates: (id) =>
          id === SUBSCRIPTION_ID
            ? [
                {
                  accountId: 'account',
                  clientState: CLIENT_STATE,
                  tenantIds: [TENANT_ID],
                  seesActivity: this.seesActivity,
                },
              ]
            : [],
      },
      onAccepted: (accountId, agentId) => this.accepted.push(`${accountId}: ${agentId}`),
      onUnreadable: (accountId) => this.unreadable.push(accountId),
      onLifecycle: (accountId, event) => this.lifecycle.push(`${accountId}: ${event}`),
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
