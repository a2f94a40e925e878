import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { PresenceAccountView } from '@rufwerk/engine/api';
import { FactList } from '../../appearance/FactList.tsx';
import { useWords } from '../../language/language.ts';
import { RemoveAccount } from './RemoveAccount.tsx';
import { useAccountFacts } from './useAccountFacts.ts';

type AccountItemProps = {
  readonly account: PresenceAccountView;
  /** The other account does the work meanwhile. */
  readonly isOtherLive: boolean;
  readonly onRemove: () => void;
};

type State = PresenceAccountView['subscription']['state'];

const COLORS = {
  live: 'success',
  making: 'informative',
  resting: 'informative',
  waiting: 'warning',
  barred: 'danger',
} as const satisfies Readonly<Record<State, string>>;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
  },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  address: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** One account: how it fares, what is wrong and how to mend it, and what that costs. */
export function AccountItem({ account, isOtherLive, onRemove }: AccountItemProps) {
  const styles = useStyles();
  const say = useWords();
  const facts = useAccountFacts(account, isOtherLive);
  const { name, userPrincipalName } = account;
  const state = account.problem === null ? account.subscription.state : 'barred';
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <h3 className={styles.name}>{name}</h3>
        <Badge appearance="tint" color={COLORS[state]}>
          {say(`account.state.${state}`)}
        </Badge>
      </div>
      <Text className={styles.address}>{userPrincipalName}</Text>
      <FactList facts={facts} />
      <div>
        <RemoveAccount name={name} onRemove={onRemove} />
      </div>
    </div>
  );
}
