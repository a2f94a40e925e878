import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { SeenPresenceView } from '@rufwerk/engine/api';
import { useNow } from '../clock/useNow.ts';
import { useWords } from '../language/language.ts';
import { useSession } from '../session/SessionContext.ts';
import { PresenceMark } from './PresenceMark.tsx';
import { usePresenceWords } from './usePresenceWords.ts';

type PresenceLineProps = {
  readonly presence: SeenPresenceView | null;
  /** The browser's instant (epoch ms) at which this was received; its age grows from then. */
  readonly receivedAt: number;
};

const useStyles = makeStyles({
  root: { display: 'inline-flex', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  mark: { alignSelf: 'flex-start', display: 'inline-flex', flexShrink: 0, marginTop: '5px' },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  seen: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** A person's Teams status with its source and its age. */
export function PresenceLine({ presence, receivedAt }: PresenceLineProps) {
  const styles = useStyles();
  const say = useWords();
  return (
    <span className={styles.root}>
      <span className={styles.mark}>
        <PresenceMark availability={presence?.availability ?? null} />
      </span>
      {presence === null ? (
        <Text>{say('presence.unseen')}</Text>
      ) : (
        <SeenPresence presence={presence} receivedAt={receivedAt} />
      )}
    </span>
  );
}

function SeenPresence(props: { readonly presence: SeenPresenceView; readonly receivedAt: number }) {
  const { presence, receivedAt } = props;
  const styles = useStyles();
  const words = usePresenceWords();
  const ageMs = usePresenceAge(presence, receivedAt);
  return (
    <span className={styles.words}>
      <Text>{words.value(presence)}</Text>
      <Text className={styles.seen}>{words.seen(presence, ageMs)}</Text>
    </span>
  );
}

/** How old the knowledge of a presence is by now, in ms of the server's time. */
export function usePresenceAge(presence: SeenPresenceView, receivedAt: number): number {
  const { clock } = useSession();
  const now = useNow();
  return presence.ageMs + Math.max(0, now - clock.instantOf(receivedAt));
}
