import { Field, makeStyles, Switch, tokens } from '@fluentui/react-components';
import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import type { ServiceForm } from '../editing/form.ts';
import { usePart } from '../editing/PartContext.ts';
import { type Setting, within } from '../editing/setting.ts';
import { TimeZone } from '../fields/TimeZone.tsx';
import { ExceptionsPanel } from './ExceptionsPanel.tsx';
import { HolidaysField } from './HolidaysField.tsx';
import type { ServicePanelProps } from './panel.ts';
import { WeekPanel } from './WeekPanel.tsx';

type Hours = NonNullable<ServiceForm['hours']>;

const useStyles = makeStyles({
  // The switch brings room of its own: it stands in line with the other fields.
  inLine: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

/** When calls are taken: always, or by a week with holidays and exceptions. */
export function HoursPanel({ form }: ServicePanelProps) {
  const say = useWords();
  const styles = useStyles();
  const { timeZone } = usePart().whole;
  const { field, value: hours, set } = within(form, 'hours');
  return (
    <>
      <Panel heading={say('part.heading.hours')}>
        <Field hint={say('part.hours.alwaysHint')}>
          <Switch
            className={styles.inLine}
            label={say('part.hours.always')}
            checked={hours === null}
            onChange={(_, { checked }) => set(checked ? null : usualHours(timeZone))}
          />
        </Field>
        {hours !== null && <Calendar hours={{ field, value: hours, set }} />}
      </Panel>
      {hours !== null && (
        <>
          <WeekPanel week={within({ field, value: hours, set }, 'week')} />
          <ExceptionsPanel exceptions={within({ field, value: hours, set }, 'exceptions')} />
        </>
      )}
    </>
  );
}

function Calendar({ hours }: { readonly hours: Setting<Hours> }) {
  return (
    <>
      <TimeZone setting={within(hours, 'timeZone')} />
      <HolidaysField setting={within(hours, 'holidays')} />
    </>
  );
}

/** Office hours to begin with: easier to change than an empty week to fill. */
function usualHours(timeZone: string): Hours {
  const day = [{ from: '08:00', to: '17:00' }];
  return {
    timeZone,
    week: {
      ...{ monday: day, tuesday: day, wednesday: day, thursday: day, friday: day },
      ...{ saturday: [], sunday: [] },
    },
    holidays: null,
    exceptions: [],
  };
}
