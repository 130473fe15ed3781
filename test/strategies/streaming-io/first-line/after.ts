import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

/** The names of the columns. */
export function columns(file: string): string[] {
  const [header = ''] = firstLines(file, 1);
  return header.split(';').map((name) => name.slice(0, 20));
}

/** The first lines of a text file, exactly as `split(/\r?\n/).slice(0, count)` gives them, without reading the rest. */
function firstLines(file: string, count: number): string[] {
  const descriptor = openSync(file, 'r');
  try {
    const decoder = new StringDecoder('utf8');
    const buffer = Buffer.allocUnsafe(65_536);
    const lines: string[] = [];
    let rest = '';
    do {
      const length = readSync(descriptor, buffer);
      if (length === 0) break;
      const piece = decoder.write(buffer.subarray(0, length)).split('\n');
      // The first one began in the piece before, and the last one may go on in the next.
      piece[0] = rest + piece[0];
      rest = piece.pop() ?? '';
      lines.push(...piece.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line)));
    } while (lines.length < count);
    lines.push(rest + decoder.end());
    return lines.slice(0, count);
  } finally {
    closeSync(descriptor);
  }
}
