import { readFile } from 'node:fs/promises';
import dotenv from 'dotenv';
import { expand } from 'dotenv-expand';

/**
 * The environment for the programs: the file's lines, with `${NAME}` filled in, under the real
 * environment. So `PORT=4001 npm start` moves the port and every address made from it.
 */
export async function readEnvironment(file, realEnvironment) {
  const given = Object.fromEntries(Object.entries(realEnvironment).filter(([, value]) => value));
  const parsed = dotenv.parse(await readFile(file));
  expand({ parsed, processEnv: given });
  return { ...parsed, ...given };
}
