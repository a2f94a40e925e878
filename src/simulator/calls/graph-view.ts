import type { Tenant } from '../tenant.ts';
import type { BotSide, Call, Operation, Outcome, Participant, Party } from './call.ts';

/*
 * Calls as Graph describes them, in answers and in notifications alike. Fields that a part of the
 * life does not have are left out rather than null, as the platform does in notifications.
 */

export type GraphObject = Readonly<Record<string, unknown>>;

const REGION = { countryCode: 'CH', languageId: 'de-CH', region: 'emea', endpointType: 'default' };

/** A call resource. Without any Calls.* consent the caller's identity stays encrypted. */
export function callView(tenant: Tenant, call: Call, bot: BotSide): GraphObject {
  return {
    '@odata.type': '#microsoft.graph.call',
    id: call.id,
    state: bot.state,
    direction: call.direction,
    callbackUri: bot.callbackUri,
    callChainId: call.chainId,
    tenantId: tenant.id,
    myParticipantId: bot.participantId,
    subject: null,
    requestedModalities: ['audio'],
    callRoutes: [],
    source: sourceView(tenant, call, bot),
    targets: [targetView(tenant, call)],
    mediaState: { '@odata.type': '#microsoft.graph.callMediaState', audio: mediaOf(bot) },
    ...(call.direction === 'incoming' ? { incomingContext: incomingContext(call, bot) } : {}),
    ...(bot.lastTone === null ? {} : { toneInfo: toneView(bot, bot.lastTone) }),
    resultInfo: bot.outcome === null ? null : outcomeView(bot.outcome),
  };
}

export function participantView(
  tenant: Tenant,
  participant: Participant,
  withType = true,
): GraphObject {
  return {
    ...(withType ? { '@odata.type': '#microsoft.graph.participant' } : {}),
    id: participant.id,
    info: {
      '@odata.type': '#microsoft.graph.participantInfo',
      ...REGION,
      endpointType: participant.isVoicemail ? 'voicemail' : 'default',
      participantId: participant.id,
      identity: identityView(tenant, participant.party),
    },
    isInLobby: false,
    isMuted: participant.isMuted,
    mediaStreams: [
      {
        '@odata.type': '#microsoft.graph.mediaStream',
        mediaType: 'audio',
        label: 'main-audio',
        sourceId: '1',
        direction: 'sendReceive',
        serverMuted: false,
      },
    ],
    rosterSequenceNumber: participant.joinedSequence,
  };
}

export function operationView(tenant: Tenant, operation: Operation): GraphObject {
  return {
    '@odata.type': `#microsoft.graph.${operation.kind}`,
    id: operation.id,
    status: operation.status,
    clientContext: operation.clientContext,
    resultInfo: operation.outcome === null ? null : outcomeView(operation.outcome),
    ...(operation.kind === 'inviteParticipantsOperation'
      ? {
          participants: operation.invited.map(({ participantId, party }) => ({
            '@odata.type': '#microsoft.graph.invitationParticipantInfo',
            participantId,
            identity: identityView(tenant, party),
            hidden: null,
            replacesCallId: null,
            removeFromDefaultAudioRoutingGroup: null,
          })),
        }
      : {}),
  };
}

export function identityView(tenant: Tenant, party: Party): GraphObject {
  const identity = (name: string, fields: GraphObject): GraphObject => ({
    '@odata.type': '#microsoft.graph.identitySet',
    [name]: { '@odata.type': '#microsoft.graph.identity', ...fields },
  });
  switch (party.kind) {
    case 'phone':
      return identity('phone', { id: party.number });
    case 'withheld':
      return identity('phone', { id: null });
    case 'person':
      return identity('user', {
        id: party.person.id,
        displayName: party.person.displayName,
        tenantId: tenant.id,
        identityProvider: 'AAD',
      });
    case 'bot':
      return identity('application', {
        id: tenant.application.id,
        displayName: tenant.application.displayName,
      });
  }
}

export function outcomeView({ code, subcode, message }: Outcome): GraphObject {
  return { '@odata.type': '#microsoft.graph.resultInfo', code, subcode, message };
}

function sourceView(tenant: Tenant, call: Call, bot: BotSide): GraphObject {
  const isOutgoing = call.caller === null;
  return {
    '@odata.type': '#microsoft.graph.participantInfo',
    ...REGION,
    participantId: isOutgoing ? bot.participantId : call.callerParticipantId,
    identity: callerIdentity(tenant, call),
  };
}

function callerIdentity(tenant: Tenant, call: Call): GraphObject {
  if (call.caller === null) return identityView(tenant, { kind: 'bot' });
  const isReadable = tenant.consents.applicationRoles().some((role) => role.startsWith('Calls.'));
  if (isReadable) return identityView(tenant, call.caller);
  return {
    '@odata.type': '#microsoft.graph.identitySet',
    encrypted: { '@odata.type': '#microsoft.graph.identity', id: call.callerParticipantId },
  };
}

function targetView(tenant: Tenant, call: Call): GraphObject {
  const type = { '@odata.type': '#microsoft.graph.invitationParticipantInfo' };
  if (call.service !== null) {
    const { applicationInstanceId, name } = call.service;
    return {
      ...type,
      identity: {
        '@odata.type': '#microsoft.graph.identitySet',
        applicationInstance: {
          '@odata.type': '#microsoft.graph.identity',
          id: applicationInstanceId,
          displayName: name,
          tenantId: tenant.id,
        },
      },
    };
  }
  const person = tenant.directory.findPerson(call.to);
  const party: Party = person ? { kind: 'person', person } : { kind: 'phone', number: call.to };
  return { ...type, identity: identityView(tenant, party) };
}

function incomingContext(call: Call, bot: BotSide): GraphObject {
  return {
    '@odata.type': '#microsoft.graph.incomingContext',
    sourceParticipantId: call.callerParticipantId,
    observedParticipantId: bot.participantId,
  };
}

function toneView(bot: BotSide, tone: string): GraphObject {
  return { '@odata.type': '#microsoft.graph.toneInfo', sequenceId: bot.toneSequence, tone };
}

function mediaOf(bot: BotSide): 'active' | 'inactive' {
  return bot.state === 'established' ? 'active' : 'inactive';
}
