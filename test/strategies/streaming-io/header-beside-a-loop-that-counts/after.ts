import { open } from 'node:fs/promises';
import { StringDecoder } from 'node:string_decoder';

/** The largest value of a column. */
export async function largest(file: string, column: string): Promise<number> {
  let max = Number.NEGATIVE_INFINITY;
  let header: string | undefined;
  for await (const lines of linesInPieces(file)) {
    header ??= lines.shift();
    if (header === undefined) continue;
    const index = header.split(',').indexOf(column);
    for (const line of lines) {
      if (line === '') continue;
      const value = Number(line.split(',')[index]);
      if (value > max) max = value;
    }
  }
  return max;
}

/** The lines of a text file, exactly as `split('\n')` gives them, one piece of the file after the other. */
async function* linesInPieces(file: string): AsyncGenerator<string[]> {
  const handle = await open(file);
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
