import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

export const head = (file: string, count: number): string =>
  firstLines(file, count)
    .map((line) => line.slice(0, 10))
    .join('|');

/** The first lines of a text file, exactly as `split('\n').slice(0, count)` gives them, without reading the rest. */
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
      lines.push(...piece);
      // Below zero it counts from the end, and without a count there is no last one.
    } while (count < 0 || !(lines.length >= count));
    lines.push(rest + decoder.end());
    return lines.slice(0, count);
  } finally {
    closeSync(descriptor);
  }
}
