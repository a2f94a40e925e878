import { z } from 'zod';
import { wrongBody } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';

/** Reads a body by its schema and goes on with it, or says in words which field is wrong. */
export function withBody<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
  handle: (body: z.infer<Schema>) => Answer | Promise<Answer>,
): Answer | Promise<Answer> {
  const parsed = schema.safeParse(body);
  return parsed.success ? handle(parsed.data) : wrongBody(z.prettifyError(parsed.error));
}
