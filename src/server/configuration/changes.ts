import { NotAccepted } from '@rufwerk/engine/ports';

/** More administrators than this never save at the same moment. */
const WAITING_MAX = 20;

/**
 * Lets changes of the configuration happen one after the other, so that nothing comes between
 * looking at the version in force and changing it.
 */
export type InTurn = <Result>(change: () => Promise<Result>) => Promise<Result>;

/** The returned function rejects with `NotAccepted` when too many changes wait. */
export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (change) => {
    if (waiting >= WAITING_MAX) throw new NotAccepted('Too many changes wait for their turn.');
    waiting += 1;
    const mine = last.then(change).finally(() => (waiting -= 1));
    // The one who asked hears of a failure; the next in turn goes on.
    last = mine.catch(() => undefined);
    return mine;
  };
}
