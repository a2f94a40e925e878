/**
 * The engine's core is a function of its inputs: what would make two runs of the same journal
 * differ (clock, randomness, the machine's language, the outside world) cannot be named there.
 */
const bannedGlobals = {
  'The core has no clock: an instant arrives with its input.': ['Date', 'performance', 'Temporal'],
  'Timers are data: keep a deadline in the state.': [
    'setTimeout',
    'setInterval',
    'setImmediate',
    'clearTimeout',
    'clearInterval',
    'queueMicrotask',
    'requestAnimationFrame',
  ],
  'The core knows no language or time zone: words and opening hours are made at the edge.': [
    'Intl',
  ],
  'The core does no input or output: ask for an effect.': [
    'process',
    'Buffer',
    'fetch',
    'console',
    'window',
    'document',
    'navigator',
    'localStorage',
    'WebSocket',
    'EventSource',
    'XMLHttpRequest',
    'require',
  ],
  'The core has no randomness: break ties by a hash of seed, task and agent.': ['crypto'],
  'The collector decides when: nothing may depend on it.': ['WeakRef', 'FinalizationRegistry'],
  'This is a way round the bans.': ['globalThis', 'self', 'global', 'eval', 'Function'],
};

/** ESLint rules for src/engine/core. */
export const coreBans = {
  'no-restricted-globals': [
    'error',
    ...Object.entries(bannedGlobals).flatMap(([message, names]) =>
      names.map((name) => ({ name, message })),
    ),
  ],
  'no-restricted-properties': [
    'error',
    {
      object: 'Math',
      property: 'random',
      message: 'The core has no randomness: break ties by a hash of seed, task and agent.',
    },
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: 'MemberExpression > Identifier.property[name=/^(localeCompare|toLocale\\w+)$/]',
      message: 'The core knows no language: compare strings by code unit (< and >).',
    },
    {
      selector: 'AwaitExpression, :function[async=true], ForOfStatement[await=true]',
      message: 'The core is synchronous: step answers at once, waiting is done outside.',
    },
    { selector: 'MetaProperty', message: 'The core does not know where it runs.' },
    { selector: 'ImportExpression', message: 'The core is loaded whole.' },
  ],
};
