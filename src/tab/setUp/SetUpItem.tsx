import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useWords } from '../language/language.ts';
import { RouteLink } from '../shell/RouteLink.tsx';
import type { Route } from '../shell/routes.ts';

type SetUpItemProps = {
  readonly to: Route;
  readonly name: string;
  readonly detail: string;
  /** Something was entered there and not saved. */
  readonly isDraft: boolean;
  /** What can be done with it from here. */
  readonly action?: ReactNode;
};

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTopStyle: 'none' },
  },
  detail: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
  },
  name: { display: 'inline-flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export function SetUpList({ children }: { readonly children: ReactNode }) {
  return <ul className={useStyles().list}>{children}</ul>;
}

/** What can be set up, with the way to its page. */
export function SetUpItem({ to, name, detail, isDraft, action }: SetUpItemProps) {
  const styles = useStyles();
  return (
    <li className={styles.item}>
      <span className={styles.name}>
        <RouteLink to={to}>{name}</RouteLink>
        {isDraft && <DraftBadge />}
      </span>
      <span className={styles.detail}>
        <Text>{detail}</Text>
        {action}
      </span>
    </li>
  );
}

/** Something was entered and not saved. */
export function DraftBadge() {
  const say = useWords();
  return (
    <Badge appearance="tint" color="warning">
      {say('setUp.draft')}
    </Badge>
  );
}
