import path from 'node:path';
import process from 'node:process';

/** The words `npm start` ends with: one address, and what to do there first. */
export function whatToTry({ page, rufwerk, dataFolder }) {
  const nearby = path.relative(process.cwd(), dataFolder) || '.';
  const folder = nearby.startsWith('..') ? dataFolder : nearby;
  return `
Rufwerk is ready. Open ${page}

  Call     Dial the IT Helpdesk (+41 44 000 01 00) on the telephone. One agent's Teams client
           rings: accept, talk, hang up.
  Choose   Switch that agent off duty in the tab "My work" and dial again: somebody else rings.
  Ask      Open the bot's chat as Sam, the supervisor, and press "Why?" on the decision's card.
  Set up   As administrator, change whom the IT Helpdesk may ring.

Rufwerk itself answers at ${rufwerk} - logs and data are in ${folder} - Ctrl-C ends both.
`;
}
