/** The languages in which we speak: English, and German in Swiss spelling. */
export type Language = 'en' | 'de';

export type Texts = Readonly<Record<Language, string>>;

/** What somebody else said, as it is: others speak English. */
export function asSaid(text: string): Texts {
  return { en: text, de: text };
}
