/** What callers hear: administrators upload announcements, list them and delete them. */
import {
  type Announcement,
  announcementNameSchema,
  announcementSchema,
  announcementsSchema,
} from '@rufwerk/engine/api';
import { z } from 'zod';
import { pathOf } from '../announcements/library.ts';
import { usesOf } from '../announcements/uses.ts';
import { checkWave, WAVE_LIMIT, WAVE_LIMIT_BYTES } from '../announcements/wave.ts';
import { answered, done, type Outcome } from '../http/answer.ts';
import { type BodyReader, operation, type Operation } from '../http/operation.ts';
import {
  ASK_AN_ADMINISTRATOR,
  forbidden,
  notAcceptable,
  type Refusal,
  unknown,
  unreadableForm,
} from '../http/problem.ts';
import type { Reader } from '../session/reader.ts';
import {
  ANNOUNCEMENT,
  builtInStays,
  nameProblem,
  noRoom,
  stillUsed,
} from './announcementRefusals.ts';
import type { ApiParts } from './parts.ts';
import { instant } from './shown.ts';

const PATH = '/api/v1/announcements';
const SOUND_FORMS = ['audio/wav', 'audio/x-wav', 'audio/wave', 'audio/vnd.wave'];

export function announcementOperations(parts: ApiParts): Operation[] {
  return [
    operation({
      method: 'get',
      path: PATH,
      summary: 'All announcements that can be played, with the settings that name them',
      answer: announcementsSchema,
      perform: ({ reader }) => {
        const announcements = parts.announcements.names().flatMap((name) => shown(parts, name));
        return Promise.resolve(refuse(reader) ?? answered({ announcements }));
      },
    }),
    operation({
      method: 'put',
      path: `${PATH}/:name`,
      summary: 'Upload an announcement: WAV, PCM, 16 kHz, mono, 16 bit; 0.1 s to 10 minutes',
      body: z.instanceof(Buffer),
      bodyForm: 'audio/wav',
      bodyLimitBytes: WAVE_LIMIT_BYTES,
      bodyLimitWords: WAVE_LIMIT,
      readBody: readSound,
      answer: announcementSchema,
      perform: async ({ reader, params, body }) =>
        refuse(reader) ?? (await uploaded(parts, params['name'] ?? '', body)),
    }),
    operation({
      method: 'delete',
      path: `${PATH}/:name`,
      summary: 'Delete an uploaded announcement that the configuration does not need',
      perform: async ({ reader, params }) =>
        refuse(reader) ?? (await deleted(parts, params['name'] ?? '')),
    }),
  ];
}

function refuse(reader: Reader): Refusal | null {
  if (reader.isAdministrator()) return null;
  const rule = {
    en: 'Announcements are kept by administrators.',
    de: 'Ansagen pflegen Administratoren.',
  };
  return forbidden(rule, ASK_AN_ADMINISTRATOR);
}

const readSound: BodyReader = ({ contentType, bytes }) => {
  const form = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  return SOUND_FORMS.includes(form)
    ? { kind: 'read', value: bytes }
    : unreadableForm([...SOUND_FORMS]);
};

async function uploaded(parts: ApiParts, name: string, bytes: Buffer): Promise<Outcome> {
  const named = announcementNameSchema.safeParse(name);
  if (!named.success) {
    return notAcceptable(ANNOUNCEMENT.badName, [nameProblem(name)]);
  }
  const wave = checkWave(bytes);
  if (!wave.ok) return notAcceptable(ANNOUNCEMENT.unplayable, wave.problems);
  return parts.inTurn(async () => {
    const { announcements } = parts;
    if (!announcements.hasRoomFor(name)) {
      return noRoom;
    }
    await announcements.keep(name, bytes, wave.durationMs);
    return answered(shown(parts, name)[0]);
  });
}

/** In turn with changes of the configuration, so that none begins to use what is deleted. */
function deleted(parts: ApiParts, name: string): Promise<Outcome> {
  const { announcements, configuration, inTurn } = parts;
  return inTurn(async () => {
    const isUploaded = announcements.find(name)?.kind === 'uploaded';
    if (!isUploaded && announcements.isBuiltIn(name)) {
      return builtInStays(name);
    }
    if (!isUploaded) return unknown('The announcement');
    const uses = usesOf(configuration.current().configuration, name);
    if (uses.length > 0 && !announcements.isBuiltIn(name)) return stillUsed(name, uses);
    await announcements.remove(name);
    return done;
  });
}

/** A list of one, or of none for a name without a sound. */
function shown({ announcements, configuration }: ApiParts, name: string): Announcement[] {
  const found = announcements.find(name);
  if (found === null) return [];
  const { sound } = found;
  return [
    {
      name,
      source: found.kind,
      durationSeconds: sound.durationMs / 1000,
      bytes: typeof sound.bytes === 'number' ? sound.bytes : sound.bytes.length,
      uploadedAt: found.kind === 'uploaded' ? instant(found.sound.uploadedAt) : null,
      path: pathOf(name, found),
      usedBy: usesOf(configuration.current().configuration, name),
    },
  ];
}
