import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  Button,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { HistoryRegular } from '@fluentui/react-icons';
import { Hint } from '../appearance/Hint.tsx';
import { useLocale, useWords } from '../language/language.ts';
import { nameAtOtherEnd, ownNumber } from '../world/callsOf.ts';
import type { Call, CallState } from '../world/wire.ts';
import { useWorld } from '../world/WorldProvider.tsx';

/** Calls that go on are always shown; of the others the newest. */
const shownMax = 12;

const useStyles = makeStyles({
  title: { margin: '0 0 4px' },
  calls: { display: 'grid', gap: '4px' },
  call: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: '4px' },
  header: { display: 'flex', flexGrow: 1, alignItems: 'center', gap: '8px', minWidth: 0 },
  words: { display: 'grid', flexGrow: 1, minWidth: 0, textAlign: 'start' },
  phone: { color: tokens.colorNeutralForeground3 },
  timeline: { margin: 0, padding: '0 0 8px', listStyleType: 'none', display: 'grid', gap: '2px' },
  entry: { display: 'flex', gap: '8px', overflowWrap: 'anywhere' },
  time: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
});

const badgeColours = {
  ringing: 'warning',
  answered: 'brand',
  connected: 'success',
  voicemail: 'severe',
  ended: 'subtle',
} as const satisfies Record<CallState, string>;

type RecentCallsProps = {
  readonly shownCallId: string | null;
  readonly onShow: (callId: string) => void;
};

/** The world's calls, newest first, each with everything that happened to it. */
export function RecentCalls({ shownCallId, onShow }: RecentCallsProps) {
  const styles = useStyles();
  const say = useWords();
  const { calls } = useWorld();
  const newestFirst = [...calls].sort((one, other) => startedAt(other) - startedAt(one));
  const shown = newestFirst.filter((call, index) => call.state !== 'ended' || index < shownMax);
  return (
    <div>
      <Text as="h3" block weight="semibold" className={styles.title}>
        {say('telephone.recent')}
      </Text>
      {shown.length === 0 ? (
        <Hint
          icon={<HistoryRegular />}
          heading={say('telephone.recentNone')}
          mend={say('telephone.recentNoneMend')}
        />
      ) : (
        <Accordion collapsible className={styles.calls}>
          {shown.map((call) => (
            <RecentCall
              key={call.id}
              call={call}
              {...(call.id === shownCallId ? {} : { onShow: () => onShow(call.id) })}
            />
          ))}
        </Accordion>
      )}
    </div>
  );
}

function RecentCall({ call, onShow }: { readonly call: Call; readonly onShow?: () => void }) {
  const styles = useStyles();
  const say = useWords();
  const locale = useLocale();
  const world = useWorld();
  return (
    <AccordionItem value={call.id} className={styles.call}>
      <AccordionHeader as="h4" size="small" expandIconPosition="end">
        <span className={styles.header}>
          <span className={styles.words}>
            <Text size={200} weight="semibold" truncate wrap={false}>
              {nameAtOtherEnd(world, call)}
            </Text>
            <Text size={200} className={styles.phone}>
              {ownNumber(world, call)}
            </Text>
          </span>
          <Badge appearance="tint" color={badgeColours[call.state]}>
            {say(`telephone.badges.${call.state}`)}
          </Badge>
        </span>
      </AccordionHeader>
      <AccordionPanel>
        <ol className={styles.timeline} aria-label={say('telephone.timeline')}>
          {call.timeline.map((entry, index) => (
            <li key={`${entry.at} ${index}`} className={styles.entry}>
              <Text size={200} className={styles.time}>
                {new Date(entry.at).toLocaleTimeString(locale)}
              </Text>
              <Text size={200}>{entry.what}</Text>
            </li>
          ))}
        </ol>
        {onShow !== undefined && (
          <Button size="small" onClick={onShow}>
            {say('telephone.show')}
          </Button>
        )}
      </AccordionPanel>
    </AccordionItem>
  );
}

function startedAt(call: Call): number {
  const first = call.timeline[0];
  return first === undefined ? 0 : Date.parse(first.at);
}
