import type { PropsWithChildren } from 'react';
import { useWords } from '../language/language.ts';
import { RoleNotice } from '../shell/RoleNotice.tsx';
import { RouteLink } from '../shell/RouteLink.tsx';
import { useMe } from '../stream/queries.ts';

/** Its content for administrators, and for everybody else why there is none. */
export function AdministratorsOnly({ children }: PropsWithChildren) {
  const say = useWords();
  const roles = useMe().data?.roles ?? [];
  if (roles.includes('administrator')) return children;
  return (
    <RoleNotice screen="setUp">
      {roles.includes('supervisor') && (
        <RouteLink to={{ page: 'set-up-readiness' }}>{say('readiness.open')}</RouteLink>
      )}
    </RoleNotice>
  );
}
