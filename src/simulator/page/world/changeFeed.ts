/** Tells its listeners that the played world has changed. */
export type ChangeFeed = {
  subscribe(listener: () => void): () => void;
};

/**
 * One stream of `changed` events for the whole page. A reconnected stream counts as a change, since
 * nobody knows what was missed; the browser reconnects by itself.
 */
export function openChangeFeed(url: string): ChangeFeed {
  const listeners = new Set<() => void>();
  const notify = (): void => listeners.forEach((listener) => listener());
  const source = new EventSource(url);
  source.addEventListener('changed', notify);
  source.addEventListener('open', notify);
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
