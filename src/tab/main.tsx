/** Starts the tab: finds Teams around it, then shows the pages, or says what is missing. */
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { languageOf, startLanguage } from './language/language.ts';
import { createSession } from './session/createSession.ts';
import { readServedConfiguration } from './session/servedConfiguration.ts';
import { connectToTeams } from './session/teams.ts';
import { App } from './shell/App.tsx';
import { FailedStart } from './shell/FailedStart.tsx';
import { OutsideTeams } from './shell/OutsideTeams.tsx';
import { pathOf, routeOfLink } from './shell/routes.ts';

async function firstScreen(): Promise<ReactNode> {
  try {
    const configuration = await readServedConfiguration();
    const connection = await connectToTeams(configuration);
    if (connection.kind === 'outside-teams') {
      await startLanguage(languageOf(navigator.language));
      return <OutsideTeams />;
    }
    const { teams } = connection;
    await startLanguage(languageOf(teams.locale));
    const linked = routeOfLink(location.pathname, teams.subPageId);
    if (linked !== null) history.replaceState(null, '', pathOf(linked));
    return <App session={createSession(configuration, teams)} />;
  } catch (error) {
    // Teams is not told: it would cover the tab, and with it the way to call for help.
    const why = error instanceof Error ? error.message : String(error);
    await startLanguage(languageOf(navigator.language));
    return <FailedStart why={why} />;
  }
}

const place = document.getElementById('tab');
if (place === null) throw new Error('index.html has no element with the id "tab".');
createRoot(place).render(<StrictMode>{await firstScreen()}</StrictMode>);
