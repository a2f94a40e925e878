import { useEffect, useState } from 'react';

/** What is over sooner cannot be read: it would only flicker. */
const READABLE_AFTER_MS = 1_000;

/**
 * What to show of a value that may be over in a moment, as the confirming of a presence is: what
 * was shown before, until it has lasted long enough to be read.
 */
export function useCalm<Value>(value: Value, isPassing: boolean): Value {
  const [settled, setSettled] = useState(value);
  const [isReadable, setReadable] = useState(isPassing);
  useEffect(() => {
    if (!isPassing) setSettled(value);
  }, [value, isPassing]);
  useEffect(() => {
    if (!isPassing) return;
    const timer = setTimeout(() => setReadable(true), READABLE_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setReadable(false);
    };
  }, [isPassing]);
  return isPassing && !isReadable ? settled : value;
}
