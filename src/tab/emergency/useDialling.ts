import { useRef, useState } from 'react';

/** What has become of a press: Teams is asked, has taken it, or does not call. */
export interface Dialled {
  readonly number: string;
  readonly state: 'asked' | 'taken' | 'refused';
}

export interface Dialling {
  readonly dial: (number: string) => void;
  /** Null while nothing was dialled from here, or it was dismissed. */
  readonly dialled: Dialled | null;
  readonly dismiss: () => void;
}

/** Has Teams call a number, and remembers for this window only what it said to that (DEC-9). */
export function useDialling(askTeams: (number: string) => Promise<void>): Dialling {
  const [dialled, setDialled] = useState<Dialled | null>(null);
  const last = useRef(0);
  return {
    dialled,
    dial(number) {
      const press = (last.current += 1);
      const become = (state: Dialled['state']): void => {
        // A slow answer to an earlier press says nothing of the present one.
        if (press === last.current) setDialled({ number, state });
      };
      become('asked');
      askTeams(number).then(
        () => become('taken'),
        (error: unknown) => {
          console.warn('Teams did not take the emergency call.', error);
          become('refused');
        },
      );
    },
    dismiss: () => setDialled(null),
  };
}
