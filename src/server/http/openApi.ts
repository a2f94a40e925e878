/** The OpenAPI document of the HTTP API, made from the operations themselves. */
import { z } from 'zod';
import { problemSchema } from '@rufwerk/engine/api';
import { type Described, SECURITY_SCHEMES } from './operation.ts';

type Json = Readonly<Record<string, unknown>>;

/** OpenAPI 3.1, whose schemas are JSON Schema as zod writes it. */
export function openApiDocument(operations: readonly Described[]): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of operations) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[operation.method] = describe(operation);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Rufwerk', version: '1' },
    security: [{ teams: [] }],
    paths,
    components: {
      securitySchemes: SECURITY_SCHEMES,
      schemas: { Problem: schemaOf(problemSchema, 'output') },
    },
  };
}

function describe(operation: Described): Json {
  const body = operation.body === null ? null : schemaOf(operation.body, 'input');
  return {
    summary: operation.summary,
    ...(operation.security === undefined ? {} : { security: [{ [operation.security]: [] }] }),
    parameters: [
      ...pathParameters(operation),
      ...queryParameters(operation),
      ...ifMatch(operation),
    ],
    ...(body === null ? {} : { requestBody: requestBody(operation, body) }),
    responses: { ...goodAnswer(operation), default: problemAnswer },
  };
}

function requestBody({ bodyForm = 'application/json' }: Described, schema: Json): Json {
  return { content: { [bodyForm]: { schema } } };
}

const problemAnswer: Json = {
  description: 'Refused: what is wrong and how to mend it',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

function goodAnswer({ answer, answerForm = 'application/json', versioned }: Described): Json {
  if (answer === undefined) return { 204: { description: 'Done' } };
  return {
    200: {
      description: 'Answered',
      ...(versioned === undefined ? {} : { headers: { ETag: { schema: { type: 'string' } } } }),
      content: { [answerForm]: { schema: schemaOf(answer, 'output') } },
    },
  };
}

function pathParameters({ path }: Described): Json[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters({ query }: Described): Json[] {
  if (query === null) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input' });
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function ifMatch({ versioned }: Described): Json[] {
  if (versioned !== 'needs') return [];
  return [{ name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } }];
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  // A reason is a union of the core's own, which only TypeScript describes.
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
