import { FluentProvider, makeStyles } from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { colorSchemeOf, themeOf } from '../appearance/themes.ts';
import { queryClient } from '../session/queryClient.ts';
import { type Session, SessionContext } from '../session/SessionContext.ts';
import { NavigationProvider } from './navigation.tsx';
import { Shell } from './Shell.tsx';
import { SignedIn } from './SignedIn.tsx';

const useStyles = makeStyles({ root: { minHeight: '100vh' } });

/** The tab inside Teams: its theme, who is here, and the pages. */
export function App({ session }: { readonly session: Session }) {
  const styles = useStyles();
  const theme = useTheme(session);
  return (
    <FluentProvider theme={themeOf(theme)}>
      {/* Not on the provider: it dresses dialogs and menus too, which would hide the page. */}
      <div className={styles.root}>
        <SessionContext value={session}>
          <QueryClientProvider client={queryClient}>
            <SignedIn>
              <NavigationProvider>
                <Shell />
              </NavigationProvider>
            </SignedIn>
          </QueryClientProvider>
        </SessionContext>
      </div>
    </FluentProvider>
  );
}

/** The theme Teams shows right now: people change it while the tab is open. */
function useTheme({ teams }: Session): string {
  const [theme, setTheme] = useState(teams.theme);
  useEffect(() => teams.onThemeChange(setTheme), [teams]);
  useEffect(() => {
    document.documentElement.style.colorScheme = colorSchemeOf(theme);
  }, [theme]);
  return theme;
}
