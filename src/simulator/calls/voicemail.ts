import type { Group, Person } from '../world/directory.ts';
import type { Call, Heard } from './call.ts';
import type { Switchboard } from './switchboard.ts';

/** Whose voicemail it is: a person's, or the shared one of a group. */
export type VoicemailOwner =
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'group'; readonly group: Group };

/** A caller came to a voicemail: from then on a message could be left. */
export interface Voicemail {
  readonly call: Call;
  readonly owner: VoicemailOwner;
  /** When it began, and when the caller was gone again. */
  readonly heard: Heard;
}

/** A voicemail greeting and the longest message together. */
export const VOICEMAIL_LASTS_MS = 120_000;
const VOICEMAILS_MAX = 2000;

/** The caller hears a voicemail now, and could leave a message. */
export function reachVoicemail(board: Switchboard, call: Call, owner: VoicemailOwner): void {
  const heard: Heard = {
    at: board.tenant.clock.nowMs(),
    what: 'voicemail',
    detail: nameOf(owner),
    endedAt: null,
  };
  call.heard.push(heard);
  call.experience = 'voicemail';
  call.connectedTo = null;
  board.voicemails.push({ call, owner, heard });
  if (board.voicemails.length > VOICEMAILS_MAX) board.voicemails.shift();
  board.note(call, `voicemail of ${nameOf(owner)}`);
}

/** The caller left the voicemail, or was taken out of it. */
export function leaveVoicemail(board: Switchboard, call: Call): void {
  const at = board.tenant.clock.nowMs();
  for (const heard of call.heard) if (heard.what === 'voicemail') heard.endedAt ??= at;
}

export function nameOf(owner: VoicemailOwner): string {
  return owner.kind === 'person' ? owner.person.upn : owner.group.displayName;
}
