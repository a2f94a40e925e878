/** The quick tests of the rules, over a core with one rule turned round. */
export default {
  rootDir: '../..',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': '<rootDir>/scripts/mutants/transform.mjs' },
  testEnvironment: 'node',
  testMatch: ['<rootDir>/tests/engine/core/**/*.test.ts'],
  testPathIgnorePatterns: ['golden'],
  maxWorkers: 1,
  cache: false,
};
