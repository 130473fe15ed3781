import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

export function total(file: string): number {
  let result = 0;
  for (const lines of linesInPieces(file)) {
    for (const line of lines) {
      const value = parseFloat(line);
      if (!Number.isNaN(value)) result += value;
    }
  }
  return result;
}

/** The lines of a text file, exactly as `split('\n')` gives them, one piece of the file after the other. */
function* linesInPieces(file: string): Generator<string[]> {
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
      yield lines;
    }
    yield [rest + decoder.end()];
  } finally {
    closeSync(descriptor);
  }
}
