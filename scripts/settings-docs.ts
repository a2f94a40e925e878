/** Writes docs/settings.md from the schema of the configuration; a test keeps it current. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { settingsPage } from '../src/server/configuration/settingsPage.ts';

const page = path.join(import.meta.dirname, '../docs/settings.md');
await writeFile(page, settingsPage());
