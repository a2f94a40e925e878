/**
 * What can happen in a world: the platform answers, late, twice or not at all; callers call, press
 * keys and hang up; agents accept, decline, take breaks and switch profiles; the hours end.
 */
import {
  asId,
  type Effect,
  type EffectOutcome,
  type Fact,
  type GroupId,
  type ServiceId,
  type TaskState,
} from '@rufwerk/engine/core';
import fc from 'fast-check';
import { person, type PlayedTenant } from '../../engine/core/playedTenant.ts';
import { AGENTS, SERVICES, TEAM } from './configurations.ts';

/** Something that happens, and how a failing story tells it. */
export interface Happening {
  readonly words: string;
  readonly play: (tenant: PlayedTenant) => readonly Fact[];
}

const agent = fc.constantFrom(...AGENTS);
const service = fc.constantFrom(...SERVICES);
const which = fc.nat(4);

const serviceId = (id: string): ServiceId => asId<ServiceId>(id);

function live(tenant: PlayedTenant, index: number, phases: readonly string[]): TaskState | null {
  const tasks = [...tenant.state.tasks.values()].filter(
    (task) => phases.includes(task.phase) && task.platformCallId !== null,
  );
  return tasks[index % Math.max(1, tasks.length)] ?? null;
}

/** The usual answer to whatever was asked longest ago; without it few stories get far. */
function answerOldest(tenant: PlayedTenant, index: number): readonly Fact[] {
  const open = [...tenant.state.openEffects.values()];
  const chosen = open[index % Math.max(1, open.length)];
  if (chosen === undefined) return [];
  const outcome = usualOutcome(tenant, chosen.effect);
  return tenant.give({ type: 'EffectReported', effectId: chosen.id, outcome });
}

function usualOutcome(tenant: PlayedTenant, effect: Effect): EffectOutcome {
  switch (effect.kind) {
    case 'invite-agent':
      return { kind: 'invited', participantId: `invited-${effect.offerId}` };
    case 'dial-caller':
      return {
        kind: 'dialled',
        platformCallId: asId(`back-${effect.taskId}-${tenant.journal.length}`),
      };
    case 'read-call': {
      const talking = tenant.state.tasks.get(effect.taskId)?.agentId ?? null;
      return { kind: 'call-read', state: 'established', roster: rosterOf(talking) };
    }
    default:
      return { kind: 'done' };
  }
}

function rosterOf(agentId: string | null) {
  return ['bot', 'caller', ...(agentId === null ? [] : [agentId])].map((name) => ({
    participantId: `participant-${name}`,
    personId: name === 'bot' || name === 'caller' ? null : person(name),
    isApplication: name === 'bot',
  }));
}

const happening = (words: string, play: Happening['play']): Happening => ({ words, play });

const callerCalls = fc
  .tuple(service, fc.nat(5))
  .map(([id, caller]) =>
    happening(`caller ${caller} calls ${id}`, (tenant) =>
      tenant.dials(
        `call-${tenant.journal.length}`,
        `account-${id}`,
        caller === 5 ? 'a' : `caller-${caller}`,
      ),
    ),
  );

const platformAnswers = which.map((index) =>
  happening(`the platform answers open request ${index}`, (tenant) => answerOldest(tenant, index)),
);

const platformAnswersAll = fc.constant(
  happening('the platform answers everything that is open', (tenant) => {
    const open = [...tenant.state.openEffects.values()];
    return open.flatMap(({ id, effect }) =>
      tenant.state.openEffects.has(id)
        ? tenant.give({
            type: 'EffectReported',
            effectId: id,
            outcome: usualOutcome(tenant, effect),
          })
        : [],
    );
  }),
);

const everybodyIsAvailable = fc.constant(
  happening('everybody is available', (tenant) =>
    [...tenant.state.agents.keys()].flatMap((id) => tenant.presence(id, 'Available', 'Available')),
  ),
);

const callEstablished = which.map((index) =>
  happening(`call ${index} is established`, (tenant) => {
    const task = live(tenant, index, ['arriving', 'dialling', 'leaving']);
    return task === null ? [] : tenant.established(task.platformCallId ?? '');
  }),
);

const agentAccepts = which.map((index) =>
  happening(`the agent of offer ${index} accepts`, (tenant) => {
    const offer = [...tenant.state.offers.values()][index];
    const task = offer && tenant.state.tasks.get(offer.taskId);
    if (offer === undefined || task?.platformCallId == null || offer.phase === 'held') return [];
    return tenant.roster(task.platformCallId, 'bot', 'caller', offer.agentId);
  }),
);

const invitationFails = fc.tuple(which, fc.constantFrom(603, 487, 480, 500)).map(([index, code]) =>
  happening(`the invitation of offer ${index} fails with ${code}`, (tenant) => {
    const offer = [...tenant.state.offers.values()][index];
    const task = offer && tenant.state.tasks.get(offer.taskId);
    if (task?.platformCallId == null || offer === undefined) return [];
    const { platformCallId } = task;
    const told = { effectId: offer.effectId, status: 'failed', code, subcode: null } as const;
    return tenant.give({ type: 'OperationReported', platformCallId, ...told });
  }),
);

const promptEnds = fc.tuple(which, fc.boolean()).map(([index, well]) =>
  happening(`the prompt of call ${index} ${well ? 'ends' : 'fails'}`, (tenant) => {
    const task = live(tenant, index, ['waiting', 'confirming', 'leaving']);
    if (task?.platformCallId == null) return [];
    const effectId = task.leaving?.effectId ?? task.prompt?.effectId ?? null;
    const told = { effectId, code: null, subcode: null };
    const status = well ? 'completed' : 'failed';
    return tenant.give({
      type: 'OperationReported',
      platformCallId: task.platformCallId,
      ...told,
      status,
    });
  }),
);

const hangsUp = which.map((index) =>
  happening(`call ${index} is over`, (tenant) => {
    const phases = ['arriving', 'waiting', 'confirming', 'dialling', 'leaving', 'connected'];
    const task = live(tenant, index, phases);
    return task === null ? [] : tenant.callState(task.platformCallId ?? '', 'terminated');
  }),
);

const pressesKey = fc.tuple(which, fc.constantFrom('1', '2')).map(([index, tone]) =>
  happening(`the caller of call ${index} presses ${tone}`, (tenant) => {
    const task = live(tenant, index, ['waiting']);
    if (task?.platformCallId == null) return [];
    return tenant.give({ type: 'TonePressed', platformCallId: task.platformCallId, tone });
  }),
);

const reading = fc
  .tuple(which, fc.constantFrom('incoming', 'established', 'terminated'), fc.option(agent))
  .map(([index, state, who]) =>
    happening(`a reading shows ${state} with ${who ?? 'nobody'}`, (tenant) => {
      const open = tenant.open('read-call');
      const chosen = open[index % Math.max(1, open.length)];
      if (chosen === undefined) return [];
      const outcome = { kind: 'call-read', state, roster: rosterOf(who) } as const;
      return tenant.give({ type: 'EffectReported', effectId: chosen.effectId, outcome });
    }),
  );

const goesWrong = fc
  .tuple(which, fc.constantFrom<EffectOutcome['kind']>('call-gone', 'failed', 'unknown', 'done'))
  .map(([index, kind]) =>
    happening(`open request ${index} ends as ${kind}`, (tenant) => {
      const open = [...tenant.state.openEffects.values()];
      const chosen = open[index % Math.max(1, open.length)];
      if (chosen === undefined) return [];
      const outcome = { kind, cause: 'refused' } as EffectOutcome;
      return tenant.give({ type: 'EffectReported', effectId: chosen.id, outcome });
    }),
  );

const presence = fc
  .tuple(
    agent,
    fc.constantFrom('Available', 'Busy', 'Away', 'Offline', 'Juggling'),
    fc.constantFrom('activity' as const, 'availability' as const),
  )
  .map(([who, value, fidelity]) =>
    happening(`${who} shows ${value} (${fidelity})`, (tenant) =>
      tenant.state.agents.has(person(who)) ? tenant.presence(who, value, value, fidelity) : [],
    ),
  );

const privateCall = agent.map((who) =>
  happening(`${who} is in a call`, (tenant) => tenant.presence(who, 'Busy', 'InACall')),
);

const switches = fc.oneof(
  fc
    .tuple(agent, fc.boolean())
    .map(([who, onDuty]) =>
      happening(`${who} goes ${onDuty ? 'on' : 'off'} duty`, (tenant) => tenant.duty(who, onDuty)),
    ),
  agent.map((who) =>
    happening(`${who} takes a break`, (tenant) =>
      tenant.give({ type: 'BreakTaken', agentId: person(who), reasonCode: 100, by: person(who) }),
    ),
  ),
  agent.map((who) =>
    happening(`${who} is back`, (tenant) => [
      ...tenant.give({ type: 'BreakFinished', agentId: person(who), by: person(who) }),
      ...tenant.give({ type: 'ReadyPressed', agentId: person(who), by: person(who) }),
    ]),
  ),
  fc.tuple(agent, fc.boolean()).map(([who, more]) =>
    happening(`${who} ${more ? 'extends' : 'ends'} after-call work`, (tenant) =>
      tenant.give({
        type: more ? 'AfterCallWorkProlonged' : 'AfterCallWorkFinished',
        agentId: person(who),
        by: person(who),
      }),
    ),
  ),
  fc
    .tuple(
      agent,
      fc.constantFrom({ kind: 'off-duty' } as const, { kind: 'break', reasonCode: 100 } as const),
    )
    .map(([who, next]) =>
      happening(`${who} chooses ${next.kind} for after the call`, (tenant) =>
        tenant.give({ type: 'NextStateChosen', agentId: person(who), next, by: person(who) }),
      ),
    ),
  fc
    .tuple(agent, fc.constantFrom<readonly string[]>([], ['german-only'], ['printers-only'], ['x']))
    .map(([who, profiles]) =>
      happening(`${who} switches to profiles ${profiles.join(' ')}`, (tenant) =>
        tenant.give({ type: 'ProfilesSwitched', agentId: person(who), profiles, by: person(who) }),
      ),
    ),
  fc.tuple(agent, service, fc.boolean()).map(([who, id, active]) =>
    happening(`${who} switches ${id} ${active ? 'on' : 'off'}`, (tenant) =>
      tenant.give({
        type: 'ServiceSwitched',
        agentId: person(who),
        serviceId: serviceId(id),
        active,
        by: person(who),
      }),
    ),
  ),
);

const services = fc.oneof(
  fc
    .tuple(service, fc.boolean())
    .map(([id, open]) =>
      happening(`${id} ${open ? 'opens' : 'closes'}`, (tenant) =>
        open
          ? tenant.give({ type: 'ServiceOpened', serviceId: serviceId(id) })
          : tenant.give({ type: 'ServiceClosed', serviceId: serviceId(id), cause: 'hours' }),
      ),
    ),
  fc.tuple(service, fc.boolean()).map(([id, closed]) =>
    happening(`${id} is ${closed ? 'closed for an emergency' : 'opened again'}`, (tenant) =>
      tenant.give({
        type: closed ? 'EmergencyClosed' : 'EmergencyReopened',
        serviceId: serviceId(id),
        by: person('s'),
      }),
    ),
  ),
  fc.uniqueArray(agent).map((who) =>
    happening(`the team is ${who.join(' ')}`, (tenant) =>
      tenant.give({
        type: 'GroupMembersReported',
        groupId: asId<GroupId>(TEAM),
        agentIds: who.map(person),
      }),
    ),
  ),
  fc.tuple(which, service).map(([index, id]) =>
    happening(`call ${index} is moved to ${id}`, (tenant) => {
      const task = live(tenant, index, ['waiting']);
      if (task === null) return [];
      const by = person('s');
      return tenant.give({ type: 'CallMoveAsked', taskId: task.id, serviceId: serviceId(id), by });
    }),
  ),
  fc.constant(happening('a day begins', (tenant) => tenant.give({ type: 'DayBegan' }))),
);

const time = fc.oneof(
  fc
    .integer({ min: 1, max: 40_000 })
    .map((ms) => happening(`${ms} ms pass`, (tenant) => tenant.pass(ms))),
  fc
    .integer({ min: 60_000, max: 200_000 })
    .map((ms) =>
      happening(`${ms} ms pass without presence news`, (tenant) =>
        tenant.pass(ms, { polling: false }),
      ),
    ),
  fc.constant(
    happening('nothing was heard for a while', (tenant) =>
      tenant.give({ type: 'GapObserved', fromAt: tenant.now - 30_000 }),
    ),
  ),
  fc.constant(
    happening('the clock goes back, and forward again', (tenant) => {
      tenant.now -= 10_000;
      const facts = tenant.confirmPresence();
      tenant.now += 10_000;
      return facts;
    }),
  ),
  fc.constant(
    happening('the last input comes again', (tenant) => {
      const last = tenant.journal[tenant.journal.length - 1];
      return last === undefined ? [] : tenant.give(last.input);
    }),
  ),
  fc.constant(
    happening('Rufwerk is started again', (tenant) => {
      tenant.restart();
      return [];
    }),
  ),
);

/** More of what usually happens than of what rarely does. */
export const happenings: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: callerCalls },
  { weight: 6, arbitrary: platformAnswers },
  { weight: 10, arbitrary: platformAnswersAll },
  { weight: 2, arbitrary: everybodyIsAvailable },
  { weight: 8, arbitrary: callEstablished },
  { weight: 6, arbitrary: agentAccepts },
  { weight: 3, arbitrary: invitationFails },
  { weight: 4, arbitrary: promptEnds },
  { weight: 4, arbitrary: hangsUp },
  { weight: 3, arbitrary: pressesKey },
  { weight: 2, arbitrary: reading },
  { weight: 2, arbitrary: goesWrong },
  { weight: 4, arbitrary: presence },
  { weight: 2, arbitrary: privateCall },
  { weight: 5, arbitrary: switches },
  { weight: 2, arbitrary: services },
  { weight: 6, arbitrary: time },
);
