/**
 * The plan of the house: which part may use which. Arrows only go down; who needs an arrow that is
 * not here proposes it as a change of the design, not as an exception in a file.
 *
 *            tab         simulator            server
 *             |        (knows nobody)            |
 *             |                     +--------+---+----+----------+
 *             |                     |        |        |          |
 *             |                  runtime   graph    store   connectors, bot
 *             |                     |        |        |          |
 *             |                     +--------+--ports-+----------+
 *             +---------------+                  |
 *                            api --------------- core
 *
 * - `uses`: other parts it may import.
 * - `packages`: the only npm packages it may import; absent means any that its package.json names.
 * - `node`: whether Node's own modules may be imported.
 * - `typesOnly`: imports must be `import type`.
 */
export const parts = {
  core: { folder: 'src/engine/core', uses: [], packages: ['zod'], node: false },
  ports: { folder: 'src/engine/ports', uses: ['core'], packages: [], node: false, typesOnly: true },
  api: { folder: 'src/engine/api', uses: ['core'], packages: ['zod'], node: false },
  graph: { folder: 'src/engine/graph', uses: ['core', 'ports'], node: true },
  connectors: { folder: 'src/engine/connectors', uses: ['core', 'ports'], node: true },
  store: { folder: 'src/engine/store', uses: ['core', 'ports'], node: true },
  runtime: { folder: 'src/engine/runtime', uses: ['core', 'ports'], node: true },
  bot: { folder: 'src/bot', uses: ['core', 'ports', 'api'], node: true },
  tab: { folder: 'src/tab', uses: ['core', 'api'], node: false },
  server: {
    folder: 'src/server',
    uses: ['core', 'ports', 'api', 'graph', 'connectors', 'store', 'runtime', 'bot'],
    node: true,
  },
  simulator: { folder: 'src/simulator', uses: [], node: true },
};

/**
 * The floors of the core, the lowest first: a folder uses its own floor and those below
 * (docs/decisions/0011-the-floors-of-the-core.md). Files beside the folders are the ground, and
 * `index.ts`, the door, is above all.
 */
const coreFloors = [
  ['config', 'explain', 'presence'],
  ['tenant'],
  ['distribution', 'leases', 'words'],
  ['emergency', 'observing'],
  ['invariants', 'views'],
  ['step'],
];

/** What `file` names above its own floor of the core when it imports `target`, if anything. */
export function aboveInCore(file, target) {
  const [from, to] = [floorOf(file), floorOf(target)];
  return from !== undefined && to !== undefined && to.floor > from.floor
    ? { from: from.folder, to: to.folder }
    : undefined;
}

function floorOf(file) {
  const core = `${parts.core.folder}/`;
  if (!file.startsWith(core) || file === `${core}index.ts`) return undefined;
  const within = file.slice(core.length).split('/');
  const folder = within.length === 1 ? 'the ground' : within[0];
  return { folder, floor: coreFloors.findIndex((folders) => folders.includes(folder)) };
}

/** The import paths under which the parts are known to each other. */
const names = new Map([
  ...['core', 'ports', 'api', 'graph', 'connectors', 'store', 'runtime'].map((part) => [
    `@rufwerk/engine/${part}`,
    part,
  ]),
  ['@rufwerk/bot', 'bot'],
  ['@rufwerk/tab', 'tab'],
  ['@rufwerk/server', 'server'],
  ['@rufwerk/simulator', 'simulator'],
]);

/** The part that a file (path from the root, with forward slashes) belongs to, if any. */
export function partOfFile(path) {
  return Object.keys(parts).find((part) => path.startsWith(`${parts[part].folder}/`));
}

/** The part that a workspace import such as `@rufwerk/engine/core` names, if any. */
export function partOfName(specifier) {
  return names.get(specifier);
}

/** The name under which other parts import this one. */
export function nameOfPart(part) {
  return [...names].find(([, known]) => known === part)?.[0] ?? part;
}
