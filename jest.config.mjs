/** Jest runs the TypeScript as it is: swc strips the types, `npm run types` checks them. */
const shared = {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  testEnvironment: 'node',
};

const builtScreens = { globalSetup: '<rootDir>/tests/browser/builtScreens.mjs' };

export default {
  maxWorkers: 2,
  testTimeout: 20_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/tests/**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: ['<rootDir>/tests/(contract|e2e)/', '/browser/[^/]+$'],
    },
    { ...shared, displayName: 'contract', testMatch: ['<rootDir>/tests/contract/**/*.test.ts'] },
    { ...shared, ...builtScreens, displayName: 'browser', testMatch: ['**/browser/*.test.ts'] },
    {
      ...shared,
      ...builtScreens,
      displayName: 'e2e',
      testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'],
    },
  ],
};
