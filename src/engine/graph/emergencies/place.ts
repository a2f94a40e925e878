/** From Graph's location to one line that somebody can read out, and coordinates. */
import { z } from 'zod';
import type { EmergencyPlace } from '@rufwerk/engine/ports';

const PART_CHARACTERS_MAX = 200;
const LINE_CHARACTERS_MAX = 500;

/** Anything else than a text counts as nothing: a place that is half known is worth showing. */
const text = z.string().nullish().catch(null);

/** The documentation shows coordinates as texts, the metadata as numbers. */
const degrees = z
  .union([z.number(), z.string().trim().min(1).max(40).transform(Number)])
  .nullish()
  .catch(null);

export const location = z
  .object({
    displayName: text,
    address: z
      .object({
        street: text,
        city: text,
        state: text,
        countryOrRegion: text,
        postalCode: text,
        additionalData: z
          .object({
            companyName: text,
            description: text,
            additionalInfo: text,
            houseNumber: text,
            streetSuffix: text,
          })
          .nullish()
          .catch(null),
      })
      .nullish()
      .catch(null),
    coordinates: z.object({ latitude: degrees, longitude: degrees }).nullish().catch(null),
  })
  .nullish()
  .catch(null);

/** Null when the location says nothing. Its line may be empty where only coordinates are known. */
export function placeOf(told: z.infer<typeof location>): EmergencyPlace | null {
  const line = lineOf(told);
  const { latitude, longitude } = told?.coordinates ?? {};
  const isKnown = isWithin(latitude, 90) && isWithin(longitude, 180);
  if (!isKnown) return line === '' ? null : { line };
  return { line, latitude, longitude };
}

/** From the room to the country, as one looks for it from inside; nothing twice. */
function lineOf(told: z.infer<typeof location>): string {
  const address = told?.address;
  const more = address?.additionalData;
  const parts = [
    told?.displayName,
    more?.companyName,
    more?.description,
    more?.additionalInfo,
    joined(more?.houseNumber, address?.street, more?.streetSuffix),
    joined(address?.postalCode, address?.city),
    address?.state,
    address?.countryOrRegion,
  ];
  const shown = new Set(parts.map((part) => plain(part)).filter((part) => part !== ''));
  return [...shown].join(', ').slice(0, LINE_CHARACTERS_MAX);
}

function joined(...words: readonly (string | null | undefined)[]): string {
  return words.map(plain).join(' ');
}

/** On one line, and without characters that steer what shows it. */
function plain(words: string | null | undefined): string {
  const isolated = (words ?? '').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');
  return isolated.replace(/\s+/g, ' ').trim().slice(0, PART_CHARACTERS_MAX);
}

function isWithin(value: number | null | undefined, most: number): value is number {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= most;
}
