import { open } from 'node:fs/promises';
import { StringDecoder } from 'node:string_decoder';

export async function fullRows(file: string): Promise<number> {
  let count = 0;
  let header: string | undefined;
  for await (const lines of linesInPieces(file)) {
    header ??= lines.shift();
    if (header === undefined) continue;
    // How many cells each row has.
    const width = header.split(',').length;
    for (const row of lines) {
      if (row.split(',').length === width) count++;
    }
  }
  return count;
}

/** The lines of a text file, exactly as `split(/\r?\n/)` gives them, one piece of the file after the other. */
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
      for (let i = 0; i < lines.length; i++) {
        const line = lines[i];
        if (line?.endsWith('\r')) lines[i] = line.slice(0, -1);
      }
      yield lines;
    }
    yield [rest + decoder.end()];
  } finally {
    await handle.close();
  }
}
