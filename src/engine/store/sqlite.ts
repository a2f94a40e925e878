/**
 * What only SQLite speaks: how its file is opened, kept by one process, and how it says "taken".
 */
import Database from 'libsql';
import { sql, SqliteDialect, type Kysely, type SqliteDatabase, type SqliteStatement } from 'kysely';

/** The house asks in about fifty ways; a list of any length must not keep a statement for each. */
const PREPARED_MAX = 500;
/** What was overwritten in the pages still stands in the log of changes, until that is emptied. */
const EMPTY_LOG = 'wal_checkpoint(TRUNCATE)';

export interface OpenedFile {
  readonly dialect: SqliteDialect;
  /** Rows at once, for the few readings that cannot wait. Sees what is being written, too. */
  readonly readNow: (sql: string, parameters: readonly string[]) => readonly unknown[];
}

/**
 * Opens the database file, made when it is not there. Every commit is on the disk when it returns
 * (`synchronous=FULL`), and erased data is overwritten (`secure_delete`).
 */
export function openFile(file: string): OpenedFile {
  const database = new PreparedOnce(new Database(file));
  const pragmas = ['journal_mode=WAL', 'synchronous=FULL', 'secure_delete=ON', EMPTY_LOG];
  for (const pragma of pragmas) database.prepare(`PRAGMA ${pragma}`).all([]);
  return {
    dialect: new SqliteDialect({ database }),
    readNow: (sql, parameters) => database.prepare(sql).all(parameters),
  };
}

/** What was deleted is in no file when it resolves. Rejects while another process reads along. */
export async function leaveNoTrace<T>(db: Kysely<T>): Promise<void> {
  const { rows } = await sql<{ readonly busy: number }>`pragma ${sql.raw(EMPTY_LOG)}`.execute(db);
  if (rows[0]?.busy !== 0) throw new Error('The log of changes is in use and cannot be emptied.');
}

/** Preparing a statement costs as much as running it: each is prepared once. */
class PreparedOnce implements SqliteDatabase {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, SqliteStatement>();

  constructor(database: Database.Database) {
    this.#database = database;
  }

  prepare(sql: string): SqliteStatement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    const prepared: SqliteStatement = {
      reader: statement.reader,
      all: (parameters) => statement.all(parameters),
      run: (parameters) => statement.run(parameters),
      iterate: (parameters) => statement.iterate(parameters),
    };
    if (this.#statements.size < PREPARED_MAX) this.#statements.set(sql, prepared);
    return prepared;
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }
}

/** Whether an error says that the row's key is there already. */
export function isKeyTaken(error: unknown): boolean {
  return hasCode(error) && /^SQLITE_CONSTRAINT_(PRIMARYKEY|UNIQUE)$/.test(error.code);
}

/**
 * Holds a file for this process alone; null when another one holds it. The operating system frees
 * it with the process, however that ends, so that no stale lock is ever left behind.
 */
export function holdAlone(file: string): { release(): void } | null {
  const database = new Database(file);
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (hasCode(error) && error.code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
  return { release: () => database.close() };
}

function hasCode(error: unknown): error is { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
