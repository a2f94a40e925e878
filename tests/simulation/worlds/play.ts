/**
 * Lets one thing happen to the platform, the people or the clock, and gives the engine its news.
 */
import { asId, type GroupId, type ServiceId } from '@rufwerk/engine/core';
import { person } from '../../engine/core/playedTenant.ts';
import { AGENTS, TEAM } from './configurations.ts';
import { emergencyCall } from './emergencyCall.ts';
import type { Happening, Performance } from './happenings.ts';
import type { PlatformCall } from './platform.ts';
import type { World } from './world.ts';

/** Rarer than in life, where nothing happens between two polls. */
const POLLING_EVERY_MS = 12_000;

/** The chosen one of several; undefined of none. */
function chosen<T>(several: readonly T[], which: number): T | undefined {
  return several[which % Math.max(1, several.length)];
}

const serviceId = (id: string): ServiceId => asId<ServiceId>(id);

export function play(world: World, happening: Happening): void {
  switch (happening.does) {
    case 'calls':
      return calls(world, happening.caller, happening.service);
    case 'caller-answers':
    case 'caller-hangs-up':
    case 'caller-presses':
    case 'prompt-ends':
    case 'leaves-the-call':
      return onCall(world, happening);
    case 'accepts':
    case 'refuses':
      return onRinging(world, happening);
    case 'performs':
      return performs(world, happening.which, happening.how);
    case 'news':
      return news(world, happening.which, happening.how);
    case 'all-runs':
      return allRuns(world);
    case 'passes':
    case 'gap':
    case 'clock-back':
    case 'repeats':
    case 'restarts':
    case 'day-begins':
      return onTime(world, happening);
    case 'team':
    case 'hours':
    case 'emergency':
    case 'moves':
    case 'configures':
    case 'blocks':
      return onTenant(world, happening);
    default:
      return onPerson(world, happening);
  }
}

function calls({ tenant, platform }: World, caller: string, service: string): void {
  const call = platform.arrives(service.startsWith('pool'));
  tenant.dials(call.id, `account-${service}`, caller);
}

type OnCall = Extract<
  Happening,
  {
    does:
      'caller-answers' | 'caller-hangs-up' | 'caller-presses' | 'prompt-ends' | 'leaves-the-call';
  }
>;

function onCall({ tenant, platform }: World, happening: OnCall): void {
  const fits = (call: PlatformCall): boolean => {
    switch (happening.does) {
      case 'caller-answers':
        return call.isCallBack && call.state === 'incoming';
      case 'caller-hangs-up':
        return true;
      case 'caller-presses':
        return call.state === 'established' && !call.isCallBack;
      case 'prompt-ends':
        return call.prompt !== null;
      case 'leaves-the-call':
        return call.people.size > 1;
    }
  };
  const call = chosen(platform.live().filter(fits), happening.which);
  if (call === undefined) return;
  switch (happening.does) {
    case 'caller-answers':
      return platform.establish(call);
    case 'caller-hangs-up':
      return platform.end(call, 'terminated');
    case 'caller-presses': {
      const { key: tone } = happening;
      return void tenant.give({ type: 'TonePressed', platformCallId: asId(call.id), tone });
    }
    case 'prompt-ends':
      return platform.promptEnds(call, 'completed');
    case 'leaves-the-call': {
      const agent = [...call.people].find((name) => name !== 'caller');
      if (agent !== undefined) platform.leaves(call, agent);
    }
  }
}

function onRinging(
  { platform }: World,
  happening: Extract<Happening, { does: 'accepts' | 'refuses' }>,
): void {
  const ringing = platform
    .live()
    .flatMap((call) => [...call.ringing.keys()].map((participantId) => ({ call, participantId })));
  const rung = chosen(ringing, happening.which);
  if (rung === undefined) return;
  const { call, participantId } = rung;
  if (happening.does === 'accepts') platform.joins(call, participantId);
  else platform.ringingEnds(call, participantId, happening.code);
}

function performs({ tenant, platform }: World, which: number, how: Performance): void {
  const open = chosen([...tenant.state.openEffects.values()], which);
  if (open === undefined) return;
  const { id: effectId, effect } = open;
  const isDone = how === 'well' || how === 'unknown-done';
  const performed = isDone ? platform.perform(effectId, effect) : null;
  const cause = 'the world';
  const outcome =
    how === 'well' && performed !== null
      ? performed
      : ({ kind: how === 'fails' ? 'failed' : 'unknown', cause } as const);
  tenant.give({ type: 'EffectReported', effectId, outcome });
}

function news({ tenant, platform }: World, which: number, how: 'once' | 'twice' | 'never'): void {
  const told = chosen(platform.news, which);
  if (told === undefined) return;
  platform.news.splice(platform.news.indexOf(told), 1);
  if (how === 'never') return;
  tenant.give(told);
  if (how === 'twice') tenant.give(told);
}

/** The platform does everything it was asked, and all news arrive, until nothing is under way. */
export function allRuns({ tenant, platform }: World): void {
  for (let rounds = 0; rounds < 50; rounds += 1) {
    const open = [...tenant.state.openEffects.values()];
    if (open.length === 0 && platform.news.length === 0) return;
    for (const { id: effectId, effect } of open) {
      const outcome = platform.perform(effectId, effect);
      tenant.give({ type: 'EffectReported', effectId, outcome });
    }
    for (const told of platform.news.splice(0)) tenant.give(told);
  }
  throw new Error('The engine asks for something again and again without end.');
}

type OnTime = Extract<
  Happening,
  { does: 'passes' | 'gap' | 'clock-back' | 'repeats' | 'restarts' | 'day-begins' }
>;

function onTime({ tenant }: World, happening: OnTime): void {
  switch (happening.does) {
    case 'passes':
      return void tenant.pass(happening.ms, {
        polling: happening.polling,
        pollingEveryMs: POLLING_EVERY_MS,
      });
    case 'gap':
      return void tenant.give({ type: 'GapObserved', fromAt: tenant.now - 30_000 });
    case 'clock-back':
      tenant.now -= happening.ms;
      tenant.confirmPresence();
      tenant.now += happening.ms;
      return;
    case 'repeats': {
      const last = tenant.journal[tenant.journal.length - 1];
      return last === undefined ? undefined : void tenant.give(last.input);
    }
    case 'restarts':
      return tenant.restart();
    case 'day-begins':
      return void tenant.give({ type: 'DayBegan' });
  }
}

type OnTenant = Extract<
  Happening,
  { does: 'team' | 'hours' | 'emergency' | 'moves' | 'configures' | 'blocks' }
>;

function onTenant(world: World, happening: OnTenant): void {
  const { tenant } = world;
  const by = person('s');
  switch (happening.does) {
    case 'team': {
      const agentIds = happening.who.map(person);
      const groupId = asId<GroupId>(TEAM);
      return void tenant.give({ type: 'GroupMembersReported', groupId, agentIds });
    }
    case 'hours': {
      const id = serviceId(happening.service);
      if (happening.open) return void tenant.give({ type: 'ServiceOpened', serviceId: id });
      return void tenant.give({ type: 'ServiceClosed', serviceId: id, cause: 'hours' });
    }
    case 'emergency': {
      const type = happening.closed ? 'EmergencyClosed' : 'EmergencyReopened';
      return void tenant.give({ type, serviceId: serviceId(happening.service), by });
    }
    case 'moves': {
      const waiting = [...tenant.state.tasks.values()].filter(
        ({ phase }) => phase === 'waiting' || phase === 'call-back',
      );
      const task = chosen(waiting, happening.which);
      if (task === undefined) return;
      const taskId = task.id;
      const id = serviceId(happening.service);
      return void tenant.give({ type: 'CallMoveAsked', taskId, serviceId: id, by });
    }
    case 'configures':
      tenant.configure(happening.other ? world.other : world.configuration);
      return tenant.formBlocks(1);
    case 'blocks':
      return tenant.formBlocks(happening.count);
  }
}

type OnPerson = Exclude<
  Happening,
  | OnCall
  | OnTime
  | OnTenant
  | { does: 'calls' | 'accepts' | 'refuses' | 'performs' | 'news' | 'all-runs' }
>;

function onPerson({ tenant }: World, happening: OnPerson): void {
  if (happening.does === 'all-available') {
    for (const name of AGENTS) tenant.presence(name, 'Available', 'Available');
    return;
  }
  if (happening.does === 'all-offline') {
    for (const name of AGENTS) tenant.presence(name, 'Offline', 'Offline');
    return;
  }
  const agentId = person(happening.who);
  const told = { agentId, by: agentId };
  switch (happening.does) {
    case 'shows': {
      const { who, availability, activity, fidelity } = happening;
      return void tenant.presence(who, availability, activity, fidelity);
    }
    case 'duty':
      return void tenant.duty(happening.who, happening.on);
    case 'break':
      if (!happening.on) return void tenant.give({ type: 'BreakFinished', ...told });
      return void tenant.give({ type: 'BreakTaken', reasonCode: 100, ...told });
    case 'ready':
      return void tenant.give({ type: 'ReadyPressed', ...told });
    case 'work': {
      const type = happening.more ? 'AfterCallWorkProlonged' : 'AfterCallWorkFinished';
      return void tenant.give({ type, ...told });
    }
    case 'emergency-call':
      return emergencyCall(tenant, agentId, happening.how);
    case 'next': {
      const next =
        happening.next === 'break'
          ? ({ kind: 'break', reasonCode: 100 } as const)
          : happening.next === null
            ? null
            : ({ kind: 'off-duty' } as const);
      return void tenant.give({ type: 'NextStateChosen', next, ...told });
    }
    case 'profiles':
      return void tenant.give({ type: 'ProfilesSwitched', profiles: happening.profiles, ...told });
    case 'switches': {
      const { service, on } = happening;
      const switched = { serviceId: serviceId(service), active: on };
      return void tenant.give({ type: 'ServiceSwitched', ...switched, ...told });
    }
  }
}
