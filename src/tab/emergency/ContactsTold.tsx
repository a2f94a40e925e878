import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleFilled,
  ClockRegular,
  DismissCircleRegular,
  ErrorCircleFilled,
  type FluentIcon,
  SendRegular,
} from '@fluentui/react-icons';
import type { EmergencyShown } from '@rufwerk/engine/api';
import { FactList } from '../appearance/FactList.tsx';
import { useNow } from '../clock/useNow.ts';
import { useFormats } from '../language/formats.ts';
import { useWords } from '../language/language.ts';

type Notice = EmergencyShown['notices'][number];

const SIGNS: Readonly<Record<Notice['state'], FluentIcon>> = {
  sent: CheckmarkCircleFilled,
  sending: SendRegular,
  waiting: ClockRegular,
  'given-up': ErrorCircleFilled,
  unreachable: DismissCircleRegular,
};

const useStyles = makeStyles({
  ways: { display: 'flex', flexWrap: 'wrap', gap: `0 ${tokens.spacingHorizontalL}` },
  way: { display: 'inline-flex', columnGap: tokens.spacingHorizontalXS },
  // In the middle of the first line, and as large as ever beside long words.
  sign: { flexShrink: 0, height: tokens.lineHeightBase300 },
  sent: { color: tokens.colorPaletteLightGreenForeground1 },
  'given-up': { color: tokens.colorPaletteRedForeground1 },
  sending: {},
  waiting: { color: tokens.colorPaletteMarigoldForeground1 },
  unreachable: { color: tokens.colorPaletteMarigoldForeground1 },
});

/** Who has been told, in which ways, and whether it has arrived with the carrier. */
export function ContactsTold({ notices }: { readonly notices: readonly Notice[] }) {
  const styles = useStyles();
  const say = useWords();
  if (notices.length === 0) return <Text>{say('emergency.toldNobody')}</Text>;
  const names = [...new Set(notices.map(({ contact }) => contact))];
  const facts = names.map((name) => ({
    term: name || say('page.unknownPerson'),
    value: (
      <span className={styles.ways}>
        {notices
          .filter(({ contact }) => contact === name)
          .map((notice, index) => (
            // One person may have two addresses under one name.
            <Way key={`${notice.channel} ${index}`} notice={notice} />
          ))}
      </span>
    ),
  }));
  return <FactList facts={facts} />;
}

function Way({ notice: { channel, state, retryAt, because } }: { readonly notice: Notice }) {
  const styles = useStyles();
  const say = useWords();
  const now = useNow();
  const { nearTime } = useFormats();
  const Sign = SIGNS[state];
  const time = retryAt === null ? '' : nearTime(Date.parse(retryAt), now);
  const words = say(`emergency.told.${state === 'waiting' && time === '' ? 'sending' : state}`, {
    way: say(`emergency.channel.${channel}`),
    time,
    why: because === null ? '' : say(`emergency.noWay.${because}`),
  });
  return (
    <span className={styles.way}>
      <Sign aria-hidden className={mergeClasses(styles.sign, styles[state])} />
      {words}
    </span>
  );
}
