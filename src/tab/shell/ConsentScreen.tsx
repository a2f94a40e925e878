import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
} from '@fluentui/react-components';
import { ShieldCheckmarkRegular } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import { useWords } from '../language/language.ts';
import { useSession } from '../session/SessionContext.ts';
import { CallForHelp } from './CallForHelp.tsx';
import { Message } from './Message.tsx';
import { Screen } from './Screen.tsx';

/** Asks for what Teams needs before it lets Rufwerk know who is here. */
export function ConsentScreen({ onGranted }: { readonly onGranted: () => void }) {
  const say = useWords();
  const { consent } = useSession();
  const granting = useMutation({ mutationFn: () => consent.grant(), onSuccess: onGranted });
  return (
    <Screen>
      <Message
        icon={<ShieldCheckmarkRegular />}
        heading={say('consent.heading')}
        paragraphs={[say('consent.text'), say('consent.mend')]}
      >
        <div>
          <Button
            appearance="primary"
            size="large"
            disabledFocusable={granting.isPending}
            {...(granting.isPending && { icon: <Spinner size="tiny" /> })}
            onClick={() => granting.mutate()}
          >
            {granting.isPending ? say('consent.granting') : say('consent.grant')}
          </Button>
        </div>
        {granting.isError && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{say('consent.notGranted')}</MessageBarTitle>{' '}
              {granting.error.message}
            </MessageBarBody>
          </MessageBar>
        )}
      </Message>
      <CallForHelp />
    </Screen>
  );
}
