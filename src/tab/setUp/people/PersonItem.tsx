import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons';
import { useWords } from '../../language/language.ts';
import type { PersonForm } from './person.ts';

type PersonItemProps = {
  readonly id: string;
  readonly name: string | null;
  /** Undefined: nothing is configured for the person yet. */
  readonly person: PersonForm | undefined;
  readonly onChoose: () => void;
};

const useStyles = makeStyles({
  item: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  button: {
    width: '100%',
    justifyContent: 'space-between',
    textAlign: 'start',
    paddingInline: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
    fontWeight: tokens.fontWeightRegular,
  },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  detail: { color: tokens.colorNeutralForeground2 },
});

/** One person in the list, with what can be done. */
export function PersonItem({ id, name, person, onChoose }: PersonItemProps) {
  const styles = useStyles();
  const say = useWords();
  const skills = person?.skills.map(({ skill, level }) => `${skill} ${level}`) ?? [];
  return (
    <li className={styles.item}>
      <Button
        appearance="subtle"
        className={styles.button}
        icon={<ChevronRightRegular />}
        iconPosition="after"
        onClick={onChoose}
      >
        <span className={styles.words}>
          <Text weight="semibold">{name ?? id}</Text>
          {name !== null && (
            <Text size={200} className={styles.detail}>
              {id}
            </Text>
          )}
          <Text size={200} className={styles.detail}>
            {skills.length === 0 ? say('people.noSkills') : skills.join(', ')}
          </Text>
        </span>
      </Button>
    </li>
  );
}
