import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { AddRegular, DismissRegular } from '@fluentui/react-icons';
import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import type { OrganisationContent } from '../editing/part.ts';
import { entries, type Setting, withEntry, within, withoutEntry } from '../editing/setting.ts';
import { TextField } from '../fields/TextField.tsx';
import { OptionalNumber, WholeNumber } from '../fields/WholeNumber.tsx';

type Reasons = OrganisationContent['breakReasons'];

/** Numbers below are ours (see the reasons for going off duty). */
const FIRST_CODE = 100;

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 130px), 1fr))',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  hint: { color: tokens.colorNeutralForeground2 },
  remove: { justifySelf: 'start', marginTop: '24px' },
});

/** The reasons from which agents choose when they take a break. */
export function BreaksPanel({ setting }: { readonly setting: Setting<Reasons> }) {
  const styles = useStyles();
  const say = useWords();
  const { value, set } = setting;
  return (
    <Panel heading={say('organisation.breaks')}>
      <Text className={styles.hint}>{say('organisation.breaksHint')}</Text>
      {entries(setting).map((reason, index) => (
        <div key={reason.field} role="group" aria-label={reason.value.name} className={styles.row}>
          <WholeNumber setting={within(reason, 'code')} />
          <TextField setting={within(reason, 'name')} />
          <OptionalNumber setting={within(reason, 'maximumMinutes')} none={say('edit.noBound')} />
          <Button
            className={styles.remove}
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={say('edit.remove', { name: reason.value.name })}
            onClick={() => set(withoutEntry(value, index))}
          />
        </div>
      ))}
      <div>
        <Button
          icon={<AddRegular />}
          onClick={() =>
            set(withEntry(value, { code: nextCode(value), name: '', maximumMinutes: null }))
          }
        >
          {say('organisation.addBreak')}
        </Button>
      </div>
    </Panel>
  );
}

/** One more than the highest that is taken. */
function nextCode(reasons: Reasons): number {
  const codes = reasons.map(({ code }) => (typeof code === 'number' ? code : 0));
  return Math.max(FIRST_CODE - 1, ...codes) + 1;
}
