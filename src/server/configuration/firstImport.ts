/**
 * The first start: while the store holds no configuration, the administrator's file that the environment
 * names comes into force, by the same way as any import. Microsoft may not be reachable yet, so it is
 * tried again; a file that is wrong is told and left alone, because only a person can mend it.
 */
import { readFile } from 'node:fs/promises';
import type { ConfigurationProblem } from '@rufwerk/engine/core';
import type { Directory, InputSink, Log, People } from '@rufwerk/engine/ports';
import { readFileText } from './file.ts';
import { adopt, checkFile } from './import.ts';
import type { ConfigurationInForce } from './inForce.ts';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

export interface FirstImportParts {
  readonly configuration: ConfigurationInForce;
  readonly directory: Pick<Directory, 'findUser'>;
  readonly people: Pick<People, 'ensureEntraPerson'>;
  readonly sink: InputSink;
  readonly log: Log;
}

/** Resolves when a configuration is in force, the file is wrong, or `signal` ends the waiting. */
export async function importFirstConfiguration(
  path: string | undefined,
  parts: FirstImportParts,
  signal: AbortSignal,
): Promise<void> {
  if (path === undefined || parts.configuration.current().configuration !== null) return;
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Error(`CONFIGURATION names ${path}, which cannot be read.`, { cause });
  });
  let pauseMs = FIRST_PAUSE_MS;
  while (!signal.aborted) {
    const result = await tryImport(text, parts);
    if (result === 'done') return;
    if (result !== 'again') return tellProblems(path, result, parts.log);
    await pause(pauseMs, signal);
    pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
  }
}

async function tryImport(
  text: string,
  { directory, people, sink, log }: FirstImportParts,
): Promise<'done' | 'again' | readonly ConfigurationProblem[]> {
  const read = readFileText(text);
  if (!read.ok) return [read.problem];
  const checked = await checkFile(read.document, directory);
  if (checked.kind === 'wrong') return checked.problems;
  if (checked.kind === 'unreachable') {
    log.warn({ cause: checked.cause }, 'The first configuration waits for the directory');
    return 'again';
  }
  const configuration = await adopt(checked, people);
  await sink.submit({ type: 'ConfigurationSubmitted', configuration, by: null });
  return 'done';
}

function tellProblems(path: string, problems: readonly ConfigurationProblem[], log: Log): void {
  for (const problem of problems) {
    log.error({ file: path, ...problem }, 'The first configuration is wrong; nothing is in force');
  }
}

/** Real time: this waits for a network, whatever time is played. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
