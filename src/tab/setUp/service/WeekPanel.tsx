import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { Panel } from '../../appearance/Panel.tsx';
import { useNamedWords, useWords } from '../../language/language.ts';
import type { ServiceForm } from '../editing/form.ts';
import { useRemark } from '../editing/PartContext.ts';
import { type Setting, within } from '../editing/setting.ts';
import { Periods } from '../fields/Periods.tsx';

const DAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

type Week = NonNullable<ServiceForm['hours']>['week'];

const useStyles = makeStyles({
  day: {
    display: 'grid',
    gridTemplateColumns: 'minmax(96px, 140px) minmax(0, 1fr)',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalM,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
});

/** The opening periods of each day of the week. */
export function WeekPanel({ week }: { readonly week: Setting<Week> }) {
  const styles = useStyles();
  const say = useWords();
  const dayName = useNamedWords('setting');
  const remark = useRemark(week.field);
  return (
    <Panel heading={say('part.heading.week')}>
      {remark !== null && (
        <Text role="alert" className={styles.warning}>
          {remark.text}
        </Text>
      )}
      {DAYS.map((day) => {
        const name = dayName(day) ?? day;
        return (
          <div key={day} className={styles.day}>
            <Text weight="semibold">{name}</Text>
            <Periods setting={within(week, day)} name={name} />
          </div>
        );
      })}
    </Panel>
  );
}
