/** Subscriptions on the wire of Microsoft Graph, in the name of whoever the client is of. */
import { z } from 'zod';
import type { RequestTerms } from '../client/exchange.ts';
import type { GraphAnswer } from '../client/graphAnswer.ts';
import type { GraphClient } from '../client/graphClient.ts';
import type { NamedCertificate } from './keyRing.ts';

const LIST_PAGES_MAX = 5;

export interface WantedSubscription {
  readonly resource: string;
  readonly notificationUrl: string;
  readonly lifecycleUrl: string;
  readonly clientState: string;
  readonly certificate: NamedCertificate;
  readonly expiresAt: number;
}

/** Something went wrong; the next try may find it mended. */
export interface Trouble {
  readonly kind: 'trouble';
  /** Null when Graph was not reached, or gave no token was to be had. */
  readonly status: number | null;
  readonly cause: string;
  readonly retryAfterMs: number | null;
}

export type Made = { readonly kind: 'made'; readonly id: string; readonly expiresAt: number };
export type Alive = { readonly kind: 'alive'; readonly expiresAt: number };
export type Gone = { readonly kind: 'gone' };

const subscription = z.looseObject({
  id: z.string(),
  expirationDateTime: z.iso.datetime({ offset: true }).or(z.string()),
  notificationUrl: z.string().nullish(),
  resource: z.string().nullish(),
});

const page = z.looseObject({
  value: z.array(subscription),
  '@odata.nextLink': z.string().nullish(),
});

export interface ListedSubscription {
  readonly id: string;
  readonly notificationUrl: string;
}

export class SubscriptionRequests {
  readonly #graph: GraphClient;
  readonly #isMeant: (resource: string) => boolean;

  /** `isMeant`: whether a subscription to this resource is one of those that these are about. */
  constructor(graph: GraphClient, isMeant: (resource: string) => boolean) {
    this.#graph = graph;
    this.#isMeant = isMeant;
  }

  /** `exists`: there is one already, and there may be one only. */
  async make(wanted: WantedSubscription): Promise<Made | { kind: 'exists' } | Trouble> {
    const answer = await this.#graph.send({
      method: 'POST',
      path: '/subscriptions',
      body: {
        changeType: 'updated',
        resource: wanted.resource,
        notificationUrl: wanted.notificationUrl,
        lifecycleNotificationUrl: wanted.lifecycleUrl,
        clientState: wanted.clientState,
        expirationDateTime: new Date(wanted.expiresAt).toISOString(),
        includeResourceData: true,
        encryptionCertificate: wanted.certificate.certificate,
        encryptionCertificateId: wanted.certificate.id,
      },
      // Graph asks both addresses before it answers, for up to ten seconds each.
      terms: terms('make-subscription', 'if-not-taken', 25_000),
    });
    if (answer.kind === 'refused' && answer.status === 409) return { kind: 'exists' };
    const read = subscription.safeParse(answer.kind === 'success' ? answer.body : null);
    if (!read.success) return troubleOf(answer);
    return { kind: 'made', id: read.data.id, expiresAt: expiryOf(read.data, wanted.expiresAt) };
  }

  /** `not-renewable`: Graph refuses this, and another one has to be made. */
  async renew(
    id: string,
    expiresAt: number,
  ): Promise<Alive | Gone | { kind: 'not-renewable'; cause: string } | Trouble> {
    const answer = await this.#graph.send({
      method: 'PATCH',
      path: pathOf(id),
      body: { expirationDateTime: new Date(expiresAt).toISOString() },
      terms: terms('renew-subscription', 'freely', 10_000),
    });
    if (answer.kind === 'success') {
      const read = subscription.safeParse(answer.body);
      return {
        kind: 'alive',
        expiresAt: read.success ? expiryOf(read.data, expiresAt) : expiresAt,
      };
    }
    if (isGone(answer)) return { kind: 'gone' };
    const { kind, cause } = answer;
    const isFinal = kind === 'refused' && [400, 405, 409, 501].includes(answer.status ?? 0);
    return isFinal ? { kind: 'not-renewable', cause } : troubleOf(answer);
  }

  async look(id: string): Promise<Alive | Gone | Trouble> {
    const answer = await this.#graph.send({
      method: 'GET',
      path: pathOf(id),
      terms: terms('check-subscription', 'freely', 10_000),
    });
    if (isGone(answer)) return { kind: 'gone' };
    const read = subscription.safeParse(answer.kind === 'success' ? answer.body : null);
    if (!read.success) return troubleOf(answer);
    return { kind: 'alive', expiresAt: expiryOf(read.data, Number.NaN) };
  }

  /** Every one of those meant that there is at Graph through this application. */
  async list(): Promise<readonly ListedSubscription[] | Trouble> {
    const listed: ListedSubscription[] = [];
    let path: string | null = '/subscriptions';
    for (let pages = 0; path !== null && pages < LIST_PAGES_MAX; pages += 1) {
      const answer: GraphAnswer = await this.#graph.send({
        method: 'GET',
        path,
        terms: terms('list-subscriptions', 'freely', 10_000),
      });
      const read = page.safeParse(answer.kind === 'success' ? answer.body : null);
      if (!read.success) return troubleOf(answer);
      for (const { id, notificationUrl, resource } of read.data.value) {
        const isMeant = this.#isMeant(resource ?? '');
        if (isMeant) listed.push({ id, notificationUrl: notificationUrl ?? '' });
      }
      const link: string | null | undefined = read.data['@odata.nextLink'];
      path = link == null ? null : this.#graph.pathOfLink(link);
    }
    return listed;
  }

  async remove(id: string): Promise<Gone | Trouble> {
    const answer = await this.#graph.send({
      method: 'DELETE',
      path: pathOf(id),
      terms: terms('end-subscription', 'freely', 10_000),
    });
    return answer.kind === 'success' || isGone(answer) ? { kind: 'gone' } : troubleOf(answer);
  }
}

function pathOf(id: string): string {
  return `/subscriptions/${encodeURIComponent(id)}`;
}

/** Tries follow each other slowly in the keeper: here one more is enough. */
function terms(operation: string, repeat: RequestTerms['repeat'], timeoutMs: number): RequestTerms {
  return { operation, repeat, timeoutMs, tries: 2, totalMs: 5_000 };
}

function expiryOf({ expirationDateTime }: z.infer<typeof subscription>, otherwise: number): number {
  const at = Date.parse(expirationDateTime);
  return Number.isNaN(at) ? otherwise : at;
}

function isGone(answer: GraphAnswer): boolean {
  return answer.kind === 'refused' && (answer.status === 404 || answer.status === 410);
}

function troubleOf(answer: GraphAnswer): Trouble {
  if (answer.kind === 'success') {
    const cause = 'Microsoft Graph answered without the subscription';
    return { kind: 'trouble', status: answer.status, cause, retryAfterMs: null };
  }
  const { cause, retryAfterMs } = answer;
  const status = answer.kind === 'refused' ? answer.status : null;
  return { kind: 'trouble', status, cause, retryAfterMs };
}
