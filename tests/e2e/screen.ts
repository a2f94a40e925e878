/** What a person sees: the simulated tenant's page in a browser, with the tab in its frame. */
import type { Browser, Frame, FrameLocator, Page } from 'playwright-core';
import { launchBrowser } from '../browser/launch.ts';
import { upn } from './control.ts';
import type { House } from './house.ts';

/** For what takes a whole house: starting it, and journeys through it. */
export const A_WHILE_MS = 120_000;
const LONGEST_LOOK_MS = 15_000;

export interface Looks {
  /** Short name, as `upn` takes it. */
  readonly person: string;
  readonly theme?: 'default' | 'dark';
  readonly language?: 'en' | 'de';
}

type Role = 'tab' | 'link' | 'button' | 'switch' | 'radio' | 'menuitem';

export class Screen {
  readonly #house: House;
  readonly #browser: Browser;
  #page: Page | null = null;

  private constructor(house: House, browser: Browser) {
    this.#house = house;
    this.#browser = browser;
  }

  static async of(house: House): Promise<Screen> {
    return new Screen(house, await launchBrowser());
  }

  get page(): Page {
    if (this.#page === null) throw new Error('Nobody looks: call open() first.');
    return this.#page;
  }

  /** Opens the page as somebody, in a browser context of its own. */
  async open({ person, theme = 'default', language = 'en' }: Looks): Promise<void> {
    const viewport = { width: 1440, height: 900 };
    const context = await this.#browser.newContext({ viewport, locale: language });
    context.setDefaultTimeout(LONGEST_LOOK_MS);
    this.#page = await context.newPage();
    const address = new URL(this.#house.tenant.url);
    address.search = new URLSearchParams({ person: upn(person), theme, language }).toString();
    await this.#page.goto(address.href);
  }

  /** The same, with one of the tab's pages in front. */
  async openTab(person: string, pageName: string): Promise<void> {
    await this.open({ person });
    await this.press('tab', pageName);
  }

  /** The tab inside its frame. */
  tab(): FrameLocator {
    return this.page.frameLocator('iframe');
  }

  /** The tab's own document; undefined until it is there. */
  frame(): Frame | undefined {
    return this.page.frames().find((each) => each.url().startsWith(this.#house.url));
  }

  press(role: Role, name: string): Promise<void> {
    return this.tab().getByRole(role, { name, exact: true }).first().click();
  }

  async leave(): Promise<void> {
    await this.#page?.context().close();
    this.#page = null;
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}
