/** Writes docs/environment.md from the schema of the environment; a test keeps it current. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { environmentPage } from '../src/server/environment/documentation.ts';

const page = path.join(import.meta.dirname, '../docs/environment.md');
await writeFile(page, environmentPage());
