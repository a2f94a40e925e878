import type { Topic } from './wire.ts';

/** Hears which part of the played world has changed; `null` when anything may have. */
type ChangeListener = (topic: Topic | null) => void;

/** Tells its listeners that the played world has changed. */
export type ChangeFeed = {
  subscribe(listener: ChangeListener): () => void;
};

/**
 * One stream of `changed` events for the whole page. A reconnected stream counts as a change of
 * everything, since nobody knows what was missed; the browser reconnects by itself.
 */
export function openChangeFeed(url: string): ChangeFeed {
  const listeners = new Set<ChangeListener>();
  const notify = (topic: Topic | null): void => listeners.forEach((listener) => listener(topic));
  const source = new EventSource(url);
  source.addEventListener('changed', (event: MessageEvent<string>) => {
    notify((JSON.parse(event.data) as { readonly topic: Topic }).topic);
  });
  source.addEventListener('open', () => notify(null));
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
