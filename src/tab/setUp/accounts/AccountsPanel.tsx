import { makeStyles, tokens } from '@fluentui/react-components';
import { PersonKeyRegular } from '@fluentui/react-icons';
import type { PresenceAccountView } from '@rufwerk/engine/api';
import { Answered } from '../../appearance/Answered.tsx';
import { EmptyState } from '../../appearance/EmptyState.tsx';
import { Panel } from '../../appearance/Panel.tsx';
import { TroubleBar } from '../../appearance/TroubleBar.tsx';
import { useWords } from '../../language/language.ts';
import { useSession } from '../../session/SessionContext.ts';
import { useCommand } from '../../session/useCommand.ts';
import { usePresenceAccounts } from '../../stream/accountQueries.ts';
import { keys } from '../../stream/keys.ts';
import { AccountItem } from './AccountItem.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTopStyle: 'none', paddingTop: 0 },
    ':last-child': { paddingBottom: 0 },
  },
});

/** Up to two: the one in use, and the one that stands by. */
export function AccountsPanel() {
  const say = useWords();
  const { api } = useSession();
  const accounts = usePresenceAccounts();
  const remove = useCommand(api.removePresenceAccount, [keys.presenceAccounts]);
  return (
    <Panel heading={say('account.listHeading')}>
      {remove.trouble !== null && (
        <TroubleBar trouble={remove.trouble} onDismiss={remove.dismiss} />
      )}
      <Answered query={accounts}>
        {(items) => <Accounts accounts={items} onRemove={remove.run} />}
      </Answered>
    </Panel>
  );
}

type AccountsProps = {
  readonly accounts: readonly PresenceAccountView[];
  readonly onRemove: (accountId: string) => void;
};

function Accounts({ accounts, onRemove }: AccountsProps) {
  const styles = useStyles();
  const say = useWords();
  if (accounts.length === 0) {
    return (
      <EmptyState
        icon={<PersonKeyRegular />}
        heading={say('account.empty')}
        mend={say('account.emptyMend')}
      />
    );
  }
  return (
    <ul className={styles.list}>
      {accounts.map((account) => (
        <li key={account.id} className={styles.item}>
          <AccountItem
            account={account}
            isOtherLive={accounts.some(
              (other) => other.id !== account.id && other.subscription.state === 'live',
            )}
            onRemove={() => onRemove(account.id)}
          />
        </li>
      ))}
    </ul>
  );
}
