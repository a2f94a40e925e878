import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startSimulatedTenant } from '../../../src/simulator/index.ts';
import type { SimulatedTenant } from '../../../src/simulator/index.ts';
import { launchBrowser } from '../../browser/launch.ts';
import { startProduct } from './product.ts';
import type { StandInProduct } from './product.ts';

/** Built before all tests that need it (tests/browser/builtScreens.mjs). */
const pageDirectory = path.resolve(import.meta.dirname, '../../../dist/page');

export interface Looks {
  readonly person?: string;
  readonly theme?: 'default' | 'dark' | 'contrast';
  readonly language?: 'en' | 'de';
  readonly width?: number;
  readonly height?: number;
  /** Another tenant's address instead of the stage's own. */
  readonly url?: string;
}

/** The built page in a real browser, with a tenant and a stand-in for the product behind it. */
export interface PageStage {
  readonly tenant: SimulatedTenant;
  readonly pageDirectory: string;
  /** Opens the page as somebody, in a browser context of its own. */
  open(looks?: Looks): Promise<Page>;
  control(method: string, path: string, body?: unknown): Promise<void>;
  /** What the product does with its calls: asks Graph as the application. */
  graph(path: string, body: unknown): Promise<{ readonly id: string }>;
  close(): Promise<void>;
}

export async function setPageStage(): Promise<PageStage> {
  const product: StandInProduct = await startProduct();
  const tenant = await startSimulatedTenant({ product: { baseUrl: product.url }, pageDirectory });
  product.tenant = tenant;
  const browser: Browser = await launchBrowser();
  return {
    tenant,
    pageDirectory,
    open: async (looks = {}) => {
      const { width = 1440, height = 900 } = looks;
      const context = await browser.newContext({ viewport: { width, height } });
      const page = await context.newPage();
      const address = new URL(looks.url ?? tenant.url);
      address.searchParams.set('person', looks.person ?? 'sam.supervisor@contoso.example');
      address.searchParams.set('theme', looks.theme ?? 'default');
      address.searchParams.set('language', looks.language ?? 'en');
      await page.goto(address.href);
      await page.getByRole('heading', { name: 'Contoso', exact: true }).waitFor();
      return page;
    },
    control: async (method, where, body) => {
      const response = await fetch(`${tenant.url}/_simulator${where}`, {
        method,
        headers: { 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`${method} ${where}: ${await response.text()}`);
    },
    graph: (where, body) => askGraph(tenant, where, body),
    close: async () => {
      await browser.close();
      await tenant.close();
      product.server.closeAllConnections();
      await new Promise((resolve) => product.server.close(resolve));
    },
  };
}

async function askGraph(
  { url, tenant }: SimulatedTenant,
  where: string,
  body: unknown,
): Promise<{ readonly id: string }> {
  const given = await fetch(`${url}/login/${tenant.tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: tenant.applicationId,
      client_secret: tenant.applicationSecret,
      scope: 'https://graph.microsoft.com/.default',
    }),
  });
  const { access_token: token } = (await given.json()) as { access_token: string };
  const response = await fetch(`${url}/graph/v1.0${where}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${where}: ${await response.text()}`);
  const text = await response.text();
  return (text === '' ? { id: '' } : JSON.parse(text)) as { id: string };
}
