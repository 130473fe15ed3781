import { closeSync, existsSync, openSync, readSync } from 'fs';
import { StringDecoder } from 'node:string_decoder';

export function lengths(file: string): number[] {
  if (!existsSync(file)) return [];
  const found: number[] = [];
  let number = 0;
  for (const line of linesOf(file)) {
    number += 1;
    if (line.length === 0) continue;
    found.push(number, line.length);
    if (found.length > 5_000) break;
  }
  return found;
}

/** The lines of a text file, exactly as `split(/\r?\n/)` gives them, without the whole text in memory. */
function* linesOf(file: string): Generator<string> {
  const descriptor = openSync(file, 'r');
  try {
    const decoder = new StringDecoder('utf8');
    const buffer = Buffer.allocUnsafe(65_536);
    let rest = '';
    for (let length = readSync(descriptor, buffer); length > 0; length = readSync(descriptor, buffer)) {
      const lines = decoder.write(buffer.subarray(0, length)).split('\n');
      // The first one began in the piece before, and the last one may go on in the next.
      lines[0] = rest + lines[0];
      rest = lines.pop() ?? '';
      for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
    }
    yield rest + decoder.end();
  } finally {
    closeSync(descriptor);
  }
}
