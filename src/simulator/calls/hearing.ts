import type { Call } from './call.ts';
import { humansIn, isAtOtherEnd } from './roster.ts';

/** What the caller hears at this moment. */
export interface HearsNow {
  readonly what: 'ringing' | 'announcement' | 'silence' | 'person' | 'voicemail' | 'nothing';
  /** The announcements that play now, also under a conversation, where none should. */
  readonly names: readonly string[];
  /** Who speaks: a person's user principal name, a telephone's number, whose voicemail it is. */
  readonly from: string | null;
}

/** What the caller hears now; `nothing` once the call has ended. */
export function hearsNow(call: Call): HearsNow {
  const names = announcementNames(call.bot?.prompt?.heard.detail ?? '');
  const isTransferring = call.bot?.state === 'transferring';
  switch (call.experience) {
    case 'ringing':
      return { what: 'ringing', names, from: null };
    case 'answered': {
      if (names.length > 0) return { what: 'announcement', names, from: null };
      return { what: isTransferring ? 'ringing' : 'silence', names, from: null };
    }
    case 'connected':
      return { what: 'person', names, from: call.connectedTo?.upn ?? telephoneIn(call) };
    case 'voicemail': {
      const heard = call.heard.findLast(({ what }) => what === 'voicemail');
      return { what: 'voicemail', names, from: heard?.detail ?? null };
    }
    case 'ended':
      return { what: 'nothing', names: [], from: null };
  }
}

/** The telephone outside that the caller talks to in a conference; null when there is none. */
function telephoneIn(call: Call): string | null {
  const humans = call.bot === null ? [] : humansIn(call.bot);
  for (const participant of humans) {
    const { party } = participant;
    if (party.kind === 'phone' && isAtOtherEnd(call, participant)) return party.number;
  }
  return null;
}

/** `waiting-music` of `https://…/media/waiting-music.wav`: the names behind addresses. */
export function announcementNames(addresses: string): readonly string[] {
  return addresses
    .split(' ')
    .filter((address) => address !== '')
    .map((address) => {
      const path = URL.canParse(address) ? new URL(address).pathname : address;
      return decodeURIComponent(path.slice(path.lastIndexOf('/') + 1)).replace(/\.\w+$/, '');
    });
}
