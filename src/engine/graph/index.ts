/** Microsoft Graph and Microsoft's login: calls, presence, directory, and the calling webhook. */
export { createGraph, DEFAULT_POLL_INTERVAL_MS } from './createGraph.ts';
export type { Graph, GraphOptions } from './createGraph.ts';
export { createCall, transferCall } from './calls/outgoingCalls.ts';
export type { NewCall, NewCallOutcome } from './calls/outgoingCalls.ts';
export type { ExchangeObserver, MeasuredExchange } from './client/measured.ts';
export { DirectoryProblem } from './directory/directory.ts';
export { LoginProblem } from './identity/loginProblem.ts';
export { createTokenSource } from './identity/tokenSource.ts';
export type { TokenSourceOptions } from './identity/tokenSource.ts';
export type { PresencePollingHealth } from './presence/polling.ts';
export { CALLING_BODY_LIMIT_BYTES } from './webhook/body.ts';
export { createCallingWebhook } from './webhook/callingWebhook.ts';
export type {
  CallingPost,
  CallingWebhook,
  CallingWebhookOptions,
} from './webhook/callingWebhook.ts';
