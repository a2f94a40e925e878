import { FluentProvider, teamsDarkTheme, teamsLightTheme } from '@fluentui/react-components';
import { PeopleTeamRegular } from '@fluentui/react-icons';
import { useWords } from '../language/language.ts';
import { dialOutside } from '../session/dialling.ts';
import { CallForHelpUnconnected } from './CallForHelp.tsx';
import { Message } from './Message.tsx';
import { Screen } from './Screen.tsx';

/** What a plain browser shows: where to go, for nobody is signed in here, and help all the same. */
export function OutsideTeams() {
  const say = useWords();
  const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;
  return (
    <FluentProvider theme={prefersDark ? teamsDarkTheme : teamsLightTheme}>
      <Screen>
        <Message
          icon={<PeopleTeamRegular />}
          heading={say('outside.heading')}
          paragraphs={[say('outside.text'), say('outside.mend')]}
        />
        <CallForHelpUnconnected text={say('emergency.choiceOutside')} askTeams={dialOutside} />
      </Screen>
    </FluentProvider>
  );
}
