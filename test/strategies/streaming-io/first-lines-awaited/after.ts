import { open } from 'node:fs/promises';
import { StringDecoder } from 'node:string_decoder';

export async function preview(file: string): Promise<string> {
  const second = (await firstLines(file, 2))[1];
  return (second ?? 'none').slice(0, 30);
}

/** The first lines of a text file, exactly as `split('\n').slice(0, count)` gives them, without reading the rest. */
async function firstLines(file: string, count: number): Promise<string[]> {
  const handle = await open(file);
  try {
    const decoder = new StringDecoder('utf8');
    const buffer = Buffer.allocUnsafe(65_536);
    const lines: string[] = [];
    let rest = '';
    do {
      const { bytesRead: length } = await handle.read(buffer);
      if (length === 0) break;
      const piece = decoder.write(buffer.subarray(0, length)).split('\n');
      // The first one began in the piece before, and the last one may go on in the next.
      piece[0] = rest + piece[0];
      rest = piece.pop() ?? '';
      lines.push(...piece);
    } while (lines.length < count);
    lines.push(rest + decoder.end());
    return lines.slice(0, count);
  } finally {
    await handle.close();
  }
}
