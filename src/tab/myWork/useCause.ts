import type { MyWork } from '@rufwerk/engine/api';
import { useFormats } from '../language/formats.ts';
import { useLanguage, useWords } from '../language/language.ts';
import { causeSentence } from './cause.ts';

/** Why the agent's state is what it is, in the person's words. */
export function useCause(): (work: Pick<MyWork, 'state' | 'until' | 'services'>) => string {
  const words = { say: useWords(), language: useLanguage(), formats: useFormats() };
  return (work) => causeSentence(work, words);
}
