/**
 * What these tests read of any body on the wire. Nothing promises that a field is there: one that
 * is missing is undefined when the test reads it, and the test fails.
 */
export interface Wire {
  readonly '@odata.nextLink'?: string;
  readonly '@odata.type': string;
  readonly access_token: string;
  readonly activity: string;
  readonly availability: string;
  readonly answeredBy: string | null;
  readonly at: string;
  readonly callbacks: readonly string[];
  readonly callerIdSeen: string | null;
  readonly behaviour: { readonly answers: string };
  readonly callChainId: string;
  readonly calls: readonly Wire[];
  readonly detail: string;
  readonly dialledAt: string;
  readonly displayName: string;
  readonly expirationDateTime: string;
  readonly emergencyCallbackNumbers: readonly string[];
  readonly emergencyId: string;
  readonly endReason: string | null;
  readonly endedAt: string;
  readonly error: { readonly code: string; readonly message: string };
  readonly error_codes: readonly number[];
  readonly error_description: string;
  readonly from: string;
  readonly id: string;
  readonly info: { readonly identity: WireIdentity };
  readonly issuer: string;
  readonly jwks_uri: string;
  readonly legs: readonly Wire[];
  readonly message: string;
  readonly direction: string;
  readonly n: number;
  readonly now: string;
  readonly participantId: string;
  readonly participants: readonly Wire[];
  readonly path: string;
  readonly people: readonly Wire[];
  readonly refresh_token: string;
  readonly resultInfo: { readonly code: number; readonly subcode: number };
  readonly sequenceNumber: string;
  readonly services: readonly { readonly applicationInstanceId: string }[];
  readonly source: { readonly identity: WireIdentity };
  readonly state: string;
  readonly status: string;
  readonly subscriptions: readonly Wire[];
  readonly tenantId: string;
  readonly timeline: readonly { readonly at: string; readonly what: string }[];
  readonly to: string;
  readonly ringsAt: readonly string[];
  readonly hears: { readonly what: string; readonly names: readonly string[] };
  readonly token: string;
  readonly toneInfo?: { readonly tone: string; readonly sequenceId: number };
  readonly upn: string;
  readonly userPrincipalName: string;
  readonly value: readonly Wire[];
}

interface WireIdentity {
  readonly phone?: { readonly id: string };
  readonly user?: { readonly id: string; readonly displayName: string };
  readonly application?: { readonly displayName: string };
  readonly encrypted?: { readonly id: string };
}

/** A notification as it comes: one change in a list of one. */
export interface WireNotification {
  readonly value?: readonly {
    readonly changeType: string;
    readonly resourceUrl: string;
    readonly resourceData: Wire;
  }[];
}

/** A list that a body or a notification is instead of an object. */
export function listOf(body: Wire): readonly Wire[] {
  return body as unknown as readonly Wire[];
}
