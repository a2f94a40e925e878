/** What a prompt lasts whose length cannot be learnt: about a greeting. */
export const UNKNOWN_PROMPT_MS = 4000;

const FETCH_WITHIN_MS = 2000;
const HEADER_BYTES_MAX = 4096;
const PROMPT_MS_MAX = 15 * 60_000;

/**
 * How long a WAV file plays, read from its header at the product's address; the platform would
 * fetch and play it. Undefined when it is not reachable or is no WAV file.
 */
export async function promptLengthMs(uri: string): Promise<number | undefined> {
  try {
    const response = await fetch(uri, { signal: AbortSignal.timeout(FETCH_WITHIN_MS) });
    const reader = response.ok ? response.body?.getReader() : undefined;
    if (reader === undefined) return undefined;
    const header = await readHeader(reader);
    await reader.cancel();
    return wavLengthMs(header);
  } catch {
    // Not reachable is an answer here: the prompt then lasts as long as an unknown one.
    return undefined;
  }
}

/** The playing time of a WAV file by its header: bytes of sound over bytes a second. */
export function wavLengthMs(header: Uint8Array): number | undefined {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (textAt(view, 0) !== 'RIFF' || textAt(view, 8) !== 'WAVE') return undefined;
  let bytesPerSecond = 0;
  let offset = 12;
  while (offset + 8 <= view.byteLength) {
    const chunk = textAt(view, offset);
    const size = view.getUint32(offset + 4, true);
    if (chunk === 'fmt ' && offset + 20 <= view.byteLength) {
      bytesPerSecond = view.getUint32(offset + 16, true);
    }
    if (chunk === 'data') {
      if (bytesPerSecond === 0) return undefined;
      return Math.min(PROMPT_MS_MAX, Math.round((size / bytesPerSecond) * 1000));
    }
    offset += 8 + size + (size % 2);
  }
  return undefined;
}

function textAt(view: DataView, offset: number): string {
  if (offset + 4 > view.byteLength) return '';
  return String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + offset, 4));
}

async function readHeader(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < HEADER_BYTES_MAX) {
    const { value, done } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.length;
  }
  return Buffer.concat(chunks);
}
