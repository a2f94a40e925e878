import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { de } from './de.ts';
import { en, type WordKey } from './en.ts';

export type Language = 'en' | 'de';

/** The language for a locale as Teams names it (`de-ch`); English for everybody else. */
export function languageOf(locale: string): Language {
  return locale.toLowerCase().split('-')[0] === 'de' ? 'de' : 'en';
}

/**
 * The locale in which times and lists are written: the person's own where it is in the language of
 * the words, else the language's.
 */
export function formatLocaleOf(locale: string): string {
  const language = languageOf(locale);
  const isOwn = locale.toLowerCase().startsWith(language) && isLocale(locale);
  return isOwn ? locale : 'en-GB';
}

function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    // Teams may one day name something that is no locale: then the language's own form serves.
    return false;
  }
}

export async function startLanguage(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, de: { translation: de } },
    // React escapes what it renders.
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language;
}

export type Say = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

/** The words of the person's language; a key that does not exist is a compile error. */
export function useWords(): Say {
  const { t } = useTranslation();
  return (key, values) => t(key, { ...values });
}

export function useLanguage(): Language {
  return useTranslation().i18n.language === 'de' ? 'de' : 'en';
}

/** The texts of one group by their last name, for names that come from the server. */
export function useNamedWords(group: string): (name: string) => string | null {
  const { t, i18n } = useTranslation();
  return (name) => (i18n.exists(`${group}.${name}`) ? t(`${group}.${name}`) : null);
}
