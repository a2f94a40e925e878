/**
 * The messages between a Teams app in a frame and the client around it, as the public teams-js
 * library sends and expects them.
 *
 *     app  -> host   { id, uuidAsString, func, args }     a call
 *     host -> app    { id, uuidAsString, args }           its answer, with both ids given back
 *     host -> app    { func, args }                       an event, without ids
 */

export type AppCall = {
  readonly id: number;
  readonly uuidAsString: string | undefined;
  readonly func: string;
  readonly args: readonly unknown[];
};

/** Reads a message from the frame; `null` when it is no call of teams-js. */
export function readAppCall(data: unknown): AppCall | null {
  if (typeof data !== 'object' || data === null) return null;
  const { id, uuidAsString, func, args } = data as Readonly<Record<string, unknown>>;
  if (typeof id !== 'number' || typeof func !== 'string') return null;
  return {
    id,
    uuidAsString: typeof uuidAsString === 'string' ? uuidAsString : undefined,
    func,
    args: Array.isArray(args) ? args : [],
  };
}

/** What this host can do; teams-js answers every `isSupported()` from it. */
export const hostCapabilities = JSON.stringify({
  apiVersion: 4,
  isLegacyTeams: false,
  supports: { pages: { config: {}, currentApp: {} }, chat: {}, call: {} },
});

/** The flat context that teams-js turns into its nested one. */
export type AppContext = {
  readonly userObjectId: string;
  readonly userPrincipalName: string;
  readonly userDisplayName: string;
  readonly loginHint: string;
  readonly tid: string;
  readonly theme: string;
  readonly locale: string;
  readonly frameContext: 'content';
  readonly entityId: string;
  readonly subEntityId: string;
  readonly hostName: 'Teams';
  readonly hostClientType: 'web';
  readonly sessionId: string;
  readonly appSessionId: string;
};
