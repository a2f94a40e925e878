import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { DismissButton } from './DismissButton.tsx';
import { useWords } from '../language/language.ts';
import type { Trouble } from '../session/trouble.ts';
import { useTroubleWords } from './troubleWords.ts';

type TroubleBarProps = {
  readonly trouble: Trouble;
  readonly onRetry?: () => void;
  readonly onDismiss?: () => void;
};

/** What went wrong, and how to mend it. */
export function TroubleBar({ trouble, onRetry, onDismiss }: TroubleBarProps) {
  const say = useWords();
  const { heading, mend } = useTroubleWords()(trouble);
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{heading}</MessageBarTitle> {mend}
      </MessageBarBody>
      <MessageBarActions
        {...(onDismiss !== undefined && {
          containerAction: <DismissButton onClick={onDismiss} />,
        })}
      >
        {onRetry !== undefined && <Button onClick={onRetry}>{say('page.tryAgain')}</Button>}
      </MessageBarActions>
    </MessageBar>
  );
}
