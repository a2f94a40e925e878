/**
 * Lets Node run this repository's TypeScript as it is:
 * `node --import ./scripts/typescript/register.mjs file.ts`.
 * Node 22.18 and newer strip types by themselves; for Node 20 a load hook does the same with
 * Node's own stripper (amaro), which keeps every line and column, so that no source map is needed.
 */
import { register } from 'node:module';
import process from 'node:process';

if (!process.features.typescript) register('./hooks.mjs', import.meta.url);
