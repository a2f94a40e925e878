import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import type { ServiceForm } from '../editing/form.ts';
import { entries, type Setting, withEntry, within, withoutEntry } from '../editing/setting.ts';
import { People } from '../fields/People.tsx';
import { RequiredSkills } from '../fields/RequiredSkills.tsx';
import { WholeNumber } from '../fields/WholeNumber.tsx';
import type { ServicePanelProps } from './panel.ts';

type Level = ServiceForm['responsibility']['levels'][number];

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground2 },
  level: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'center' },
  heading: { margin: 0 },
});

/** A minute later than the level before: a level has to open later than the one before it. */
const STEP_SECONDS = 60;

/** The longer a call waits, the more people may take it (NIMx-04). */
export function LevelsPanel({ form }: ServicePanelProps) {
  const styles = useStyles();
  const say = useWords();
  const responsibility = within(form, 'responsibility');
  const levels = within(responsibility, 'levels');
  const { by, skills } = responsibility.value;
  if (by === 'nobody') return null;
  const add = (): void => {
    const last = levels.value[levels.value.length - 1];
    const before = Number(last?.afterSeconds ?? 0);
    const afterSeconds = (Number.isNaN(before) ? 0 : before) + STEP_SECONDS;
    const required = by === 'skills' ? (last?.skills ?? skills) : [];
    levels.set(withEntry(levels.value, { afterSeconds, agents: [], skills: required }));
  };
  return (
    <Panel heading={say('part.heading.levels')}>
      <Text className={styles.hint}>{say('part.levels.hint')}</Text>
      {entries(levels).map((level, index) => (
        <LevelFields
          key={level.field}
          level={level}
          number={index + 1}
          bySkills={by === 'skills'}
          onRemove={() => levels.set(withoutEntry(levels.value, index))}
        />
      ))}
      <div>
        <Button icon={<AddRegular />} onClick={add}>
          {say('part.levels.add')}
        </Button>
      </div>
    </Panel>
  );
}

type LevelFieldsProps = {
  readonly level: Setting<Level>;
  readonly number: number;
  readonly bySkills: boolean;
  readonly onRemove: () => void;
};

function LevelFields({ level, number, bySkills, onRemove }: LevelFieldsProps) {
  const styles = useStyles();
  const say = useWords();
  const name = say('part.levels.level', { number });
  return (
    <div role="group" aria-label={name} className={styles.level}>
      <div className={styles.head}>
        <Subtitle2 as="h3" className={styles.heading}>
          {name}
        </Subtitle2>
        <Button
          appearance="subtle"
          icon={<DeleteRegular />}
          aria-label={say('edit.remove', { name })}
          onClick={onRemove}
        />
      </div>
      <WholeNumber setting={within(level, 'afterSeconds')} />
      {bySkills ? (
        <RequiredSkills setting={within(level, 'skills')} />
      ) : (
        <People setting={within(level, 'agents')} label={say('part.levels.agents')} />
      )}
    </div>
  );
}
