import {
  type Theme,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';

/** Teams' three themes by the names that teams-js gives them; light for a name that is new. */
export function themeOf(name: string): Theme {
  switch (name) {
    case 'dark':
      return teamsDarkTheme;
    case 'contrast':
      return teamsHighContrastTheme;
    default:
      return teamsLightTheme;
  }
}

/** By which the browser paints its own parts, such as the calendar of a date, in Teams' theme. */
export function colorSchemeOf(name: string): 'light' | 'dark' {
  switch (name) {
    case 'dark':
    case 'contrast':
      return 'dark';
    default:
      return 'light';
  }
}
