/**
 * The pick loops of two open chat systems, written anew from their description (not their code),
 * with every database replaced by a Map: what their algorithms cost without any network.
 */
import { Random } from '../distribution/random.ts';
import { type Peer, perSecond } from './peer.ts';

interface ChatAgent {
  readonly id: string;
  online: boolean;
  count: number;
  order: number;
  open: number;
}

const LABEL = 'algorithm only, no network, re-implemented from its description';
const PER_DEPARTMENT = 100;

function departments(agents: number): Map<string, ChatAgent[]> {
  const random = new Random(5);
  const byDepartment = new Map<string, ChatAgent[]>();
  for (let number = 0; number < agents; number += 1) {
    const department = `department-${Math.floor(number / PER_DEPARTMENT)}`;
    const others = byDepartment.get(department) ?? [];
    others.push({
      id: `agent-${number}`,
      online: random.share() < 0.8,
      count: random.below(10),
      order: random.below(3),
      open: 0,
    });
    byDepartment.set(department, others);
  }
  return byDepartment;
}

function looping(name: string, agents: number, pick: (of: ChatAgent[]) => ChatAgent | null): Peer {
  const byDepartment = departments(agents);
  const names = [...byDepartment.keys()];
  return {
    name,
    label: LABEL,
    run: (decisions) => {
      const startedMs = performance.now();
      for (let each = 0; each < decisions; each += 1) {
        const agent = pick(byDepartment.get(names[each % names.length] ?? '') ?? []);
        if (agent !== null) agent.open -= 1;
      }
      return Promise.resolve(perSecond(decisions, startedMs));
    },
    close: () => Promise.resolve(),
  };
}

/** Of those online: the lowest count, then the order, then the name; the count goes up. */
export function rocketChatLoop(agents: number): Peer {
  return looping('Rocket.Chat pick loop', agents, (department) => {
    const [next] = department
      .filter(({ online }) => online)
      .sort(
        (left, right) =>
          left.count - right.count || left.order - right.order || (left.id < right.id ? -1 : 1),
      );
    if (next === undefined) return null;
    next.count += 1;
    next.open += 1;
    return next;
  });
}

/** The whole round-robin list crossed with who is online and below the limit; the first rotates. */
export function chatwootLoop(agents: number): Peer {
  const limit = 5;
  return looping('Chatwoot pick loop', agents, (inbox) => {
    const available = new Set(
      inbox.filter(({ online, open }) => online && open < limit).map(({ id }) => id),
    );
    const place = inbox.findIndex(({ id }) => available.has(id));
    const [chosen] = place === -1 ? [] : inbox.splice(place, 1);
    if (chosen === undefined) return null;
    inbox.push(chosen);
    chosen.open += 1;
    return chosen;
  });
}
