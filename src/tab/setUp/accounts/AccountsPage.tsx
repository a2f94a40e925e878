import { makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../../language/language.ts';
import { Page } from '../../shell/Page.tsx';
import { AdministratorsOnly } from '../AdministratorsOnly.tsx';
import { AccountsPanel } from './AccountsPanel.tsx';
import { SignInPanel } from './SignInPanel.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 460px), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingVerticalL,
  },
});

/** The accounts by which Teams tells of a changed status at once (DEC-17, AHB-30..34). */
export default function AccountsPage() {
  const styles = useStyles();
  const say = useWords();
  return (
    <Page
      heading={say('account.heading')}
      intro={say('account.intro')}
      back={{ to: { page: 'set-up' }, name: say('page.setUp') }}
    >
      <AdministratorsOnly>
        <div className={styles.columns}>
          <AccountsPanel />
          <SignInPanel />
        </div>
      </AdministratorsOnly>
    </Page>
  );
}
