import path from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const cwd = path.resolve(import.meta.dirname, '../..');
/** Reads the snippet in place of the file; alone on a CI machine it would read the file itself. */
const withTypes = new ESLint({
  cwd,
  overrideConfig: {
    languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } },
  },
});
/** The same rules without the types, which only files that exist can have. */
const withoutTypes = new ESLint({
  cwd,
  overrideConfig: { files: ['**/*.ts', '**/*.tsx'], ...tseslint.configs.disableTypeChecked },
});

/**
 * What the house's own lint rules say of this code, were it to stand in this file (from the root).
 * Only complaints of the rule asked for are told; code that cannot be read is a complaint too.
 */
export async function complaints(
  rule: string | RegExp,
  file: string,
  code: string,
  options = { withTypes: false },
): Promise<readonly string[]> {
  const eslint = options.withTypes ? withTypes : withoutTypes;
  const [result] = await eslint.lintText(code, { filePath: file });
  const asked = (id: string): boolean => (typeof rule === 'string' ? id === rule : rule.test(id));
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId === null || asked(ruleId))
    .map(({ message }) => message);
}
