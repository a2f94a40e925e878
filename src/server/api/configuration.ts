/** The configuration as a file: exported, tried out and imported by administrators. */
import { configurationFileSchema, configurationOutcomeSchema } from '@rufwerk/engine/api';
import {
  removedServices,
  type ConfigurationProblem,
  type Language,
  type PersonId,
  validateConfiguration,
} from '@rufwerk/engine/core';
import { z } from 'zod';
import { missingAnnouncements } from '../announcements/uses.ts';
import { countPeople, exportFile } from '../configuration/export.ts';
import { readFileText, writeFileText } from '../configuration/file.ts';
import { adopt, checkFile } from '../configuration/import.ts';
import { lostAccess } from '../configuration/lostAccess.ts';
import { unknownGroups } from '../configuration/unknownGroups.ts';
import { profilesTakenAway } from '../configuration/profilesInForce.ts';
import { heldNumbersTakenAway } from '../emergencies/heldNumbers.ts';
import { answered, type Outcome } from '../http/answer.ts';
import { operation, readJson, type BodyReader, type Operation } from '../http/operation.ts';
import {
  ASK_AN_ADMINISTRATOR,
  forbidden,
  notAcceptable,
  notNow,
  unreadableForm,
  versionNeeded,
} from '../http/problem.ts';
import { pastHours } from '../hours/pastHours.ts';
import type { Reader } from '../session/reader.ts';
import type { ApiParts } from './parts.ts';
import { personShown } from './shown.ts';
import { refuseOldVersion } from './version.ts';

const PATH = '/api/v1/configuration';
/** Room for the names of 100,000 agents. */
const FILE_LIMIT_BYTES = 8 * 1024 * 1024;
const YAML_FORMS = ['application/yaml', 'application/x-yaml', 'text/yaml'];

const importQuery = z.strictObject({
  preview: z.enum(['true', 'false']).default('false').describe('Only say whether it would work'),
});

export function configurationOperations(parts: ApiParts): Operation[] {
  return [
    operation({
      method: 'get',
      path: PATH,
      summary: 'The configuration as a file, in YAML where Accept asks for it',
      answer: configurationFileSchema,
      versioned: 'tells',
      perform: ({ reader, accept }) =>
        reader.isAdministrator() ? exported(parts, accept) : Promise.resolve(administratorsOnly),
    }),
    operation({
      method: 'put',
      path: PATH,
      summary: 'Put a file in force, as JSON or YAML; or try it out with ?preview=true',
      query: importQuery,
      // The core validates the document itself, to name field, rule and mend of every problem.
      body: z.unknown(),
      bodyLimitBytes: FILE_LIMIT_BYTES,
      readBody: readFile,
      answer: configurationOutcomeSchema,
      versioned: 'needs',
      perform: ({ reader, query, body, ifMatch, language }) => {
        if (!reader.isAdministrator()) return Promise.resolve(administratorsOnly);
        return query.preview === 'true'
          ? tried(parts, reader, body, language)
          : imported(parts, reader, body, ifMatch, language);
      },
    }),
  ];
}

const CONFIGURATION = { en: 'The configuration', de: 'Die Konfiguration' };

const administratorsOnly = forbidden(
  {
    en: 'The configuration is seen and changed by administrators.',
    de: 'Die Konfiguration sehen und ändern Administratoren.',
  },
  ASK_AN_ADMINISTRATOR,
);

const readFile: BodyReader = (body, language) => {
  const form = body.contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (form === 'application/json') return readJson(body, language);
  if (!YAML_FORMS.includes(form)) return unreadableForm(['application/json', ...YAML_FORMS]);
  const file = readFileText(body.bytes.toString('utf8'), language);
  if (file.ok) return { kind: 'read', value: file.document };
  return notAcceptable(UNREADABLE, [file.problem]);
};

function versionTag(version: number): string {
  return `"${version}"`;
}

async function exported(parts: ApiParts, accept: string): Promise<Outcome> {
  const { version, configuration } = parts.configuration.current();
  const file = await exportFile(
    configuration ?? emptyConfiguration(),
    parts.people,
    parts.directory,
  );
  const headers = { etag: versionTag(version), vary: 'accept' };
  if (!/yaml/i.test(accept)) return answered(file, headers);
  return answered(writeFileText(file), {
    ...headers,
    'content-type': 'application/yaml; charset=utf-8',
  });
}

/** Before the first import there is nothing but defaults. */
function emptyConfiguration() {
  const empty = validateConfiguration({});
  if (!empty.ok) throw new Error('The defaults of the configuration contradict each other.');
  return empty.configuration;
}

type Checked = Awaited<ReturnType<typeof checkFile>>;

const UNREADABLE = {
  en: 'The configuration cannot be read',
  de: 'Die Konfiguration lässt sich nicht lesen',
};

const NOT_IN_FORCE = {
  en: 'The configuration cannot be put in force',
  de: 'Die Konfiguration kann nicht in Kraft treten',
};

const NO_DIRECTORY = {
  en: 'The directory cannot be asked',
  de: 'Das Verzeichnis kann nicht gefragt werden',
};

function refusedFile(checked: Exclude<Checked, { kind: 'good' }>): Outcome {
  return checked.kind === 'wrong'
    ? notAcceptable(NOT_IN_FORCE, checked.problems)
    : notNow(NO_DIRECTORY, checked.cause);
}

async function tried(
  parts: ApiParts,
  reader: Reader,
  document: unknown,
  language: Language,
): Promise<Outcome> {
  const checked = await checkFile(document, parts.directory, language);
  if (checked.kind !== 'good') return refusedFile(checked);
  const { version } = parts.configuration.current();
  return answered({
    version,
    applied: false,
    warnings: await warningsAbout(parts, reader, checked, language),
    ...sizeOf(checked.file),
  });
}

async function imported(
  parts: ApiParts,
  reader: Reader,
  document: unknown,
  ifMatch: string | null,
  language: Language,
): Promise<Outcome> {
  const { runtime, people, directory, inTurn } = parts;
  if (ifMatch === null) return versionNeeded;
  const checked = await checkFile(document, directory, language);
  if (checked.kind !== 'good') return refusedFile(checked);
  return inTurn(async () => {
    const before = await runtime.read((state) => state.configurationVersion);
    const refusal = refuseOldVersion(ifMatch, versionTag(before), CONFIGURATION);
    if (refusal !== null) return refusal;
    const warnings = await warningsAbout(parts, reader, checked, language);
    const configuration = await adopt(checked, people);
    await runtime.submit({ type: 'ConfigurationSubmitted', configuration, by: reader.personId });
    const version = await runtime.read((state) => state.configurationVersion);
    const outcome = {
      version,
      applied: true,
      warnings,
      ...sizeOf(checked.file),
    };
    return answered(outcome, { etag: versionTag(version) });
  });
}

/** What works, but is hardly meant. */
async function warningsAbout(
  { announcements, runtime, people, directory, log }: ApiParts,
  reader: Reader,
  { warnings, file, users }: Extract<Checked, { kind: 'good' }>,
  language: Language,
): Promise<ConfigurationProblem[]> {
  const kept = (file.services ?? []).map(({ id }) => id);
  const personOf = (name: string) => {
    const user = users.get(name);
    return user === undefined ? null : (people.findByEntraId(user.entraId)?.id ?? null);
  };
  const accountOf = (name: string) => users.get(name)?.entraId ?? null;
  const holders = { now: runtime.now(), nameOf: (id: PersonId) => personShown(people, id).name };
  const now = await runtime.read((state) => [
    ...removedServices(state, kept, language),
    ...profilesTakenAway(state, file, personOf, language),
    ...heldNumbersTakenAway(state, holders, file, accountOf, language),
  ]);
  const read = await runtime.read(
    ({ groups }) =>
      new Set<string>([...groups].filter(([, who]) => who.length > 0).map(([id]) => id)),
  );
  return [
    ...warnings,
    ...lostAccess(reader, file, personOf, language),
    ...(await unknownGroups(file, directory, (group) => read.has(group), log, language)),
    ...pastHours(file, runtime.now(), language),
    ...now,
    ...missingAnnouncements(file, announcements, language),
  ];
}

function sizeOf(file: Parameters<typeof countPeople>[0]): { services: number; people: number } {
  return { services: file.services?.length ?? 0, people: countPeople(file) };
}
