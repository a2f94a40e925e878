import { makeStyles, tokens } from '@fluentui/react-components';
import type { PropsWithChildren } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 460px), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingVerticalL,
  },
});

/** Panels beside each other where there is room, else below each other. */
export function Columns({ children }: PropsWithChildren) {
  return <div className={useStyles().root}>{children}</div>;
}
