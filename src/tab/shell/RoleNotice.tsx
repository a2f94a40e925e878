import { PersonProhibitedRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { EmptyState } from '../appearance/EmptyState.tsx';
import { useWords } from '../language/language.ts';
import { useMe } from '../stream/queries.ts';

type RoleNoticeProps = {
  readonly screen: 'myWork' | 'live' | 'setUp' | 'readiness';
  /** What there is for the person all the same. */
  readonly children?: ReactNode;
};

/** Why a screen has nothing for the person who opened it, and what to do about it. */
export function RoleNotice({ screen, children }: RoleNoticeProps) {
  const say = useWords();
  const name = useMe().data?.name ?? '';
  return (
    <EmptyState
      icon={<PersonProhibitedRegular />}
      heading={say(`role.${screen}Heading`)}
      mend={`${say(`role.${screen}`, { name })} ${say(`role.${screen}Mend`)}`}
    >
      {children}
    </EmptyState>
  );
}
