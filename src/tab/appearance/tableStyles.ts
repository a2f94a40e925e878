import { type GriffelStyle, makeStyles, tokens } from '@fluentui/react-components';

/** Styles for a place that is too narrow for the table's columns: each row is a card there. */
function asCards(styles: GriffelStyle): GriffelStyle {
  return {
    '@container few-columns (max-width: 440px)': styles,
    '@container many-columns (max-width: 620px)': styles,
  };
}

export const useTableStyles = makeStyles({
  place: { containerType: 'inline-size', minWidth: 0 },
  few: { containerName: 'few-columns' },
  many: { containerName: 'many-columns' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    ...asCards({ display: 'block' }),
  },
  head: {
    // Each cell of a card carries its heading; the header stays for screen readers.
    ...asCards({
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    }),
  },
  body: { ...asCards({ display: 'block' }) },
  headCell: {
    textAlign: 'start',
    verticalAlign: 'bottom',
    paddingBlock: tokens.spacingVerticalXS,
    paddingInline: `0 ${tokens.spacingHorizontalL}`,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  row: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ...asCards({
      display: 'grid',
      rowGap: tokens.spacingVerticalXS,
      padding: `${tokens.spacingVerticalM} 0`,
    }),
  },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: `0 ${tokens.spacingHorizontalL}`,
    overflowWrap: 'break-word',
    ...asCards({
      display: 'grid',
      gridTemplateColumns: 'min(160px, 38%) minmax(0, 1fr)',
      columnGap: tokens.spacingHorizontalM,
      paddingBlock: 0,
      paddingInline: 0,
      '::before': { content: 'attr(data-heading)', color: tokens.colorNeutralForeground2 },
    }),
  },
  rowHeading: {
    fontWeight: tokens.fontWeightSemibold,
    // A card begins with its name.
    ...asCards({ display: 'block', order: -1, '::before': { content: 'none' } }),
  },
  wide: { width: '40%' },
});
