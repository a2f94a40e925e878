/** The languages in which we speak: English, and German in Swiss spelling. */
export type Language = 'en' | 'de';

export type Texts = Readonly<Record<Language, string>>;
