/** The built tab in a browser, inside the played Teams client. */
import path from 'node:path';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { launchBrowser } from '../../browser/launch.ts';
import { type MockServer, startMockServer } from '../mockServer.ts';

/** Starting a browser takes its time on a busy machine. */
export const STAGE_TIMEOUT_MS = 120_000;

/** Shorter than jest's own, so that a failure names what was not found. */
const LOCATOR_TIMEOUT_MS = 10_000;

/** Built before all tests that need it (tests/browser/builtScreens.mjs). */
const BUILT_TAB = path.resolve(import.meta.dirname, '../../../dist/tab');

export interface View {
  /** Short name in contoso.ts. */
  readonly person?: string;
  readonly path?: string;
  readonly theme?: 'default' | 'dark' | 'contrast';
  readonly locale?: string;
  /** `needed`: Teams gives a token once the person has agreed; `refused`: the person never does. */
  readonly consent?: 'given' | 'needed' | 'refused';
  /** Whether Teams places calls for tabs: it does, has no such thing, or says no. */
  readonly calls?: 'taken' | 'none' | 'refused';
  /** Where inside the page a link leads. */
  readonly sub?: string;
}

export interface OpenTab {
  readonly page: Page;
  /** The tab's own document. */
  readonly tab: Frame;
}

export interface Stage {
  readonly browser: Browser;
  /** A fresh server with Contoso's moment as it is at the start. */
  begin(): Promise<MockServer>;
  /** Opens the tab and waits for its heading. */
  open(view?: View, width?: number): Promise<OpenTab>;
  /** Closes what the last `begin` and `open` opened. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

export async function setStage(): Promise<Stage> {
  const browser = await launchBrowser();
  let server: MockServer | null = null;
  const contexts: BrowserContext[] = [];

  const clear = async (): Promise<void> => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    await server?.close();
    server = null;
  };
  return {
    browser,
    clear,
    async begin() {
      await clear();
      server = await startMockServer(BUILT_TAB);
      return server;
    },
    async open(view = {}, width = 1200) {
      if (server === null) throw new Error('Call begin() first.');
      const viewport = { width, height: 900 };
      const context = await browser.newContext({ viewport, timezoneId: 'Europe/Zurich' });
      contexts.push(context);
      context.setDefaultTimeout(LOCATOR_TIMEOUT_MS);
      const page = await context.newPage();
      await page.goto(server.address({ ...view }));
      const tab = await (await page.waitForSelector('iframe')).contentFrame();
      if (tab === null) throw new Error('The host page has no frame.');
      await tab.getByRole('heading', { level: 1 }).waitFor();
      return { page, tab };
    },
    async close() {
      await clear();
      await browser.close();
    },
  };
}
