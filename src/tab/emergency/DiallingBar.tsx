import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import { DismissButton } from '../appearance/DismissButton.tsx';
import { useTroubleWords } from '../appearance/troubleWords.ts';
import { useWords } from '../language/language.ts';
import type { Trouble } from '../session/trouble.ts';
import type { Dialled } from './useDialling.ts';
import type { EmergencyCalling } from './useEmergencyCall.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  number: {
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
  },
  words: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
});

/** What became of the press, and the number to dial by hand should no call start. */
export function DiallingBar({ calling }: { readonly calling: EmergencyCalling }) {
  const styles = useStyles();
  const { dialled, unprotected, protect, dismiss } = calling;
  if (dialled === null && unprotected === null) return null;
  return (
    <div className={styles.root}>
      {dialled !== null && <ByHand dialled={dialled} onDismiss={dismiss} />}
      {unprotected !== null && <Unprotected trouble={unprotected} onRetry={protect} />}
    </div>
  );
}

type ByHandProps = { readonly dialled: Dialled; readonly onDismiss: () => void };

/** What Teams made of the press, and the number to dial on any telephone. */
export function ByHand({ dialled: { number, state }, onDismiss }: ByHandProps) {
  const styles = useStyles();
  const say = useWords();
  const title = say(`emergency.dialled.${state}`, { number });
  return (
    <MessageBar intent={state === 'refused' ? 'error' : 'warning'} layout="multiline">
      <MessageBarBody>
        <span className={styles.words}>
          <MessageBarTitle>{title}</MessageBarTitle>
          <span>{say('emergency.byHand')}</span>
          <Link href={`tel:${number}`} className={styles.number}>
            {number}
          </Link>
        </span>
      </MessageBarBody>
      <MessageBarActions containerAction={<DismissButton onClick={onDismiss} />} />
    </MessageBar>
  );
}

type UnprotectedProps = { readonly trouble: Trouble; readonly onRetry: () => void };

function Unprotected({ trouble, onRetry }: UnprotectedProps) {
  const say = useWords();
  const { heading, mend } = useTroubleWords()(trouble);
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{say('emergency.unprotected')}</MessageBarTitle>{' '}
        {say('emergency.unprotectedText', { heading, mend })}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={onRetry}>{say('emergency.tellAgain')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
