/**
 * Microsoft Graph's subscriptions, played: one to presence for each account and application, one
 * for each emergency calling policy.
 */
import { HttpDouble } from '../httpDouble.ts';
import type { Reaction, ReceivedRequest } from '../httpDouble.ts';

export interface PlayedSubscription {
  readonly id: string;
  readonly account: string;
  readonly clientState: string;
  readonly certificateId: string;
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl: string;
  readonly resource: string;
  readonly entraIds: readonly string[];
  expirationDateTime: string;
}

export class GraphSubscriptionsDouble {
  readonly http: HttpDouble;
  readonly subscriptions: PlayedSubscription[] = [];
  /** Whether a second one is refused by 409 until the first is deleted. */
  allowsOneOnly = true;
  renews = true;
  /** Answers every request so, when it is set. */
  fault: { readonly status: number; readonly retryAfterSeconds?: number } | null = null;
  /** No subscription is given for longer; ISO 8601. */
  expiresAtMost: string | null = null;
  #made = 0;

  readonly #accountOf: (accessToken: string) => string;

  private constructor(http: HttpDouble, accountOf: (accessToken: string) => string) {
    this.http = http;
    this.#accountOf = accountOf;
    http.react = (request) => this.#react(request);
  }

  /** `accountOf` tells whose an access token is. */
  static async open(accountOf: (accessToken: string) => string): Promise<GraphSubscriptionsDouble> {
    return new GraphSubscriptionsDouble(await HttpDouble.start(), accountOf);
  }

  get graphUrl(): string {
    return `${this.http.url}/v1.0`;
  }

  /** The only subscription there is. */
  get only(): PlayedSubscription {
    const [only, ...more] = this.subscriptions;
    if (only === undefined || more.length > 0) {
      throw new Error(`There are ${this.subscriptions.length} subscriptions.`);
    }
    return only;
  }

  /** Such as `POST` or `PATCH`, since the start. */
  count(method: string): number {
    return this.http.received.filter((request) => request.method === method).length;
  }

  /** Graph forgets a subscription without a word. */
  lose(): void {
    this.subscriptions.length = 0;
  }

  close(): Promise<void> {
    return this.http.stop();
  }

  #react(request: ReceivedRequest): Reaction {
    if (this.fault !== null) {
      const { status, retryAfterSeconds } = this.fault;
      const headers = { 'retry-after': String(retryAfterSeconds ?? '') };
      return { status, ...(retryAfterSeconds === undefined ? {} : { headers }), body: {} };
    }
    const account = this.#accountOf(tokenOf(request));
    const id = /\/subscriptions\/([^/?]+)/.exec(request.path)?.[1];
    const found = this.subscriptions.find((each) => each.id === id && each.account === account);
    switch (request.method) {
      case 'POST':
        return this.#make(account, request.body as Record<string, string>);
      case 'GET':
        if (id !== undefined) return found === undefined ? gone : { status: 200, body: found };
        return { status: 200, body: { value: this.#of(account) } };
      case 'PATCH': {
        if (found === undefined) return gone;
        if (!this.renews) return { status: 400, body: { error: { code: 'ExtensionError' } } };
        const { expirationDateTime } = request.body as Record<string, string>;
        found.expirationDateTime = this.#granted(expirationDateTime ?? '');
        return { status: 200, body: found };
      }
      default:
        if (found === undefined) return gone;
        this.subscriptions.splice(this.subscriptions.indexOf(found), 1);
        return { status: 204 };
    }
  }

  #make(account: string, body: Record<string, string>): Reaction {
    const { resource = '' } = body;
    const isAlike = (other: string) => other === resource || isPresence(other, resource);
    if (this.allowsOneOnly && this.#of(account).some((each) => isAlike(each.resource))) {
      return { status: 409, body: { error: { code: 'ExtensionError' } } };
    }
    this.#made += 1;
    const listed = [...resource.matchAll(/'([^']+)'/g)].map(([, id]) => id ?? '');
    const made: PlayedSubscription = {
      id: `subscription-${this.#made}`,
      account,
      clientState: body['clientState'] ?? '',
      certificateId: body['encryptionCertificateId'] ?? '',
      notificationUrl: body['notificationUrl'] ?? '',
      lifecycleNotificationUrl: body['lifecycleNotificationUrl'] ?? '',
      resource,
      entraIds: listed.length > 0 ? listed : [resource.split('/').at(-1) ?? ''],
      expirationDateTime: this.#granted(body['expirationDateTime'] ?? ''),
    };
    this.subscriptions.push(made);
    return { status: 201, body: made };
  }

  #granted(asked: string): string {
    return this.expiresAtMost === null || asked < this.expiresAtMost ? asked : this.expiresAtMost;
  }

  #of(account: string): PlayedSubscription[] {
    return this.subscriptions.filter((each) => each.account === account);
  }
}

function isPresence(...resources: readonly string[]): boolean {
  return resources.every((resource) => resource.includes('presences'));
}

const gone: Reaction = { status: 404, body: { error: { code: 'ResourceNotFound' } } };

function tokenOf({ headers }: ReceivedRequest): string {
  return String(headers['authorization']).replace('Bearer ', '');
}
