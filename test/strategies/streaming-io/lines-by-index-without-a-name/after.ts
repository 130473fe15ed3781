import fs from 'fs';
import { StringDecoder } from 'node:string_decoder';

export function shortest(file: string): number {
  let least = Infinity;
  for (const line of linesOf(file)) {
    if (line.length === 0) break;
    least = Math.min(least, line.length);
  }
  return least;
}

/** The lines of a text file, exactly as `split(/\r?\n/)` gives them, without the whole text in memory. */
function* linesOf(file: string): Generator<string> {
  const descriptor = fs.openSync(file, 'r');
  try {
    const decoder = new StringDecoder('utf8');
    const buffer = Buffer.allocUnsafe(65_536);
    let rest = '';
    for (let length = fs.readSync(descriptor, buffer); length > 0; length = fs.readSync(descriptor, buffer)) {
      const lines = decoder.write(buffer.subarray(0, length)).split('\n');
      // The first one began in the piece before, and the last one may go on in the next.
      lines[0] = rest + lines[0];
      rest = lines.pop() ?? '';
      for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
    }
    yield rest + decoder.end();
  } finally {
    fs.closeSync(descriptor);
  }
}
