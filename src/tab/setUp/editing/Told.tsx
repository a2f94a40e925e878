import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import type { ConfigurationProblem } from '@rufwerk/engine/core';
import { useWords } from '../../language/language.ts';

type ToldProps = {
  readonly intent: 'error' | 'warning';
  readonly title: string;
  readonly told: readonly ConfigurationProblem[];
  /** A field's name on screen. */
  readonly nameOf: (field: string) => string;
};

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    maxHeight: '30vh',
    overflowY: 'auto',
  },
});

/** What is wrong, or hardly meant, in several fields. */
export function Told({ intent, title, told, nameOf }: ToldProps) {
  const styles = useStyles();
  const say = useWords();
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        <ul className={styles.list}>
          {told.map(({ field, rule, mend }) => (
            <li key={`${field} ${rule}`}>
              {say('edit.told', { field: nameOf(field), rule, mend })}
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
