import {
  createDarkTheme,
  createLightTheme,
  teamsHighContrastTheme,
  type BrandVariants,
  type Theme,
} from '@fluentui/react-components';

/** The names that teams-js gives to the three themes. */
export const themeNames = ['default', 'dark', 'contrast'] as const;

export type ThemeName = (typeof themeNames)[number];

/**
 * The shell's own colour, a deep teal, so that one sees at a glance what is played (the shell) and
 * what is the product (the tab, in Teams' own colours).
 */
const teal: BrandVariants = {
  10: '#020607',
  20: '#0a191e',
  30: '#0e2a32',
  40: '#103742',
  50: '#114453',
  60: '#115264',
  70: '#0f6076',
  80: '#0b6f88',
  90: '#207d96',
  100: '#3f8ca3',
  110: '#589bb0',
  120: '#70aabd',
  130: '#88bacb',
  140: '#a0cad9',
  150: '#b9dae6',
  160: '#d3eaf3',
};

const light = createLightTheme(teal);
const dark = createDarkTheme(teal);

export const themes: Readonly<Record<ThemeName, Theme>> = {
  default: light,
  dark: {
    ...dark,
    // The generated dark foregrounds miss 4.5:1 on raised surfaces.
    colorBrandForeground1: teal[130],
    colorBrandForeground2: teal[140],
    colorBrandForegroundLink: teal[130],
    colorBrandForegroundLinkHover: teal[140],
    colorCompoundBrandForeground1: teal[130],
  },
  contrast: teamsHighContrastTheme,
};
