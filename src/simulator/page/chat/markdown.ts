/**
 * The part of Markdown that Teams shows in messages and cards: bold, italics, links and lists. The
 * text is escaped first, so that whatever a caller is called stays text.
 */
export function markdownToHtml(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((block) => blockToHtml(block.split('\n')))
    .join('');
}

function blockToHtml(lines: readonly string[]): string {
  const bullets = lines.map((line) => /^\s*[-*]\s+(.*)$/.exec(line)?.[1]);
  if (bullets.every((bullet) => bullet !== undefined)) {
    return `<ul>${bullets.map((bullet) => `<li>${inlineToHtml(bullet)}</li>`).join('')}</ul>`;
  }
  return `<p>${lines.map(inlineToHtml).join('<br>')}</p>`;
}

function inlineToHtml(line: string): string {
  return escapeHtml(line)
    .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|\W)_(.+?)_(?=\W|$)/g, '$1<em>$2</em>')
    .replace(/(^|[^*])\*([^*]+)\*/g, '$1<em>$2</em>')
    .replace(
      /\[([^\]]+)\]\((https?:[^)\s]+)\)/g,
      '<a href="$2" target="_blank" rel="noreferrer">$1</a>',
    );
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
