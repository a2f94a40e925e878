/** Somebody is due a call-back of the help desk, and calls again. */
import {
  asId,
  CURRENT_FLAGS,
  type Fact,
  type FactOf,
  type PlatformCallId,
  RULE_FLAGS,
  type ServiceId,
  type TaskId,
  type TaskState,
} from '@rufwerk/engine/core';
import { service, type ServiceDraft } from './helpDesk.ts';
import { factsOf, person, PlayedTenant, START_AT } from './playedTenant.ts';

export const BEFORE = CURRENT_FLAGS.filter((flag) => flag !== RULE_FLAGS.ONE_PLACE);
export const ASKED_AT = START_AT;
export const callBack = {
  offered: true,
  attempts: 3,
  retryAfterSeconds: 60,
  dialTimeoutSeconds: 45,
};

interface Scene {
  readonly tenant: PlayedTenant;
  /** The call-back that the caller is due. */
  readonly due: TaskState;
}

/** The caller has asked the help desk of a and b to be called back; nobody is there. */
export function asked(
  settings: Partial<ServiceDraft> = {},
  flags: readonly number[] = CURRENT_FLAGS,
): Scene {
  const services = [
    service('help-desk', { agents: ['a', 'b'], order: 'fixed-order', callBack, ...settings }),
    service('sales', {
      ...{ agents: ['c'], callBack },
      queue: { maximumWaitSeconds: 30, whenTooLong: { do: 'service', service: 'help-desk' } },
    }),
  ];
  const tenant = new PlayedTenant({ services }, null, ASKED_AT, flags);
  for (const name of ['a', 'b', 'c']) tenant.duty(name, false);
  calls(tenant, 'call-1');
  const due = tenant.task('call-1');
  if (due === undefined) throw new Error('The first call does not wait.');
  tenant.give({ type: 'TonePressed', platformCallId: asId<PlatformCallId>('call-1'), tone: '1' });
  tenant.callState('call-1', 'terminated');
  tenant.pass(60_000);
  return { tenant, due };
}

/** A call of the caller who is due a call-back, unless another one is named. */
export function calls(
  tenant: PlayedTenant,
  call: string,
  { account = 'account-help-desk', caller = 'the-caller', isAnonymous = false } = {},
): Fact[] {
  const arrived = tenant.give({
    ...{ type: 'CallArrived', platformCallId: asId(call), resourceAccountId: asId(account) },
    callerId: person(caller),
    ...(isAnonymous ? { isAnonymous } : {}),
  });
  const rest = [tenant.settle('answer-call'), tenant.established(call)];
  return [...arrived, ...rest.flat()];
}

/** The platform takes the call to the caller: their telephone rings. */
export function ringsAtCaller(tenant: PlayedTenant): void {
  tenant.settle('dial-caller', { kind: 'dialled', platformCallId: asId('back-1') });
}

export function ended(facts: readonly Fact[]): FactOf<'CallEnded'>[] {
  return factsOf(facts, 'CallEnded');
}

/** A supervisor moves the call. */
export function moves(tenant: PlayedTenant, taskId: TaskId, to: string): Fact[] {
  const serviceId = asId<ServiceId>(to);
  return tenant.give({ type: 'CallMoveAsked', taskId, serviceId, by: person('s') });
}
