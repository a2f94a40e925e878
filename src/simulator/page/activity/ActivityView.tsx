import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { AlertRegular } from '@fluentui/react-icons';
import { Hint } from '../appearance/Hint.tsx';
import { useLocale, useWords } from '../language/language.ts';
import { control } from '../world/control.ts';
import { useLive } from '../world/useLive.ts';
import type { ActivityNotification, Person } from '../world/wire.ts';

const useStyles = makeStyles({
  root: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '16px' },
  middle: { height: '100%', display: 'grid', placeContent: 'center' },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: '8px' },
  entry: {
    display: 'grid',
    justifyItems: 'start',
    gap: '2px',
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  time: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
});

type ActivityViewProps = { readonly person: Person; readonly onLink: (url: string) => void };

/** The chosen person's activity feed: what Rufwerk put there, newest first. */
export function ActivityView({ person, onLink }: ActivityViewProps) {
  const styles = useStyles();
  const say = useWords();
  const { upn } = person;
  const feed = useLive(`activity ${upn}`, ['activity'], () => control.activityOf(upn));
  const entries = feed.status === 'ready' ? [...feed.value].reverse() : [];
  return (
    <div className={styles.root}>
      {entries.length === 0 ? (
        <div className={styles.middle}>
          <Hint
            level={2}
            icon={<AlertRegular />}
            heading={say('activity.none')}
            mend={say('activity.noneMend')}
          />
        </div>
      ) : (
        <ul className={styles.list} aria-label={say('app.activity')}>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} onLink={onLink} />
          ))}
        </ul>
      )}
    </div>
  );
}

type EntryProps = {
  readonly entry: ActivityNotification;
  readonly onLink: (url: string) => void;
};

function Entry({ entry, onLink }: EntryProps) {
  const styles = useStyles();
  const say = useWords();
  const locale = useLocale();
  const { topic, previewText, webUrl, at } = entry;
  return (
    <li className={styles.entry}>
      <Text weight="semibold">{previewText ?? topic}</Text>
      <Text size={200} className={styles.time}>
        {new Date(at).toLocaleTimeString(locale)} · {entry.activityType}
      </Text>
      {webUrl !== null && (
        <Button size="small" onClick={() => onLink(webUrl)}>
          {say('activity.open')}
        </Button>
      )}
    </li>
  );
}
