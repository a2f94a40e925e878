import type { Topic } from './wire.ts';

/** Hears which part of the played world has changed; `null` when anything may have. */
type ChangeListener = (topic: Topic | null) => void;

/** Tells its listeners that the played world has changed, and whether it can be heard at all. */
export type ChangeFeed = {
  readonly subscribe: (listener: ChangeListener) => () => void;
  readonly onConnection: (listener: () => void) => () => void;
  readonly isLost: () => boolean;
};

const reopenAfterMs = 2_000;

/**
 * One stream of `changed` events for the whole page. A reconnected stream counts as a change of
 * everything, since nobody knows what was missed. Browsers reconnect by themselves while the server
 * only pauses; one that refuses connections makes them give up, and then a new stream is opened.
 */
export function openChangeFeed(url: string): ChangeFeed {
  const listeners = new Set<ChangeListener>();
  const connectionListeners = new Set<() => void>();
  let lost = false;
  const notify = (topic: Topic | null): void => listeners.forEach((listener) => listener(topic));
  const setLost = (isLost: boolean): void => {
    if (lost === isLost) return;
    lost = isLost;
    connectionListeners.forEach((listener) => listener());
  };

  const open = (): void => {
    const source = new EventSource(url);
    source.addEventListener('changed', (event: MessageEvent<string>) => {
      notify((JSON.parse(event.data) as { readonly topic: Topic }).topic);
    });
    source.addEventListener('open', () => {
      setLost(false);
      notify(null);
    });
    source.addEventListener('error', () => {
      setLost(true);
      if (source.readyState === EventSource.CLOSED) setTimeout(open, reopenAfterMs);
    });
  };
  open();
  return {
    subscribe: (listener) => added(listeners, listener),
    onConnection: (listener) => added(connectionListeners, listener),
    isLost: () => lost,
  };
}

function added<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
