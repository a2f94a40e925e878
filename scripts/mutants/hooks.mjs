import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'amaro';

let mutation = { url: '', find: '', replace: '' };

export function initialize(data) {
  mutation = data;
}

export function resolve(specifier, context, nextResolve) {
  if (specifier !== '@jest/globals') return nextResolve(specifier, context);
  return { url: new URL('./globals.ts', import.meta.url).href, shortCircuit: true };
}

/** The mutated file is changed on its way into the process; the tree is not touched. */
export async function load(url, context, nextLoad) {
  if (url !== mutation.url) return nextLoad(url, context);
  const source = await readFile(fileURLToPath(url), 'utf8');
  const { code } = transformSync(
    source.replace(mutation.find, () => mutation.replace),
    {
      mode: 'strip-only',
    },
  );
  return { format: 'module', shortCircuit: true, source: code };
}
