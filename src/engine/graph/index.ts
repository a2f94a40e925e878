/** Microsoft Graph and Microsoft's login: calls, presence, directory, and the calling webhook. */
export { createGraph } from './createGraph.ts';
export type { Graph, GraphOptions } from './createGraph.ts';
export type { EmergencyActivity, WriteActivity } from './activity/emergencyActivity.ts';
export type { AccountProblem } from './accounts/accountProblem.ts';
export type { PresenceAccount } from './accounts/presenceAccounts.ts';
export type { SignIn } from './accounts/signIns.ts';
export { createCall, transferCall } from './calls/outgoingCalls.ts';
export type { NewCall, NewCallOutcome } from './calls/outgoingCalls.ts';
export type { ExchangeObserver, MeasuredExchange } from './client/measured.ts';
export { DirectoryProblem } from './directory/directory.ts';
export { openEmergencyEvents } from './emergencies/emergencyEvents.ts';
export type { EmergencyEvents } from './emergencies/emergencyEvents.ts';
export type { EmergencyPolicyHealth } from './emergencies/policySubscription.ts';
export { LoginProblem } from './identity/loginProblem.ts';
export { createTokenSource } from './identity/tokenSource.ts';
export type { TokenSourceOptions } from './identity/tokenSource.ts';
export type { EmergencyMail, WriteMail } from './mail/emergencyMail.ts';
export { NOTIFICATION_BODY_LIMIT_BYTES } from './notifications/body.ts';
export { readHandshake } from './notifications/handshake.ts';
export type { Presence, PresenceHealth } from './presence/presence.ts';
export type { DelegatedAccess, FindDelegated } from './presence/presenceReader.ts';
export type { PresenceSourceHealth } from './presence/sourceRecord.ts';
export { openPresencePush, SIGN_IN_REDIRECT_PATH } from './subscriptions/presencePush.ts';
export type { PresencePush, PresencePushHealth } from './subscriptions/presencePush.ts';
export { CALLING_BODY_LIMIT_BYTES } from './webhook/body.ts';
export { createCallingWebhook } from './webhook/callingWebhook.ts';
export type {
  CallingPost,
  CallingWebhook,
  CallingWebhookOptions,
} from './webhook/callingWebhook.ts';
