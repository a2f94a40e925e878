import { useState } from 'react';
import { useSession } from '../session/SessionContext.ts';
import type { Trouble } from '../session/trouble.ts';
import { useCommand } from '../session/useCommand.ts';
import { keys } from '../stream/keys.ts';
import { type Dialled, useDialling } from './useDialling.ts';

export interface EmergencyCalling {
  readonly call: (number: string) => void;
  /**
   * Null while nothing was dialled from here, and once Teams has taken the call and Rufwerk knows
   * of it: then the screen of the emergency tells.
   */
  readonly dialled: Dialled | null;
  /** Whether Rufwerk knows of the last press. */
  readonly isProtected: boolean;
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
  const { dial, dialled, dismiss } = useDialling(teams.dial);
  const [isProtected, setProtected] = useState(false);
  const protection = useCommand<null>(async () => {
    await api.startEmergency();
    setProtected(true);
  }, [keys.myWork]);
  const protect = (): void => protection.run(null);
  return {
    dialled: isProtected && dialled?.state === 'taken' ? null : dialled,
    ...{ isProtected, protect },
    unprotected: protection.trouble,
    call(number) {
      setProtected(false);
      protect();
      dial(number);
    },
    dismiss() {
      dismiss();
      protection.dismiss();
    },
  };
}
