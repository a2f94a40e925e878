import { FluentProvider, teamsDarkTheme, teamsLightTheme } from '@fluentui/react-components';
import { PeopleTeamRegular } from '@fluentui/react-icons';
import { useWords } from '../language/language.ts';
import { Message } from './Message.tsx';
import { Screen } from './Screen.tsx';

/** What a plain browser shows: nobody is signed in here, and where to go instead. */
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
      </Screen>
    </FluentProvider>
  );
}
