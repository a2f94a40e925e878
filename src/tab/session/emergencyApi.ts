/** Emergency calls of agents: the own one, those of others, drills, and the mail that tells. */
import {
  drillsSchema,
  emergenciesSchema,
  type EmergencyShown,
  type HeldNumber,
  heldNumbersSchema,
  emergencyNumbersSchema,
  type MailPreview,
  mailPreviewSchema,
} from '@rufwerk/engine/api';
import type { z } from 'zod';
import { perform, read, refuseBad, type Send } from './request.ts';

/** The drills so far, and the fingerprint of the key that signs their reports. */
export type Drills = z.output<typeof drillsSchema>;

/** A template that is being written. */
export interface MailDraft {
  readonly template: {
    readonly language: 'en' | 'de';
    readonly subject: string;
    readonly body: string;
  };
  readonly isDrill: boolean;
}

/** What can be said of an emergency. Every function rejects with a `TroubleError`. */
export interface EmergencySteering {
  /** The call has ended: the callback window goes on. */
  readonly callOver: () => Promise<void>;
  /** The call goes on: the protection that Teams shows is renewed. */
  readonly callGoesOn: () => Promise<void>;
}

/** Every function rejects with a `TroubleError`. */
export interface EmergencyApi {
  /** What to dial where the reader is, the first one first. */
  readonly emergencyNumbers: (signal?: AbortSignal) => Promise<readonly string[]>;
  /** The reader is about to call for help. */
  readonly startEmergency: () => Promise<void>;
  readonly ownEmergency: EmergencySteering;
  /** "I am ready": ends the own callback window early. */
  readonly endCallbackWindow: () => Promise<void>;
  /** Those under way of the people whom the reader may see. */
  readonly emergencies: (signal?: AbortSignal) => Promise<readonly EmergencyShown[]>;
  /** The numbers of the pool that somebody holds now. */
  readonly heldNumbers: (signal?: AbortSignal) => Promise<readonly HeldNumber[]>;
  readonly emergencyOf: (agentId: string) => EmergencySteering;
  /** Walks the whole way of an emergency without a call. */
  readonly startDrill: (agentId: string) => Promise<void>;
  readonly drills: (signal?: AbortSignal) => Promise<Drills>;
  /** The signed report, as the file that is kept. */
  readonly drillReport: (drillId: string) => Promise<Blob>;
  readonly previewMail: (draft: MailDraft, signal?: AbortSignal) => Promise<MailPreview>;
}

const OWN_PATH = '/my-work/emergency';

export function createEmergencyApi(send: Send): EmergencyApi {
  const post = (path: string, body?: object): Promise<void> =>
    perform(send, path, { method: 'POST', ...(body !== undefined && { body }) });
  return {
    emergencyNumbers: async (signal) =>
      (await read(await send('/my-work/emergency-numbers', until(signal)), emergencyNumbersSchema))
        .numbers,
    startEmergency: () => post(OWN_PATH, { isDrill: false }),
    ownEmergency: steering(OWN_PATH, post),
    endCallbackWindow: () => post(`${OWN_PATH}/ready`),
    emergencies: async (signal) =>
      (await read(await send('/emergencies', until(signal)), emergenciesSchema)).emergencies,
    heldNumbers: async (signal) =>
      (await read(await send('/emergency-callback-numbers', until(signal)), heldNumbersSchema))
        .held,
    emergencyOf: (agentId) => steering(`/agents/${encodeURIComponent(agentId)}/emergency`, post),
    startDrill: (agentId) => post(`/agents/${encodeURIComponent(agentId)}/emergency-drill`),
    drills: async (signal) => read(await send('/emergency-drills', until(signal)), drillsSchema),
    async drillReport(drillId) {
      const answer = await send(`/emergency-drills/${encodeURIComponent(drillId)}/report`);
      await refuseBad(answer);
      return answer.blob();
    },
    previewMail: async (body, signal) =>
      read(
        await send('/emergency-mail-preview', { method: 'POST', body, ...until(signal) }),
        mailPreviewSchema,
      ),
  };
}

function steering(path: string, post: (path: string) => Promise<void>): EmergencySteering {
  return {
    callOver: () => post(`${path}/call-over`),
    callGoesOn: () => post(`${path}/goes-on`),
  };
}

function until(signal: AbortSignal | undefined): { readonly signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}
