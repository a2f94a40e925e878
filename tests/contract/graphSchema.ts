/**
 * Judges requests to Microsoft Graph, and its answers, by the contract beside the repository.
 * JSON Schema says what kind each value has; what it cannot say of OData is checked besides: the
 * type that an object claims, properties that no type has, and what must not be left out.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { ODataRules } from './odataRules.ts';
import type { Schema } from './odataRules.ts';

const FILE = path.resolve(import.meta.dirname, '../../../shared/contracts/graph-openapi-v1.json');

export interface GraphExchange {
  readonly method: string;
  /** After the version, with its query: `/communications/calls/1/answer`. */
  readonly path: string;
  /** Parsed JSON; undefined or null where there is none. */
  readonly body?: unknown;
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content; $ref?: string }>>;
}
type Content = Readonly<Record<string, { readonly schema: Schema }>>;
type PathItem = Readonly<Record<string, Operation | undefined>>;

interface Description {
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface Found {
  readonly template: string;
  readonly method: string;
  readonly operation: Operation;
}

export type GraphContract =
  | { readonly kind: 'present'; readonly schema: GraphSchema }
  | { readonly kind: 'absent'; readonly reason: string };

/** The contract, or why there is none: it stands beside the repository, not in it. */
export function loadGraphContract(): GraphContract {
  if (!existsSync(FILE)) {
    return { kind: 'absent', reason: '../shared/contracts/graph-openapi-v1.json is not there' };
  }
  const description = JSON.parse(readFileSync(FILE, 'utf8')) as Description;
  return { kind: 'present', schema: new GraphSchema(description) };
}

export class GraphSchema {
  readonly #description: Description;
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
  readonly #odata: ODataRules;

  constructor(description: Description) {
    this.#description = description;
    this.#odata = new ODataRules(description.components.schemas);
    addFormats(this.#ajv);
    this.#ajv.addSchema({ $id: 'graph', ...description });
  }

  /** What is wrong with a request, in words; empty when it is valid. */
  requestProblems({ method, path: pathAndQuery, body }: GraphExchange): string[] {
    const found = this.#find(method, pathAndQuery);
    if (found === undefined) return [`${method} ${pathAndQuery}: the contract has no such request`];
    const { requestBody, parameters = [] } = found.operation;
    const known = parameters.filter((each) => each.in === 'query').map(({ name }) => name);
    const problems = [...new URL(pathAndQuery, 'https://graph').searchParams.keys()]
      .filter((name) => !known.includes(name) && !name.toLowerCase().startsWith('$skiptoken'))
      .map((name) => `query ${name}: unknown`);
    if (requestBody === undefined) {
      return body == null ? problems : [...problems, 'a body where none belongs'];
    }
    if (body == null) return requestBody.required === true ? [...problems, 'no body'] : problems;
    const pointer = ['requestBody', 'content', 'application/json', 'schema'];
    const schema = requestBody.content['application/json']?.schema;
    return [...problems, ...this.#bodyProblems(found, pointer, schema, body)];
  }

  /** What is wrong with an answer of Graph, in words; empty when it is valid. */
  answerProblems(exchange: GraphExchange & { readonly status: number }): string[] {
    const { method, path: pathAndQuery, status, body } = exchange;
    const found = this.#find(method, pathAndQuery);
    if (found === undefined) return [`${method} ${pathAndQuery}: the contract has no such request`];
    const { responses } = found.operation;
    const key = [`${status}`, `${Math.floor(status / 100)}XX`].find((each) => each in responses);
    if (key === undefined) return [`status ${status}: not documented`];
    const isError = responses[key]?.$ref !== undefined;
    const content = isError ? errorContent : responses[key]?.content;
    const schema = content?.['application/json']?.schema;
    if (schema === undefined) return body == null ? [] : ['a body where none belongs'];
    if (body == null) return ['no body'];
    if (isError) return this.#validate(errorRef, body);
    const pointer = ['responses', key, 'content', 'application/json', 'schema'];
    return this.#bodyProblems(found, pointer, schema, body);
  }

  /** What is wrong with a value of a named type, such as a notification that Graph sends. */
  valueProblems(typeName: string, value: unknown): string[] {
    const name = `microsoft.graph.${typeName}`;
    return [
      ...this.#validate(`graph#/components/schemas/${name}`, value),
      ...this.#odata.problems({ $ref: `#/components/schemas/${name}` }, value),
    ];
  }

  #bodyProblems(
    { template, method }: Found,
    pointer: readonly string[],
    schema: Schema | undefined,
    body: unknown,
  ): string[] {
    if (schema === undefined) return ['the contract describes no JSON here'];
    const escaped = ['paths', template, method, ...pointer].map((part) =>
      encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')),
    );
    return [
      ...this.#validate(`graph#/${escaped.join('/')}`, body),
      ...this.#odata.problems(schema, body),
    ];
  }

  #validate(reference: string, body: unknown): string[] {
    const validate = this.#ajv.getSchema(reference);
    if (validate === undefined) throw new Error(`the contract has nothing at ${reference}`);
    if (validate(body) === true) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message }) => `${instancePath || '/'}: ${message ?? 'invalid'}`,
    );
  }

  /** The operation whose path fits with the fewest placeholders. */
  #find(method: string, pathAndQuery: string): Found | undefined {
    const segments = (pathAndQuery.split('?')[0] ?? '').split('/');
    const verb = method.toLowerCase();
    const fitting = Object.entries(this.#description.paths).filter(([template, item]) => {
      const parts = template.split('/');
      if (item[verb] === undefined || parts.length !== segments.length) return false;
      return parts.every((part, index) => part.startsWith('{') || part === segments[index]);
    });
    const placeholders = (template: string): number => template.split('{').length;
    const [best] = fitting.sort(([a], [b]) => placeholders(a) - placeholders(b));
    const operation = best?.[1][verb];
    if (best === undefined || operation === undefined) return undefined;
    return { template: best[0], method: verb, operation };
  }
}

const errorRef = 'graph#/components/schemas/microsoft.graph.ODataErrors.ODataError';
const errorContent: Content = { 'application/json': { schema: {} } };
