import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useWords } from '../language/language.ts';
import { useSession } from '../session/SessionContext.ts';
import { useStreamStatus } from './useLiveStream.ts';

/** A break this short is mended before anybody could act on it. */
const WORTH_TELLING_AFTER_MS = 1_500;

/** Says that what is shown may be old, and from when it is. */
export function ConnectionNotice() {
  const status = useStreamStatus();
  const isLost = status.kind === 'lost';
  const isShown = useLasting(isLost, WORTH_TELLING_AFTER_MS);
  const { clock } = useSession();
  const { time } = useFormats();
  const say = useWords();
  if (!isLost || !isShown) return null;
  const heading =
    status.heardAt === null
      ? say('stream.lostUnknown')
      : say('stream.lost', { time: time(clock.instantOf(status.heardAt)) });
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{heading}</MessageBarTitle> {say('stream.lostMend')}
      </MessageBarBody>
    </MessageBar>
  );
}

/** True once the condition has held for so long without a break. */
function useLasting(condition: boolean, forMs: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!condition) return undefined;
    const timer = setTimeout(() => setLasts(true), forMs);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [condition, forMs]);
  return condition && lasts;
}
