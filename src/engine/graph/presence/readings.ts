/**
 * From Graph's presences to readings of people. Checked by hand, field by field: a sweep of 100,000
 * people passes here, and a schema library would take most of its time.
 */
import { parseValue } from '@rufwerk/engine/core';
import type { Fidelity, PersonId, PresenceReading } from '@rufwerk/engine/core';

/** One entry of an answer: only its id has been looked at. */
export interface PresenceEntry {
  readonly id: string;
  readonly availability?: unknown;
  readonly activity?: unknown;
  readonly sequenceNumber?: unknown;
  readonly outOfOfficeSettings?: unknown;
}

/** The entries of an answer of getPresencesByUserId; null when it is none. */
export function presenceEntries(body: unknown): readonly PresenceEntry[] | null {
  if (!isRecord(body) || !Array.isArray(body['value'])) return null;
  const entries: readonly unknown[] = body['value'];
  return entries.every(isEntry) ? entries : null;
}

function isEntry(value: unknown): value is PresenceEntry {
  return isRecord(value) && typeof value['id'] === 'string';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/**
 * Finds whom one asked for, by the Entra id in lower case and the place in the question. Graph
 * keeps the order of the question where it leaves nobody out, so that the place is tried first.
 */
export function entryFinder(
  entries: readonly PresenceEntry[],
): (entraId: string, place: number) => PresenceEntry | undefined {
  let byId: ReadonlyMap<string, PresenceEntry> | null = null;
  return (entraId, place) => {
    const entry = entries[place];
    if (entry !== undefined && entry.id.toLowerCase() === entraId) return entry;
    byId ??= new Map(entries.map((each) => [each.id.toLowerCase(), each]));
    return byId.get(entraId);
  };
}

/** What Graph itself says of somebody of whom it knows nothing. */
const UNKNOWN = 'PresenceUnknown';

/**
 * One person's reading, as far as the reader sees. Whoever is missing in the answer, or is no
 * longer in the directory, is told as unknown: without it the answer would confirm what was last
 * known. What is no text counts as missing.
 */
export function readingOf(
  agentId: PersonId,
  entry: PresenceEntry | undefined,
  fidelity: Fidelity = 'activity',
): PresenceReading {
  const availability = textOf(entry?.availability) ?? UNKNOWN;
  const told = textOf(entry?.activity);
  // A stranger sees no more than the availability, whatever stands in the other field (NIM-15).
  const isSeen = told !== null && fidelity === 'activity';
  return {
    agentId,
    availability,
    activity: isSeen ? told : availability,
    fidelity: isSeen ? 'activity' : 'availability',
    outOfOffice: isOutOfOffice(entry) || (told !== null && saysOutOfOffice(told)),
    sequenceNumber: textOf(entry?.sequenceNumber),
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function isOutOfOffice(entry: PresenceEntry | undefined): boolean {
  const settings = entry?.outOfOfficeSettings;
  return isRecord(settings) && settings['isOutOfOffice'] === true;
}

/**
 * The same few activities come again and again; they are open strings, so their number is bounded.
 */
const REMEMBERED_ACTIVITIES = 500;
const outOfOfficeByActivity = new Map<string, boolean>();

function saysOutOfOffice(activity: string): boolean {
  const known = outOfOfficeByActivity.get(activity);
  if (known !== undefined) return known;
  const { outOfOffice } = parseValue(activity);
  if (outOfOfficeByActivity.size >= REMEMBERED_ACTIVITIES) outOfOfficeByActivity.clear();
  outOfOfficeByActivity.set(activity, outOfOffice);
  return outOfOffice;
}

type Told = Pick<PresenceReading, 'availability' | 'activity' | 'fidelity' | 'outOfOffice'>;

/** Whether two readings tell the same; the stamp alone is no news. */
export function tellsTheSame(one: Told, other: Told): boolean {
  return (
    one.availability === other.availability &&
    one.activity === other.activity &&
    one.fidelity === other.fidelity &&
    one.outOfOffice === other.outOfOffice
  );
}
