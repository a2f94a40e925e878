import { useRef, useState } from 'react';
import { useSession } from '../../session/SessionContext.ts';
import type { Trouble } from '../../session/trouble.ts';
import { useCommand } from '../../session/useCommand.ts';
import { keys } from '../../stream/keys.ts';

/** What has become of a press: Teams is asked, has taken it, or does not call. */
export interface Dialled {
  readonly number: string;
  readonly state: 'asked' | 'taken' | 'refused';
}

export interface EmergencyCalling {
  readonly call: (number: string) => void;
  /**
   * Null while nothing was dialled from here, and once Teams has taken the call and Rufwerk knows
   * of it: then the screen of the emergency tells.
   */
  readonly dialled: Dialled | null;
  /** Why Rufwerk does not protect the caller and tells nobody; null when it does. */
  readonly unprotected: Trouble | null;
  readonly protect: () => void;
  readonly dismiss: () => void;
}

/**
 * Calls for help: Rufwerk is told and Teams is asked to dial in the same instant, and neither waits
 * for the other. Where Rufwerk fails the call stands all the same, and the failure is told (EMG-10,
 * EMG-11, DEC-8). The number stays in this window and is sent nowhere (DEC-9).
 */
export function useEmergencyCall(): EmergencyCalling {
  const { api, teams } = useSession();
  const [dialled, setDialled] = useState<Dialled | null>(null);
  const last = useRef(0);
  const [isProtected, setProtected] = useState(false);
  const protection = useCommand<null>(async () => {
    await api.startEmergency();
    setProtected(true);
  }, [keys.myWork]);
  const protect = (): void => protection.run(null);
  return {
    dialled: isProtected && dialled?.state === 'taken' ? null : dialled,
    protect,
    unprotected: protection.trouble,
    call(number) {
      const press = (last.current += 1);
      const become = (state: Dialled['state']): void => {
        // A slow answer to an earlier press says nothing of the present one.
        if (press === last.current) setDialled({ number, state });
      };
      setProtected(false);
      protect();
      become('asked');
      teams.dial(number).then(
        () => become('taken'),
        (error: unknown) => {
          console.warn('Teams did not take the emergency call.', error);
          become('refused');
        },
      );
    },
    dismiss() {
      setDialled(null);
      protection.dismiss();
    },
  };
}
