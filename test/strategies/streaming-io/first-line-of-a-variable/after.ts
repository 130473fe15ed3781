import fs from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

export function isScript(file: string): boolean {
  return firstLines(file, 1)[0]!.startsWith('ERROR');
}

/** The first lines of a text file, exactly as `split('\n').slice(0, count)` gives them, without reading the rest. */
function firstLines(file: string, count: number): string[] {
  const descriptor = fs.openSync(file, 'r');
  try {
    const decoder = new StringDecoder('utf8');
    const buffer = Buffer.allocUnsafe(65_536);
    const lines: string[] = [];
    let rest = '';
    do {
      const length = fs.readSync(descriptor, buffer);
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
    fs.closeSync(descriptor);
  }
}
