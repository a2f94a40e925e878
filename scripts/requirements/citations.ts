import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';
import { idsIn } from './ids.ts';

/** A test whose full name (with the `describe`s around it) cites requirements. */
export interface CitingTest {
  readonly file: string;
  readonly name: string;
  readonly ids: readonly string[];
}

const root = path.resolve(import.meta.dirname, '../..');

/**
 * All tests of the product that cite a requirement, in the order of their files. The tests of the
 * house itself prove no requirement: their ids are examples.
 */
export async function readCitingTests(): Promise<readonly CitingTest[]> {
  const names = await readdir(path.join(root, 'tests'), { recursive: true });
  const files = names
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => `tests/${name.split(path.sep).join('/')}`)
    .filter((file) => !file.startsWith('tests/house/'))
    .sort();
  const tests = files.map(async (file) =>
    citingTestsIn(file, await readFile(path.join(root, file), 'utf8')),
  );
  return (await Promise.all(tests)).flat();
}

/** The citing tests of one test file, found in its syntax: nothing is run. */
export function citingTestsIn(file: string, text: string): readonly CitingTest[] {
  const found: CitingTest[] = [];
  const visit = (node: ts.Node, around: string): void => {
    const block = ts.isCallExpression(node) ? namedBlock(node) : undefined;
    const name = block ? `${around} ${block.name}`.trim() : around;
    if (block?.kind === 'test') {
      const ids = idsIn(`${name} ${block.rows}`);
      if (ids.length > 0) found.push({ file, name, ids });
    }
    ts.forEachChild(node, (child) => visit(child, name));
  };
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind), '');
  return found;
}

interface NamedBlock {
  readonly kind: 'test' | 'describe';
  readonly name: string;
  /** The words of an `each` table whose rows become part of the name. */
  readonly rows: string;
}

/** `test('name', ...)`, `describe('name', ...)`, `test.each(rows)('name %s', ...)` and the like. */
function namedBlock(call: ts.CallExpression): NamedBlock | undefined {
  const table = ts.isCallExpression(call.expression) ? call.expression : undefined;
  const [root = ''] = (table ?? call).expression.getText().split('.');
  const kind =
    root === 'describe' ? 'describe' : /^(test|it)([A-Z]\w*)?$/.test(root) ? 'test' : undefined;
  // A function of our own, such as testWithContract, takes what it needs before the name.
  const title = call.arguments.filter(isWords).at(/^(test|it|describe)$/.test(root) ? 0 : -1);
  if (!kind || !title) return undefined;
  const name = wordsOf(title);
  const takesRows = table !== undefined && /[%$]/.test(name);
  return {
    kind,
    name,
    rows: takesRows ? table.arguments.map(rowsOf).join(' ') : '',
  };
}

/** The table as it is written, here or in a constant of the same file. */
function rowsOf(table: ts.Expression): string {
  if (!ts.isIdentifier(table)) return table.getText();
  const constants = table
    .getSourceFile()
    .statements.filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations);
  const declared = constants.find(({ name }) => name.getText() === table.text);
  return declared?.initializer?.getText() ?? '';
}

function isWords(node: ts.Node): node is ts.StringLiteralLike | ts.TemplateExpression {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

function wordsOf(node: ts.StringLiteralLike | ts.TemplateExpression): string {
  return ts.isStringLiteralLike(node) ? node.text : node.getText().slice(1, -1);
}
