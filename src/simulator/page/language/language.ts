import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { de } from './de.ts';
import { en, type WordKey } from './en.ts';

export const languages = ['en', 'de'] as const;

export type Language = (typeof languages)[number];

/** Every language by its own name, so that one finds it back from a language one cannot read. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

/** The locale that the tab is told, as Teams tells it. */
export const localeOf: Readonly<Record<Language, string>> = { en: 'en-us', de: 'de-ch' };

export async function startLanguages(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, de: { translation: de } },
    // React escapes what it renders.
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language;
}

/** Changes every word on the page, and its title and language for screen readers. */
export async function changeLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

export type Say = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

/** The words of the chosen language; a key that does not exist is a compile error. */
export function useWords(): Say {
  const { t } = useTranslation();
  return (key, values) => t(key, { ...values });
}

/** The locale for times and numbers of the chosen language. */
export function useLocale(): string {
  return useTranslation().i18n.language === 'de' ? 'de-CH' : 'en-GB';
}
