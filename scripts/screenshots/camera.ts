/** Opens the page of the simulated tenant as somebody sees it, and keeps a picture of it. */
import path from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { upn } from '../../tests/e2e/control.ts';
import type { House } from '../../tests/e2e/house.ts';

export const FOLDER = path.resolve(import.meta.dirname, '../../docs/screenshots');

export interface View {
  /** Whose Teams it is, such as `anna.agent`. */
  readonly person: string;
  readonly theme?: 'default' | 'dark';
  readonly language?: 'en' | 'de';
  /** The tab's page to open, by its name on screen. */
  readonly page: string;
  readonly height?: number;
}

export interface OpenView {
  readonly page: Page;
  readonly tab: FrameLocator;
}

export interface Camera {
  open(view: View): Promise<OpenView>;
  /** The whole tenant: telephone, tab and Teams clients; the view stays open. */
  takeTenant(view: OpenView, name: string): Promise<void>;
  /** The tab alone; the view stays open. */
  takeTab(view: OpenView, name: string): Promise<void>;
}

/** Fonts, frames and the live stream have settled by then. */
const SETTLED_AFTER_MS = 1_500;

export function createCamera(house: House, chromium: Browser): Camera {
  const fileOf = (name: string): string => path.join(FOLDER, `${name}.png`);
  return {
    async open({ person, theme = 'default', language = 'en', page: name, height = 900 }) {
      const viewport = { width: 1440, height };
      const page = await chromium.newPage({ viewport, locale: language });
      const address = new URL(house.tenant.url);
      address.search = new URLSearchParams({ person: upn(person), theme, language }).toString();
      await page.goto(address.href);
      const tab = page.frameLocator('iframe');
      await tab.getByRole('tab', { name }).click();
      return { page, tab };
    },
    async takeTenant({ page }, name) {
      await page.waitForTimeout(SETTLED_AFTER_MS);
      await page.screenshot({ path: fileOf(name) });
    },
    async takeTab({ page }, name) {
      await page.waitForTimeout(SETTLED_AFTER_MS);
      await page.locator('iframe').screenshot({ path: fileOf(name) });
    },
  };
}
