/** Pieces that the layouts share. A binding such as `${name}` is filled later, see `fill.ts`. */

interface RunLook {
  readonly size?: 'small' | 'medium' | 'large';
  readonly weight?: 'bolder';
  readonly color?: string;
  readonly isSubtle?: true;
}

/** A paragraph whose words may be foreign: text runs know no Markdown. */
export function words(binding: string, look: RunLook = {}, more: object = {}): object {
  return {
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text: binding, ...look }],
    ...more,
  };
}

/** The same, left out where the data have null for it. */
export function optionalWords(name: string, look: RunLook = {}, more: object = {}): object {
  return { ...words(`\${${name}}`, look, more), $when: `\${exists(${name}) && ${name} != null}` };
}

/**
 * A button that the bot answers with another card in place of this one; older clients send its
 * data as a message instead and get the card as an answer.
 */
export function button(title: string, verb: string, data: object): object {
  return {
    type: 'Action.Execute',
    title,
    verb,
    data,
    fallback: submit(title, verb, data),
  };
}

/** A button that the bot answers with a message of its own. */
export function submit(title: string, verb: string, data: object = {}): object {
  return { type: 'Action.Submit', title, data: { verb, ...data } };
}

export function link(title: string, url: string, more: object = {}): object {
  return { type: 'Action.OpenUrl', title, url, ...more };
}
