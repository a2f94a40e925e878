/**
 * The names in an administrator's file. People and resource accounts stand there by user principal
 * name (or object id), contacts outside by mail address; inside they have ids. This is the only
 * place that knows where names stand.
 */
import type { ConfigurationDraft } from '@rufwerk/engine/core';

/** A contact is a person of the directory or a mail address (EMG-22). */
export type NameKind = 'person' | 'contact' | 'resource-account';

export interface NameInFile {
  /** Path of the field, as problems name it. */
  readonly field: string;
  readonly kind: NameKind;
  readonly name: string;
}

/** `[]` stands for each entry of a list. */
type Path = readonly string[];

interface Place {
  readonly path: Path;
  readonly kind: NameKind;
  /** Without this name its whole entry says nothing: it is left out with it. */
  readonly namesEntry: boolean;
}

const PLACES: readonly Place[] = [
  place('administrators.[]', 'person'),
  { ...place('agents.[].id', 'person'), namesEntry: true },
  place('agents.[].emergency.contacts.[]', 'contact'),
  place('emergency.contacts.[]', 'contact'),
  place('emergency.mailFrom', 'person'),
  place('emergency.callbackNumbers.[].resourceAccount', 'resource-account'),
  place('services.[].resourceAccount', 'resource-account'),
  place('services.[].agents.[]', 'person'),
  place('services.[].supervisors.[]', 'person'),
  place('services.[].emergencyContacts.[]', 'contact'),
  place('services.[].responsibility.preferred.[]', 'person'),
  place('services.[].responsibility.levels.[].agents.[]', 'person'),
  place('services.[].queue.whenFull.person', 'person'),
  place('services.[].queue.whenTooLong.person', 'person'),
  place('services.[].queue.whenNobody.person', 'person'),
  place('services.[].queue.whenClosed.person', 'person'),
];

function place(path: string, kind: NameKind): Place {
  return { path: path.split('.'), kind, namesEntry: false };
}

/** Every name in the file, place by place. */
export function namesIn(file: ConfigurationDraft): NameInFile[] {
  return PLACES.flatMap(({ path, kind }) =>
    textsAt(file, path, '').flatMap(({ field, text }) =>
      namesOf(kind, text).map((name) => ({ field, kind, name })),
    ),
  );
}

/**
 * The same file with other names. In a list a name that becomes null is left out; where a name
 * stands alone it stays.
 */
export function renamed(
  file: ConfigurationDraft,
  rename: (kind: NameKind, name: string) => string | null,
): ConfigurationDraft {
  let document: unknown = file;
  for (const { path, kind, namesEntry } of PLACES) {
    const change = (text: string): readonly string[] =>
      namesOf(kind, text).flatMap((name) => rename(kind, name) ?? []);
    [document] = changedAt(document, path, { change, namesEntry });
  }
  // Texts became other texts, and nothing else has changed.
  return document as ConfigurationDraft;
}

/** Several contacts may stand in one text, as in a mail program (EMG-22). */
function namesOf(kind: NameKind, text: string): readonly string[] {
  if (kind !== 'contact') return [text];
  const parts = text.split(';').map((part) => part.trim());
  return parts.filter((part) => part !== '');
}

interface FoundText {
  readonly field: string;
  readonly text: string;
}

function textsAt(value: unknown, [step, ...rest]: Path, field: string): FoundText[] {
  if (step === undefined) return typeof value === 'string' ? [{ field, text: value }] : [];
  if (step === '[]') {
    if (!Array.isArray(value)) return [];
    return value.flatMap((entry, index) => textsAt(entry, rest, `${field}[${index}]`));
  }
  return textsAt(propertyOf(value, step), rest, field === '' ? step : `${field}.${step}`);
}

interface Change {
  readonly change: (text: string) => readonly string[];
  readonly namesEntry: boolean;
}

/** What stands in the value's place: itself or a copy, several in a list, or nothing. */
function changedAt(value: unknown, [step, ...rest]: Path, how: Change): readonly unknown[] {
  if (step === undefined) return typeof value === 'string' ? how.change(value) : [value];
  if (step === '[]') {
    if (!Array.isArray(value)) return [value];
    return [value.flatMap((entry) => changedAt(entry, rest, how))];
  }
  const property = propertyOf(value, step);
  if (property === undefined) return [value];
  const [changed] = changedAt(property, rest, how);
  if (changed !== undefined) return [{ ...(value as object), [step]: changed }];
  return how.namesEntry ? [] : [value];
}

function propertyOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}
