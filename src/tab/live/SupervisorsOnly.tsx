import type { PropsWithChildren } from 'react';
import { RoleNotice } from '../shell/RoleNotice.tsx';
import { useMe } from '../stream/queries.ts';

/** Its content for those who oversee services, and for everybody else why there is none. */
export function SupervisorsOnly({ children }: PropsWithChildren) {
  const roles = useMe().data?.roles ?? [];
  const oversees = roles.includes('supervisor') || roles.includes('administrator');
  return oversees ? children : <RoleNotice screen="live" />;
}
