import type { Language } from '@rufwerk/engine/core';

/** The language of an Accept-Language header that comes first and that we speak; else English. */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', quality = 'q=1'] = part.trim().split(/\s*;\s*/);
      return { tag: tag.toLowerCase(), quality: Number(quality.replace(/^q=/, '')) || 0 };
    })
    .sort((left, right) => right.quality - left.quality);
  for (const { tag, quality } of wanted) {
    if (quality === 0) break;
    if (/^de(-|$)/.test(tag)) return 'de';
    if (/^(en(-|$)|\*$)/.test(tag)) return 'en';
  }
  return 'en';
}
