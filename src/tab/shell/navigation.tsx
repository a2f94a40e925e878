/** Moves between the tab's pages by the browser's own history, so that "back" works everywhere. */
import { createContext, type PropsWithChildren, useContext, useSyncExternalStore } from 'react';
import { pathOf, type Route, routeOf } from './routes.ts';

export interface Navigation {
  readonly route: Route;
  readonly go: (route: Route) => void;
}

const NavigationContext = createContext<Navigation | null>(null);

const listeners = new Set<() => void>();

let moved = false;

/**
 * Whether the person has moved inside the tab; on the first page the focus stays where Teams put
 * it.
 */
export function hasMoved(): boolean {
  return moved;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

function go(route: Route): void {
  if (pathOf(route) === location.pathname) return;
  moved = true;
  history.pushState(null, '', pathOf(route));
  window.scrollTo(0, 0);
  for (const listener of listeners) listener();
}

export function NavigationProvider({ children }: PropsWithChildren) {
  const path = useSyncExternalStore(subscribe, () => location.pathname);
  return <NavigationContext value={{ route: routeOf(path), go }}>{children}</NavigationContext>;
}

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (navigation === null) throw new Error('There is no navigation around this component.');
  return navigation;
}
