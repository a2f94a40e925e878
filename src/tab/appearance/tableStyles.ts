import { makeStyles, tokens } from '@fluentui/react-components';

/** Below this width of its own place a table shows each row as a card. */
const CARDS = '@container (max-width: 640px)';

export const useTableStyles = makeStyles({
  place: { containerType: 'inline-size', minWidth: 0 },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    [CARDS]: { display: 'block' },
  },
  head: {
    // Each cell of a card carries its heading; the header stays for screen readers.
    [CARDS]: {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
  },
  body: { [CARDS]: { display: 'block' } },
  headCell: {
    textAlign: 'start',
    verticalAlign: 'bottom',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXS} 0`,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  row: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [CARDS]: {
      display: 'grid',
      rowGap: tokens.spacingVerticalXS,
      padding: `${tokens.spacingVerticalM} 0`,
    },
  },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS} 0`,
    overflowWrap: 'anywhere',
    [CARDS]: {
      display: 'grid',
      gridTemplateColumns: 'minmax(96px, 35%) 1fr',
      columnGap: tokens.spacingHorizontalM,
      padding: 0,
      '::before': { content: 'attr(data-heading)', color: tokens.colorNeutralForeground2 },
    },
  },
  rowHeading: {
    fontWeight: tokens.fontWeightSemibold,
    [CARDS]: { display: 'block', '::before': { content: 'none' } },
  },
  wide: { width: '40%' },
});
