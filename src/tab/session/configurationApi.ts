/** The configuration, what callers hear, and what there is to choose from: for administrators. */
import {
  type Announcement,
  announcementSchema,
  announcementsSchema,
  configurationFileSchema,
  configurationOutcomeSchema,
  type ConfigurationOutcome,
  holidayPlacesSchema,
} from '@rufwerk/engine/api';
import type { Configuration } from '@rufwerk/engine/core';
import { read, refuseBad, type Send } from './request.ts';

/** The configuration as a file, with the version that a change of it has to name. */
export interface TaggedConfiguration {
  readonly configuration: Configuration;
  readonly etag: string;
}

/** Every function rejects with a `TroubleError`. */
export interface ConfigurationApi {
  readonly configuration: (signal?: AbortSignal) => Promise<TaggedConfiguration>;
  /** Says whether a file would be taken, and what it hardly means; changes nothing. */
  readonly tryConfiguration: (file: object) => Promise<ConfigurationOutcome>;
  readonly saveConfiguration: (file: object, etag: string) => Promise<void>;
  readonly holidayPlaces: (signal?: AbortSignal) => Promise<readonly string[]>;
  readonly announcements: (signal?: AbortSignal) => Promise<readonly Announcement[]>;
  readonly uploadAnnouncement: (name: string, sound: Blob) => Promise<Announcement>;
  readonly deleteAnnouncement: (name: string) => Promise<void>;
}

const PATH = '/configuration';

export function createConfigurationApi(send: Send): ConfigurationApi {
  return {
    async configuration(signal) {
      const response = await send(PATH, signal === undefined ? {} : { signal });
      const configuration = await read(response, configurationFileSchema);
      return { configuration, etag: response.headers.get('etag') ?? '*' };
    },
    tryConfiguration: async (body) =>
      read(await send(`${PATH}?preview=true`, { method: 'PUT', body }), configurationOutcomeSchema),
    async saveConfiguration(body, etag) {
      const headers = { 'if-match': etag };
      await read(await send(PATH, { method: 'PUT', body, headers }), configurationOutcomeSchema);
    },
    holidayPlaces: async (signal) =>
      (
        await read(
          await send('/holiday-places', signal === undefined ? {} : { signal }),
          holidayPlacesSchema,
        )
      ).places,
    announcements: async (signal) =>
      (
        await read(
          await send('/announcements', signal === undefined ? {} : { signal }),
          announcementsSchema,
        )
      ).announcements,
    uploadAnnouncement: async (name, sound) =>
      read(await send(announcementPath(name), { method: 'PUT', sound }), announcementSchema),
    async deleteAnnouncement(name) {
      const response = await send(announcementPath(name), { method: 'DELETE' });
      await refuseBad(response);
      await response.body?.cancel();
    },
  };
}

function announcementPath(name: string): string {
  return `/announcements/${encodeURIComponent(name)}`;
}
