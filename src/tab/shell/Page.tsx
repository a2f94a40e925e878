import { makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../language/language.ts';
import { RouteLink } from './RouteLink.tsx';
import { hasMoved } from './navigation.tsx';
import type { Route } from './routes.ts';

type PageProps = {
  readonly heading: string;
  readonly intro?: ReactNode;
  /** The page above this one, with its name. */
  readonly back?: { readonly to: Route; readonly name: string };
  /** What belongs beside the heading. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, minWidth: 0 },
  head: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalL,
  },
  back: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  heading: {
    ...typographyStyles.title2,
    margin: 0,
    overflowWrap: 'anywhere',
    ':focus': { outlineStyle: 'none' },
  },
  intro: { color: tokens.colorNeutralForeground2, maxWidth: '75ch' },
});

/**
 * One page of the tab. After a move its heading takes the focus, so that a screen reader begins
 * there.
 */
export function Page({ heading, intro, back, aside, children }: PageProps) {
  const styles = useStyles();
  const say = useWords();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (hasMoved()) title.current?.focus();
  }, []);
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        {back !== undefined && (
          <div>
            <RouteLink to={back.to} className={styles.back}>
              <ArrowLeftRegular aria-hidden />
              {say('page.back', { page: back.name })}
            </RouteLink>
          </div>
        )}
        <div className={styles.line}>
          <h1 ref={title} tabIndex={-1} className={styles.heading}>
            {heading}
          </h1>
          {aside}
        </div>
        {intro !== undefined && <Text className={styles.intro}>{intro}</Text>}
      </div>
      {children}
    </div>
  );
}
