/**
 * The first start: while the store holds no configuration, the administrator's file that the
 * environment names comes into force, by the same way as any import. Microsoft may not be reachable
 * yet, so it is tried again; a file that is wrong is told and left alone, because only a person can
 * mend it.
 */
import { readFile } from 'node:fs/promises';
import type { ConfigurationProblem } from '@rufwerk/engine/core';
import type { Directory, InputSink, Log } from '@rufwerk/engine/ports';
import { NotAccepted } from '@rufwerk/engine/ports';
import { type FileResult, readFileText } from './file.ts';
import { adopt, type AdoptingPeople, checkFile } from './import.ts';
import type { ConfigurationInForce } from './inForce.ts';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

export interface FirstImportParts {
  readonly configuration: ConfigurationInForce;
  readonly directory: Pick<Directory, 'findUser'>;
  readonly people: AdoptingPeople;
  readonly sink: InputSink;
  readonly log: Log;
}

export class FirstImport {
  readonly #parts: FirstImportParts;
  #trouble: string | null = null;

  constructor(parts: FirstImportParts) {
    this.#parts = parts;
  }

  /** Why no configuration came into force, in words for whoever operates Rufwerk. */
  get trouble(): string | null {
    return this.#trouble;
  }

  /** Resolves when a configuration is in force, the file is wrong, or `signal` ends the waiting. */
  async run(path: string | undefined, signal: AbortSignal): Promise<void> {
    if (path === undefined || this.#parts.configuration.current().configuration !== null) return;
    const file = await readDocument(path);
    if (!file.ok) return this.#tell(path, [file.problem]);
    let pauseMs = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      const result = await this.#attempt(file.document);
      if (result === 'done') return;
      if (result !== 'again') return this.#tell(path, result);
      await pause(pauseMs, signal);
      pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
    }
  }

  async #attempt(document: unknown): Promise<'done' | 'again' | readonly ConfigurationProblem[]> {
    const { directory, people, sink } = this.#parts;
    const checked = await checkFile(document, directory);
    if (checked.kind === 'wrong') return checked.problems;
    if (checked.kind === 'unreachable') return this.#later(checked.cause);
    const configuration = await adopt(checked, people);
    try {
      await sink.submit({ type: 'ConfigurationSubmitted', configuration, by: null });
    } catch (error) {
      if (error instanceof NotAccepted) return this.#later(error.message);
      throw error;
    }
    this.#trouble = null;
    return 'done';
  }

  #later(cause: string): 'again' {
    this.#trouble = `the first configuration waits: ${cause}`;
    this.#parts.log.warn({ cause }, 'The first configuration waits');
    return 'again';
  }

  #tell(path: string, problems: readonly ConfigurationProblem[]): void {
    for (const problem of problems) {
      const details = { file: path, ...problem };
      this.#parts.log.error(details, 'The first configuration is wrong; nothing is in force');
    }
    const words = problems.map(({ field, rule, mend }) => `${field}: ${rule} ${mend}`);
    this.#trouble = `${path} is wrong: ${words.join(' ')}`;
  }
}

async function readDocument(path: string): Promise<FileResult> {
  try {
    return readFileText(await readFile(path, 'utf8'));
  } catch (error) {
    const problem = {
      field: 'CONFIGURATION',
      rule: `The file cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
      mend: 'Set CONFIGURATION to an administrator’s file, or leave it out.',
    };
    return { ok: false, problem };
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
