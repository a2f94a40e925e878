/**
 * The emergency mail's template: plain text with variables in double braces (EMG-21). What a
 * variable stands for is put in once and never read as a template itself, and nothing that is put
 * in can begin another line: a name with a line break makes no header and no sentence of ours.
 */
import { MAIL_VARIABLES, type MailText, type MailVariable } from '@rufwerk/engine/api';
import type { FoundProblem } from '@rufwerk/engine/core';

export type MailValues = Readonly<Record<MailVariable, string>>;

const VARIABLE = /\{\{([^{}]*)\}\}/g;
const STRAY_BRACES = /\{\{|\}\}/g;
const SUBJECT_MAX = 250;

/**
 * What is wrong with a template, each with its field (`subject` or `body`), its rule and its mend.
 */
export function templateProblems({ subject, body }: MailText): FoundProblem[] {
  return [
    ...textProblems('subject', subject),
    ...(hasLineBreak(subject) ? [lineBreakInSubject] : []),
    ...textProblems('body', body),
  ];
}

/** The mail in words. Variables that nobody knows stand for nothing: braces are never sent. */
export function renderTemplate({ subject, body }: MailText, values: MailValues): MailText {
  const line = oneLine(filled(subject, values)).slice(0, SUBJECT_MAX).trim();
  return { subject: line, body: plainLines(filled(body, values)) };
}

/** Whether the mail would say that it is a drill. */
export function saysDrill(text: string): boolean {
  return [...text.matchAll(VARIABLE)].some(([, name]) => name?.trim() === 'drill');
}

function filled(text: string, values: MailValues): string {
  // Text and variables take turns: every second part is what stood in braces.
  const parts = text.split(VARIABLE);
  return parts
    .map((part, index) => {
      if (index % 2 === 0) return part.replaceAll(STRAY_BRACES, '');
      const name = part.trim();
      return isVariable(name) ? oneLine(values[name]) : '';
    })
    .join('');
}

function textProblems(field: 'subject' | 'body', text: string): FoundProblem[] {
  const names = [...text.matchAll(VARIABLE)].map(([, name = '']) => name.trim());
  const unknown = [...new Set(names)].filter((name) => !isVariable(name));
  const isOpen = text.replaceAll(VARIABLE, '').search(STRAY_BRACES) !== -1;
  return [
    ...unknown.map((name) => unknownVariable(field, name)),
    ...(isOpen ? [openBraces(field)] : []),
  ];
}

function isVariable(name: string): name is MailVariable {
  return MAIL_VARIABLES.some((each) => each === name);
}

const KNOWN = MAIL_VARIABLES.map((name) => `{{${name}}}`).join(', ');

function unknownVariable(field: string, name: string): FoundProblem {
  return {
    field,
    rule: {
      en: `There is no variable {{${name}}}.`,
      de: `Die Variable {{${name}}} gibt es nicht.`,
    },
    mend: { en: `Use one of ${KNOWN}.`, de: `Verwenden Sie eine von ${KNOWN}.` },
  };
}

function openBraces(field: string): FoundProblem {
  return {
    field,
    rule: {
      en: 'Double braces begin or end a variable, and here they do neither.',
      de: 'Doppelte Klammern beginnen oder beenden eine Variable, hier tun sie keines von beiden.',
    },
    mend: {
      en: 'Write variables as {{agent}}, or leave the braces out.',
      de: 'Schreiben Sie Variablen wie {{agent}}, oder lassen Sie die Klammern weg.',
    },
  };
}

const lineBreakInSubject: FoundProblem = {
  field: 'subject',
  rule: {
    en: 'The subject is one line.',
    de: 'Der Betreff ist eine einzige Zeile.',
  },
  mend: { en: 'Take the line break out.', de: 'Nehmen Sie den Zeilenumbruch heraus.' },
};

/** Control characters, Unicode's line separators, and marks that turn the direction of text. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu;

function hasLineBreak(text: string): boolean {
  return /[\r\n\u0085\u2028\u2029]/.test(text);
}

function oneLine(text: string): string {
  return text.replaceAll(UNSEEN, ' ');
}

function plainLines(text: string): string {
  return text
    .split(/\r\n|[\r\n]/)
    .map((line) => oneLine(line).trimEnd())
    .join('\n')
    .trim();
}
