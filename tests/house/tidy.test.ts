import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';

interface SourceFile {
  /** From the repository's root, with forward slashes. */
  readonly path: string;
  readonly lines: readonly string[];
}

interface BannedWords {
  readonly words: RegExp;
  readonly mend: string;
  /** Files that may say it: the rule's own, and where the word is at home. */
  readonly except?: RegExp;
}

const root = path.resolve(import.meta.dirname, '../..');
const lineLengthMax = 100;
const fileLengthMax = 300;

/** Written by people, line by line. */
const code = /\.(ts|tsx|mts|mjs|js|css|html|bicep|sh|ya?ml)$|^\.ci\/run$/;
const data =
  /\.(json|md|svg|env[\w.]*)$|^env\/\.env\.|(^|\/)\.\w+$|(^|\/)(LICENSE|\.prettierrc.*)$/;
const binary = /\.(png|wav|woff2|ico)$/;
/** Made by tools, or words of tables and worlds: only their blanks are looked at. */
const unlimited = /^src\/simulator\/worlds\/|^tests\/golden\/|^package-lock\.json$/;

/** A test's name, or a sentence in one string: Prettier keeps them, and so do searches. */
const unbreakable = /^\s*(test|describe)[\w.]*\(|^\s*([\w']+: |return )?(['"`]).*\3[,;)]*$/;

/** In pieces, so that this file does not say what it bans. */
const banned: readonly BannedWords[] = [
  {
    words: new RegExp(`\\b(TO${''}DO|FIX${''}ME|X${''}XX|HA${''}CK)\\b`),
    mend: 'do it, or write an issue',
  },
  { words: /\bnot\s(yet\s)?implemented\b/i, mend: 'build it, or leave it away' },
  { words: /^(<{7}|={7}|>{7})( |$)/, mend: 'finish the merge' },
  { words: /\.only\(|\bf(it|describe)\(/, mend: 'let the other tests run too' },
  {
    words: /\.(skip|todo|failing)\((?!.*(reason|absent|because))|\bx(it|test|describe)\(/,
    mend: 'say why: testWithContract, or a skip of its own in skipping.ts',
    except: /^tests\/house\/skipping\.ts$/,
  },
  { words: /\bdebugger;/, mend: 'remove it' },
  { words: /@ts-(ignore|nocheck)\b/, mend: 'mend the type' },
  { words: /eslint-disable(?!.* -- \S)/, mend: 'say why after two dashes, or mend the code' },
  {
    words: /(^|[\s'"`(=])\/(home|root|Users|work|tmp|mnt)\//,
    mend: 'no path of one machine',
    except: /^infra\//,
  },
  { words: /registry\.(npm|yarn)|deb\.debian/, mend: 'no host of a package registry' },
];

const bannedFolder = /^(utils?|helpers?|common|misc|stuff|tmp|old|backup)$/i;

const files = trackedFiles();

describe('every file of the repository', () => {
  test('is of a kind that the house knows: no backup, log or download is left behind', () => {
    const known = (file: string): boolean => code.test(file) || data.test(file) || isBinary(file);
    expect(files.map(({ path: file }) => file).filter((file) => !known(file))).toEqual([]);
  });

  test('says something', () => {
    const isEmpty = ({ lines }: SourceFile): boolean => lines.every((line) => line.trim() === '');
    expect(texts(() => true).filter(isEmpty)).toEqual([]);
  });

  test('stands in a folder named after a capability or an outside thing', () => {
    const isVague = (file: string): boolean =>
      file.split('/').some((folder) => bannedFolder.test(folder));
    expect(files.map(({ path: file }) => file).filter(isVague)).toEqual([]);
  });

  test('ends its lines without blanks and its last line with a newline', () => {
    const blank = /[ \t\r]$/;
    expect(
      findLines(
        texts(() => true),
        (line) => blank.test(line),
      ),
    ).toEqual([]);
    const endless = texts(() => true).filter(({ lines }) => lines.at(-1) !== '');
    expect(endless.map(({ path: file }) => file)).toEqual([]);
  });

  test.each(banned)('does not say $words: $mend', ({ words, except }) => {
    const judged = texts((file) => !except?.test(file) && !unlimited.test(file));
    expect(findLines(judged, (line) => words.test(line))).toEqual([]);
  });
});

describe('every source file', () => {
  const sources = texts((file) => code.test(file) && !unlimited.test(file));

  test(`keeps its lines within ${lineLengthMax} columns`, () => {
    expect(
      findLines(sources, (line) => line.length > lineLengthMax && !unbreakable.test(line)),
    ).toEqual([]);
  });

  test(`is one idea of at most ${fileLengthMax} lines`, () => {
    const long = sources.filter(({ lines }) => lines.length - 1 > fileLengthMax);
    expect(long.map((file) => `${file.path} has ${file.lines.length - 1} lines`)).toEqual([]);
  });

  test('is looked at: there are sources to judge', () => {
    expect(sources.length).toBeGreaterThan(10);
  });
});

/** What git tracks and the working tree still has. */
function trackedFiles(): readonly SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  return listed
    .split('\0')
    .filter((file) => file !== '' && existsSync(path.join(root, file)))
    .map((file) => ({ path: file, lines: isBinary(file) ? [] : readLines(file) }));
}

function readLines(file: string): readonly string[] {
  return readFileSync(path.join(root, file), 'utf8').split('\n');
}

function isBinary(file: string): boolean {
  return binary.test(file);
}

function texts(isJudged: (file: string) => boolean): readonly SourceFile[] {
  return files.filter(({ path: file }) => !isBinary(file) && isJudged(file));
}

/** The places (`file:line`) whose line is as described. */
function findLines(judged: readonly SourceFile[], is: (line: string) => boolean): string[] {
  return judged.flatMap(({ path: file, lines }) =>
    lines.flatMap((line, index) => (is(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
  );
}
