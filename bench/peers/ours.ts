/**
 * The same task for us: a call comes, an agent is found and rung, accepts, talks and is free again.
 * All inputs that takes are given to the core, facts and decision records included.
 */
import { asId, type Fact, type Input, type PlatformCallId, step } from '@rufwerk/engine/core';
import { contactCentre, openedTenant, START_AT } from '../distribution/contactCentre.ts';
import { Random } from '../distribution/random.ts';
import { type Peer, perSecond } from './peer.ts';

/** Presence is read as in life, and the views looked at: time is not free for us. */
const POLL_EVERY_MS = 2_000;
/** Calls of five minutes and one without: as busy as agents are planned to be. */
const CALL_PER_AGENT_EVERY_MS = 360_000;

export function ourselves(agents: number): Peer {
  const centre = contactCentre(
    { agents, services: agents / 20, servicesPerAgent: 5 },
    new Random(3),
  );
  const state = openedTenant(centre);
  const callEveryMs = CALL_PER_AGENT_EVERY_MS / agents;
  let at = START_AT + 1_000;
  let pollAt = at;
  let number = 0;
  const give = (input: Input): readonly Fact[] => step(state, input);
  const callState = (
    platformCallId: PlatformCallId,
    state: 'established' | 'terminated',
  ): Input => ({ type: 'CallStateReported', at, platformCallId, state, code: 0, subcode: 0 });
  const routeAndRelease = (): void => {
    number += 1;
    at += 1;
    const platformCallId = asId<PlatformCallId>(`call-${number}`);
    const service = number % (agents / 20);
    give({
      type: 'CallArrived',
      at,
      platformCallId,
      resourceAccountId: asId(`account-${service}`),
      callerId: asId(`caller-${number % 1_000}`),
    });
    let isOffered = false;
    for (const fact of give(callState(platformCallId, 'established'))) {
      if (fact.type !== 'CallOffered') continue;
      isOffered = true;
      const roster = [{ participantId: 'p', personId: fact.agentId, isApplication: false }];
      give({ type: 'RosterReported', at, platformCallId, roster });
      break;
    }
    if (!isOffered) throw new Error(`Call ${number} was offered to nobody.`);
    give(callState(platformCallId, 'terminated'));
    for (const { id, effect } of [...state.openEffects.values()]) {
      const outcome =
        effect.kind === 'read-call'
          ? ({ kind: 'call-gone' } as const)
          : ({ kind: 'done' } as const);
      give({ type: 'EffectReported', at, effectId: id, outcome });
    }
    at += callEveryMs;
    give({ type: 'TimeReached', at });
    if (at >= pollAt) {
      for (const blockId of state.blocks.keys()) {
        give({ type: 'PresenceBlockPolled', at, blockId, changes: [] });
      }
      pollAt = at + POLL_EVERY_MS;
    }
  };
  return {
    name: 'rufwerk',
    label: `the core in memory, ${agents} agents, every input of a call`,
    run: (decisions) => {
      const startedMs = performance.now();
      for (let each = 0; each < decisions; each += 1) routeAndRelease();
      return Promise.resolve(perSecond(decisions, startedMs));
    },
    close: () => Promise.resolve(),
  };
}
