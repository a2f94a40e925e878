/** The Teams client around the tab, through teams-js. */
import { app, authentication } from '@microsoft/teams-js';
import { type Dialling, dialling } from './dialling.ts';
import type { ServedConfiguration } from './servedConfiguration.ts';

export interface Teams extends Dialling {
  readonly theme: string;
  readonly locale: string;
  /** The app's id in the Teams catalogue, which links into the app name. */
  readonly teamsAppId: string;
  /** Where inside the page a link leads, such as `decisions/d-7`; empty for none. */
  readonly subPageId: string;
  readonly askForToken: () => Promise<string>;
  readonly onThemeChange: (listener: (theme: string) => void) => void;
  /** Takes away Teams' own loading indicator. */
  readonly notifyShown: () => void;
}

export type Connection =
  { readonly kind: 'inside-teams'; readonly teams: Teams } | { readonly kind: 'outside-teams' };

/** A Teams client that is there answers at once; teams-js itself would wait a minute. */
const HANDSHAKE_LIMIT_MS = 10_000;

/** Shakes hands with the client around the page, or finds that there is none. */
export async function connectToTeams(configuration: ServedConfiguration): Promise<Connection> {
  if (window.parent === window && window.opener === null) return { kind: 'outside-teams' };
  const handshake = app.initialize([...configuration.extraHostOrigins]).then(() => true);
  const isInside = await Promise.race([handshake.catch(() => false), after(HANDSHAKE_LIMIT_MS)]);
  if (!isInside) return { kind: 'outside-teams' };
  app.notifyAppLoaded();
  return { kind: 'inside-teams', teams: await describeTeams(configuration) };
}

async function describeTeams(configuration: ServedConfiguration): Promise<Teams> {
  const context = await app.getContext();
  return {
    ...dialling,
    theme: context.app.theme,
    locale: context.app.locale,
    teamsAppId: context.app.appId?.toString() ?? configuration.appId,
    subPageId: context.page.subPageId ?? '',
    askForToken: () => authentication.getAuthToken(),
    onThemeChange: (listener) => app.registerOnThemeChangeHandler(listener),
    notifyShown: () => {
      app.notifySuccess().catch((error: unknown) => {
        // The tab works all the same; Teams only keeps its own loading indicator for longer.
        console.warn('Teams did not take the news that the tab is shown.', error);
      });
    },
  };
}

/** Has Teams call where the tab could not begin, and so has perhaps not shaken hands either. */
export async function dialUnconnected(number: string): Promise<void> {
  await app.initialize();
  await dialling.dial(number);
}

function after(delayMs: number): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), delayMs);
  });
}
