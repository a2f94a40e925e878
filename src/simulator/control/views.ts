import { announcementNames, hearsNow } from '../calls/hearing.ts';
import type { Call, Leg } from '../calls/index.ts';
import type { Emergency } from '../emergencies/emergency.ts';
import { nameOf } from '../calls/voicemail.ts';
import type { Voicemail } from '../calls/voicemail.ts';
import type { PresenceBoard } from '../presence/board.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { Account, Person } from '../world/directory.ts';

/*
 * The world as the control interface shows it: people by their names, times in ISO 8601.
 */

export type View = Readonly<Record<string, unknown>>;

const ROLES: Readonly<Record<Person['role'], readonly string[]>> = {
  administrator: ['Administrator'],
  supervisor: ['Supervisor'],
  agent: ['Agent'],
  user: [],
};

export function viewPerson(person: Person, presence: PresenceBoard): View {
  const { availability, activity } = presence.shown(person);
  return {
    upn: person.upn,
    id: person.id,
    displayName: person.displayName,
    roles: ROLES[person.role],
    presence: { availability, activity },
    phone: person.settings.ownNumber,
    language: person.language,
    behaviour: person.behaviour,
    settings: person.settings,
  };
}

/** An account that nobody sits at, and what stands between it and a token. */
export function viewAccount(account: Account): View {
  const { upn, id, displayName, homeTenantId } = account;
  return { upn, id, displayName, homeTenantId, signIn: viewSignIn(account) };
}

/** The rules of somebody's signing in, in the words of the control interface. */
export function viewSignIn({ signIn }: Account): View {
  return {
    mfaRequired: signIn.isSecondFactorRequired,
    conditionalAccess: signIn.isBlockedByPolicy,
    disabled: signIn.isDisabled,
    invited: signIn.isInvited,
  };
}

/** A subscription as it really stands; the tenant's own clock says when it ends. */
export function viewSubscription(subscription: Subscription): View {
  const { topic } = subscription;
  return {
    id: subscription.id,
    creator: subscription.creator?.upn ?? null,
    resource: subscription.resource,
    peopleCount: topic.kind === 'presence' ? topic.peopleIds.length : 0,
    policy: topic.kind === 'emergencyCalls' ? topic.policyName : null,
    notificationUrl: subscription.notificationUrl,
    isRich: subscription.encryption !== null,
    state: subscription.isPaused ? 'paused' : subscription.isSilent ? 'silent' : 'delivering',
    expiresAt: iso(subscription.expiresAt),
  };
}

export function viewCall(call: Call): View {
  return {
    id: call.id,
    from: call.from,
    to: call.to,
    direction: call.direction,
    state: call.experience,
    hears: hearsNow(call),
    ringsAt: call.telephones.map(({ number }) => number),
    connectedTo: call.connectedTo?.upn ?? null,
    endReason: call.endReason,
    legs: call.legs.map(viewLeg),
    timeline: call.timeline.map(({ at, what }) => ({ at: iso(at), what })),
  };
}

export function viewHeard(call: Call): View[] {
  return call.heard.map(({ at, what, detail, endedAt }) => ({
    at: iso(at),
    what,
    detail,
    names: what === 'prompt' ? announcementNames(detail) : [],
    endedAt: isoOrNull(endedAt),
  }));
}

/** Where a caller could leave a message, and for how long. */
export function viewVoicemail({ call, owner, heard }: Voicemail): View {
  return {
    callId: call.id,
    from: call.from,
    of: owner.kind,
    name: nameOf(owner),
    at: iso(heard.at),
    endedAt: isoOrNull(heard.endedAt),
  };
}

/** What the emergency service has of a call, and what became of its calls back. */
export function viewEmergency(emergency: Emergency): View {
  const { call } = emergency;
  return {
    id: emergency.id,
    upn: emergency.person.upn,
    dialled: call.to,
    dialledAt: iso(emergency.dialledAt),
    callerIdSeen: emergency.callerIdSeen,
    state: emergency.state,
    policy: emergency.policyName,
    callId: call.id,
    endedAt: isoOrNull(emergency.endedAt),
    endReason: call.endReason,
    callbacks: emergency.callbacks.map(({ id }) => id),
  };
}

function viewLeg(leg: Leg): View {
  return {
    id: leg.id,
    upn: leg.person.upn,
    state: leg.state,
    answeredBy: leg.answeredBy,
    startedAt: iso(leg.startedAt),
    endedAt: isoOrNull(leg.endedAt),
  };
}

function iso(instantMs: number): string {
  return new Date(instantMs).toISOString();
}

function isoOrNull(instantMs: number | null): string | null {
  return instantMs === null ? null : iso(instantMs);
}
