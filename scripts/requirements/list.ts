import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A statement of requirements.md: its id and the beginning of its first sentence. */
export interface Requirement {
  readonly id: string;
  readonly title: string;
}

const root = path.resolve(import.meta.dirname, '../..');
const document = path.join(root, '../shared/requirements.md');
const idList = path.join(root, 'docs/requirements-ids.json');
const titleLengthMax = 90;

/** All requirements: from requirements.md where it is beside the repository, else as listed. */
export async function readRequirements(): Promise<readonly Requirement[]> {
  const text = await readIfPresent(document);
  return text === undefined ? readIdList() : requirementsIn(text);
}

/** The committed list: what is known of the requirements without requirements.md. */
export async function readIdList(): Promise<readonly Requirement[]> {
  const ids = JSON.parse(await readFile(idList, 'utf8')) as Readonly<Record<string, string>>;
  return Object.entries(ids).map(([id, title]) => ({ id, title }));
}

/**
 * Writes the committed list anew and says how many requirements it holds.
 * @throws Error when requirements.md is not beside the repository.
 */
export async function updateIdList(): Promise<number> {
  const requirements = requirementsIn(await readFile(document, 'utf8'));
  const ids = Object.fromEntries(requirements.map(({ id, title }) => [id, title]));
  await writeFile(idList, `${JSON.stringify(ids, null, 2)}\n`);
  return requirements.length;
}

/**
 * A statement is a list item that begins with its id: `- NIM-01 [S] text` or
 * `- **DEC-1** (NIM-19) text`. It goes on until the next item or blank line.
 */
export function requirementsIn(text: string): readonly Requirement[] {
  const item = /^- \*{0,2}([A-Z]+x?-X?\d+[a-z]?)\*{0,2}((?: .*)?(?:\n {2,}\S.*)*)/gm;
  const statements = [...text.matchAll(item)].map(([, id = '', statement = '']) => ({
    id,
    title: titleOf(statement),
  }));
  // A statement that is taken up again keeps its first words.
  return statements.filter(
    ({ id }, index) => statements.findIndex((each) => each.id === id) === index,
  );
}

function titleOf(statement: string): string {
  const plain = statement
    .replace(/\s+/g, ' ')
    .replace(/[*`]/g, '')
    .replace(/^ (\[[SDX]\] |\([^)]*\) )?/, '');
  const sentence = /^.*?(?<!e\.g|i\.e)[.;](?= [A-Z"]|$)/.exec(plain)?.[0].slice(0, -1) ?? plain;
  if (sentence.length <= titleLengthMax) return sentence.trim();
  return `${sentence.slice(0, sentence.lastIndexOf(' ', titleLengthMax))} ...`;
}

async function readIfPresent(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
