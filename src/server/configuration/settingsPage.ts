/** docs/settings.md, written from the schema so that it cannot say anything else. */
import { configurationSchema, orderName, orderSchema, orderSentence } from '@rufwerk/engine/core';
import { z } from 'zod';

/** What a JSON schema says of one setting, as far as the page tells it. */
export interface Described {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly items?: Described;
  readonly anyOf?: readonly Described[];
  readonly oneOf?: readonly Described[];
  readonly properties?: Readonly<Record<string, Described>>;
  readonly required?: readonly string[];
}

export interface Setting {
  /** Such as `services[].offers.ringTimeoutSeconds`. */
  readonly path: string;
  readonly described: Described;
  readonly isRequired: boolean;
}

const introduction = `# Settings

Everything that can be set, with its default and its bounds. An administrator sets it in the tab
under **Set-up**, where services are added and removed as well, or as one file over the API. No two
services have one id, name or resource account. People and resource accounts stand in the file by
user principal name, emergency contacts outside by mail address; several contacts may stand in one
text with semicolons between them.

This page is generated:
\`node --import ./scripts/typescript/register.mjs scripts/settings-docs.ts\`.

## As a file

The configuration is one document, in YAML or JSON. \`TOKEN\` is an administrator's access token for
Rufwerk's own application id URI.

\`\`\`sh
# Export; the answer's ETag is the version in force.
curl -i -H "Authorization: Bearer $TOKEN" -H 'Accept: application/yaml' \\
  "$PUBLIC_URL/api/v1/configuration"

# Try a file out: problems (422) or warnings, and nothing is changed.
curl -X PUT -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/yaml' \\
  --data-binary @configuration.yaml "$PUBLIC_URL/api/v1/configuration?preview=true"

# Put it in force; If-Match names the version it was made from.
curl -X PUT -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/yaml' \\
  -H 'If-Match: "7"' --data-binary @configuration.yaml "$PUBLIC_URL/api/v1/configuration"
\`\`\`

A wrong file changes nothing: every problem names the field, the rule and the mend, in German where
\`Accept-Language\` asks for it. Somebody else's change in between is answered by 412.
`;

/** The heading over the settings that stand in no part of the document. */
const WHOLE = 'The document';

/** The whole page as Markdown. */
export function settingsPage(): string {
  const settings = allSettings();
  const groups = [...new Set(settings.map(({ path }) => groupOf(path)))];
  const sections = groups.map((group) =>
    section(
      group,
      settings.filter(({ path }) => groupOf(path) === group),
    ),
  );
  return [introduction, ...sections, actions(), orders()].join('\n');
}

/** Every setting that holds a value, in the order of the document. */
export function allSettings(): Setting[] {
  return settingsIn(z.toJSONSchema(configurationSchema, { io: 'input' }) as Described, '');
}

function settingsIn({ properties = {}, required = [] }: Described, path: string): Setting[] {
  return Object.entries(properties).flatMap(([name, described]) => {
    const own = path === '' ? name : `${path}.${name}`;
    const inner = withoutNull(described);
    const row = { path: own, described, isRequired: required.includes(name) };
    if (isGroup(inner, name)) {
      return [...(inner === described ? [] : [row]), ...settingsIn(inner, own)];
    }
    return [row, ...settingsIn(withoutNull(inner.items ?? {}), `${own}[]`)];
  });
}

/** The days of a week are alike: one row says it for all. */
function isGroup({ properties }: Described, name: string): boolean {
  return properties !== undefined && name !== 'week';
}

function withoutNull(described: Described): Described {
  return described.anyOf?.find(({ type }) => type !== 'null') ?? described;
}

/** `services[].offers` for a setting of offers; the document itself has no name. */
function groupOf(path: string): string {
  const parts = path.split('.');
  if (parts.length === 1) return WHOLE;
  return parts.slice(0, parts[0] === 'services[]' && parts.length > 2 ? 2 : 1).join('.');
}

function section(group: string, settings: readonly Setting[]): string {
  const isNamed = group !== WHOLE;
  return [`## ${isNamed ? code(group) : group}`, '', ...settings.map(line), ''].join('\n');
}

function line({ path, described, isRequired }: Setting): string {
  const usual = isRequired ? 'Required' : usualOf(described);
  return `- ${code(path)}: ${described.description ?? ''}. ${usual}; ${valuesOf(described)}.`;
}

/** The schema cannot write down the default of what it turns into something else. */
function usualOf(described: Described): string {
  const { default: otherwise, type } = described;
  if (otherwise !== undefined) return `Default: ${code(JSON.stringify(otherwise))}`;
  if (type === 'array') return 'Default: `[]`';
  return withoutNull(described) === described ? 'Optional' : 'Default: `null`';
}

function valuesOf(described: Described): string {
  const inner = withoutNull(described);
  const orNull = inner === described ? '' : ' or `null`';
  return `${ownValues(inner)}${orNull}`;
}

function ownValues(described: Described): string {
  const { type, enum: values, minimum, maximum, maxLength, maxItems, format } = described;
  if (described.oneOf !== undefined) return 'an action, see below';
  if (described.const !== undefined) return code(JSON.stringify(described.const));
  if (values !== undefined) return values.map(code).join(', ');
  if (type === 'integer') return `${minimum} to ${maximum}`;
  if (type === 'boolean') return '`true`, `false`';
  if (type === 'array') return `at most ${maxItems}`;
  if (format === 'uuid') return 'a GUID';
  if (described.pattern !== undefined) return `matches ${code(described.pattern)}`;
  if (type === 'string') return `a text, at most ${maxLength} characters`;
  return described.properties?.['monday'] === undefined
    ? 'the settings below'
    : 'periods of each day, from `monday` to `sunday`';
}

/** What can happen to a call that leaves a queue. */
function actions(): string {
  const whenFull = allSettings().find(({ path }) => path.endsWith('queue.whenFull'));
  const rows = (whenFull?.described.oneOf ?? []).map(({ properties = {} }) => {
    const { do: name, ...rest } = properties;
    const fields = Object.entries(rest).map(([field, of]) => `${code(field)}: ${ownValues(of)}`);
    return `- ${code(`do: ${String(name?.const)}`)}, ${fields.join(', ')}`;
  });
  return [
    '## Actions',
    '',
    'What happens to a call that leaves a queue. A voicemail cannot be reached any more once anybody',
    'was rung under delivery by conference: Teams transfers no conference.',
    '',
    ...rows,
    '',
  ].join('\n');
}

/** Each order in the sentence that the screens and the explanations use as well. */
function orders(): string {
  const sentences = orderSchema.options.map(
    (order) => `- **${orderName(order, 'en')}** (${code(order)}): ${orderSentence(order, 'en')}`,
  );
  return ['## Orders', '', 'Who is rung first:', '', ...sentences, ''].join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}
