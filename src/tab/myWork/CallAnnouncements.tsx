import { makeStyles } from '@fluentui/react-components';
import { useWords } from '../language/language.ts';
import { useCalm } from '../routingState/useCalm.ts';
import { useMe, useMyWork } from '../stream/queries.ts';
import { useCause } from './useCause.ts';

const useStyles = makeStyles({
  // Heard, not seen: the same stands on the screen, unless another page is open.
  root: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
});

/** Tells a screen reader on every page that a call rings, and that the state has changed. */
export function CallAnnouncements() {
  const isAgent = useMe().data?.roles.includes('agent') ?? false;
  return isAgent ? <Announcements /> : null;
}

function Announcements() {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <div role="alert">{useRingingWords()}</div>
      <div role="status">{useStateWords()}</div>
    </div>
  );
}

function useRingingWords(): string {
  const say = useWords();
  const offer = useMyWork().data?.offer ?? null;
  if (offer?.phase !== 'ringing') return '';
  const caller = offer.callerName || say('page.unknownCaller');
  return say('myWork.offer.announced', { service: offer.serviceName, caller });
}

function useStateWords(): string {
  const say = useWords();
  const cause = useCause();
  const current = useMyWork().data;
  const work = useCalm(current, current?.state === 'confirming');
  // The ringing call speaks for itself, and louder.
  if (work === undefined || work.state === 'ringing') return '';
  return say('myWork.announcedState', { state: say(`state.${work.state}`), cause: cause(work) });
}
