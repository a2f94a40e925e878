import { Link, type LinkProps } from '@fluentui/react-components';
import type { MouseEvent, ReactNode } from 'react';
import { useNavigation } from './navigation.tsx';
import { pathOf, type Route } from './routes.ts';

type RouteLinkProps = {
  readonly to: Route;
  readonly children: ReactNode;
  readonly 'aria-label'?: string;
  readonly className?: string;
  readonly appearance?: NonNullable<LinkProps['appearance']>;
};

/**
 * A link to another page of the tab. It has a real address, so it can be copied or opened
 * elsewhere.
 */
export function RouteLink({ to, children, ...rest }: RouteLinkProps) {
  const { go } = useNavigation();
  const follow = (event: MouseEvent): void => {
    const isForNewWindow = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0;
    if (isForNewWindow) return;
    event.preventDefault();
    go(to);
  };
  return (
    <Link href={pathOf(to)} onClick={follow} {...rest}>
      {children}
    </Link>
  );
}
