import { useEffect, useState } from 'react';
import { useSession } from '../session/SessionContext.ts';

/**
 * The server's instant (epoch ms); renders again every second, and at once when the clock jumps.
 */
export function useNow(): number {
  const { clock } = useSession();
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const tick = (): void => setNow(clock.now());
    const timer = setInterval(tick, 1_000);
    const unsubscribe = clock.subscribe(tick);
    return () => {
      clearInterval(timer);
      unsubscribe();
    };
  }, [clock]);
  return now;
}
