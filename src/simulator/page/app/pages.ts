import type { WordKey } from '../language/en.ts';

/** The personal tabs of the app's manifest, in its order. */
export const appPages = [
  { id: 'my-work', name: 'app.myWork' },
  { id: 'live', name: 'app.live' },
  { id: 'set-up', name: 'app.setUp' },
] as const satisfies readonly { readonly id: string; readonly name: WordKey }[];

export type AppPageId = (typeof appPages)[number]['id'];

/** The page with this id, or the first one, as Teams does with a link to a page that is gone. */
export function pageOrFirst(pageId: string): AppPageId {
  return appPages.find((page) => page.id === pageId)?.id ?? appPages[0].id;
}
