import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';

type FoldedProps = {
  readonly heading: string;
  /** Its rank among the headings around it. */
  readonly as: 'h2' | 'h3';
  readonly children: ReactNode;
};

const useStyles = makeStyles({
  // Its sign stands in line with what is above.
  root: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalMNudge})` },
});

/** What only some want to see: behind a heading that opens. */
export function Folded({ heading, as, children }: FoldedProps) {
  const styles = useStyles();
  return (
    <Accordion collapsible className={styles.root}>
      <AccordionItem value="folded">
        <AccordionHeader as={as}>{heading}</AccordionHeader>
        <AccordionPanel>{children}</AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
