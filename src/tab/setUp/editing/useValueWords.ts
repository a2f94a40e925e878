import { orderName, orderSchema } from '@rufwerk/engine/core';
import { type Say, useLanguage, useNamedWords, useWords } from '../../language/language.ts';
import { nameOf } from './setting.ts';

/** Longer lists are cut: the screen itself shows all of them. */
const SHOWN_MAX = 8;

/** A setting's value in words, for comparing two states of a part. */
export function useValueWords(): (path: string, value: unknown) => string {
  const say = useWords();
  const language = useLanguage();
  const choice = useNamedWords('choice');
  const chosen = (name: string, text: string): string => {
    const order = name === 'order' ? orderSchema.safeParse(text) : null;
    if (order?.success === true) return orderName(order.data, language);
    return choice(`${name}.${text}`) ?? text;
  };
  return (path, value) => valueWords(nameOf(path), value, say, chosen);
}

type ChosenWords = (name: string, text: string) => string;

function valueWords(name: string, value: unknown, say: Say, chosen: ChosenWords): string {
  const words = (inner: unknown, innerName: string): string =>
    valueWords(innerName, inner, say, chosen);
  if (typeof value === 'boolean') return say(value ? 'edit.yes' : 'edit.no');
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string' && value !== '') return chosen(name, value);
  if (Array.isArray(value) && value.length > 0) {
    const shown = value.slice(0, SHOWN_MAX).map((each: unknown) => words(each, name));
    const more = value.length - shown.length;
    return [...shown, ...(more > 0 ? [say('edit.more', { count: more })] : [])].join(', ');
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    if ('from' in value && 'to' in value) return `${String(value.from)}–${String(value.to)}`;
    const stated = Object.entries(value).filter(([, inner]: [string, unknown]) => !isEmpty(inner));
    return stated.map(([key, inner]: [string, unknown]) => words(inner, key)).join(' ');
  }
  return say('edit.none');
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
