import { open } from 'node:fs/promises';
import { StringDecoder } from 'node:string_decoder';

export async function lengthsOfLines(file: string): Promise<number[]> {
  const result: number[] = [];
  for await (const lines of linesInPieces(file)) {
    for (const line of lines) result.push(line.length);
  }
  return result;
}

/** The lines of a text file, exactly as `trim().split(/\r?\n/)` gives them, one piece of the file after the other. */
async function* linesInPieces(file: string): AsyncGenerator<string[]> {
  const handle = await open(file);
  try {
    const decoder = new StringDecoder('utf8');
    const buffer = Buffer.allocUnsafe(65_536);
    let rest = '';
    for (;;) {
      const { bytesRead } = await handle.read(buffer);
      if (bytesRead === 0) break;
      const text = decoder.write(buffer.subarray(0, bytesRead));
      const piece = rest === '' ? text.trimStart() : text;
      // The last line may go on in the next piece, and white space behind it may be at the end of the file.
      const end = piece.trimEnd().lastIndexOf('\n');
      if (end < 0) rest += piece;
      else {
        const lines = (rest + piece.slice(0, end)).split('\n');
        rest = piece.slice(end + 1);
        for (let i = 0; i < lines.length; i++) {
          const line = lines[i];
          if (line?.endsWith('\r')) lines[i] = line.slice(0, -1);
        }
        yield lines;
      }
    }
    yield (rest + decoder.end()).trimEnd().split(/\r?\n/);
  } finally {
    await handle.close();
  }
}
