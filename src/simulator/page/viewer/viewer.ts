import { useCallback, useState } from 'react';
import { themeNames, type ThemeName } from '../appearance/themes.ts';
import { changeLanguage, languages, type Language } from '../language/language.ts';

/** Who looks at the page, and how: what the three choices at the top say. */
export type Viewer = {
  /** A user principal name; `null` until somebody is chosen. */
  readonly upn: string | null;
  readonly theme: ThemeName;
  readonly language: Language;
};

const storageKey = 'simulated-tenant.viewer';

function oneOf<Value extends string>(values: readonly Value[], wanted: unknown): Value | undefined {
  return values.find((value) => value === wanted);
}

function remembered(): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    // Somebody edited the storage: start with the defaults, they are written back at once.
    return {};
  }
}

/** The address decides (`?person=…&theme=…&language=…`), then the last choice, then defaults. */
export function initialViewer(address: URL): Viewer {
  const last = remembered();
  const wanted = (name: string): unknown => address.searchParams.get(name) ?? last[name];
  const person = wanted('person');
  return {
    upn: typeof person === 'string' ? person : null,
    theme: oneOf(themeNames, wanted('theme')) ?? 'default',
    language:
      oneOf(languages, wanted('language')) ??
      (navigator.language.toLowerCase().startsWith('de') ? 'de' : 'en'),
  };
}

function remember(viewer: Viewer): void {
  const { upn, theme, language } = viewer;
  localStorage.setItem(storageKey, JSON.stringify({ person: upn, theme, language }));
}

export type ChangeViewer = (change: Partial<Viewer>) => void;

export function useViewer(initial: Viewer): readonly [Viewer, ChangeViewer] {
  const [viewer, setViewer] = useState(initial);
  const change = useCallback<ChangeViewer>(
    (part) => {
      const next = { ...viewer, ...part };
      remember(next);
      setViewer(next);
      if (next.language !== viewer.language) void changeLanguage(next.language);
    },
    [viewer],
  );
  return [viewer, change];
}
