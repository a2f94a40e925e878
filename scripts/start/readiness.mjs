import { setTimeout as pause } from 'node:timers/promises';

const probeEveryMs = 100;
const probeLimitMs = 2_000;

/**
 * Waits until the address answers 200, the program has ended or the time is over.
 * @returns 'ready', 'ended' or 'late'
 */
export async function waitUntilReady({ program, address, limitMs }) {
  const deadline = Date.now() + limitMs;
  let hasEnded = false;
  void program.ended.finally(() => (hasEnded = true));
  while (Date.now() < deadline) {
    if (hasEnded) return 'ended';
    if (await answersWell(address)) return 'ready';
    await pause(probeEveryMs);
  }
  return 'late';
}

/** Whether anything at all answers at this address. */
export async function isTaken(address) {
  return (await probe(address)) !== undefined;
}

async function answersWell(address) {
  return (await probe(address)) === 200;
}

/** The HTTP status at this address, or undefined when nobody answers in time. */
async function probe(address) {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(probeLimitMs) });
    await response.body?.cancel();
    return response.status;
  } catch {
    return undefined;
  }
}
