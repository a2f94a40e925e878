import type { PropsWithChildren } from 'react';
import { RoleNotice } from '../shell/RoleNotice.tsx';
import { useMe } from '../stream/queries.ts';

/** Its content for administrators, and for everybody else why there is none. */
export function AdministratorsOnly({ children }: PropsWithChildren) {
  const roles = useMe().data?.roles ?? [];
  return roles.includes('administrator') ? children : <RoleNotice screen="setUp" />;
}
