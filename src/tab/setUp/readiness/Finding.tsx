import { makeStyles, tokens } from '@fluentui/react-components';
import {
  ErrorCircleFilled,
  type FluentIcon,
  InfoFilled,
  WarningFilled,
} from '@fluentui/react-icons';
import type { CheckState, ReadinessView } from '@rufwerk/engine/api';
import { FactList } from '../../appearance/FactList.tsx';
import { useWords } from '../../language/language.ts';

type FindingState = Exclude<CheckState, 'good'>;

/** Each state has a sign of its own; the heading above says it in words. */
const LOOKS: Readonly<Record<FindingState, { readonly Icon: FluentIcon; readonly color: string }>> =
  {
    fault: { Icon: ErrorCircleFilled, color: tokens.colorPaletteRedForeground1 },
    warning: { Icon: WarningFilled, color: tokens.colorPaletteDarkOrangeForeground1 },
    advice: { Icon: InfoFilled, color: tokens.colorBrandForeground1 },
  };

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTopStyle: 'none', paddingTop: 0 },
    ':last-child': { paddingBottom: 0 },
  },
  icon: { display: 'inline-flex', fontSize: '20px', lineHeight: 1 },
  words: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

type FindingProps = { readonly check: ReadinessView['checks'][number] };

/** One thing that is not right: what it costs, why it is so, and how to mend it. */
export function Finding({ check: { state, title, effect, cause, mend } }: FindingProps) {
  const styles = useStyles();
  const say = useWords();
  if (state === 'good') return null;
  const { Icon, color } = LOOKS[state];
  const facts = [
    { term: say('readiness.effect'), value: effect },
    { term: say('readiness.cause'), value: cause },
    { term: say('readiness.mend'), value: mend },
  ].filter(({ value }) => value !== null && value !== '');
  return (
    <li className={styles.root}>
      <span className={styles.icon} style={{ color }} aria-hidden>
        <Icon />
      </span>
      <div className={styles.words}>
        <h3 className={styles.title}>{title}</h3>
        <FactList facts={facts} />
      </div>
    </li>
  );
}
