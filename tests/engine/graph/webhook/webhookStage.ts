import type { EffectOutcome, PlatformCallId } from '@rufwerk/engine/core';
import { createCallingWebhook } from '../../../../src/engine/graph/index.ts';
import type { CallingWebhook } from '../../../../src/engine/graph/index.ts';
import { PeopleDouble } from '../knownPeople.ts';
import { PlayedClock } from '../playedClock.ts';
import { RecordedLog } from '../recordedLog.ts';
import { SinkDouble } from '../sinkDouble.ts';
import { appId, PlatformDouble, tenantId } from './platformDouble.ts';

/** A resource account whose number is one of the pool for emergency calls. */
export const CALLBACK_ACCOUNT = 'callback-account';

/** The calling webhook between a double of the platform and a double of the engine. */
export class WebhookStage {
  readonly clock: PlayedClock;
  readonly platform: PlatformDouble;
  readonly log = new RecordedLog();
  readonly people = new PeopleDouble();
  readonly sink = new SinkDouble();
  /** Calls that the webhook ended by itself. */
  readonly hungUp: PlatformCallId[] = [];
  readonly #handle: CallingWebhook;

  private constructor(clock: PlayedClock, platform: PlatformDouble) {
    this.clock = clock;
    this.platform = platform;
    const { log, people, sink } = this;
    const { openIdUrl } = platform;
    const hangUp = (callId: PlatformCallId): Promise<EffectOutcome> => {
      this.hungUp.push(callId);
      return Promise.resolve({ kind: 'done' });
    };
    const isCallbackAccount = (account: string) => Promise.resolve(account === CALLBACK_ACCOUNT);
    const answering = { sink, people, isCallbackAccount, hangUp };
    const options = { ...answering, appId, tenantId, openIdUrl, clock, log };
    this.#handle = createCallingWebhook(options);
  }

  static async open(): Promise<WebhookStage> {
    const clock = new PlayedClock();
    return new WebhookStage(clock, await PlatformDouble.start(clock));
  }

  /** Posts a body, with a good token unless another header, or null for none, is given. */
  async post(
    body: unknown,
    authorization?: string | null,
    query: Readonly<Record<string, string>> = { effect: 'effect-1', task: 'task-1' },
  ): Promise<number> {
    const given = authorization ?? (await this.platform.authorization());
    const { status } = await this.#handle({
      authorization: authorization === null ? undefined : given,
      body: Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body)),
      query,
    });
    return status;
  }

  close(): Promise<void> {
    return this.platform.http.stop();
  }
}

/** A post of the platform with these notifications. */
export function notified(...values: readonly object[]): object {
  return {
    '@odata.type': '#microsoft.graph.commsNotifications',
    value: values.map((value) => ({
      '@odata.type': '#microsoft.graph.commsNotification',
      changeType: 'updated',
      ...value,
    })),
  };
}

/** News of the call `call-1` itself. */
export function onCall(data: object, more: object = {}): object {
  return notified({ resource: '/app/calls/call-1', resourceData: data, ...more });
}

const account = { identity: { applicationInstance: { id: 'account-1' } } };

/** A call that arrives at a resource account, or at other targets. */
export function arriving(identity: object, targets: readonly object[] = [account]): object {
  return onCall({ state: 'incoming', source: { identity }, targets }, { changeType: 'created' });
}
