import { createContext, useContext, useEffect, useEffectEvent, useState } from 'react';
import type { ChangeFeed } from './changeFeed.ts';
import type { Topic } from './wire.ts';

/** A reading of the played world that is kept up to date. */
export type Live<Value> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: Value; readonly receivedAt: number }
  | { readonly status: 'failed'; readonly message: string };

export const ChangeFeedContext = createContext<ChangeFeed | null>(null);

/**
 * Reads once, and again after every change of one of the topics or of the whole world. Changes that
 * arrive during a reading are answered by one more reading, so a busy world costs one request at a
 * time. `key` names what is read: another key starts anew.
 */
export function useLive<Value>(
  key: string,
  topics: readonly Topic[],
  read: () => Promise<Value>,
): Live<Value> {
  const feed = useContext(ChangeFeedContext);
  const [reading, setReading] = useState<{ readonly key: string; readonly live: Live<Value> }>({
    key,
    live: { status: 'loading' },
  });

  const readNow = useEffectEvent(read);
  const concerns = useEffectEvent(
    (topic: Topic | null) => topic === null || topic === 'world' || topics.includes(topic),
  );

  useEffect(() => {
    let stale = false;
    let inFlight = false;
    let changedMeanwhile = false;

    const refresh = async (): Promise<void> => {
      if (inFlight) {
        changedMeanwhile = true;
        return;
      }
      inFlight = true;
      const live = await settle(() => readNow());
      inFlight = false;
      if (stale) return;
      setReading({ key, live });
      if (changedMeanwhile) {
        changedMeanwhile = false;
        void refresh();
      }
    };

    const unsubscribe = feed?.subscribe((topic) => {
      if (concerns(topic)) void refresh();
    });
    void refresh();
    return () => {
      stale = true;
      unsubscribe?.();
    };
  }, [feed, key]);

  return reading.key === key ? reading.live : { status: 'loading' };
}

/** Never rejects, so that a failed reading is a value like any other. */
async function settle<Value>(read: () => Promise<Value>): Promise<Live<Value>> {
  try {
    return { status: 'ready', value: await read(), receivedAt: Date.now() };
  } catch (error) {
    return { status: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
