import type { Answer } from '../http/answer.ts';

const STYLE = `
  body { font: 16px/1.5 system-ui, sans-serif; margin: 10vh auto; max-width: 26rem; padding: 0 1em }
  label, button { display: block; margin-top: 1rem }
  input:not([type=checkbox]) { box-sizing: border-box; font: inherit; padding: .4rem; width: 100% }
  button { font: inherit; padding: .4rem 1rem }
  :root { color-scheme: light dark }`;

/** A page of the played Microsoft sign-in: nothing but a heading and what stands below it. */
export function page(heading: string, content: string, status = 200): Answer {
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(heading)} (simulated Microsoft sign-in)</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(heading)}</h1>
${content}
</main>
</body>
</html>
`;
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body };
}

/** Text that stands in markup or in a quoted attribute. */
export function escaped(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' };
  return text.replaceAll(/[&<>"]/g, (character) => `&${names[character]};`);
}
