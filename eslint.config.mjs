import { defineConfig, globalIgnores } from 'eslint/config';
import eslint from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { arrows } from './scripts/lint/arrows.mjs';
import { coreBans } from './scripts/lint/core-bans.mjs';

const typescript = ['**/*.ts', '**/*.tsx'];

/** What scripts use without importing it. */
const nodeGlobals = [
  ...['AbortSignal', 'URL', 'console', 'fetch'],
  ...['clearInterval', 'clearTimeout', 'setInterval', 'setTimeout'],
];

/** Habits of the whole house. */
const habits = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-empty': ['error', { allowEmptyCatch: false }],
  'max-lines': ['error', 300],
  'max-lines-per-function': ['error', { max: 70, IIFEs: true }],
};

/** Habits that need the types: TypeScript 6 reads them, TypeScript 7 remains the gate. */
const typedHabits = {
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
  '@typescript-eslint/explicit-module-boundary-types': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
  // What implements an asynchronous port may have nothing to wait for.
  '@typescript-eslint/require-await': 'off',
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: true },
  ],
};

export default defineConfig(
  globalIgnores(['**/node_modules', 'dist', '.data', '.cache', 'appPackage/build', 'tests/golden']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  { rules: habits },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(nodeGlobals.map((name) => [name, 'readonly'])),
    },
  },
  {
    files: typescript,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: typedHabits,
  },
  {
    // A component returns an element: saying so each time would only be noise.
    files: ['**/*.tsx'],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    plugins: { house: { rules: { arrows } } },
    rules: { 'house/arrows': 'error' },
  },
  { files: ['src/engine/core/**/*.ts'], rules: coreBans },
  {
    files: ['src/tab/**/*.{ts,tsx}', 'src/simulator/page/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    // A `describe` holds many tests: its length says nothing. A mocked method may stand alone.
    files: ['tests/**/*.ts', 'tests/**/*.tsx'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/unbound-method': 'off' },
  },
);
