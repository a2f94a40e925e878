import { createContext, useContext } from 'react';
import type { ServedClock } from '../clock/servedClock.ts';
import type { LiveStream } from '../stream/liveStream.ts';
import type { Api } from './api.ts';
import type { ConsentRequest } from './consent.ts';
import type { Teams } from './teams.ts';

/** What lives as long as the tab does, and never changes meanwhile. */
export interface Session {
  readonly api: Api;
  readonly clock: ServedClock;
  readonly stream: LiveStream;
  readonly teams: Teams;
  readonly consent: ConsentRequest;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('There is no session around this component.');
  return session;
}
