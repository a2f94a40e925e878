import { FluentProvider, Button, teamsLightTheme } from '@fluentui/react-components';
import { PlugDisconnectedRegular } from '@fluentui/react-icons';
import { useWords } from '../language/language.ts';
import { dialUnconnected } from '../session/teams.ts';
import { CallForHelpUnconnected } from './CallForHelp.tsx';
import { Message } from './Message.tsx';
import { Screen } from './Screen.tsx';

/** The tab could not even begin: neither theme nor person is known. */
export function FailedStart({ why }: { readonly why: string }) {
  const say = useWords();
  return (
    <FluentProvider theme={teamsLightTheme}>
      <Screen>
        <Message
          icon={<PlugDisconnectedRegular />}
          heading={say('trouble.startFailed')}
          paragraphs={[why, say('trouble.unreachableMend')]}
        >
          <div>
            <Button appearance="primary" onClick={() => location.reload()}>
              {say('page.tryAgain')}
            </Button>
          </div>
        </Message>
        <CallForHelpUnconnected text={say('emergency.choiceAlone')} askTeams={dialUnconnected} />
      </Screen>
    </FluentProvider>
  );
}
