/** Who may frame the tab. */
import { isSimulatedTenant, type Environment } from '../environment/schema.ts';

/** The Microsoft 365 hosts that show tabs, as the tab requirements of Teams list them. */
const TEAMS_HOSTS = [
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
];

type Addresses = Pick<Environment, 'LOGIN_URL' | 'GRAPH_URL'>;

/**
 * The origin of the simulated tenant's page; none where Microsoft is not played on this machine.
 */
export function extraHostOrigins(environment: Addresses): string[] {
  if (!isSimulatedTenant(environment)) return [];
  const { port } = new URL(environment.LOGIN_URL);
  return ['127.0.0.1', 'localhost'].map((host) => `http://${host}:${port}`);
}

/** The Content-Security-Policy of the tab's pages. */
export function contentSecurityPolicy(environment: Addresses): string {
  const hosts = [...TEAMS_HOSTS, ...extraHostOrigins(environment)];
  return `frame-ancestors 'self' ${hosts.join(' ')}; object-src 'none'; base-uri 'self'`;
}
