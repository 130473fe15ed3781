import { promises as fs } from 'fs';
import { StringDecoder } from 'node:string_decoder';

/** The longest line. */
export async function longest(file: string): Promise<string> {
  let found = '';
  for await (const lines of linesInPieces(file)) {
    for (const line of lines) if (line.length > found.length) found = line;
  }
  return found;
}

/** The lines of a text file, exactly as `split('\n')` gives them, one piece of the file after the other. */
async function* linesInPieces(file: string): AsyncGenerator<string[]> {
  const handle = await fs.open(file);
  try {
    const decoder = new StringDecoder('utf8');
    const buffer = Buffer.allocUnsafe(65_536);
    let rest = '';
    for (;;) {
      const { bytesRead } = await handle.read(buffer);
      if (bytesRead === 0) break;
      const lines = decoder.write(buffer.subarray(0, bytesRead)).split('\n');
      // The first one began in the piece before, and the last one may go on in the next.
      lines[0] = rest + lines[0];
      rest = lines.pop() ?? '';
      yield lines;
    }
    yield [rest + decoder.end()];
  } finally {
    await handle.close();
  }
}
