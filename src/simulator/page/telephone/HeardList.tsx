import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useLocale, useWords, type Say } from '../language/language.ts';
import { control } from '../world/control.ts';
import { useLive } from '../world/useLive.ts';
import type { Heard } from '../world/wire.ts';
import { announcementsInWords } from './callWords.ts';

/** The newest things heard; a long wait repeats the same music over and over. */
const shownMax = 8;

const useStyles = makeStyles({
  root: { display: 'grid', gap: '4px' },
  title: { margin: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '2px' },
  entry: { display: 'flex', gap: '8px', overflowWrap: 'anywhere' },
  time: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
});

/** Prompts, music and tones that the caller of this call has heard, newest first. */
export function HeardList({ callId }: { readonly callId: string }) {
  const styles = useStyles();
  const say = useWords();
  const locale = useLocale();
  const heard = useLive(`heard ${callId}`, ['calls'], () => control.heard(callId));
  const entries = heard.status === 'ready' ? heard.value : [];
  return (
    <div className={styles.root}>
      <Text as="h3" weight="semibold" className={styles.title}>
        {say('telephone.heard')}
      </Text>
      {entries.length === 0 && <Text size={200}>{say('telephone.heardNothing')}</Text>}
      <ul className={styles.list}>
        {entries
          .slice(-shownMax)
          .reverse()
          .map((entry, index) => (
            <li key={`${entry.at} ${index}`} className={styles.entry}>
              <Text size={200} className={styles.time}>
                {new Date(entry.at).toLocaleTimeString(locale)}
              </Text>
              <Text size={200}>{heardInWords(entry, say)}</Text>
            </li>
          ))}
      </ul>
    </div>
  );
}

function heardInWords({ what, detail, names = [] }: Heard, say: Say): string {
  switch (what) {
    case 'prompt':
      return say('telephone.heardPrompt', { names: announcementsInWords(names, say) });
    case 'tone':
      return say('telephone.heardTone', { key: detail });
    case 'voicemail':
      return say('telephone.states.voicemail');
    default:
      return `${what} ${detail}`;
  }
}
