/** docs/environment.md, written from the schema so that it cannot say anything else. */
import { z } from 'zod';
import { environmentSchema } from './schema.ts';

interface Described {
  readonly description?: string;
  readonly default?: string | number;
  readonly enum?: readonly string[];
}

const introduction = `# Environment

What Rufwerk reads from its environment. It is checked at the start: a missing or wrong variable
stops the start with its name and what is wrong. Addresses are https; http is accepted only on this
machine. \`env/.env.local\` holds the values for the simulated tenant; secrets of a real tenant stay
out of git.

This page is generated:
\`node --import ./scripts/typescript/register.mjs scripts/environment-docs.ts\`.
`;

/** The whole page as Markdown. */
export function environmentPage(): string {
  const { properties = {}, required = [] } = z.toJSONSchema(environmentSchema, { io: 'input' });
  const rows = Object.entries(properties as Readonly<Record<string, Described>>).map(
    ([name, described]) => row(name, described, required.includes(name)),
  );
  return [introduction, ...rows].join('\n');
}

function row(name: string, described: Described, isRequired: boolean): string {
  const values = described.enum?.map((value) => `\`${value}\``).join(', ');
  return [
    `## ${name}`,
    '',
    `${described.description ?? ''}.`,
    '',
    described.default === undefined
      ? isRequired
        ? '- Required'
        : '- Optional'
      : `- Default: \`${described.default}\``,
    ...(values === undefined ? [] : [`- One of ${values}`]),
    '',
  ].join('\n');
}
