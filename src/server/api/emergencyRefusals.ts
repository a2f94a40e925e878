/** Why a press about an emergency call comes to nothing, in words. */
import { conflict } from '../http/problem.ts';

export const realOne = conflict(
  { en: 'No drill during an emergency', de: 'Keine Übung während eines Notfalls' },
  {
    en: 'The agent has called the emergency service, or is waiting to be called back.',
    de: 'Die Person hat den Notruf gewählt, oder sie wartet auf den Rückruf.',
  },
  {
    en: 'Begin the drill when the emergency is over.',
    de: 'Beginnen Sie die Übung, wenn der Notfall vorbei ist.',
  },
);

export const tooLateToGoOn = conflict(
  { en: 'Too late to go on', de: 'Zu spät zum Weiterführen' },
  {
    en: 'The call has ended already, and Do not disturb is no longer shown for it.',
    de: 'Der Anruf ist schon zu Ende, und «Nicht stören» wird nicht mehr für ihn gezeigt.',
  },
  {
    en: 'Call again if you need to: dialling anew protects anew.',
    de: 'Rufen Sie bei Bedarf noch einmal an: neu gewählt ist neu geschützt.',
  },
);
