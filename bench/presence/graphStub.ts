/**
 * Answers getPresencesByUserId from prebuilt bodies, in a process of its own, so that what it costs
 * is not counted as ours. Each time a block is asked for, one person in fifty shows something else.
 * Bodies are as long as Graph's, and compressed as Graph compresses them.
 */
import { createServer } from 'node:http';
import process from 'node:process';
import { gzipSync } from 'node:zlib';

const CHANGING = 50;

interface Block {
  readonly bodies: readonly [Buffer, Buffer];
  asked: number;
}

function bodyOf(ids: readonly string[], time: number): Buffer {
  const value = ids.map((id, index) => {
    const isBusy = time === 1 && index % CHANGING === 0;
    return {
      '@odata.type': '#microsoft.graph.presence',
      id,
      availability: isBusy ? 'Busy' : 'Available',
      activity: isBusy ? 'InACall' : 'Available',
      sequenceNumber: null,
      statusMessage: null,
      outOfOfficeSettings: { message: null, isOutOfOffice: false },
      workLocation: { workLocationType: 'unspecified', source: 'none', placeId: null },
    };
  });
  return gzipSync(JSON.stringify({ '@odata.context': 'presences', value }));
}

const blocks = new Map<string, Block>();

function blockOf(question: string): Block {
  const known = blocks.get(question);
  if (known !== undefined) return known;
  const { ids } = JSON.parse(question) as { ids: string[] };
  const block: Block = { bodies: [bodyOf(ids, 0), bodyOf(ids, 1)], asked: 0 };
  blocks.set(question, block);
  return block;
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const block = blockOf(Buffer.concat(chunks).toString('utf8'));
    const body = block.bodies[(block.asked & 1) as 0 | 1];
    block.asked += 1;
    response.writeHead(200, {
      'content-type': 'application/json; odata.metadata=minimal',
      'content-encoding': 'gzip',
      'content-length': body.byteLength,
    });
    response.end(body);
  });
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' && address !== null ? address.port : 0);
});
// Ends with whoever measures.
process.on('disconnect', () => process.exit(0));
