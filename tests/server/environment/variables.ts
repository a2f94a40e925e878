/** A complete environment of the simulated tenant, as the process would have it. */
export const simulatedVariables: Readonly<Record<string, string>> = {
  PORT: '0',
  PUBLIC_URL: 'http://127.0.0.1:3978',
  DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
  MICROSOFT_APP_ID: 'c0ffee00-1d2e-4f3a-8b4c-5d6e7f8a9b0c',
  MICROSOFT_APP_SECRET: 'simulated-tenant-secret',
  MICROSOFT_TENANT_ID: '5d6a2f0e-7c1b-4b8e-9f3a-2c4d6e8f0a1b',
  LOGIN_URL: 'http://127.0.0.1:4000/login',
  GRAPH_URL: 'http://127.0.0.1:4000/graph/v1.0/',
  CLOCK: 'simulated',
  CLOCK_URL: 'http://127.0.0.1:4000/time',
};
