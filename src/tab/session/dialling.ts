/**
 * Emergency calls are placed by the person's own Teams client, so that its location and its
 * emergency policy apply; never by Rufwerk (DEC-8, EMG-34).
 */
import { app, call } from '@microsoft/teams-js';

export interface Dialling {
  /** Has Teams call the number. Rejects when the client says that it does not. */
  readonly dial: (number: string) => Promise<void>;
  /** Brings Teams' own calls to the front: devices and "end call" are there and nowhere else. */
  readonly openCalls: () => Promise<void>;
}

/** The id of Teams' own app "Calls", the same in every tenant. */
const CALLS_APP = '20c3440d-c67e-4420-9f80-0e50c39693df';

export const dialling: Dialling = {
  async dial(number) {
    const target = `4:${number}`;
    // False is a no as well; then the link is another try, and cannot be a second call.
    if (call.isSupported() && (await call.startCall({ targets: [target] }))) return;
    await app.openLink(callLink(number));
  },
  openCalls: () => app.openLink(`https://teams.microsoft.com/l/entity/${CALLS_APP}/calls`),
};

/** The link by which Teams calls a telephone number; the digits alone are no address there. */
export function callLink(number: string): string {
  return `https://teams.microsoft.com/l/call/0/0?users=4:${encodeURIComponent(number)}`;
}

/** Has the browser open Teams for the call. Rejects when the browser lets no window be opened. */
export function dialOutside(number: string): Promise<void> {
  const opened = window.open(callLink(number));
  if (opened === null) return Promise.reject(new Error('The browser opened no window for Teams.'));
  opened.opener = null;
  return Promise.resolve();
}
